/** Table: a whole run as rows and columns: a row for each entry of a variable or of its gradient, a column for each time. */
import { shapeOf } from '../engine/memory'
import type { Network } from '../engine/network'
import { type Trace, gradientOf, valueOf } from '../engine/run'
import { type Graph, type GraphNode, nodeAt, range } from '../engine/unfold'
import type { Field } from '../formats/csv'
import { toIndexText } from '../notation/names'
import { inputSymbols, outputSymbols } from './document'

/** A time; null: what belongs to none, as a total. */
export type Column = number | null

/** The rows of one variable, or of its gradient. */
export interface Group {
  /** Two variables that share a letter share a row, as L(t) and L do. */
  readonly symbol: string
  readonly isGradient: boolean
  /** One of its nodes: all have the same shape. */
  readonly sample: GraphNode
  readonly size: number
}

/** In the order of the cell's variables, each followed by its gradient; what has no node in this graph is left out. */
export const groupsOf = ({ graph, memory }: Pick<Trace, 'graph' | 'memory'>): readonly Group[] => {
  const samples = new Map<string, { sample: GraphNode; carries: boolean }>()
  for (const node of graph.nodes) {
    if (!('symbol' in node.of)) continue
    const { symbol } = node.of
    const known = samples.get(symbol)
    if (!known) samples.set(symbol, { sample: node, carries: node.carries })
    else known.carries ||= node.carries
  }
  return [...new Set(graph.cell.variables.map(({ symbol }) => symbol))].flatMap((symbol) => {
    const found = samples.get(symbol)
    if (!found) return []
    const { sample, carries } = found
    const group = { symbol, isGradient: false, sample, size: memory.size[sample.id]! }
    return carries ? [group, { ...group, isGradient: true }] : [group]
  })
}

/** The times in order, from 0 where something is given before the first; totals come last. */
export const columnsOf = ({ nodes, tau }: Graph): readonly Column[] => {
  const variables = nodes.filter(({ kind }) => kind !== 'parameter')
  const first = variables.some(({ t }) => t === 0) ? 0 : 1
  return [...range(first, tau), ...(variables.some(({ t }) => t === null) ? [null] : [])]
}

export const nodeIn = (graph: Graph, { symbol }: Group, column: Column): GraphNode | undefined =>
  nodeAt(graph, symbol, column)

/** Null where it carries no gradient. */
export const numbersOf = (
  trace: Trace,
  node: GraphNode,
  isGradient: boolean,
): Float64Array | null => (isGradient ? gradientOf : valueOf)(trace, node)

/** What the entries along a dimension stand for; null where they have no names. */
export const labelsOf = (
  network: Network,
  { of }: GraphNode,
  axis: 0 | 1,
): readonly string[] | null => {
  const dimension = of.dimensions[axis]
  if (dimension === 'input') return network.inputVocabulary && inputSymbols(network)
  if (dimension === 'output') return network.outputVocabulary && outputSymbols(network)
  return null
}

/** All numbers of a run, whatever has been shown of it; its first row names the columns; rows of what has no time are short. */
export const toCsvRows = (trace: Trace, network: Network): readonly (readonly Field[])[] => {
  const { graph, memory } = trace
  const columns = columnsOf(graph)
  const times = columns.filter((column) => column !== null)
  const header = ['variable', 'kind', 'entry', 'symbol', 'no time', ...times.map((t) => `t=${t}`)]
  const rowsOf = (
    name: string,
    sample: GraphNode,
    isGradient: boolean,
    nodes: readonly (GraphNode | undefined)[],
  ): readonly (readonly Field[])[] => {
    const numbers = nodes.map((node) => (node ? numbersOf(trace, node, isGradient) : null))
    const shape = shapeOf(trace.architecture, sample)
    const labels = shape.length === 1 ? labelsOf(network, sample, 0) : null
    return Array.from({ length: memory.size[sample.id]! }, (_, entry) => [
      ...[name, isGradient ? 'gradient' : 'value'],
      ...[toIndexText(shape, entry), labels?.[entry] ?? null],
      ...numbers.map((all) => all?.[entry] ?? null),
    ])
  }
  return [
    header,
    ...groupsOf(trace).flatMap((group) =>
      rowsOf(group.symbol, group.sample, group.isGradient, [
        ...[null, ...times].map((column) => nodeIn(graph, group, column)),
      ]),
    ),
    ...graph.nodes
      .filter(({ kind }) => kind === 'parameter')
      .flatMap((node) =>
        [false, true]
          .filter((isGradient) => !isGradient || node.carries)
          .flatMap((isGradient) => rowsOf(node.key, node, isGradient, [node])),
      ),
  ]
}
