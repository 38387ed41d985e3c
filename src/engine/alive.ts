/** Alive: which nodes the objective is really computed from, in this graph: by name all h carry a gradient, but behind the last loss nothing comes back. */
import { objectiveOf } from './run'
import type { Graph } from './unfold'

const kept = new WeakMap<Graph, Uint8Array>()

/** 1 for each node from which the objective can be reached along edges that carry a gradient. */
export const aliveNodes = (graph: Graph): Uint8Array => {
  let alive = kept.get(graph)
  if (alive) return alive
  alive = new Uint8Array(graph.nodes.length)
  alive[objectiveOf(graph).id] = 1
  // Every edge leads to a larger id: a consumer is settled before what it reads.
  for (let id = graph.nodes.length - 1; id >= 0; id--)
    if (alive[id] === 1)
      for (const edge of graph.nodes[id]!.inputs) {
        const { from, carries } = graph.edges[edge]!
        if (carries) alive[from] = 1
      }
  kept.set(graph, alive)
  return alive
}
