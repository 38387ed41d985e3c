/** Check: gradients beside central differences of the loss (MATH: section on checking). */
import type { Network } from './network'
import { operations } from './operations'
import { type Runner, type Trace, fillGiven, gradientOf, objectiveOf, valueOf } from './run'
import type { GraphNode } from './unfold'

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
  /** Did a step of ε cross a kink, so that the difference means nothing? */
  readonly crossesKink: boolean
}

/** Above this a smooth network's gradient counts as wrong. */
export const tolerance = 1e-8

/** Near the cube root of float64's epsilon, where rounding and truncation errors balance. */
const relativeStep = 6e-6

/** (L(z + ε) − L(z − ε)) / 2ε for one entry of any node z that carries a gradient; whatever depends on z is computed anew. */
export const compare = (
  runner: Runner,
  network: Network,
  trace: Trace,
  node: GraphNode,
  entry: number,
): Comparison => {
  const value = valueOf(trace, node)[entry]!
  const epsilon = relativeStep * Math.max(1, Math.abs(value))
  const above = lossWith(runner, network, node, entry, epsilon)
  const below = lossWith(runner, network, node, entry, -epsilon)
  const gradient = gradientOf(trace, node)![entry]!
  const difference = (above.loss - below.loss) / (2 * epsilon)
  const scale = Math.max(1, Math.abs(gradient), Math.abs(difference))
  return {
    entry,
    epsilon,
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
  node: GraphNode,
  entry: number,
  change: number,
): { readonly loss: number; readonly regime: readonly number[] } => {
  const { graph, memory, forward } = runner
  const values = new Float64Array(memory.values)
  const moved = memory.address[node.id]! + entry
  fillGiven(runner, network, values)
  if (node.kind !== 'computed') values[moved]! += change
  const regime: number[] = []
  for (const { node: id, operation, call } of forward) {
    operation.forward(values, call)
    if (id === node.id) values[moved]! += change
    if (operation.regime) regime.push(...operation.regime(values, call))
  }
  return { loss: values[memory.address[objectiveOf(graph).id]!]!, regime }
}

/** Has the network an operation with kinks? */
export const hasKinks = ({ graph }: Runner): boolean =>
  graph.nodes.some(({ operation }) => operation !== null && operations[operation].regime !== null)
