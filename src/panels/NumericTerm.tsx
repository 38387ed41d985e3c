/** NumericTerm: a term with its numbers plugged in: the same tree as the symbols above it. */
import { Fragment, type ReactNode } from 'react'
import { type Expression, type FunctionName, evaluate } from '../engine/expression'
import type { Trace } from '../engine/run'
import { type Reading, type Term, readingOf, tensorOfReading } from '../engine/term'
import type { Tensor } from '../engine/tensor'
import type { Names } from '../notation/names'
import type { Scales } from '../notation/scales'
import { FoldedGrid, isFolded } from './FoldedGrid'
import { NumberGrid } from './NumberGrid'

/** What is needed to show numbers as they are. */
export interface Sight {
  readonly trace: Trace
  readonly scales: Scales
  readonly names: Names
  readonly symbolOf: (reading: Reading) => string | null
  /** For those who listen. */
  readonly nameOf: (reading: Reading) => string
}

interface Props {
  readonly term: Term
  readonly sight: Sight
  /** Stands in a sum: brackets where it is one itself. */
  readonly isSummand: boolean
}

/** How tightly a written form holds together: sum < product < atom. */
const sum = 1
const products = 2
const atom = 3

interface Written {
  readonly node: ReactNode
  readonly precedence: number
}

interface Form {
  readonly precedence: number
  readonly needs: (index: number) => number
  readonly write: (...args: readonly ReactNode[]) => ReactNode
}

const form = (
  precedence: number,
  needs: number | ((index: number) => number),
  write: Form['write'],
): Form => ({ precedence, needs: typeof needs === 'number' ? () => needs : needs, write })

const joined =
  (sign: string) =>
  (...args: readonly ReactNode[]) =>
    args.map((arg, i) => (
      <Fragment key={i}>
        {i > 0 && sign && <Sign text={sign} />}
        {arg}
      </Fragment>
    ))

const called = (name: string) =>
  form(products, atom, (x) => (
    <>
      {<Sign text={name} />}
      {x}
    </>
  ))
const enclosed = (before: string, after: string) =>
  form(atom, 0, (x) => (
    <span className="unit">
      <Sign text={before} />
      {x}
      <Sign text={after} />
    </span>
  ))

const Sign = ({ text }: { readonly text: string }) => <span className="sign">{text}</span>

/** Functions that are written round their arguments; the numbers of the rest stand for them. */
const forms: Readonly<Record<FunctionName, Form | 'evaluated'>> = {
  add: form(sum, sum, joined('+')),
  subtract: form(sum, (i) => (i === 0 ? sum : products), joined('−')),
  times: form(products, products, joined('⊙')),
  scale: form(products, products, joined('·')),
  product: form(products, products, joined('')),
  outer: form(products, products, joined('')),
  dot: form(products, products, joined('')),
  transpose: 'evaluated',
  diag: enclosed('diag(', ')'),
  square: form(atom, atom, (x) => (
    <>
      {x}
      <sup className="sign">2</sup>
    </>
  )),
  tanh: called('tanh'),
  sigmoid: called('σ'),
  relu: enclosed('max(0,', ')'),
  positive: enclosed('[', '> 0]'),
  softmax: called('softmax'),
  logSumExp: called('log Σ exp'),
  logOnePlusExp: enclosed('Σ log(1 + exp(', '))'),
  pick: 'evaluated',
  oneHot: 'evaluated',
  argmax: 'evaluated',
  draw: 'evaluated',
}

export const NumericTerm = ({ term, sight, isSummand }: Props) => {
  const { node, precedence } = written(term, term.expression, sight, false)
  return <span className="numeric">{isSummand ? bracketed(node, precedence, products) : node}</span>
}

const bracketed = (node: ReactNode, precedence: number, needs: number): ReactNode =>
  precedence >= needs ? (
    node
  ) : (
    <>
      <Sign text="(" />
      {node}
      <Sign text=")" />
    </>
  )

const written = (
  term: Term,
  expression: Expression,
  sight: Sight,
  isTransposed: boolean,
): Written => {
  const { trace } = sight
  if (expression.kind === 'number')
    return { node: <span className="constant">{expression.value}</span>, precedence: atom }
  if (expression.kind !== 'apply')
    return { node: leafGrid(term, expression, sight, isTransposed), precedence: atom }
  const { fn, args } = expression
  // A transposed variable is shown lying the other way.
  if (fn === 'transpose' && isLeaf(args[0]!)) return written(term, args[0]!, sight, true)
  const row = forms[fn]
  if (row === 'evaluated') {
    const tensor = evaluate(expression, (leaf) => tensorOfReading(trace, readingOf(term, leaf)))
    return { node: grid(tensor, sight.scales.legend.value, '', false, null), precedence: atom }
  }
  const lying = fn === 'outer' ? 1 : fn === 'dot' ? 0 : -1
  const parts = args.map((arg, i) => {
    const part = written(term, arg, sight, i === lying && isLeaf(arg))
    return bracketed(part.node, part.precedence, row.needs(i))
  })
  return { node: row.write(...parts), precedence: row.precedence }
}

const isLeaf = ({ kind }: Expression): boolean => kind !== 'apply' && kind !== 'number'

const leafGrid = (
  term: Term,
  leaf: Parameters<typeof readingOf>[1],
  sight: Sight,
  isTransposed: boolean,
): ReactNode => {
  const reading = readingOf(term, leaf)
  const { node, isGradient } = reading
  const { scales } = sight
  const scale = isGradient ? scales.gradientScale(node) : scales.valueScale(node)
  return (
    <span className="operand" data-read={node.key} data-gradient={isGradient}>
      {grid(
        tensorOfReading(sight.trace, reading),
        scale,
        sight.nameOf(reading),
        isTransposed,
        isGradient ? null : sight.symbolOf(reading),
      )}
    </span>
  )
}

const grid = (
  tensor: Tensor,
  scale: Sight['scales']['legend']['value'],
  label: string,
  isTransposed: boolean,
  symbol: string | null,
) => {
  const shown = { tensor, scale, label, isTransposed, isPrecise: false }
  return isFolded(tensor) ? <FoldedGrid {...shown} /> : <NumberGrid {...shown} symbol={symbol} />
}
