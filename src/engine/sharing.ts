/** Sharing: how many numbers there are to learn, and how many there would be if every use had its own. */
import type { Memory } from './memory'
import type { Graph, GraphNode } from './unfold'

export interface ParameterCount {
  readonly parameter: GraphNode
  /** Numbers in it. */
  readonly size: number
  /** How many times the unfolded graph uses it. */
  readonly uses: number
}

export interface Sharing {
  readonly counts: readonly ParameterCount[]
  /** |θ|. */
  readonly shared: number
  /** τ · |θ| where each parameter is used at every step. */
  readonly unshared: number
}

export const countParameters = (graph: Graph, { size }: Memory): Sharing => {
  const counts = graph.nodes
    .filter(({ kind }) => kind === 'parameter')
    .map((parameter) => ({
      parameter,
      size: size[parameter.id]!,
      uses: parameter.outputs.length,
    }))
  return {
    counts,
    shared: counts.reduce((sum, count) => sum + count.size, 0),
    unshared: counts.reduce((sum, count) => sum + count.size * count.uses, 0),
  }
}
