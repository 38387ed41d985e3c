/** Compose: a variable as applications of one function inside one another: h(3) = f(f(f(h(0), x(1)), x(2)), x(3)) (10.5). */
import type { Graph, GraphNode } from './unfold'

/** A node, and what the function that computes it is applied to; null: the node stands by its name. */
export interface Composition {
  readonly node: GraphNode
  readonly args: readonly Composition[] | null
}

/** `depth`: how many applications stand inside one another; below them a variable is named. */
export const compose = (graph: Graph, node: GraphNode, depth: number): Composition => ({
  node,
  args:
    node.kind === 'computed' && depth > 0
      ? sourcesOf(graph, node).map((source) => compose(graph, source, depth - 1))
      : null,
})

/** What a step's function reads, parameters apart: what comes from earlier steps, then what is given at its own. */
const sourcesOf = (graph: Graph, node: GraphNode): readonly GraphNode[] => {
  const found = new Set<GraphNode>()
  const visit = ({ inputs }: GraphNode) => {
    for (const id of inputs) {
      const from = graph.nodes[graph.edges[id]!.from]!
      if (from.kind === 'parameter') continue
      if (from.kind === 'given' || from.t !== node.t) found.add(from)
      else visit(from)
    }
  }
  visit(node)
  return [...found].toSorted((a, b) => a.t! - b.t! || a.id - b.id)
}
