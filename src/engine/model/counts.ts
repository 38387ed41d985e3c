/** Counts: how many numbers a full table over sequences needs, and how many a network has. */
import type { Cell, Dimension } from '../cells/cell'
import { dimensionSize } from '../memory'
import type { Architecture } from '../network'

/**
 * What a full table lists, of k classes, read inputs of n symbols:
 * `sequences` every sequence of outputs, which sum to 1: k^τ − 1. Tables of P(y(t) | past) for every t need as
 * many, Σ k^(t−1) (k − 1);
 * `steps` P(y(t) | x(1), …, x(t)) for every t, where no output depends on another: (k − 1) Σ n^t;
 * `last` P(y | x(1), …, x(τ)) of the one output at the end: (k − 1) n^τ.
 */
export type TableKind = 'sequences' | 'steps' | 'last'

export interface FullTable {
  readonly kind: TableKind
  /** What each further step multiplies it by, as τ grows. */
  readonly base: number
  /** How many numbers are free at τ; infinity beyond what a float64 holds. */
  readonly count: (tau: number) => number
  /** log10 of the same, for any τ. */
  readonly magnitude: (tau: number) => number
}

export const toFullTable = (kind: TableKind, classes: number, inputs: number): FullTable => {
  const base = kind === 'sequences' ? classes : inputs
  const count = (tau: number): number => {
    if (kind === 'sequences') return classes ** tau - 1
    if (kind === 'last') return (classes - 1) * inputs ** tau
    const ways = inputs === 1 ? tau : (inputs * (inputs ** tau - 1)) / (inputs - 1)
    return (classes - 1) * ways
  }
  // Beyond floats the leading power is all of it, to many digits.
  const factor = { sequences: 1, last: classes - 1, steps: ((classes - 1) * base) / (base - 1) }[
    kind
  ]
  const magnitude = (tau: number): number => {
    const exact = count(tau)
    return exact === Infinity ? Math.log10(factor) + tau * Math.log10(base) : Math.log10(exact)
  }
  return { kind, base, count, magnitude }
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

/** The first τ at which the table has more numbers than the network; null where it does not grow. */
export const crossing = ({ base, count }: FullTable, total: number): number | null => {
  if (base < 2 || count(1) === 0) return null
  let tau = 1
  while (count(tau) <= total) tau++
  return tau
}
