/** EntryProducts: what one number is the sum of, product by product, each under the term of the equation that it belongs to. */
import { useMemo } from 'react'
import { gradientSummands, timeOf, valueSummands } from '../engine/inline'
import { type Scalar, entryOf } from '../engine/products'
import { type Reading, type Term, readingOf, tensorOfReading } from '../engine/term'
import { gradientWords } from '../i18n/gradient'
import { oneNumberWords } from '../i18n/oneNumber'
import { sumSign, toColumnText } from '../notation/numbers'
import { texOfTerm } from '../notation/tex'
import { EntryName } from './EntryButton'
import { Formula } from './Formula'
import type { Sight } from './NumericTerm'
import { ScalarLine } from './ScalarLine'
import { SumSign } from './SumSign'
import { useWords } from './useUnfold'

interface Props {
  readonly reading: Reading
  readonly entry: number
  readonly sight: Sight
  /** The term by which the number was asked for. */
  readonly asked: number | undefined
}

/** Longer sums are cut off; what is left out is said. */
const mostLines = 40

interface Line {
  readonly term: Term
  readonly scalar: Scalar
  readonly isCut: boolean
  readonly isAsked: boolean
  /** The step that adds it to a parameter's gradient. */
  readonly step: number | null
}

/** The products of one term, with its name and what they come to; no name: of all terms, one after another. */
interface Group {
  readonly name: string | null
  readonly sum: number
  readonly isCut: boolean
  readonly isAsked: boolean
  readonly lines: readonly Line[]
}

export const EntryProducts = ({ reading, entry, sight, asked }: Props) => {
  const words = useWords(oneNumberWords)
  const gradient = useWords(gradientWords)
  const { trace } = sight
  const groups = useMemo(
    () => groupsOf(sight, reading, entry, asked),
    [sight, reading, entry, asked],
  )
  const { node, isGradient } = reading
  if (isGradient && trace.graph.cell.objective === node.of.name)
    return <p className="note">{words.seed}</p>
  // That it is given is said of the whole of it.
  if (!isGradient && node.kind !== 'computed') return null
  const lines = groups.flatMap((group) => group.lines)
  if (lines.length === 0) return <p className="note">{gradient.noPath}</p>
  const most = Math.max(...lines.map(({ scalar }) => Math.abs(scalar.value)))
  const total = toColumnText(tensorOfReading(trace, reading).data[entry]!)
  const each = Math.floor(mostLines / groups.length)
  const shared = { most, each, sight }
  const isWhole = groups.every((group) => group.lines.length <= each)
  const added = (
    groups.length > 1 ? groups : lines.map(({ isCut, scalar }) => ({ isCut, sum: scalar.value }))
  )
    .filter(({ isCut }) => !isCut)
    .map(({ sum }) => toColumnText(sum))
  return (
    <>
      <h4>{words.madeFrom}</h4>
      <ol className="products">
        {groups.length === 1 ? (
          <Lines {...shared} lines={lines} sign="=" />
        ) : (
          groups.map((group, i) => (
            <Term key={i} {...shared} {...group} sign={i === 0 ? '=' : '+'} />
          ))
        )}
        <li className="product total">
          <span className="sign">
            <SumSign sign={isWhole || groups.length > 1 ? sumSign(added, total) : '='} />
          </span>
          <span className="written">
            <EntryName reading={reading} entry={entry} sight={sight} />
          </span>
          <span className="value">{total}</span>
        </li>
      </ol>
    </>
  )
}

interface Shared {
  /** The largest size of a product: the length of a full bar. */
  readonly most: number
  /** So many products of a term are shown. */
  readonly each: number
  readonly sight: Sight
  readonly sign: string
}

/** A term that is one number or product is named by it. */
const Term = ({ name, sum, isCut, isAsked, lines, ...shared }: Group & Shared) =>
  lines.length === 1 ? (
    <Lines {...shared} lines={lines} />
  ) : (
    <li className={isAsked ? 'of-term asked' : 'of-term'}>
      <div className={isCut ? 'product cut' : 'product'}>
        <span className="sign">{shared.sign}</span>
        <span className="written">
          <Formula tex={name!} />
        </span>
        <span className="value">{toColumnText(sum)}</span>
      </div>
      <ol className="products">
        <Lines {...shared} lines={lines} sign="" />
      </ol>
    </li>
  )

const Lines = ({ lines, most, each, sight, sign }: Shared & Pick<Group, 'lines'>) => {
  const words = useWords(oneNumberWords)
  const rest = lines.slice(each)
  return (
    <>
      {lines.slice(0, each).map((line, i) => (
        <ScalarLine key={i} {...line} sign={i === 0 ? sign : '+'} most={most} sight={sight} />
      ))}
      {rest.length > 0 && (
        <li className="product">
          <span className="sign">+</span>
          <span className="written">{words.moreProducts(rest.length)}</span>
          <span className="value">{toColumnText(sumOf(rest))}</span>
        </li>
      )}
    </>
  )
}

const sumOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { scalar }) => sum + scalar.value, 0)

/** Sums are written line by line, whatever brings them; by their terms, where one of several is a sum itself. */
const groupsOf = (
  { trace, names }: Sight,
  { node, isGradient }: Reading,
  entry: number,
  asked: number | undefined,
): readonly Group[] => {
  const { graph } = trace
  const summands = isGradient ? gradientSummands(graph, node, 'graph') : valueSummands(graph, node)
  const groups = summands.map((summand, k): Group => {
    const { term, edges } = summand
    const environment = (leaf: Parameters<typeof readingOf>[1]) =>
      tensorOfReading(trace, readingOf(term, leaf))
    const scalar = entryOf(term.expression, environment, entry)
    const isCut = isGradient && edges.some((id) => trace.cuts.has(id))
    const parts = scalar.kind === 'apply' && scalar.fn === 'add' ? scalar.args : [scalar]
    // Where there is one term alone, it is no part.
    const isAsked = k === asked && summands.length > 1
    const step = isGradient && node.kind === 'parameter' ? timeOf(graph, summand) : null
    const lines = parts.map((part) => ({ term, scalar: part, isCut, isAsked, step }))
    const name = texOfTerm(names, term, summands.length)
    return { name, sum: sumOf(lines), isCut, isAsked, lines }
  })
  if (groups.length > 1 && groups.some(({ lines }) => lines.length > 1)) return groups
  const lines = groups.flatMap((group) => group.lines)
  return [{ name: null, sum: sumOf(lines), isCut: false, isAsked: false, lines }]
}
