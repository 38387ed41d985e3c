/** Subjects: what a step is about: what it computes; where that is a parameter's share alone, what the share is made of. */
import { boundVjp, nodeOfLeaf } from './explain'
import { leavesOf } from './expression'
import type { Schedule, Step } from './schedule'
import type { Reading } from './term'
import type { Graph } from './unfold'

export const isShare = ({ nodes }: Graph, step: Pick<Step, 'nodes'>): boolean =>
  step.nodes.every((id) => nodes[id]!.kind === 'parameter')

export const subjectsOf = (
  graph: Graph,
  { contributions }: Schedule,
  step: Step,
): readonly Reading[] => {
  const { nodes, edges } = graph
  if (!isShare(graph, step))
    return step.nodes.map((id) => ({ node: nodes[id]!, isGradient: step.phase === 'backward' }))
  return contributions.slice(step.from, step.to).flatMap((share) =>
    share.edges.flatMap((id) => {
      const { to, index } = edges[id]!
      const { expression, at } = boundVjp(nodes[to]!, index)
      return leavesOf(expression).map((leaf) => nodeOfLeaf(graph, at, leaf))
    }),
  )
}
