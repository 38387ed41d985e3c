/** Links: the arrows of the picture. An arrow stands for the edges that act together: a vector, and the matrix that takes it on; or for a parameter that is added by itself, a bias. */
import { leavesOf } from '../engine/expression'
import { summandsOfValue } from '../engine/explain'
import type { Absence } from '../engine/operation'
import { type Graph, absenceOf } from '../engine/unfold'

export interface Link {
  /** The edge that leaves the variable, or the bias; its id is the link's. */
  readonly id: number
  readonly from: number
  readonly to: number
  /** The parameter that acts on the way, if one does. */
  readonly parameter: number | null
  /** Does a gradient come back along it? */
  readonly carries: boolean
  /** Why none comes back, where one could be missed. */
  readonly absence: Absence | null
}

export const linksOf = (graph: Graph): readonly Link[] =>
  graph.nodes.flatMap((node) =>
    summandsOfValue(node).flatMap(({ expression }) => {
      const edges = leavesOf(expression).flatMap((leaf) =>
        leaf.kind === 'edge' ? [graph.edges[node.inputs[leaf.index]!]!] : [],
      )
      const isParameter = (id: number) => graph.nodes[id]!.kind === 'parameter'
      const parameter = edges.find(({ from }) => isParameter(from))?.from ?? null
      const leaving = edges.filter(({ from }) => !isParameter(from))
      return (leaving.length > 0 ? leaving : edges).map((edge) => {
        const { id, from, to, carries } = edge
        return { id, from, to, parameter, carries, absence: absenceOf(graph, edge) }
      })
    }),
  )

/** Does a parameter stand at its start: is it added by itself? */
export const isBias = ({ from, parameter }: Pick<Link, 'from' | 'parameter'>): boolean =>
  from === parameter
