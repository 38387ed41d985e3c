/** Ancestors: what a node is computed from, told from edges alone. */
import type { Graph, GraphNode } from './unfold'

/** The ids of all nodes from which edges lead to a node, directly or through others, and its own. */
export const ancestorsOf = ({ nodes, edges }: Graph, { id }: GraphNode): ReadonlySet<number> => {
  const found = new Set([id])
  const waiting = [id]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const edge of nodes[next]!.inputs) {
      const { from } = edges[edge]!
      if (found.has(from)) continue
      found.add(from)
      waiting.push(from)
    }
  return found
}

/** What is given of it, parameters apart: the arguments of g(t), the latest first (10.6); what stands for step 0 comes last. */
export const argumentsOf = (graph: Graph, node: GraphNode): readonly GraphNode[] =>
  [...ancestorsOf(graph, node)]
    .map((id) => graph.nodes[id]!)
    .filter(({ kind }) => kind === 'given')
    .toSorted((a, b) => b.t! - a.t! || a.id - b.id)

/** Those that g(t) is written with (10.6): what stands before step 1 for what is computed later is left out. */
export const writtenArgumentsOf = (graph: Graph, node: GraphNode): readonly GraphNode[] =>
  argumentsOf(graph, node).filter((argument) => !standsForComputed(argument))

/** Does the step after any step have more of them? Not where all of the past is given, as by a teacher. */
export const doArgumentsGrow = (graph: Graph, first: GraphNode): boolean =>
  argumentsOf(graph, first).some(standsForComputed)

const standsForComputed = ({ t, of }: GraphNode): boolean =>
  t === 0 && 'source' in of && of.source.kind === 'computed'
