/** TeX of expressions: one row for each function, parentheses from precedence. */
import type { Bound } from '../engine/explain'
import { nodeOfLeaf, summandsOfGradient } from '../engine/explain'
import type { Expression, FunctionName, Leaf } from '../engine/expression'
import { type Reading, type Term, readingOf } from '../engine/term'
import type { Graph, GraphNode } from '../engine/unfold'
import { type Names, hueOf } from './names'

/** How tightly a printed form holds together: sum < product < postfix < atom. */
const sum = 1
const products = 2
const postfix = 3
const atom = 4

interface Form {
  readonly precedence: number
  /** Least precedence each argument needs to stand without parentheses. */
  readonly needs: (index: number) => number
  readonly print: (...args: readonly string[]) => string
}

const form = (
  precedence: number,
  needs: number | ((index: number) => number),
  print: Form['print'],
): Form => ({ precedence, needs: typeof needs === 'number' ? () => needs : needs, print })

const call = (name: string): Form => form(products, products + 1, (x) => `${name}\\, ${x}`)

const forms: Readonly<Record<FunctionName, Form>> = {
  add: form(sum, sum, (...terms) => terms.join(' + ') || '0'),
  subtract: form(
    sum,
    (i) => (i === 0 ? sum : products),
    (a, b) => `${a} - ${b}`,
  ),
  times: form(products, products, (a, b) => `${a} \\odot ${b}`),
  scale: form(products, products, (a, b) => `${a}\\, ${b}`),
  product: form(products, products, (a, b) => `${a}\\, ${b}`),
  outer: form(products, postfix, (u, v) => `${u}\\, ${v}^{\\top}`),
  dot: form(products, postfix, (u, v) => `${u}^{\\top}\\, ${v}`),
  transpose: form(postfix, atom, (m) => `${m}^{\\top}`),
  diag: form(atom, 0, (v) => `\\operatorname{diag}\\left(${v}\\right)`),
  square: form(postfix, atom, (x) => `${x}^{2}`),
  tanh: call('\\tanh'),
  sigmoid: call('\\sigma'),
  relu: form(atom, 0, (x) => `\\max\\left(0, ${x}\\right)`),
  positive: form(atom, 0, (x) => `\\left[${x} > 0\\right]`),
  softmax: call('\\operatorname{softmax}'),
  logSumExp: form(products, atom, (z) => `\\log \\textstyle\\sum \\exp ${z}`),
  logOnePlusExp: form(
    products,
    sum,
    (z) => `\\textstyle\\sum \\log \\left(1 + \\exp \\left(${z}\\right)\\right)`,
  ),
  pick: form(atom, postfix, (z, i) => `${z}\\left[${i}\\right]`),
  argmax: form(products, products + 1, (z) => `\\operatorname{arg\\,max}\\, ${z}`),
  draw: form(atom, 0, (p, u) => `\\operatorname{draw}\\left(${p}, ${u}\\right)`),
  oneHot: form(atom, 0, (i) => `\\mathbf{1}_{${i}}`),
}

type NameOfLeaf = (leaf: Leaf) => string

const print = (expression: Expression, name: NameOfLeaf): { tex: string; precedence: number } => {
  if (expression.kind === 'number') return { tex: String(expression.value), precedence: atom }
  if (expression.kind !== 'apply') {
    const tex = name(expression)
    // A second superscript would run into the time: (h(3))², as the book has it. A name may be that of a sum.
    return { tex, precedence: tex.includes(' + ') ? sum : tex.includes('^') ? postfix : atom }
  }
  const row = forms[expression.fn]
  const args = expression.args.map((arg, i) => {
    const { tex, precedence } = print(arg, name)
    return precedence < row.needs(i) ? `\\left(${tex}\\right)` : tex
  })
  return { tex: row.print(...args), precedence: row.precedence }
}

/** How a time is written: as its number, or beside the t of one step. */
export type TimeName = (t: number) => string

export const timesByNumber: TimeName = String

/** `t`, `t-1`, `t+1`: the same words at every step. */
export const timesBeside =
  (origin: number): TimeName =>
  (t) =>
    t === origin ? 't' : t < origin ? `t-${origin - t}` : `t+${t - origin}`

/** `\hat{y}^{(2)}`; parameters in their hue, by a class that the style sheet colours. */
export const texOfNode = (
  names: Names,
  named: Pick<GraphNode, 'of' | 't'>,
  timeName = timesByNumber,
): string => {
  const { of, t } = named
  const letter = names.tex(named)
  const hue = hueOf(names.cell, of.name)
  const coloured = hue === null ? letter : `\\htmlClass{hue-${hue}}{${letter}}`
  return t === null ? coloured : `${coloured}^{(${timeName(t)})}`
}

/** ∇z, or ∂L/∂z where z is a number. */
export const texOfGradient = (
  names: Names,
  node: Pick<GraphNode, 'of' | 't'>,
  timeName = timesByNumber,
): string => {
  const tex = texOfNode(names, node, timeName)
  if (node.of.dimensions.length === 0) return `\\tfrac{\\partial L}{\\partial ${tex}}`
  return `\\nabla ${tex.includes(' + ') ? `(${tex})` : tex}`
}

/** What one step adds to the gradient of a parameter, as if it had a copy of its own. */
export const texOfShare = (names: Names, node: GraphNode, t: number): string => {
  const tex = names.tex(node)
  return `\\nabla_{${tex.includes(' + ') ? `(${tex})` : tex}^{(${t})}} L`
}

const nameIn =
  (names: Names, graph: Graph, at: GraphNode, timeName: TimeName): NameOfLeaf =>
  (leaf) =>
    texOfReading(names, nodeOfLeaf(graph, at, leaf), timeName)

const texOfReading = (names: Names, { node, isGradient }: Reading, timeName: TimeName): string =>
  isGradient ? texOfGradient(names, node, timeName) : `{${texOfNode(names, node, timeName)}}`

/** A term as it stands in a sum of `terms`. */
export const texOfTerm = (
  names: Names,
  term: Term,
  terms: number,
  timeName = timesByNumber,
): string => {
  const name = (leaf: Leaf) => texOfReading(names, readingOf(term, leaf), timeName)
  const { tex, precedence } = print(term.expression, name)
  return precedence < products && terms > 1 ? `\\left(${tex}\\right)` : tex
}

export const texOf = (
  names: Names,
  graph: Graph,
  { expression, at }: Bound,
  timeName = timesByNumber,
): string => print(expression, nameIn(names, graph, at, timeName)).tex

/** `∇h(2) = Wᵀ ∇a(3) + Vᵀ ∇o(2)`: what each edge sends back, in the order of its arrival. */
export const texOfGradientSum = (
  names: Names,
  graph: Graph,
  node: GraphNode,
  most: number,
  timeName = timesByNumber,
): string => {
  const terms = summandsOfGradient(graph, node)
  const printed = terms.map((bound) => {
    const { tex, precedence } = print(bound.expression, nameIn(names, graph, bound.at, timeName))
    return precedence < sum + 1 && terms.length > 1 ? `\\left(${tex}\\right)` : tex
  })
  const shown =
    printed.length <= most ? printed : [...printed.slice(0, most - 1), '\\cdots', printed.at(-1)!]
  return `${texOfGradient(names, node, timeName)} = ${shown.join(' + ') || '0'}`
}
