/** Memory: where each node's numbers stand in the slabs; all times of a variable stand side by side. */
import { UnfoldError } from './error'
import type { Architecture } from './network'
import type { Cell, Dimension } from './cells/cell'
import { type Shape, sizeOf } from './tensor'
import type { Graph, GraphNode } from './unfold'

export interface Memory {
  /** By node id, the same in both slabs. */
  readonly address: Int32Array
  readonly size: Int32Array
  /** Numbers in the slab of values; that of gradients is shorter: what carries no gradient stands last. */
  readonly values: number
  readonly gradients: number
}

/** Numbers that a trace may hold: half a gigabyte. */
const mostNumbers = 2 ** 26

export const dimensionSize = (architecture: Architecture, dimension: Dimension): number =>
  dimension === 'one' ? 1 : architecture[`${dimension}Size`]

/** Throws run.tooLarge if a trace of so many steps could not be kept; asked before anything is built. */
export const requireRoom = (cell: Cell, architecture: Architecture, tau: number): void => {
  const numbers = cell.variables.reduce(
    (sum, { dimensions, times }) =>
      sum +
      2 *
        (times === 'each' || times === 'initial' ? tau : 1) *
        sizeOf(dimensions.map((d) => dimensionSize(architecture, d))),
    0,
  )
  if (numbers > 2 * mostNumbers)
    throw new UnfoldError('run.tooLarge', { numbers, limit: mostNumbers })
}

export const shapeOf = (architecture: Architecture, { of }: Pick<GraphNode, 'of'>): Shape =>
  of.dimensions.map((dimension) => dimensionSize(architecture, dimension))

/** Throws run.tooLarge before anything is allocated. */
export const createMemory = (graph: Graph, architecture: Architecture): Memory => {
  const address = new Int32Array(graph.nodes.length)
  const size = new Int32Array(graph.nodes.length)
  const families = new Map<string, GraphNode[]>()
  for (const node of graph.nodes) {
    size[node.id] = sizeOf(shapeOf(architecture, node))
    const family = families.get(node.of.name)
    if (family) family.push(node)
    else families.set(node.of.name, [node])
  }
  let next = 0
  const place = (carries: boolean) => {
    for (const family of families.values()) {
      const first = family[0]!
      // A variable that carries a gradient at some times only has room for it at all.
      if (family.some((node) => node.carries) !== carries) continue
      for (const { id, t } of family) address[id] = next + slot(first, t) * size[id]!
      const last = family.at(-1)!
      next += (slot(first, last.t) + 1) * size[last.id]!
    }
    return next
  }
  const gradients = place(true)
  const values = place(false)
  const numbers = values + gradients
  if (numbers > mostNumbers) throw new UnfoldError('run.tooLarge', { numbers, limit: mostNumbers })
  return { address, size, gradients, values }
}

/** A step that a variable skips keeps its place, so that addresses rise evenly with time. */
const slot = (first: GraphNode, t: number | null) => (t === null ? 0 : t - first.t!)
