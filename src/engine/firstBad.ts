/** First bad: where a run first comes to what is no number, or to more than a float64 holds. */
import { evaluateBound, summandsOfValue } from './explain'
import { type Trace, contributionOf, gradientOf, valueOf } from './run'
import type { Phase, Schedule } from './schedule'
import type { GraphNode } from './unfold'

export interface Bad {
  readonly phase: Phase
  /** Whose value, or whose gradient on the way back. */
  readonly node: GraphNode
  /** The first of its entries that is not finite, and what it came to: NaN, Infinity, −Infinity. */
  readonly entry: number
  readonly value: number
  /** So many contributions of the schedule are done when it is there. */
  readonly done: number
}

/** In the order of the schedule, down to the summand that does it; null where all is finite. */
export const firstBad = (trace: Trace, schedule: Schedule): Bad | null => {
  const { nodes } = trace.graph
  const bad = {
    forward: nodes.map((node) => !isFinite(valueOf(trace, node))),
    backward: nodes.map((node) => !isFinite(gradientOf(trace, node) ?? [])),
  }
  /** Of what is bad in the end: how many summands have arrived, and their sum. */
  const sums = new Map<number, { readonly count: number; readonly sum: Float64Array }>()
  for (let i = 0; i < schedule.contributions.length; i++) {
    const { phase, node: id, edges } = schedule.contributions[i]!
    if (!bad[phase][id]) continue
    const node = nodes[id]!
    const isForward = phase === 'forward'
    const before = sums.get(id)
    const count = before?.count ?? 0
    const isLast = (isForward ? schedule.valueReady : schedule.gradientReady)[id] === i + 1
    const sum = isLast
      ? (isForward ? valueOf : gradientOf)(trace, node)!
      : added(
          before?.sum,
          isForward
            ? evaluateBound(trace, summandsOfValue(node)[count]!).data
            : sentBack(trace, edges[0]!),
        )
    const entry = sum.findIndex((value) => !Number.isFinite(value))
    if (entry >= 0) return { phase, node, entry, value: sum[entry]!, done: i + 1 }
    sums.set(id, { count: count + 1, sum })
  }
  return null
}

const isFinite = (numbers: ArrayLike<number>): boolean => {
  for (let i = 0; i < numbers.length; i++) if (!Number.isFinite(numbers[i]!)) return false
  return true
}

/** What is cut sends back nothing; null stands for that. */
const sentBack = (trace: Trace, edge: number): Float64Array | null =>
  trace.cuts.has(edge) ? null : contributionOf(trace, trace.graph.edges[edge]!)

const none = new Float64Array(0)

const added = (sum: Float64Array | undefined, summand: Float64Array | null): Float64Array =>
  sum && summand ? sum.map((value, i) => value + summand[i]!) : (sum ?? summand ?? none)
