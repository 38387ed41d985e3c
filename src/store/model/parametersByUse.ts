/** ParametersByUse: which parameters a cell reads a symbol with, keeps its state with and tells the next symbol with. */
import type { Cell } from '../../engine/cells/cell'

export interface ParametersByUse {
  readonly read: readonly string[]
  readonly keep: readonly string[]
  readonly tell: readonly string[]
}

/** A matrix stands before the variable that it multiplies; whose role and delay say what it is for. */
export const parametersByUse = (cell: Cell): ParametersByUse => {
  const uses = { read: [] as string[], keep: [] as string[], tell: [] as string[] }
  for (const { source, role } of cell.variables) {
    if (source.kind !== 'computed') continue
    source.inputs.forEach(({ from, delay }, i) => {
      const variable = cell.variables.find(({ name }) => name === from)
      const parameter = source.inputs[i - 1]?.from
      if (!variable || !cell.parameters.some(({ name }) => name === parameter)) return
      const use =
        variable.role === 'input'
          ? 'read'
          : delay === 1
            ? 'keep'
            : role === 'logits'
              ? 'tell'
              : null
      if (use && !uses[use].includes(parameter!)) uses[use].push(parameter!)
    })
  }
  return uses
}
