/** Cuts behind: which cut edges lie on a way from a node to the loss, so that its gradient lacks what they would bring. */
import { ancestorsOf } from './ancestors'
import type { Trace } from './run'
import type { GraphEdge, GraphNode } from './unfold'

/** Made once for all nodes of a run. */
export const cutsBehind = ({
  graph,
  cuts,
}: Pick<Trace, 'graph' | 'cuts'>): ((node: GraphNode) => readonly GraphEdge[]) => {
  const known = [...cuts].map((id) => {
    const edge = graph.edges[id]!
    return { edge, lacking: ancestorsOf(graph, graph.nodes[edge.from]!) }
  })
  return ({ id }) => known.filter(({ lacking }) => lacking.has(id)).map(({ edge }) => edge)
}
