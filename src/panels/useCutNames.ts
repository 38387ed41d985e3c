/** The names of edges that are cut, as what flows back along them: `∇a(3) → ∇h(2)`. */
import type { GraphEdge } from '../engine/unfold'
import { storyOf } from '../store/unfold'
import { useDictionary, useUnfold, useValue } from './useUnfold'

export const useCutNames = (): ((edges: readonly GraphEdge[]) => string) => {
  const { list } = useDictionary()
  useValue(({ notation }) => notation)
  const { trace, names } = storyOf(useUnfold())
  const nameOf = (id: number) => names.reading({ node: trace.graph.nodes[id]!, isGradient: true })
  return (edges) => list(edges.map(({ from, to }) => `${nameOf(to)} → ${nameOf(from)}`))
}
