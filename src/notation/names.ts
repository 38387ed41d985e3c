/** Names: which hue a parameter has, and how a variable's letter is written without TeX. */
import type { Cell } from '../engine/cells/cell'
import type { Shape } from '../engine/tensor'
import type { GraphNode } from '../engine/unfold'

/** Matrices have a hue each, in the order of the cell; all else has none. */
export const hueOf = (cell: Cell, name: string): number | null => {
  const matrices = cell.parameters.filter(({ dimensions }) => dimensions.length === 2)
  const index = matrices.findIndex((parameter) => parameter.name === name)
  return index < 0 ? null : index % 6
}

/** A letter with a hat is one letter with a combining mark. */
const letters: Readonly<Record<string, string>> = { yhat: 'y\u0302' }

/** A symbol as it can be seen: white space has a sign. */
export const toVisible = (symbol: string): string => (/^\s+$/.test(symbol) ? '␣' : symbol)

export interface WrittenName {
  readonly letter: string
  readonly time: string | null
}

export const toWrittenName = ({ of, t }: Pick<GraphNode, 'of' | 't'>): WrittenName => {
  const symbol = 'symbol' in of ? of.symbol : of.name
  return { letter: letters[symbol] ?? symbol, time: t === null ? null : `(${t})` }
}

/** `[0]` of a vector, `[0][1]` of a matrix, nothing of a number; from 0, as in programs. */
export const toIndexText = (shape: Shape, entry: number): string => {
  const [rows, columns] = shape
  if (rows === undefined) return ''
  return columns === undefined
    ? `[${entry}]`
    : `[${Math.floor(entry / columns)}][${entry % columns}]`
}
