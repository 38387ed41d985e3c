/** WithRemaining: a cell that also reads how many steps are left, as where the length is drawn first (section 10.2.3). */
import type { Cell, Equations, Variable } from './cell'

const none: Equations = { forward: null, backward: null, backwardAtEnd: null }

/** r is the weight of τ − t in the pre-activation. */
export const withRemaining = (cell: Cell): Cell => ({
  ...cell,
  parameters: [...cell.parameters, { name: 'r', dimensions: ['hidden', 'one'], equations: none }],
  variables: [
    ...cell.variables.map((variable): Variable => {
      const { source } = variable
      if (variable.role !== 'preactivation' || source.kind !== 'computed') return variable
      const added = [
        { from: 'r', delay: 0 },
        { from: 'remaining', delay: 0 },
      ] as const
      return { ...variable, source: { ...source, inputs: [...source.inputs, ...added] } }
    }),
    {
      ...{ name: 'remaining', symbol: 'n', role: 'remaining', dimensions: ['one'] },
      ...{ source: { kind: 'remaining' }, times: 'each', needsTarget: false, equations: none },
    },
  ],
})
