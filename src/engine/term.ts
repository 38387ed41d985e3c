/** Term: a formula whose leaves are variables of a graph, so that formulas of different variables can be put into each other. */
import type { Bound } from './explain'
import { nodeOfLeaf } from './explain'
import { type Expression, apply, edge, evaluate, leavesOf, number } from './expression'
import { shapeOf } from './memory'
import { type Trace, gradientOf, tensorOf } from './run'
import { type Tensor, toTensor } from './tensor'
import type { Graph, GraphNode } from './unfold'

/** A variable or parameter, or the gradient of one. */
export interface Reading {
  readonly node: GraphNode
  readonly isGradient: boolean
}

export interface Term {
  /** Its leaves are edges, numbered by their places in `reads`. */
  readonly expression: Expression
  /** Each once. */
  readonly reads: readonly Reading[]
}

export const isSameReading = (a: Reading, b: Reading): boolean =>
  a.node === b.node && a.isGradient === b.isGradient

/** A formula, with its leaves looked up in the graph. */
export const toTerm = (graph: Graph, { expression, at }: Bound): Term =>
  substitute({ expression, reads: [] }, (leaf) => readingTerm(nodeOfLeaf(graph, at, leaf)))

/** A variable on its own. */
export const readingTerm = (reading: Reading): Term => ({ expression: edge(0), reads: [reading] })

export const numberTerm = (value: number): Term => ({ expression: number(value), reads: [] })

export const sumOfTerms = (terms: readonly Term[]): Term => {
  const reads: Reading[] = []
  const args = terms.map((term) => reindexed(term, reads))
  return { expression: args.length === 1 ? args[0]! : apply('add', ...args), reads }
}

/** The same with something else in place of some of its leaves; null leaves one as it is. */
export const inlined = (term: Term, put: (reading: Reading) => Term | null): Term =>
  substitute(term, (leaf) => {
    const reading = readingOf(term, leaf)
    return put(reading) ?? readingTerm(reading)
  })

type AnyLeaf = Parameters<typeof nodeOfLeaf>[2]

export const readingOf = ({ reads }: Term, leaf: AnyLeaf): Reading => {
  if (leaf.kind !== 'edge') throw new Error('a term reads variables alone')
  return reads[leaf.index]!
}

const substitute = (term: Term, termOf: (leaf: AnyLeaf) => Term): Term => {
  const reads: Reading[] = []
  const visit = (expression: Expression): Expression => {
    if (expression.kind === 'number') return expression
    if (expression.kind !== 'apply') return reindexed(termOf(expression), reads)
    const args = expression.args.map(visit)
    return withoutOne(apply(expression.fn, ...args))
  }
  return { expression: visit(term.expression), reads }
}

/** What is scaled by 1 stays as it is. */
const withoutOne = (expression: Expression): Expression => {
  if (expression.kind !== 'apply' || expression.fn !== 'scale') return expression
  const [scaled, by] = expression.args as readonly [Expression, Expression]
  return by.kind === 'number' && by.value === 1 ? scaled : expression
}

/** A term's expression with its leaves numbered in a longer list, which grows by what is new. */
const reindexed = (term: Term, reads: Reading[]): Expression => {
  const placeOf = (reading: Reading): number => {
    const known = reads.findIndex((one) => isSameReading(one, reading))
    return known >= 0 ? known : reads.push(reading) - 1
  }
  const visit = (expression: Expression): Expression => {
    if (expression.kind === 'number') return expression
    if (expression.kind !== 'apply') return edge(placeOf(readingOf(term, expression)))
    return apply(expression.fn, ...expression.args.map(visit))
  }
  return visit(term.expression)
}

/** Value or gradient in a run, with its shape. Throws nothing: a variable without a gradient is never read for one. */
export const tensorOfReading = (trace: Trace, { node, isGradient }: Reading): Tensor =>
  isGradient
    ? toTensor(shapeOf(trace.architecture, node), gradientOf(trace, node)!)
    : tensorOf(trace, node)

/** The number that a term gives in a run. */
export const evaluateTerm = (trace: Trace, term: Term): Tensor =>
  evaluate(term.expression, (leaf) => tensorOfReading(trace, readingOf(term, leaf)))

/** A part of a term, with the readings that it needs alone. */
export const partOf = (term: Term, expression: Expression): Term =>
  substitute({ expression, reads: term.reads }, (leaf) => readingTerm(readingOf(term, leaf)))

/** The variables that a term reads, in the order in which they stand in it. */
export const readingsOf = (term: Term): readonly Reading[] =>
  leavesOf(term.expression).map((leaf) => readingOf(term, leaf))
