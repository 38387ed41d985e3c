/** Rows: which variable stands on which level, from the bottom up as in the book's figures. */
import type { Cell, Role, Variable } from '../engine/cells/cell'

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
  readonly symbol: number
  /** A name stands in the gap between two rows. */
  readonly gap: number
  /** The least air, where a row has as much of it as anywhere. */
  readonly air: number
}

/** Height of a variable's box; `carries`: room for its gradient under its value. */
export const heightOf = (
  { role, dimensions }: Variable,
  carries: boolean,
  heights: RowHeights,
): number => {
  if (dimensions.length === 0)
    return role === 'target'
      ? heights.symbol
      : Math.round(heights.scalar * (role === 'draw' ? 0.76 : 1))
  const header = role === 'probabilities' ? heights.header : 0
  return header + heights.vector + (carries ? heights.gradient : 0)
}

/** Rows from the top (the target) to the bottom (the input), the air between them so shared out that all fill `height`. */
export const toRows = (
  cell: Cell,
  carries: (variable: Variable) => boolean,
  heights: RowHeights,
  top: number,
  height: number,
): readonly Row[] => {
  const rows = levelsOf(cell, carries, heights)
  const boxes = rows.reduce((total, row) => total + row.height, 0)
  const unit = Math.min(86, Math.max(heights.air, unitFor(rows.slice(1), height - boxes)))
  const gaps = rows.map((row, i) => (i === 0 ? 0 : Math.max(row.leastGap, row.air * unit)))
  let next = top + Math.max(0, (height - boxes - gaps.reduce((a, b) => a + b)) / 2)
  return rows.map((row, i) => {
    const y = next + gaps[i]!
    next = y + row.height
    return { variables: row.variables, top: y, height: row.height }
  })
}

type Gap = { readonly air: number; readonly leastGap: number }

/** The air that makes all gaps fill a height: what some must have at least, the others share less. */
const unitFor = (gaps: readonly Gap[], height: number): number => {
  const total = gaps.reduce((sum, { air }) => sum + air, 0)
  const unit = total > 0 ? height / total : 0
  const held = gaps.filter(({ air, leastGap }) => air * unit < leastGap)
  if (held.length === 0 || held.length === gaps.length) return unit
  const free = gaps.filter((gap) => !held.includes(gap))
  return unitFor(free, height - held.reduce((sum, { leastGap }) => sum + leastGap, 0))
}

/** What all rows take where there is no more air than must be. */
export const leastHeightOf = (
  cell: Cell,
  carries: (variable: Variable) => boolean,
  heights: RowHeights,
): number =>
  levelsOf(cell, carries, heights).reduce(
    (total, { height, air, leastGap }, i) =>
      total + height + (i === 0 ? 0 : Math.max(leastGap, air * heights.air)),
    0,
  )

const levelsOf = (cell: Cell, carries: (variable: Variable) => boolean, heights: RowHeights) => {
  const levelOf = ({ role }: Variable) => levels[role].level
  return [...new Set(cell.variables.map(levelOf))]
    .toSorted((a, b) => b - a)
    .map((level) => cell.variables.filter((variable) => levelOf(variable) === level))
    .map((variables) => ({
      variables,
      height: Math.max(...variables.map((v) => heightOf(v, carries(v), heights))),
      air: Math.max(...variables.map((v) => levels[v.role].airAbove)),
      // The name of what is round stands beside it; above what draws a symbol a gradient ends.
      leastGap:
        variables.every(isScalar) && !variables.some(({ role }) => role === 'draw')
          ? heights.gap * 0.65
          : heights.gap,
    }))
}

const isScalar = ({ dimensions }: Variable): boolean => dimensions.length === 0
