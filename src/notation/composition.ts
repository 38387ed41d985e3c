/** Composition in TeX: f(f(h(0), x(1)), x(2)) by names, or by the numbers of a run. */
import type { Composition } from '../engine/compose'
import { type Trace, valueOf } from '../engine/run'
import type { GraphNode } from '../engine/unfold'
import { endsOf, largestOf } from './endsOf'
import type { Names } from './names'
import { toCellText } from './numbers'
import { type TimeName, texOfNode, timesByNumber } from './tex'

/** How what stands by itself is written. */
export type Write = (node: GraphNode) => string

export const byName =
  (names: Names, timeName: TimeName = timesByNumber): Write =>
  (node) =>
    texOfNode(names, node, timeName)

/** Longer vectors show their first entry, their largest and their last: the 1 of a symbol is not left out. */
const mostEntries = 5
/** As far from the number above as from that below: what \vdots stands on touches it. */
const gap = '\\varvdots\\rule[-0.3em]{0pt}{1.3em}'

export const byNumbers =
  (trace: Trace): Write =>
  (node) =>
    texOfNumbers(valueOf(trace, node))

/** A column; a single number stands alone. */
export const texOfNumbers = (values: Float64Array): string => {
  const texts = Array.from(values, toText)
  if (texts.length === 1) return `{${texts[0]!}}`
  const shown =
    texts.length > mostEntries
      ? endsOf(texts.length, largestOf(values)).map((i) => (i === null ? gap : texts[i]!))
      : texts
  // Brackets reach a little above the first number and below the last.
  return `\\left[\\begin{smallmatrix}\\rule{0pt}{0.9em}${shown.join('\\\\')}\\rule[-0.3em]{0pt}{0pt}\\end{smallmatrix}\\right]`
}

/** Whole numbers as such: a one-hot vector is made of 0 and 1. */
const toText = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1000 ? String(value) : toCellText(value)

/** The function that gives the asked variable is f; where another crosses time as well, its function has its letter. */
export const texOfComposition = (composition: Composition, write: Write): string => {
  const asked = composition.node.of
  const print = ({ node, args }: Composition): string => {
    if (!args) return write(node)
    const letter = node.of === asked ? 'f' : `f_{${'symbol' in node.of ? node.of.symbol : ''}}`
    return `${letter.replace('yhat', '\\hat{y}')}\\left(${args.map(print).join(', ')}\\right)`
  }
  return print(composition)
}

/** g(t)(x(t), …, x(1)): all that it is computed from; a long list shows its ends. */
export const texOfWhole = (
  t: number,
  given: readonly GraphNode[],
  most: number,
  write: Write,
): string => {
  const texts = given.map(write)
  const shown =
    texts.length > most ? [...texts.slice(0, most - 1), '\\ldots', texts.at(-1)!] : texts
  return `g^{(${t})}\\left(${shown.join(', ')}\\right)`
}
