/** Check all: every entry of every parameter, initial state and input that carries a gradient, beside central differences. */
import { type Comparison, compare } from './check'
import type { Network } from './network'
import { type Runner, type Trace, gradientOf } from './run'
import { passProducts } from './passProducts'
import type { Graph, GraphNode } from './unfold'

export interface CheckPlace {
  readonly key: string
  readonly entry: number
}

export interface CheckedPlace extends CheckPlace, Comparison {}

/** What a run is given and learns from or reads: parameters, h(0), x. */
const isChecked = ({ kind, carries }: GraphNode): boolean => carries && kind !== 'computed'

export const checkPlaces = ({ nodes }: Graph, trace: Trace): readonly CheckPlace[] =>
  nodes
    .filter(isChecked)
    .flatMap((node) =>
      Array.from(gradientOf(trace, node)!, (_, entry) => ({ key: node.key, entry })),
    )

/** How many places make a batch that takes about as long whatever the network: 2 passes each. */
export const batchSize = (runner: Runner, products: number): number =>
  Math.max(1, Math.floor(products / (2 * passProducts(runner) + 1000)))

export const checkBatch = (
  runner: Runner,
  network: Network,
  trace: Trace,
  places: readonly CheckPlace[],
): readonly CheckedPlace[] =>
  places.map(({ key, entry }) => ({
    key,
    ...compare(runner, network, trace, runner.graph.byKey.get(key)!, entry),
  }))

/** The largest disagreement first; what crosses a kink says nothing, and stands after what does. */
export const byDisagreement = (checked: readonly CheckedPlace[]): readonly CheckedPlace[] =>
  checked.toSorted(
    (a, b) =>
      Number(a.crossesKink) - Number(b.crossesKink) ||
      sizeOf(b.disagreement) - sizeOf(a.disagreement),
  )

/** Not a number is worse than any disagreement. */
const sizeOf = (disagreement: number): number =>
  Number.isNaN(disagreement) ? Infinity : disagreement
