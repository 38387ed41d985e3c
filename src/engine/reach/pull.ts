/** Pull: a vector-Jacobian product through the graph, from any node back to all that came before it. */
import { type Vjp, vjpAt } from '../operation'
import type { Call, Slab } from '../operation'
import { operations } from '../operations'
import { type Runner, toCall } from '../run'
import type { GraphNode } from '../unfold'

/** What comes back: a slab addressed as gradients are, and which nodes anything came back to. */
export interface Pulled {
  readonly gradients: Slab
  readonly isReached: (node: GraphNode) => boolean
}

/** Sends `seed`, shaped as `from`, back as far as the node `downTo`. What it gave before is overwritten. */
export type Pull = (
  values: Slab,
  from: GraphNode,
  seed: ArrayLike<number>,
  downTo: GraphNode,
) => Pulled

interface Way {
  readonly to: number
  readonly contribute: Vjp['contribute']
  readonly call: Call
  readonly index: number
}

/** Parameters are left out: their gradients are no part of what travels. Nothing comes back on a cut edge. */
export const createPull = ({ graph, memory, cuts }: Runner): Pull => {
  const { address, size } = memory
  const calls = graph.nodes.map((node) => toCall(graph, memory, node))
  const ways = graph.nodes.map(({ kind, outputs }): readonly Way[] =>
    kind === 'parameter'
      ? []
      : outputs.flatMap((id) => {
          const { carries, to, index } = graph.edges[id]!
          if (!carries || cuts.has(id)) return []
          const { contribute } = vjpAt(operations[graph.nodes[to]!.operation!], index) as Vjp
          return [{ to, contribute, call: calls[to]!, index }]
        }),
  )
  const gradients = new Float64Array(memory.gradients)
  const scratch = new Float64Array(size.reduce((most, n) => Math.max(most, n), 0))
  const reached = new Uint8Array(graph.nodes.length)
  /** The stretch of ids that the pull before this one went over. */
  let last = { from: 0, to: 0 }

  const gather = (values: Slab, id: number) => {
    for (const { to, contribute, call, index } of ways[id]!) {
      if (!reached[to]) continue
      const at = address[id]!
      if (reached[id]) {
        contribute(values, gradients, call, index, scratch, 0)
        for (let i = 0; i < size[id]!; i++) gradients[at + i]! += scratch[i]!
      } else contribute(values, gradients, call, index, gradients, at)
      reached[id] = 1
    }
  }

  return (values, from, seed, downTo) => {
    reached.fill(0, last.from, last.to + 1)
    last = { from: Math.min(downTo.id, from.id), to: from.id }
    gradients.set(seed, address[from.id]!)
    reached[from.id] = 1
    // Every edge leads to a larger id: what is behind `from` is complete when it is passed.
    for (let id = from.id - 1; id >= downTo.id; id--) gather(values, id)
    return { gradients, isReached: ({ id }) => reached[id] === 1 }
  }
}
