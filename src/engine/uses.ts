/** Uses: where a number goes: the entries of other variables, and of their gradients, that are computed from it. */
import { summandsOfGradient } from './explain'
import { entriesIn, entryOf } from './products'
import type { Trace } from './run'
import { valueSummands } from './inline'
import { type Reading, type Term, isSameReading, readingOf, tensorOfReading, toTerm } from './term'
import type { Graph, GraphNode } from './unfold'

export interface Use extends Reading {
  /** Of the value or gradient named, the first `most` that read the number; from 0. */
  readonly entries: readonly number[]
  readonly hasMore: boolean
}

export interface Uses {
  readonly uses: readonly Use[]
  /** Variables that were not looked at, there being so many. */
  readonly more: number
}

/** Variables that are looked at, in each direction. */
const mostVariables = 24
/** Entries of one variable that are looked through: in a matrix of a large network not all are. */
const mostTried = 4096

/** Forward uses first, in the order of the run. */
export const usesOf = (trace: Trace, reading: Reading, entry: number, most: number): Uses => {
  const { graph } = trace
  const { node, isGradient } = reading
  const consumers = isGradient
    ? []
    : unique(consumersOf(graph, node)).toSorted((a, b) => a.id - b.id)
  const receivers = unique(receiversOf(graph, reading)).toSorted((a, b) => b.id - a.id)
  const forward = consumers.slice(0, mostVariables).flatMap((consumer) => {
    const terms = valueSummands(graph, consumer).map(({ term }) => term)
    return useIn(trace, { node: consumer, isGradient: false }, terms, reading, entry, most)
  })
  const backward = receivers.slice(0, mostVariables).flatMap((receiver) => {
    const terms = summandsOfGradient(graph, receiver).map((bound) => toTerm(graph, bound))
    return useIn(trace, { node: receiver, isGradient: true }, terms, reading, entry, most)
  })
  const left = (all: readonly GraphNode[]) => Math.max(0, all.length - mostVariables)
  return { uses: [...forward, ...backward], more: left(consumers) + left(receivers) }
}

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)]

const consumersOf = (graph: Graph, { outputs }: GraphNode): readonly GraphNode[] =>
  outputs.map((id) => graph.nodes[graph.edges[id]!.to]!)

/** Variables whose gradient may be computed from a value or a gradient: what the operations that have it at hand read. */
const receiversOf = (graph: Graph, { node, isGradient }: Reading): readonly GraphNode[] =>
  [node, ...(isGradient ? [] : consumersOf(graph, node))].flatMap(({ inputs }) =>
    inputs
      .map((id) => graph.edges[id]!)
      .filter(({ carries }) => carries)
      .map(({ from }) => graph.nodes[from]!),
  )

const useIn = (
  trace: Trace,
  used: Reading,
  terms: readonly Term[],
  reading: Reading,
  entry: number,
  most: number,
): readonly Use[] => {
  const reads = terms.filter((term) => term.reads.some((one) => isSameReading(one, reading)))
  if (reads.length === 0) return []
  const size = Math.min(mostTried, trace.memory.size[used.node.id]!)
  const entries: number[] = []
  for (let i = 0; i < size && entries.length <= most; i++)
    if (reads.some((term) => readsEntry(trace, term, i, reading, entry))) entries.push(i)
  if (entries.length === 0) return []
  return [{ ...used, entries: entries.slice(0, most), hasMore: entries.length > most }]
}

const readsEntry = (
  trace: Trace,
  term: Term,
  index: number,
  reading: Reading,
  entry: number,
): boolean =>
  entriesIn(
    entryOf(term.expression, (leaf) => tensorOfReading(trace, readingOf(term, leaf)), index),
  ).some((one) => one.entry === entry && isSameReading(readingOf(term, one.leaf), reading))
