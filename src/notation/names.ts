/** Names: how parameters and variables are called in one notation: in parts for drawings, as text, aloud, in TeX; and which hue a parameter has. */
import type { Cell } from '../engine/cells/cell'
import type { Reading } from '../engine/term'
import type { Shape } from '../engine/tensor'
import type { GraphNode } from '../engine/unfold'
import { type Notation, plainNames } from './notations'

/** Matrices have a hue each, in the order of the cell; all else has none. */
export const hueOf = (cell: Cell, name: string): number | null => {
  const matrices = cell.parameters.filter(({ dimensions }) => dimensions.length === 2)
  const index = matrices.findIndex((parameter) => parameter.name === name)
  return index < 0 ? null : index % 6
}

/** A symbol as it can be seen: white space has a sign. */
export const toVisible = (symbol: string): string => (/^\s+$/.test(symbol) ? '␣' : symbol)

/** A letter or a word, and what stands low behind it. */
export interface NamePart {
  readonly stem: string
  readonly index: string
}

type Named = Pick<GraphNode, 'of' | 't'>

export interface Names {
  readonly cell: Cell
  readonly notation: Notation
  /** To be drawn, with a plus between them where there are two. */
  readonly parts: (named: Named) => readonly NamePart[]
  /** The same without its time, as one text: `ŷ`. */
  readonly letter: (named: Named) => string
  /** `h(3)`, `W_hh`. */
  readonly text: (named: Named) => string
  /** The same with an operator before it or an index behind it: a sum has brackets. */
  readonly closed: (named: Named) => string
  /** `∇h(3)`. */
  readonly reading: (reading: Reading) => string
  /** The same for those who listen: `W h h`. */
  readonly spoken: (named: Named) => string
  readonly spokenReading: (reading: Reading) => string
  /** Without its time. */
  readonly tex: (named: Named) => string
}

/** The words in names, as one says them. */
export interface NameWords {
  readonly weight: string
  readonly bias: string
  readonly plus: string
}

export const createNames = (cell: Cell, notation: Notation, words: NameWords): Names => {
  const plainOf = plainNames(cell, notation)
  const symbolOf = ({ of }: Named) => ('symbol' in of ? of.symbol : plainOf(of.name))
  const letter = (named: Named) => toParts(symbolOf(named)).map(textOfPart).join(sum)
  const text = (named: Named) => `${letter(named)}${toTime(named) ?? ''}`
  const spoken = (named: Named) => aloud(`${symbolOf(named)}${toTime(named) ?? ''}`, words)
  return {
    ...{ cell, notation },
    parts: (named) => toParts(symbolOf(named)),
    letter,
    text,
    closed: (named) => closed(text(named)),
    reading: ({ node, isGradient }) => (isGradient ? `∇${closed(text(node))}` : text(node)),
    spoken,
    spokenReading: ({ node, isGradient }) => (isGradient ? `∇${spoken(node)}` : spoken(node)),
    tex: (named) => toParts(symbolOf(named)).map(texOfPart).join(sum),
  }
}

export const toTime = ({ t }: Named): string | null => (t === null ? null : `(${t})`)

const sum = ' + '
const closed = (text: string): string => (text.includes(sum) ? `(${text})` : text)

const toParts = (text: string): readonly NamePart[] =>
  text.split(sum).map((part) => {
    const [stem, index = ''] = part.split('_') as [string, string?]
    return { stem: letters[stem] ?? stem, index }
  })

/** A letter with a hat is one letter with a combining mark. */
const letters: Readonly<Record<string, string>> = { yhat: 'y\u0302' }

const textOfPart = ({ stem, index }: NamePart): string => `${stem}${index && `_${index}`}`

const texOfPart = ({ stem, index }: NamePart): string => {
  const isWord = isWordy(stem)
  const low = isWord ? `\\mathtt{${index}}` : index
  const letter = stem === letters.yhat ? '\\hat{y}' : stem
  return `${isWord ? `\\mathtt{${stem}}` : letter}${index && `_{${low}}`}`
}

/** Is a stem more than one letter, as in programs? */
export const isWordy = (stem: string): boolean => stem.length > 2

/** About how wide the stage writes a name, in pixels. */
export const widthOfName = (parts: readonly NamePart[]): number =>
  parts.reduce(
    (sum, { stem, index }) => sum + (isWordy(stem) ? 6.6 * stem.length : 12) + 6 * index.length,
    18 * (parts.length - 1),
  )

/** Indices are spelt. */
const aloud = (text: string, { weight, bias, plus }: NameWords): string =>
  text
    .replaceAll(/_(\w+)/g, (_, index: string) => ` ${[...index].join(' ')}`)
    .replace(/^weight/, weight)
    .replaceAll('bias', bias)
    .replace(sum, ` ${plus} `)
    .replace('yhat', letters.yhat!)

/** `[0]` of a vector, `[0][1]` of a matrix, nothing of a number; from 0, as in programs. */
export const toIndexText = (shape: Shape, entry: number): string => {
  const [rows, columns] = shape
  if (rows === undefined) return ''
  return columns === undefined
    ? `[${entry}]`
    : `[${Math.floor(entry / columns)}][${entry % columns}]`
}
