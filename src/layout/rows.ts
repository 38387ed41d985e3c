/** Rows: which variable stands on which level, from the bottom up as in the book's figures. */
import type { Cell, Role, Variable } from '../engine/cells/cell'

/** In pixels: a name stands in the gap between two rows. */
const leastGap = 24

/** Level of each role, and how much air is above it (1: as much as anywhere). */
const levels: Readonly<Record<Role, { readonly level: number; readonly airAbove: number }>> = {
  input: { level: 0, airAbove: 1 },
  preactivation: { level: 1, airAbove: 0.55 },
  state: { level: 2, airAbove: 1.1 },
  logits: { level: 3, airAbove: 0.75 },
  probabilities: { level: 4, airAbove: 0.7 },
  stepLoss: { level: 5, airAbove: 0.45 },
  loss: { level: 5, airAbove: 0.45 },
  draw: { level: 4.25, airAbove: 0.3 },
  fedBack: { level: 4.5, airAbove: 0.45 },
  target: { level: 6, airAbove: 0 },
  stopLogit: { level: 3, airAbove: 0.75 },
  stopProbability: { level: 4, airAbove: 0.7 },
  stopLoss: { level: 5, airAbove: 0.45 },
  stopTarget: { level: 6, airAbove: 0 },
  remaining: { level: 0, airAbove: 1 },
}

export interface Row {
  /** The variables of this level; those without a time share it with those that have one. */
  readonly variables: readonly Variable[]
  readonly top: number
  readonly height: number
}

export interface RowHeights {
  readonly vector: number
  readonly gradient: number
  readonly header: number
  readonly scalar: number
  readonly draw: number
  readonly symbol: number
}

/** Height of a variable's box; `carries`: room for its gradient under its value. */
export const heightOf = (
  { role, dimensions }: Variable,
  carries: boolean,
  heights: RowHeights,
): number => {
  if (dimensions.length === 0)
    return role === 'target' ? heights.symbol : role === 'draw' ? heights.draw : heights.scalar
  const header = role === 'probabilities' ? heights.header : 0
  return header + heights.vector + (carries ? heights.gradient : 0)
}

interface Level {
  readonly variables: readonly Variable[]
  readonly height: number
  readonly air: number
}

const levelsOf = (
  cell: Cell,
  carries: (variable: Variable) => boolean,
  heights: RowHeights,
): readonly Level[] => {
  const levelOf = ({ role }: Variable) => levels[role].level
  return [...new Set(cell.variables.map(levelOf))]
    .toSorted((a, b) => b - a)
    .map((level) => cell.variables.filter((variable) => levelOf(variable) === level))
    .map((variables) => ({
      variables,
      height: Math.max(...variables.map((v) => heightOf(v, carries(v), heights))),
      air: Math.max(...variables.map((v) => levels[v.role].airAbove)),
    }))
}

/** What all rows take together, with the least air between them. */
export const leastHeightOf = (
  cell: Cell,
  carries: (variable: Variable) => boolean,
  heights: RowHeights,
  leastAir: number,
): number =>
  levelsOf(cell, carries, heights).reduce(
    (total, { height, air }, i) => total + height + (i === 0 ? 0 : gapOf(air, leastAir)),
    0,
  )

const gapOf = (air: number, unit: number): number => Math.max(leastGap, air * unit)

/** Rows from the top (the target) to the bottom (the input), the air between them so shared out that all fill `height`. */
export const toRows = (
  cell: Cell,
  carries: (variable: Variable) => boolean,
  heights: RowHeights,
  top: number,
  height: number,
  leastAir: number,
): readonly Row[] => {
  const rows = levelsOf(cell, carries, heights)
  const boxes = rows.reduce((total, row) => total + row.height, 0)
  const air = rows.slice(1).reduce((total, row) => total + row.air, 0)
  const unit = Math.min(86, Math.max(leastAir, (height - boxes) / air))
  let next = top + Math.max(0, (height - boxes - unit * air) / 2)
  return rows.map((row, i) => {
    const y = next + (i === 0 ? 0 : gapOf(row.air, unit))
    next = y + row.height
    return { variables: row.variables, top: y, height: row.height }
  })
}
