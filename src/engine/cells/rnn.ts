/** The recurrent network of section 10.2 of the book: hidden recurrence, an output at every step (figure 10.3). */
import type { Architecture } from '../network'
import type { Cell, Equations, Input } from './cell'

const equations = (
  forward: string | null,
  backward: string | null,
  backwardAtEnd: string | null = null,
): Equations => ({ forward, backward, backwardAtEnd })

const now = (from: string): Input => ({ from, delay: 0 })
const before = (from: string): Input => ({ from, delay: 1 })

export const rnn = ({ activation }: Architecture): Cell => ({
  parameters: [
    { name: 'U', dimensions: ['hidden', 'input'], equations: equations(null, '10.27–10.28') },
    { name: 'W', dimensions: ['hidden', 'hidden'], equations: equations(null, '10.25–10.26') },
    { name: 'V', dimensions: ['output', 'hidden'], equations: equations(null, '10.24') },
    { name: 'b', dimensions: ['hidden'], equations: equations(null, '10.23') },
    { name: 'c', dimensions: ['output'], equations: equations(null, '10.22') },
  ],
  variables: [
    {
      name: 'x',
      symbol: 'x',
      role: 'input',
      dimensions: ['input'],
      source: { kind: 'inputs' },
      times: 'each',
      needsTarget: false,
      equations: equations(null, null),
    },
    {
      name: 'a',
      symbol: 'a',
      role: 'preactivation',
      dimensions: ['hidden'],
      source: {
        kind: 'computed',
        operation: 'affine',
        inputs: [now('b'), now('W'), before('h'), now('U'), now('x')],
      },
      times: 'each',
      needsTarget: false,
      equations: equations('10.8', null),
    },
    {
      name: 'h',
      symbol: 'h',
      role: 'state',
      dimensions: ['hidden'],
      source: { kind: 'computed', operation: activation, inputs: [now('a')] },
      times: 'initial',
      needsTarget: false,
      equations: equations('10.9', '10.20–10.21', '10.19'),
    },
    {
      name: 'o',
      symbol: 'o',
      role: 'logits',
      dimensions: ['output'],
      source: { kind: 'computed', operation: 'affine', inputs: [now('c'), now('V'), now('h')] },
      times: 'each',
      needsTarget: false,
      equations: equations('10.10', '10.18'),
    },
    {
      name: 'yhat',
      symbol: 'yhat',
      role: 'probabilities',
      dimensions: ['output'],
      source: { kind: 'computed', operation: 'softmax', inputs: [now('o')] },
      times: 'each',
      needsTarget: false,
      equations: equations('10.11', null),
    },
    {
      name: 'y',
      symbol: 'y',
      role: 'target',
      dimensions: [],
      source: { kind: 'targets' },
      times: 'each',
      needsTarget: true,
      equations: equations(null, null),
    },
    {
      name: 'Lt',
      symbol: 'L',
      role: 'stepLoss',
      dimensions: [],
      source: { kind: 'computed', operation: 'crossEntropy', inputs: [now('o'), now('y')] },
      times: 'each',
      needsTarget: true,
      equations: equations('10.14', '10.17'),
    },
    {
      name: 'L',
      symbol: 'L',
      role: 'loss',
      dimensions: [],
      source: { kind: 'computed', operation: 'sum', inputs: [{ from: 'Lt', delay: 'every' }] },
      times: 'total',
      needsTarget: false,
      equations: equations('10.12–10.14', null),
    },
  ],
  objective: 'L',
})
