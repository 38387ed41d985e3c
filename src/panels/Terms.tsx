/** Terms: an equation in its terms: the symbols, the same with numbers, the results, all in step; and the shapes. */
import {
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  Suspense,
  lazy,
  useMemo,
  useState,
} from 'react'
import { type Summand, timeOf } from '../engine/inline'
import { shapeOf } from '../engine/memory'
import type { Phase } from '../engine/schedule'
import { type Term, evaluateTerm, isSameReading, readingsOf } from '../engine/term'
import { type Shape as Shaped, type Tensor, toTensor } from '../engine/tensor'
import type { GraphNode } from '../engine/unfold'
import { toIndexText } from '../notation/names'
import { shapesInWords, shapesOfTerm, toShapeText } from '../notation/shapes'
import { spokenTerm } from '../notation/spokenTerm'
import { texOfTerm } from '../notation/tex'
import { goOnToEntry, point, trailOf } from '../store/actions/explain'
import type { Pointed, State } from '../store/store'
import { Formula } from './Formula'
import { late } from './late'
import { NumberGrid, type NumberProps, longVector } from './NumberGrid'
import type { Sight } from './NumericTerm'
import { PluggedTerm } from './PluggedTerm'
import { useDictionary, useUnfold, useValue } from './useUnfold'

// They come with the numbers.
const FoldedGrid = lazy(async () => ({ default: (await import('./FoldedGrid')).FoldedGrid }))
const TotalSign = lazy(async () => ({ default: (await import('./TotalSign')).TotalSign }))

interface Props {
  readonly phase: Phase
  readonly node: GraphNode
  readonly tex: string
  readonly summands: readonly Summand[]
  /** Summands that have arrived; the rest is blank. */
  readonly count: number
  /** The sum so far; null where nothing has arrived. */
  readonly numbers: Float64Array | null
  readonly sight: Sight
  readonly hasNumbers: boolean
  /** Below each term. */
  readonly below?: ((summand: Summand) => ReactNode) | undefined
  /** Edges whose terms are left out of the sum. */
  readonly cuts: ReadonlySet<number>
}

/** Longer sums are cut short in the middle until they are asked for. */
const mostTerms = 6

export const Terms = (props: Props) => {
  const { phase, node, tex, summands, count, numbers, sight, hasNumbers, below, cuts } = props
  const unfold = useUnfold()
  const { explain } = useDictionary()
  const [isWhole, setWhole] = useState(false)
  const { architecture } = sight.trace
  const isGradient = phase === 'backward'
  const name = sight.nameOf({ node, isGradient })
  const scale = isGradient ? sight.scales.gradientScale(node) : sight.scales.valueScale(node)
  const shape = shapeOf(architecture, node)
  const isLong = summands.length > mostTerms && !isWhole
  const shown = isLong ? [...summands.slice(0, 2), ...summands.slice(-1)] : summands
  const isOne = summands.length === 1
  const ready = numbers && toTensor(shape, numbers)
  const onCell = (event: MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-entry]')
    const from = cell?.closest<HTMLElement>('[data-read], [data-term]')
    if (!from) return
    const { read, gradient, term } = from.dataset
    const entry = Number(cell!.dataset.entry)
    // What a term comes to is part of the same entry of the sum.
    goOnToEntry(
      unfold,
      read === undefined
        ? { key: node.key, isGradient, entry, term: Number(term) }
        : { key: read, isGradient: gradient === 'true', entry },
    )
  }
  const own = ready && (
    <OwnNumbers node={node} isGradient={isGradient} tensor={ready} scale={scale} sight={sight} />
  )
  const columns = shown.map((summand, i): ColumnProps => ({
    sign: i === 0 ? '=' : '+',
    place: summands.indexOf(summand),
    name: texOfTerm(sight.names, summand.term, summands.length),
    tex: `{}${i === 0 ? '=' : isLong && i === 2 ? '+ \\cdots +' : '+'} ${texOfTerm(sight.names, summand.term, summands.length)}`,
    summand,
    phase,
    isReady: summands.indexOf(summand) < count,
    isCut: summand.edges.some((id) => cuts.has(id)),
    isShare: node.kind === 'parameter',
    sight,
    scale,
    below,
  }))
  const isPlugged = hasNumbers && ready !== null
  return (
    // The keys' way to the same numbers leads through the entries of the result.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <div className="terms" role="group" aria-label={explain.equationOf(name)} onClick={onCell}>
      <div className="symbols">
        <div className="term">
          <span className="symbol">
            <Formula tex={tex} />
          </span>
          {!isPlugged && !isOne && (
            <>
              {own && <div className="result">{own}</div>}
              <Shape text={toShapeText(shape)} />
            </>
          )}
        </div>
        {columns.map((column, i) => (
          <TermColumn key={i} {...column} isBare={isPlugged || isOne} />
        ))}
        {summands.length === 0 && <Formula tex="= 0" />}
        {summands.length > mostTerms && (
          <button type="button" className="small" onClick={() => setWhole(!isWhole)}>
            {isWhole ? explain.fewer : explain.allTerms(summands.length)}
          </button>
        )}
      </div>
      {/* Below all of it: beside the name they would push the equation away. */}
      {!isPlugged && isOne && own && <div className="result">{own}</div>}
      {isPlugged && isOne && (
        <div className="plugged one">
          {own}
          <div className="right">
            <span className="sign">=</span>
            <PluggedTerm term={summands[0]!.term} sight={sight} isSummand={false} />
          </div>
        </div>
      )}
      {isOne && <Products of={shape} {...columns[0]!} />}
      {isPlugged && summands.length > 1 && (
        <div className="rows">
          {/* First, as over a product: below many steps it would be far away. */}
          <div className="row total">
            <span className="name">
              <Formula tex={tex} />
              {/* As in the ledger: so many terms have arrived. */}
              {count < summands.length && <small>{` ${count}/${summands.length}`}</small>}
            </span>
            <div className="result">{own}</div>
          </div>
          {columns.map((column, i) => (
            <TermRow key={i} {...column} isSkipping={isLong && i === 2}>
              {i === 0 && (
                <Suspense fallback="=">
                  {isLong ? '=' : <TotalSign summands={columns} sum={ready} sight={sight} />}
                </Suspense>
              )}
            </TermRow>
          ))}
        </div>
      )}
      {isPlugged && summands.length === 0 && own}
    </div>
  )
}

interface ColumnProps {
  readonly sign: string
  /** Among all terms, from 0. */
  readonly place: number
  /** The term alone, and with the sign before it. */
  readonly name: string
  readonly tex: string
  readonly summand: Summand
  readonly phase: Phase
  readonly isReady: boolean
  readonly isCut: boolean
  /** Part of a parameter's gradient: made of what goes forward and of what comes back. */
  readonly isShare: boolean
  readonly sight: Sight
  readonly scale: NumberProps['scale']
  readonly below: Props['below']
}

/** What a term comes to; null before it has arrived. */
const useResult = ({ isReady, sight, summand: { term } }: ColumnProps): Tensor | null =>
  useMemo(() => (isReady ? evaluateTerm(sight.trace, term) : null), [isReady, sight.trace, term])

const useNamesIn = ({ sight, summand: { term } }: ColumnProps): string =>
  spokenTerm(term, sight.nameOf, useDictionary().explain.transposed)

const Result = (props: ColumnProps) => {
  const result = useResult(props)
  const label = useNamesIn(props)
  if (!result) return null
  return <Numbers tensor={result} scale={props.scale} label={label} symbol={null} />
}

/** A vector with all its digits, folded where it is long; a matrix as it fits. */
const Numbers = (props: Omit<NumberProps, 'isTransposed' | 'isPrecise'>) => {
  const { shape, data } = props.tensor
  const isPrecise = shape.length < 2
  const shown = { ...props, isTransposed: false, isPrecise }
  return isPrecise && data.length > longVector ? (
    <Suspense fallback={late}>
      <FoldedGrid {...shown} />
    </Suspense>
  ) : (
    <NumberGrid {...shown} />
  )
}

/** Symbols over results, where the numbers that they are made of are not shown; bare: symbols alone, in the same elements. */
const TermColumn = ({ isBare, ...props }: ColumnProps & { readonly isBare: boolean }) => {
  const { sign, summand, isReady, isCut, sight } = props
  return (
    <div className={isBare ? 'bare-term' : `term${isCut ? ' cut' : ''}`}>
      <TermButton {...props} />
      {!isBare && (
        <>
          <div className="result" data-term={props.place}>
            {isReady && <span className="sign">{sign}</span>}
            <Result {...props} />
          </div>
          <Shape text={shapesOfTerm(sight.trace, summand.term)} />
          {props.below?.(summand)}
        </>
      )}
    </div>
  )
}

/** The numbers of a term, and what they come to. */
const TermRow = (
  props: ColumnProps & { readonly isSkipping: boolean; readonly children: ReactNode },
) => {
  const { sign, summand, isReady, isCut, isShare, sight, below, isSkipping } = props
  const { ledger } = useDictionary()
  const { pointing, isLit } = usePointing(props)
  return (
    <div className={`row${isCut ? ' cut' : ''}${isLit ? ' lit' : ''}`} {...pointing}>
      <span className="sign">
        {props.children}
        {isCut ? ' ✕' : isSkipping ? '⋯ +' : sign === '=' ? '' : sign}
      </span>
      <div className="plugged">
        {isReady && <PluggedTerm term={summand.term} sight={sight} isSummand />}
      </div>
      <div className="result" data-term={props.place}>
        {isReady && <span className="sign">=</span>}
        <Result {...props} />
      </div>
      {/* Below both, which stand row by row beside each other. */}
      <div className="under">
        <span className="term-name">
          <Formula tex={props.name} isLabelled />
        </span>
        {isShare && <small>{ledger.step(timeOf(sight.trace.graph, summand))}</small>}
        <Products of={null} {...props} />
        {below?.(summand)}
      </div>
    </div>
  )
}

/** Sizes as they are written; what they say in words is told to whoever points at them or taps them. */
const Shape = ({ text }: { readonly text: string }) => {
  const { shapes } = useDictionary().explain
  return (
    <span className="shape" title={shapesInWords(text, shapes)}>
      {text}
    </span>
  )
}

/** Beside numbers sizes are seen; how they fit together in a product is worth saying. */
const Products = ({ of, sight, summand }: ColumnProps & { readonly of: Shaped | null }) => {
  const text = shapesOfTerm(sight.trace, summand.term)
  if (!text.includes(')(')) return null
  return <Shape text={of ? `${toShapeText(of)} = ${text}` : text} />
}

/** What a term stands for on the stage: its edges, and the variables that it reads. */
const pointedBy = (phase: Phase, { term, edges }: Summand): Pointed => ({
  phase,
  edges,
  nodes: drawnReadings(term),
})

const drawnReadings = (term: Term): readonly string[] => [
  ...new Set(readingsOf(term).map(({ node }) => node.key)),
]

/** Is a term what is pointed at: by its edge, or by a variable that it reads? */
const isPointed = (
  { pointed }: State,
  { phase, isShare, summand: { term, edges } }: PointProps,
): boolean => {
  if (!pointed) return false
  if (pointed.edges.length > 0)
    return (isShare || pointed.phase === phase) && pointed.edges.some((id) => edges.includes(id))
  return readingsOf(term).some(({ node }) => pointed.nodes.includes(node.key))
}

type PointProps = Pick<ColumnProps, 'phase' | 'summand' | 'isShare'>

const usePointing = (props: PointProps) => {
  const { phase, summand } = props
  const unfold = useUnfold()
  const isLit = useValue((state) => isPointed(state, props))
  const on = () => point(unfold, pointedBy(phase, summand))
  // A finger that is lifted leaves what it has touched pointed at.
  const off = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') point(unfold, null)
  }
  // One that has begun to scroll does not.
  const cancel = () => point(unfold, null)
  // Nor does one that has pressed what else stands there, as what cuts it.
  const up = (event: PointerEvent) => {
    const { pointerType, target } = event
    if (pointerType === 'touch' && (target as Element).closest('.small')) cancel()
  }
  return {
    isLit,
    on,
    pointing: {
      ...{ onPointerEnter: on, onPointerLeave: off },
      ...{ onPointerCancel: cancel, onPointerUp: up },
    },
  }
}

const TermButton = (props: ColumnProps) => {
  const unfold = useUnfold()
  const { explain } = useDictionary()
  const names = useNamesIn(props)
  const { isLit, on, pointing } = usePointing(props)
  return (
    <button
      type="button"
      className={`symbol${isLit ? ' lit' : ''}${props.isCut ? ' cut' : ''}`}
      aria-label={explain.term(names)}
      {...pointing}
      onFocus={on}
      onBlur={() => point(unfold, null)}
      onClick={on}
    >
      <Formula tex={props.tex} isLabelled />
    </button>
  )
}

interface OwnProps {
  readonly node: GraphNode
  readonly isGradient: boolean
  readonly tensor: Tensor
  readonly scale: ColumnProps['scale']
  readonly sight: Sight
}

/** The numbers of what is explained: each can be taken apart. */
export const OwnNumbers = ({ node, isGradient, tensor, scale, sight }: OwnProps) => {
  const unfold = useUnfold()
  const chosen = useValue((state) => {
    const place = trailOf(state).at(-1)
    return place?.key === node.key && place.isGradient === isGradient ? place.entry : null
  })
  const reading = { node, isGradient }
  return (
    <Numbers
      tensor={tensor}
      scale={scale}
      label={sight.nameOf(reading)}
      symbol={isGradient ? null : sight.symbolOf(reading)}
      chosen={chosen}
      onChoose={(entry) => goOnToEntry(unfold, { key: node.key, isGradient, entry })}
      nameOf={(entry) => `${sight.nameOf(reading)}${toIndexText(tensor.shape, entry)}`}
    />
  )
}

/** Do two forms of an equation differ? */
export const isSameTerms = (a: readonly Summand[], b: readonly Summand[]): boolean =>
  a.every(
    ({ term }, i) =>
      JSON.stringify(term.expression) === JSON.stringify(b[i]!.term.expression) &&
      term.reads.every((one, k) => isSameReading(one, b[i]!.term.reads[k]!)),
  )
