/** States: the variable that carries the past, and its copies in the unfolded graph. */
import type { Variable } from './cells/cell'
import type { Graph, GraphNode } from './unfold'

/** The first variable whose role is that of a state. */
export const stateOf = ({ cell }: Graph): Variable =>
  cell.variables.find(({ role }) => role === 'state')!

/** By time; h(0) among them where the network starts from one. */
export const statesOf = (graph: Graph): readonly GraphNode[] => {
  const state = stateOf(graph)
  return graph.nodes.filter(({ of, t }) => of === state && t !== null)
}

/** h(t); undefined where there is none. */
export const stateAt = (graph: Graph, t: number): GraphNode | undefined => {
  const state = stateOf(graph)
  return graph.nodes.find((node) => node.of === state && node.t === t)
}
