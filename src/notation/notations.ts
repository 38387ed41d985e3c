/** Notations: what parameters are called: by the book's letters, by what they join, as PyTorch calls them. */
import type { Cell } from '../engine/cells/cell'

export const notations = ['book', 'joined', 'torch'] as const
export type Notation = (typeof notations)[number]

/** The parameters of all cells. */
export const parameterNames = ['U', 'W', 'V', 'b', 'c', 'Q', 'd', 'r'] as const
type ParameterName = (typeof parameterNames)[number]

/**
 * A stem, and behind the line what it joins; a parameter that stands for a sum has the names of both. `*` is what comes
 * from the step before. Where PyTorch's modules have no such parameter it has the name of the second notation.
 */
const table: Readonly<Record<Notation, Readonly<Record<ParameterName, string>>>> = {
  book: { U: 'U', W: 'W', V: 'V', b: 'b', c: 'c', Q: 'Q', d: 'd', r: 'r' },
  joined: {
    ...{ U: 'W_xh', W: 'W_*h', V: 'W_hy', b: 'b_h', c: 'b_y' },
    ...{ Q: 'W_hz', d: 'b_z', r: 'W_nh' },
  },
  torch: {
    ...{ U: 'weight_ih', W: 'weight_hh', V: 'weight', b: 'bias_ih + bias_hh', c: 'bias' },
    ...{ Q: 'W_hz', d: 'b_z', r: 'W_nh' },
  },
}

/** What a step takes from the step before it: `h`, or what was put out. */
const returnedIn = (cell: Cell): string => {
  for (const { source } of cell.variables) {
    if (source.kind !== 'computed') continue
    const returned = source.inputs.find(({ delay }) => delay === 1)
    if (returned) return returned.from.replace('yhat', 'y')
  }
  return 'h'
}

/** PyTorch has modules for hidden recurrence alone. */
export const isOffered = (cell: Cell, notation: Notation): boolean =>
  notation !== 'torch' || returnedIn(cell) === 'h'

/** The names of a cell's parameters, as plain text; a name that no table knows stays as it is. */
export const plainNames = (cell: Cell, notation: Notation): ((name: string) => string) => {
  const names: Readonly<Record<string, string>> =
    table[isOffered(cell, notation) ? notation : 'joined']
  const returned = returnedIn(cell)
  return (name) => names[name]?.replace('*', returned) ?? name
}
