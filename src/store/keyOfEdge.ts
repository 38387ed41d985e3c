/** KeyOfEdge: an edge by the keys of its ends. */
import type { Graph, GraphEdge } from '../engine/unfold'

/** `h(2) a(3)`: the same edge in another graph. */
export const keyOfEdge = ({ nodes }: Graph, { from, to }: GraphEdge): string =>
  `${nodes[from]!.key} ${nodes[to]!.key}`
