/** Inline: from the graph's form of an equation to the book's: what the book does not name is put in. */
import { formulaOf, summandsOfGradient, summandsOfValue } from './explain'
import { type Expression, apply } from './expression'
import {
  type Reading,
  type Term,
  inlined,
  numberTerm,
  partOf,
  readingTerm,
  sumOfTerms,
  toTerm,
} from './term'
import type { Graph, GraphNode } from './unfold'

/** `graph`: every gradient has a name. `book`: those have one that the book's equations define. */
export type EquationForm = 'graph' | 'book'
export const equationForms: readonly EquationForm[] = ['graph', 'book']

/** One summand of a value or of a gradient. */
export interface Summand {
  readonly term: Term
  /** The edges that bring it: those that act together forward, the one on which a gradient comes back. */
  readonly edges: readonly number[]
}

/** The step that a summand of a parameter's gradient comes from. */
export const timeOf = ({ nodes, edges, tau }: Graph, summand: Summand): number =>
  nodes[edges[summand.edges[0]!]!.to]!.t ?? tau

/** The summands of a node's value, in the order in which they arrive. */
export const valueSummands = (graph: Graph, node: GraphNode): readonly Summand[] =>
  summandsOfValue(node).map((bound) => {
    const term = toTerm(graph, bound)
    const sources = new Set(term.reads.map(({ node: { id } }) => id))
    return { term, edges: node.inputs.filter((id) => sources.has(graph.edges[id]!.from)) }
  })

/** The summands of a node's gradient, in the order in which they arrive, in one of the two forms. */
export const gradientSummands = (
  graph: Graph,
  node: GraphNode,
  form: EquationForm,
): readonly Summand[] =>
  summandsOfGradient(graph, node).map((bound) => {
    const term = toTerm(graph, bound)
    return { term: form === 'book' ? asInBook(graph, term) : term, edges: [bound.edge] }
  })

/** Gradients that have a variable's value in them in the book's form, though nothing is computed from it: ŷ in ∇o = ŷ − y. */
export const gradientsNaming = (graph: Graph, node: GraphNode): readonly GraphNode[] =>
  node.inputs
    .map((id) => graph.nodes[graph.edges[id]!.from]!)
    .filter(
      (source) =>
        source.carries &&
        gradientSummands(graph, source, 'book').some(({ term }) =>
          term.reads.some((one) => one.node === node && !one.isGradient),
        ),
    )

/** Gradients that the book does not name, and gradients of numbers, are put in; what the graph has a name for is named. */
export const asInBook = (graph: Graph, term: Term): Term =>
  named(
    graph,
    inlined(term, (reading) => {
      if (!reading.isGradient || isNamedInBook(graph, reading.node)) return null
      return definitionOfGradient(graph, reading.node)
    }),
  )

/** Not named is what has no equation and is read by functions of it alone: a pre-activation. */
const isNamedInBook = (graph: Graph, { of, kind, outputs }: GraphNode): boolean => {
  if (kind === 'parameter') return true
  if (of.dimensions.length === 0) return false
  if (of.equations.backward !== null || of.equations.backwardAtEnd !== null) return true
  // Where nothing comes back it is 0, and its name says of which shape: the last ŷ that could be fed back.
  if (!outputs.some((id) => graph.edges[id]!.carries)) return true
  const consumers = outputs.map((id) => graph.nodes[graph.edges[id]!.to]!)
  return consumers.some(({ inputs }) => inputs.length > 1)
}

const definitionOfGradient = (graph: Graph, node: GraphNode): Term =>
  node.of.name === graph.cell.objective
    ? numberTerm(1)
    : asInBook(graph, sumOfTerms(summandsOfGradient(graph, node).map((one) => toTerm(graph, one))))

/** A part that is the formula of some variable goes by that variable's name: softmax o(2) is ŷ(2). */
const named = (graph: Graph, term: Term): Term => {
  const places: Reading[] = [...term.reads]
  const visit = (expression: Expression): Expression => {
    if (expression.kind !== 'apply') return expression
    const known = nodeComputedBy(graph, partOf(term, expression))
    if (known) {
      const { expression: leaf } = readingTerm({ node: known, isGradient: false })
      places.push({ node: known, isGradient: false })
      return leaf.kind === 'edge' ? { kind: 'edge', index: places.length - 1 } : leaf
    }
    return apply(expression.fn, ...expression.args.map(visit))
  }
  const expression = visit(term.expression)
  return partOf({ expression, reads: places }, expression)
}

/** The variable whose formula a term is, if there is one. */
const nodeComputedBy = (graph: Graph, term: Term): GraphNode | null => {
  const [first] = term.reads
  // A matrix alone is the whole formula of nothing.
  if (!first || first.isGradient || first.node.kind === 'parameter') return null
  const candidates = first.node.outputs.map((id) => graph.nodes[graph.edges[id]!.to]!)
  return (
    candidates.find((node) => {
      const formula = toTerm(graph, formulaOf(node)!)
      return (
        formula.expression.kind === 'apply' &&
        JSON.stringify(formula.expression) === JSON.stringify(term.expression) &&
        formula.reads.every(
          (one, i) =>
            one.node === term.reads[i]?.node && one.isGradient === term.reads[i]?.isGradient,
        )
      )
    }) ?? null
  )
}
