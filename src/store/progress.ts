/** Progress: how far each node's value and gradient are at one frame. Pure; the only view of time that stage and inspector have. */
import { contributionOf, gradientOf, valueOf, type Trace } from '../engine/run'
import { evaluateBound, summandsOfGradient, summandsOfValue } from '../engine/explain'
import type { Schedule } from '../engine/schedule'
import type { GraphNode } from '../engine/unfold'

/** Contributions that have arrived, of how many: 0 of n is blank, n of n complete. */
export interface Arrived {
  readonly count: number
  readonly all: number
}

/** For every node, when each contribution to its value and to its gradient arrives; for every edge, when it acts. */
export const createProgress = (schedule: Schedule, nodes: number, edges: number) => {
  const arrivals = { forward: lists(nodes), backward: lists(nodes) }
  const acts = {
    forward: new Float64Array(edges).fill(Infinity),
    backward: new Float64Array(edges).fill(Infinity),
  }
  schedule.contributions.forEach(({ phase, node, edges: acting }, i) => {
    arrivals[phase][node]!.push(i + 1)
    for (const edge of acting) acts[phase][edge] = i + 1
  })
  // The times stand in their order; this is asked of every node at every step.
  const arrived = (times: readonly number[], done: number): Arrived => {
    let count = 0
    while (count < times.length && times[count]! <= done) count++
    return { count, all: times.length }
  }
  return {
    value: (node: GraphNode, done: number): Arrived =>
      node.kind === 'computed' ? arrived(arrivals.forward[node.id]!, done) : { count: 1, all: 1 },
    gradient: (node: GraphNode, done: number): Arrived =>
      arrived(arrivals.backward[node.id]!, done),
    hasActed: (phase: 'forward' | 'backward', edge: number, done: number): boolean =>
      acts[phase][edge]! <= done,
  }
}

export type Progress = ReturnType<typeof createProgress>

const lists = (n: number): number[][] => Array.from({ length: n }, () => [])

/** A value, or the sum of the summands that have arrived; null where none has. */
export const arrivedValue = (
  trace: Trace,
  node: GraphNode,
  { count, all }: Arrived,
): Float64Array | null => {
  if (count === 0) return null
  if (count === all) return valueOf(trace, node)
  return sumOf(
    summandsOfValue(node)
      .slice(0, count)
      .map((bound) => evaluateBound(trace, bound).data),
  )
}

/** A gradient, or the sum of the contributions that have arrived; null where none has, or none ever will. */
export const arrivedGradient = (
  trace: Trace,
  node: GraphNode,
  { count, all }: Arrived,
): Float64Array | null => {
  if (count === 0) return null
  if (count === all) return gradientOf(trace, node)
  const edges = summandsOfGradient(trace.graph, node)
    .slice(0, count)
    .filter(({ edge }) => !trace.cuts.has(edge))
  if (edges.length === 0) return new Float64Array(trace.memory.size[node.id]!)
  return sumOf(edges.map(({ edge }) => contributionOf(trace, trace.graph.edges[edge]!)!))
}

const sumOf = (arrays: readonly Float64Array[]): Float64Array =>
  arrays.reduce((total, array) => total.map((value, i) => value + array[i]!))
