/** Loop formulas: how deep f(f(…)) is written out, and what stands for the rest. */
import { compose } from '../engine/compose'
import type { Graph, GraphNode } from '../engine/unfold'
import type { Write } from '../notation/composition'

/** Fewer where more than one variable comes from the step before: the applications branch. */
export const depthOf = (graph: Graph, state: GraphNode): number => {
  const past = compose(graph, state, 1).args?.filter(({ node }) => node.kind === 'computed') ?? []
  return past.length > 1 ? 3 : 6
}

/** Where the rest is left out, dots stand for what would be computed. */
export const elided = (write: Write, isCut: boolean): Write =>
  isCut ? (node) => (node.kind === 'computed' ? '\\cdots' : write(node)) : write
