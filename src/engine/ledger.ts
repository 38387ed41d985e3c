/** Ledger: the gradient of a shared parameter as a sum over time: what each use adds, and the two vectors that make it. */
import { type Bound, summandsOfGradient } from './explain'
import { type Trace, contributionOf } from './run'
import type { Graph, GraphNode } from './unfold'

/** One use of a parameter. */
export interface Entry extends Bound {
  readonly edge: number
  /** The step at which it is used; a total's is the last. */
  readonly t: number
  /** How many uses have arrived with it: the backward pass comes from the last step. */
  readonly arrival: number
}

const kept = new WeakMap<GraphNode, readonly Entry[]>()

/** The uses of a parameter that carry a gradient, in the order of time. */
export const entriesOf = (graph: Graph, parameter: GraphNode): readonly Entry[] => {
  let entries = kept.get(parameter)
  if (!entries) {
    entries = summandsOfGradient(graph, parameter)
      .map((use, i) => ({ ...use, t: use.at.t ?? graph.tau, arrival: i + 1 }))
      .toReversed()
    kept.set(parameter, entries)
  }
  return entries
}

/** The vectors u and v of a contribution u vᵀ; null for one of another form. */
export const factorsOf = ({ expression, at }: Bound): readonly [Bound, Bound] | null => {
  if (expression.kind !== 'apply' || expression.fn !== 'outer') return null
  const [u, v] = expression.args
  return [
    { expression: u!, at },
    { expression: v!, at },
  ]
}

/** The largest size of an entry of any contribution, for one scale over all times; 0 where that would take more than `budget` numbers. */
export const largestShare = (trace: Trace, parameter: GraphNode, budget: number): number => {
  const entries = entriesOf(trace.graph, parameter)
  if (entries.length * trace.memory.size[parameter.id]! > budget) return 0
  let largest = 0
  for (const { edge } of entries)
    for (const share of contributionOf(trace, trace.graph.edges[edge]!)!) {
      const size = Math.abs(share)
      if (size > largest && size < Infinity) largest = size
    }
  return largest
}
