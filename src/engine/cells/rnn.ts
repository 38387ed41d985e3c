/**
 * The recurrent networks of section 10.2 of the book: hidden recurrence with an output at every step
 * (figure 10.3) or one at the end (10.5), and recurrence from the output alone (10.4, 10.6).
 */
import type { Architecture, Feedback } from '../network'
import type { Cell, Dimension, Equations, Input, Variable } from './cell'

/** What goes from each step to the next: a variable, and its dimension. */
const returns: Readonly<
  Record<'hidden' | Feedback, { readonly from: string; readonly dimension: Dimension }>
> = {
  hidden: { from: 'h', dimension: 'hidden' },
  logits: { from: 'o', dimension: 'output' },
  probabilities: { from: 'yhat', dimension: 'output' },
  target: { from: 'y', dimension: 'output' },
  argmax: { from: 's', dimension: 'output' },
  sample: { from: 's', dimension: 'output' },
}

/** What tells one of these cells from another. */
type Kind = Pick<Architecture, 'activation' | 'recurrence' | 'readout' | 'feedback'>

export const rnn = ({ activation, recurrence, readout, feedback }: Kind): Cell => {
  const returned = returns[feedback ?? 'hidden']
  const isHidden = recurrence === 'hidden'
  const isBook = isHidden && readout === 'every-step'
  const outputs = readout === 'last-step' ? 'last' : 'each'
  const variables = [
    given('x', 'input', ['input'], 'inputs'),
    {
      ...computed('a', 'preactivation', ['hidden'], 'affine', [
        ...[now('b'), now('W'), before(returned.from), now('U'), now('x')],
      ]),
      equations: equations(isHidden ? '10.8' : null, null),
    },
    {
      ...computed('h', 'state', ['hidden'], activation, [now('a')]),
      equations: equations('10.9', isBook ? '10.20–10.21' : null, isHidden ? '10.19' : null),
    },
    {
      ...computed('o', 'logits', ['output'], 'affine', [now('c'), now('V'), now('h')]),
      times: outputs,
      equations: equations('10.10', isHidden ? '10.18' : null, '10.18'),
    },
    {
      ...computed('yhat', 'probabilities', ['output'], 'softmax', [now('o')]),
      times: outputs,
      equations: equations('10.11', null),
    },
    ...(feedback === null ? [] : chosen[feedback]),
    feedback === 'target'
      ? given('y', 'target', ['output'], 'targets')
      : { ...given('y', 'target', [], 'targets'), times: outputs, needsTarget: true },
    {
      ...computed(
        ...(['Lt', 'stepLoss', []] as const),
        feedback === 'target' ? 'oneHotCrossEntropy' : 'crossEntropy',
        [now('o'), now('y')],
      ),
      symbol: 'L',
      times: outputs,
      needsTarget: true,
      equations: equations('10.14', '10.17'),
    },
    {
      ...computed('L', 'loss', [], 'sum', [{ from: 'Lt', delay: 'every' }]),
      times: 'total',
      equations: equations('10.12–10.14', null),
    },
  ] satisfies readonly Variable[]
  return {
    parameters: [
      { name: 'U', dimensions: ['hidden', 'input'], equations: equations(null, '10.27–10.28') },
      {
        name: 'W',
        dimensions: ['hidden', returned.dimension],
        equations: equations(null, isHidden ? '10.25–10.26' : null),
      },
      { name: 'V', dimensions: ['output', 'hidden'], equations: equations(null, '10.24') },
      { name: 'b', dimensions: ['hidden'], equations: equations(null, '10.23') },
      { name: 'c', dimensions: ['output'], equations: equations(null, '10.22') },
    ],
    variables: variables.map((variable): Variable =>
      variable.name === returned.from ? { ...variable, times: 'initial' } : variable,
    ),
    objective: 'L',
  }
}

const equations = (
  forward: string | null,
  backward: string | null,
  backwardAtEnd: string | null = null,
): Equations => ({ forward, backward, backwardAtEnd })

const now = (from: string): Input => ({ from, delay: 0 })
const before = (from: string): Input => ({ from, delay: 1 })

const given = (
  name: string,
  role: Variable['role'],
  dimensions: readonly Dimension[],
  kind: 'inputs' | 'targets' | 'draws',
): Variable => ({
  ...{ name, symbol: name, role, dimensions, source: { kind } },
  ...{ times: 'each', needsTarget: false, equations: equations(null, null) },
})

const computed = (
  name: string,
  role: Variable['role'],
  dimensions: readonly Dimension[],
  operation: (Variable['source'] & { readonly kind: 'computed' })['operation'],
  inputs: readonly Input[],
): Variable => ({
  ...{ name, symbol: name, role, dimensions },
  source: { kind: 'computed', operation, inputs },
  ...{ times: 'each', needsTarget: false, equations: equations(null, null) },
})

/** What is computed to be fed back, beside the outputs themselves. */
const chosen: Readonly<Record<Feedback, readonly Variable[]>> = {
  ...{ logits: [], probabilities: [], target: [] },
  argmax: [computed('s', 'fedBack', ['output'], 'argmax', [now('o')])],
  sample: [
    given('u', 'draw', [], 'draws'),
    computed('s', 'fedBack', ['output'], 'sample', [now('yhat'), now('u')]),
  ],
}
