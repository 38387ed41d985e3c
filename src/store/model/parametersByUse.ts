/** ParametersByUse: which parameters a cell reads a symbol with, keeps its state with and tells the next symbol with. */
import type { Cell } from '../../engine/cells/cell'

export interface ParametersByUse {
  readonly read: readonly string[]
  readonly keep: readonly string[]
  readonly tell: readonly string[]
}

/**
 * A matrix stands before the variable that it multiplies; whose role and delay say what it is for. Where no state
 * is kept, a symbol is read as what comes back from the step before; else as the input.
 */
export const parametersByUse = (cell: Cell): ParametersByUse => {
  const found = {
    input: [] as string[],
    state: [] as string[],
    back: [] as string[],
    tell: [] as string[],
  }
  for (const { source, role } of cell.variables) {
    if (source.kind !== 'computed') continue
    source.inputs.forEach(({ from, delay }, i) => {
      const variable = cell.variables.find(({ name }) => name === from)
      const parameter = source.inputs[i - 1]?.from
      if (!variable || !cell.parameters.some(({ name }) => name === parameter)) return
      const use =
        delay === 1
          ? variable.role === 'state'
            ? 'state'
            : 'back'
          : variable.role === 'input'
            ? 'input'
            : role === 'logits'
              ? 'tell'
              : null
      if (use && !found[use].includes(parameter!)) found[use].push(parameter!)
    })
  }
  const { input, state, back, tell } = found
  return { read: state.length > 0 ? input : back, keep: state, tell }
}
