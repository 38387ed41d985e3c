/** WithStop: a cell with one more output at each step: does the sequence stop here? (section 10.2.3) */
import type { Cell, Equations, Variable } from './cell'

const none: Equations = { forward: null, backward: null, backwardAtEnd: null }

/** Q and d are the output's own weights (one row) and bias; its loss L_m is added to the loss of the symbols. */
export const withStop = (cell: Cell): Cell => {
  const state = cell.variables.find(({ role }) => role === 'state')!.name
  const each = { times: 'each', needsTarget: false, equations: none } as const
  const now = (from: string) => ({ from, delay: 0 }) as const
  const added: readonly Variable[] = [
    {
      ...{ name: 'stopLogit', symbol: 'z', role: 'stopLogit', dimensions: ['one'], ...each },
      source: {
        ...{ kind: 'computed', operation: 'affine' },
        inputs: [now('d'), now('Q'), now(state)],
      },
    },
    {
      ...{ name: 'stopProbability', symbol: 'p', role: 'stopProbability', ...each },
      dimensions: ['one'],
      source: { kind: 'computed', operation: 'sigmoid', inputs: [now('stopLogit')] },
    },
    {
      ...{ name: 'stopTarget', symbol: 'm', role: 'stopTarget', dimensions: ['one'], ...each },
      source: { kind: 'ends' },
    },
    {
      ...{ name: 'stopLoss', symbol: 'L_m', role: 'stopLoss', dimensions: [], ...each },
      source: {
        ...{ kind: 'computed', operation: 'binaryCrossEntropy' },
        inputs: [now('stopLogit'), now('stopTarget')],
      },
    },
  ]
  const variables = cell.variables.map((variable): Variable => {
    const { source } = variable
    if (variable.name !== cell.objective || source.kind !== 'computed') return variable
    const inputs = [...source.inputs, { from: 'stopLoss', delay: 'every' } as const]
    return { ...variable, source: { ...source, inputs } }
  })
  return {
    ...cell,
    parameters: [
      ...cell.parameters,
      { name: 'Q', dimensions: ['one', 'hidden'], equations: none },
      { name: 'd', dimensions: ['one'], equations: none },
    ],
    variables: [...variables, ...added],
  }
}
