/** Counts: how many numbers a full table over sequences needs, and how many a network has. */
import type { Cell, Dimension } from '../cells/cell'
import { dimensionSize } from '../memory'
import type { Architecture } from '../network'

/**
 * k^τ − 1 numbers are free in a table of all sequences (they sum to 1). Tables of P(y(t) | past) for
 * every t need as many: Σ k^(t−1) (k − 1). Infinity beyond what a float64 holds.
 */
export const tableCount = (classes: number, tau: number): number => classes ** tau - 1

/** log10 of the same, for any τ. */
export const tableMagnitude = (classes: number, tau: number): number => {
  const count = tableCount(classes, tau)
  return count === Infinity ? tau * Math.log10(classes) : Math.log10(count)
}

export interface ParameterCount {
  readonly name: string
  readonly dimensions: readonly Dimension[]
  readonly count: number
}

/** What each parameter of a cell adds to |θ|; τ is nowhere in it. */
export const parameterCounts = (
  cell: Cell,
  architecture: Architecture,
): readonly ParameterCount[] =>
  cell.parameters.map(({ name, dimensions }) => ({
    name,
    dimensions,
    count: dimensions.reduce(
      (product, dimension) => product * dimensionSize(architecture, dimension),
      1,
    ),
  }))

export const parameterTotal = (counts: readonly ParameterCount[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0)

/** The first τ at which the table has more numbers than the network; null for one class. */
export const crossing = (classes: number, total: number): number | null => {
  if (classes < 2) return null
  let tau = 1
  while (tableCount(classes, tau) <= total) tau++
  return tau
}
