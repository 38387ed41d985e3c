/** Terms: an equation in three lines, term under term: the symbols, the same with numbers, the results; and the shapes. */
import { type MouseEvent, type PointerEvent, type ReactNode, useMemo, useState } from 'react'
import type { Summand } from '../engine/inline'
import { shapeOf } from '../engine/memory'
import type { Phase } from '../engine/schedule'
import { type Term, evaluateTerm, isSameReading, readingsOf } from '../engine/term'
import { type Tensor, toTensor } from '../engine/tensor'
import type { GraphNode } from '../engine/unfold'
import { toIndexText } from '../notation/names'
import { toShapeText, shapesOfTerm } from '../notation/shapes'
import { texOfTerm } from '../notation/tex'
import { openEntry, point, trailOf } from '../store/actions/explain'
import type { Pointed, State } from '../store/store'
import { Formula } from './Formula'
import { NumberGrid } from './NumberGrid'
import { NumericTerm, type Sight } from './NumericTerm'
import { useDictionary, useUnfold, useValue } from './useUnfold'

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
  const { architecture, graph } = sight.trace
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
    const operand = cell?.closest<HTMLElement>('[data-read]')
    if (!operand) return
    const { read, gradient } = operand.dataset
    const entry = Number(cell!.dataset.entry)
    openEntry(unfold, { key: read!, isGradient: gradient === 'true', entry })
  }
  const own = ready && (
    <OwnNumbers node={node} isGradient={isGradient} tensor={ready} scale={scale} sight={sight} />
  )
  return (
    // The keys' way to the same numbers leads through the entries of the result.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      className={`terms${isOne ? ' one' : ''}`}
      role="group"
      aria-label={explain.equationOf(name)}
      onClick={onCell}
    >
      <div className="term own">
        <span className="symbol">
          <Formula tex={tex} />
        </span>
        {hasNumbers && <div className="plugged">{isOne && own}</div>}
        {!(isOne && hasNumbers) && <div className="result">{own}</div>}
        <span className="shape">{toShapeText(shape)}</span>
      </div>
      {shown.map((summand, i) => {
        const isReady = isLong || summands.indexOf(summand) < count
        const isCut = summand.edges.some((id) => cuts.has(id))
        return (
          <TermColumn
            key={i}
            sign={i === 0 ? '=' : isLong && i === 2 ? '+ ⋯ +' : '+'}
            summand={summand}
            phase={phase}
            tex={texOfTerm(graph.cell, summand.term, summands.length)}
            shapes={shapesOfTerm(sight.trace, summand.term)}
            isReady={isReady}
            isCut={isCut}
            sight={sight}
            scale={scale}
            hasNumbers={hasNumbers}
            hasResult={!isOne}
            isSummand={!isOne}
            below={below}
          />
        )
      })}
      {summands.length === 0 && (
        <div className="term">
          <span className="symbol">
            <Formula tex="= 0" />
          </span>
        </div>
      )}
      {summands.length > mostTerms && (
        <button type="button" className="small" onClick={() => setWhole(!isWhole)}>
          {isWhole ? explain.fewer : explain.allTerms(summands.length)}
        </button>
      )}
    </div>
  )
}

interface ColumnProps {
  readonly sign: string
  readonly summand: Summand
  readonly phase: Phase
  readonly tex: string
  readonly shapes: string
  readonly isReady: boolean
  readonly isCut: boolean
  readonly sight: Sight
  readonly scale: Parameters<typeof NumberGrid>[0]['scale']
  readonly hasNumbers: boolean
  readonly hasResult: boolean
  readonly isSummand: boolean
  readonly below: Props['below']
}

const TermColumn = (props: ColumnProps) => {
  const { sign, summand, phase, tex, shapes, isReady, isCut, sight, hasNumbers } = props
  const { explain } = useDictionary()
  const { term } = summand
  const result = useMemo(
    () => (isReady ? evaluateTerm(sight.trace, term) : null),
    [isReady, sight.trace, term],
  )
  const names = readingsOf(term).map((reading) => sight.nameOf(reading))
  return (
    <div className={`term${isCut ? ' cut' : ''}`}>
      <TermButton
        summand={summand}
        phase={phase}
        tex={`{}${sign === '+ ⋯ +' ? '+ \\cdots +' : sign} ${tex}`}
        label={explain.term(names.join(' '))}
      />
      {hasNumbers && (
        <div className="plugged">
          {isReady && (
            <>
              <span className="sign">{sign}</span>
              <NumericTerm term={term} sight={sight} isSummand={props.isSummand} />
            </>
          )}
        </div>
      )}
      {props.hasResult && (
        <div className="result">
          {result && (
            <>
              <span className="sign">{sign}</span>
              <NumberGrid
                tensor={result}
                isTransposed={false}
                isPrecise
                scale={props.scale}
                label={names.join(' ')}
                symbol={null}
                chosen={null}
                onChoose={null}
                nameOf={null}
              />
            </>
          )}
        </div>
      )}
      <span className="shape">{shapes}</span>
      {props.below?.(summand)}
    </div>
  )
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
const isPointed = ({ pointed }: State, phase: Phase, { term, edges }: Summand): boolean => {
  if (!pointed) return false
  if (pointed.edges.length > 0)
    return pointed.phase === phase && pointed.edges.some((id) => edges.includes(id))
  return readingsOf(term).some(({ node }) => pointed.nodes.includes(node.key))
}

const TermButton = ({
  summand,
  phase,
  tex,
  label,
}: {
  readonly summand: Summand
  readonly phase: Phase
  readonly tex: string
  readonly label: string
}) => {
  const unfold = useUnfold()
  const isLit = useValue((state) => isPointed(state, phase, summand))
  const on = () => point(unfold, pointedBy(phase, summand))
  const off = (event?: PointerEvent) => {
    // A finger that is lifted leaves what it has touched pointed at.
    if (event?.pointerType !== 'touch') point(unfold, null)
  }
  return (
    <button
      type="button"
      className={isLit ? 'symbol lit' : 'symbol'}
      aria-label={label}
      onPointerEnter={on}
      onPointerLeave={off}
      onFocus={on}
      onBlur={() => off()}
      onClick={on}
    >
      <Formula tex={tex} />
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
    <NumberGrid
      tensor={tensor}
      isTransposed={false}
      isPrecise={tensor.shape.length < 2}
      scale={scale}
      label={sight.nameOf(reading)}
      symbol={isGradient ? null : sight.symbolOf(reading)}
      chosen={chosen}
      onChoose={(entry) => openEntry(unfold, { key: node.key, isGradient, entry })}
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
