/** Check: gradients beside central differences of the loss (MATH: section on checking). */
import type { Network } from './network'
import { operations } from './operations'
import {
  type Runner,
  type Trace,
  contributionOf,
  fillGiven,
  gradientOf,
  objectiveOf,
  valueOf,
} from './run'
import type { GraphEdge, GraphNode } from './unfold'

export interface Comparison {
  /** Entry of the variable, from 0. */
  readonly entry: number
  readonly epsilon: number
  readonly lossAbove: number
  readonly lossBelow: number
  readonly gradient: number
  readonly difference: number
  /** |g − d| / max(1, |g|, |d|) */
  readonly disagreement: number
  /** Up to so much of it is rounding: that of a long sum of losses can be more than `tolerance`. */
  readonly allowed: number
  /** Did a step of ε cross a kink, so that the difference means nothing? */
  readonly crossesKink: boolean
}

/** Above this a smooth network's gradient counts as wrong, unless rounding alone may be more. */
export const tolerance = 1e-8

/** Near the cube root of float64's epsilon, where rounding and truncation errors balance. */
const relativeStep = 6e-6

/** Of one float64 operation, relative to its result. */
const unitRoundoff = 2 ** -53

/** By how many units in its last place a loss may be off: its sum over time rounds at every step, up and down alike. */
const sumsOfRounding = ({ graph }: Trace): number => 2 + Math.sqrt(graph.tau)

/** (L(z + ε) − L(z − ε)) / 2ε for one entry of any node z that carries a gradient; whatever depends on z is computed anew. */
export const compare = (
  runner: Runner,
  network: Network,
  trace: Trace,
  node: GraphNode,
  entry: number,
): Comparison => {
  const place: Place = { node, entry, seenBy: null }
  return besides(runner, network, trace, place, gradientOf(trace, node)![entry]!)
}

/** The same for what one edge sends back: the entry is moved for the edge's consumer alone, as if it read a copy of its own. */
export const compareShare = (
  runner: Runner,
  network: Network,
  trace: Trace,
  edge: GraphEdge,
  entry: number,
): Comparison => {
  const place: Place = { node: trace.graph.nodes[edge.from]!, entry, seenBy: edge.to }
  return besides(runner, network, trace, place, contributionOf(trace, edge)![entry]!)
}

/** What is moved; `seenBy`: the one node that reads it moved, null for all. */
interface Place {
  readonly node: GraphNode
  readonly entry: number
  readonly seenBy: number | null
}

const besides = (
  runner: Runner,
  network: Network,
  trace: Trace,
  place: Place,
  gradient: number,
): Comparison => {
  const { node, entry } = place
  const value = valueOf(trace, node)[entry]!
  const epsilon = relativeStep * Math.max(1, Math.abs(value))
  const above = lossWith(runner, network, place, epsilon)
  const below = lossWith(runner, network, place, -epsilon)
  const difference = (above.loss - below.loss) / (2 * epsilon)
  const scale = Math.max(1, Math.abs(gradient), Math.abs(difference))
  const largest = Math.max(Math.abs(above.loss), Math.abs(below.loss))
  const rounding = (sumsOfRounding(trace) * unitRoundoff * largest) / epsilon
  return {
    entry,
    epsilon,
    allowed: Math.max(tolerance, rounding / scale),
    lossAbove: above.loss,
    lossBelow: below.loss,
    gradient,
    difference,
    disagreement: Math.abs(gradient - difference) / scale,
    crossesKink: above.regime.some((side, i) => side !== below.regime[i]),
  }
}

/** The loss with one entry of one node moved, and on which side of every kink the run was. */
const lossWith = (
  runner: Runner,
  network: Network,
  { node, entry, seenBy }: Place,
  change: number,
): { readonly loss: number; readonly regime: readonly number[] } => {
  const { graph, memory, forward } = runner
  const values = new Float64Array(memory.values)
  const moved = memory.address[node.id]! + entry
  fillGiven(runner, network, values)
  if (node.kind !== 'computed' && seenBy === null) values[moved]! += change
  const regime: number[] = []
  for (const { node: id, operation, call } of forward) {
    const own = values[moved]!
    if (id === seenBy) values[moved] = own + change
    operation.forward(values, call)
    if (id === seenBy) values[moved] = own
    if (id === node.id && seenBy === null) values[moved]! += change
    if (operation.regime) regime.push(...operation.regime(values, call))
  }
  return { loss: values[memory.address[objectiveOf(graph).id]!]!, regime }
}

/** Has the network an operation with kinks? */
export const hasKinks = ({ graph }: Runner): boolean =>
  graph.nodes.some(({ operation }) => operation !== null && operations[operation].regime !== null)
