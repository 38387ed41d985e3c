/** Shapes of a formula: `3 = 3 + (3×3)(3)`: the summands and factors of its products, by their sizes. */
import type { Expression } from '../engine/expression'
import type { Trace } from '../engine/run'
import { type Term, evaluateTerm } from '../engine/term'
import type { Shape } from '../engine/tensor'

/** A number is 1, a vector its length, a matrix (rows×columns). */
export const toShapeText = ([rows, columns]: Shape): string =>
  columns === undefined ? String(rows ?? 1) : `(${rows}×${columns})`

/** Sums and products are written out; any other function counts by the shape of its value. */
export const shapesOfTerm = (trace: Trace, term: Term): string =>
  print(term.expression, (part) => evaluateTerm(trace, { ...term, expression: part }).shape)

const print = (expression: Expression, shapeOf: (part: Expression) => Shape): string => {
  const part = (inner: Expression) => print(inner, shapeOf)
  if (expression.kind === 'apply') {
    const { fn, args } = expression
    if (fn === 'add') return args.map(part).join(' + ')
    if (fn === 'product') return args.map((arg) => bracketed(part(arg))).join('')
    if (fn === 'scale') return args.map(part).join(' · ')
    if (fn === 'outer') {
      const [m, n] = shapeOf(expression)
      return `(${m}×1)(1×${n})`
    }
  }
  return toShapeText(shapeOf(expression))
}

const bracketed = (text: string): string => (text.startsWith('(') ? text : `(${text})`)

/** How shapes are said. */
export interface ShapeWords {
  readonly matrix: (rows: number, columns: number) => string
  readonly numbers: (n: number) => string
  readonly times: string
}

/** `(3×2)(2)` in words: `3 rows × 2 columns times 2 numbers`. Few are shown, again and again. */
export const shapesInWords = (text: string, words: ShapeWords): string => {
  let known = said.get(words)
  if (!known) said.set(words, (known = new Map()))
  let sentence = known.get(text)
  if (sentence === undefined) known.set(text, (sentence = say(text, words)))
  return sentence
}

const said = new WeakMap<ShapeWords, Map<string, string>>()

const say = (text: string, { matrix, numbers, times }: ShapeWords): string =>
  text
    .replaceAll(')(', ') · (')
    .replace(/\((\d+)×(\d+)\)|\(?(\d+)\)?/g, (_, rows: string, columns: string, n: string) =>
      rows ? matrix(Number(rows), Number(columns)) : numbers(Number(n)),
    )
    .replaceAll('·', times)
