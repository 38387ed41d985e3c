/** RunTable: both runs, a column for each step: what it reads, predicts, says and pays; where they part is marked. */
import { type ReactNode, useLayoutEffect, useMemo, useRef } from 'react'
import { toVisible } from '../../notation/names'
import { toCellText, toDigits } from '../../notation/numbers'
import { goToTime, setFeedback } from '../../store/actions/running'
import { outputSymbols, symbolsRead } from '../../store/document'
import type { Read, RunFacts, RunningFacts, StepFacts } from '../../store/runningFacts'
import { useField, useFinished, useNames, useUnfold, useValue } from '../useUnfold'
import { PredictionBars } from './PredictionBars'
import type { Axis } from '../reach/useAxis'
import { type Columns, toColumns } from './toColumns'
import { type Lit, useRunningWords, useShownRun } from './useRunning'

interface Props {
  readonly facts: RunningFacts
  readonly lit: Lit
  readonly axis: Axis
}

export const RunTable = ({ facts, lit, axis }: Props) => {
  const words = useRunningWords()
  const running = useValue((state) => state.running)
  const present = usePresent()
  const { shown } = useShownRun()
  const { trained, alone, partings } = facts
  const columns = toColumns(axis, present ?? partings[0] ?? 1)
  const shared = { columns, lit, present, partings }
  const most = useMemo(() => largestOf(facts), [facts])
  const chosen = running.choice === 'sample' ? words.alone.sample(running.seed) : words.alone.argmax
  return (
    <div className="runs-table" ref={useInSight(present)}>
      <table onPointerLeave={() => lit.light(null)}>
        <caption className="off-screen">{words.table}</caption>
        <colgroup>
          <col style={{ width: columns.margin }} />
          {columns.steps.map((column) => (
            <col
              key={column.kind === 'step' ? column.t : `gap ${column.from}`}
              style={{ width: column.width }}
            />
          ))}
        </colgroup>
        <Head {...shared} steps={trained.steps} />
        <RunRows
          {...shared}
          run={trained}
          name={words.trained}
          most={most}
          isAlone={false}
          isShown={shown === 'trained'}
        />
        <RunRows
          {...shared}
          run={alone}
          name={chosen}
          most={most}
          isAlone
          isShown={shown === 'alone'}
        />
      </table>
    </div>
  )
}

/** What the bars are, before they are met. */
export const RunLegend = ({ facts }: { readonly facts: RunningFacts }) => {
  const words = useRunningWords()
  return (
    <ul className="run-legend">
      {(['wanted', 'said', 'other'] as const).map((kind) => (
        <li key={kind}>
          <svg className="prediction" width={14} height={14} aria-hidden="true">
            <g className={kind}>
              <rect width={14} height={14} />
            </g>
          </svg>
          {words.legend[kind]}
        </li>
      ))}
      <li>{words.height(toDigits(largestOf(facts), 2))}</li>
    </ul>
  )
}

/** The largest probability; 1 where none is a number. */
const largestOf = ({ trained, alone }: RunningFacts): number => {
  let most = 0
  for (const { steps } of [trained, alone])
    for (const { probabilities } of steps) for (const p of probabilities) if (p > most) most = p
  return most || 1
}

/** The step under the playhead. */
const usePresent = (): number | null => {
  const { derived } = useUnfold()
  const network = useValue(({ document }) => document.network)
  const grain = useValue((state) => state.grain)
  return derived.planOf(network).schedule.steps[grain][useFinished() - 1]?.t ?? null
}

/** A table that is wider than its room scrolls to the step under the playhead, and nothing else does. */
const useInSight = (present: number | null) => {
  const scroller = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = scroller.current!
    const step = element.querySelector('th.present')
    if (!step || element.scrollWidth <= element.clientWidth) return
    const [place, room] = [step.getBoundingClientRect(), element.getBoundingClientRect()]
    const covered = element.querySelector('th')!.offsetWidth
    const before = place.left - room.left - covered
    const after = place.right - room.right
    if (before < 0 || after > 0) element.scrollLeft += before < 0 ? before : after
  }, [present])
  return scroller
}

interface Shared {
  readonly columns: Columns
  readonly lit: Lit
  readonly present: number | null
  readonly partings: readonly number[]
}

interface RowProps extends Shared {
  readonly name: ReactNode
  readonly className: string
  readonly cell: (t: number, width: number) => ReactNode
  readonly classOf?: (t: number) => string | false
}

const Row = ({ columns, lit, present, partings, name, className, cell, classOf }: RowProps) => (
  <tr className={className}>
    <th scope="row">{name}</th>
    {columns.steps.map((column) =>
      column.kind === 'gap' ? (
        <td key={`gap ${column.from}`} className="gap" aria-hidden="true">
          ⋯
        </td>
      ) : (
        <td
          key={column.t}
          className={[
            column.t === present && 'present',
            column.t === lit.t && 'lit',
            column.t === partings[0] && 'first-parting',
            classOf?.(column.t),
          ]
            .filter(Boolean)
            .join(' ')}
          onPointerEnter={() => lit.light(column.t)}
        >
          {cell(column.t, column.width)}
        </td>
      ),
    )}
  </tr>
)

const Head = ({ steps, ...shared }: Shared & { readonly steps: readonly StepFacts[] }) => {
  const unfold = useUnfold()
  const words = useRunningWords()
  const symbols = useSymbols()
  const network = useValue(({ document }) => document.network)
  const given = symbolsRead(network)
  const { columns, lit, present } = shared
  return (
    <thead>
      <tr className="times">
        <th scope="row">{words.rows.step}</th>
        {columns.steps.map((column) =>
          column.kind === 'gap' ? (
            <td key={`gap ${column.from}`} className="gap">
              <button
                type="button"
                title={words.goToGap(column.from, column.to)}
                aria-label={words.goToGap(column.from, column.to)}
                onClick={() =>
                  goToTime(unfold, column.to < (present ?? 0) ? column.to : column.from)
                }
              >
                ⋯
              </button>
            </td>
          ) : (
            <th
              key={column.t}
              scope="col"
              className={[column.t === present && 'present', column.t === lit.t && 'lit']
                .filter(Boolean)
                .join(' ')}
              onPointerEnter={() => lit.light(column.t)}
            >
              <button
                type="button"
                title={words.goTo(column.t)}
                aria-current={column.t === present ? 'step' : undefined}
                onClick={() => goToTime(unfold, column.t)}
                onFocus={() => lit.light(column.t)}
                onBlur={() => lit.light(null)}
              >
                <i>t</i> = {column.t}
              </button>
            </th>
          ),
        )}
      </tr>
      {/* Both runs read it beside what is fed back; a vector has no sign. */}
      {given.some((symbol) => symbol !== null) && (
        <Row
          {...shared}
          className="given"
          name={<Labelled text={words.rows.given} letter="x" time="t" />}
          cell={(t) => {
            const symbol = given[t - 1]
            return typeof symbol === 'string' && <b className="symbol">{toVisible(symbol)}</b>
          }}
        />
      )}
      <Row
        {...shared}
        className="wanted"
        name={<Labelled text={words.rows.wanted} letter="y" time="t" />}
        cell={(t) => {
          const { wanted } = steps[t - 1]!
          return wanted === null ? (
            <span className="soft" title={words.noTarget}>
              ∅
            </span>
          ) : (
            <b className="symbol">{symbols[wanted]}</b>
          )
        }}
      />
    </thead>
  )
}

interface RunProps extends Shared {
  readonly run: RunFacts
  readonly name: string
  readonly isAlone: boolean
  /** Is it the run that the graph shows? */
  readonly isShown: boolean
  /** Of all steps of both runs, so that bars can be compared. */
  readonly most: number
}

const RunRows = ({ run, name, isAlone, isShown, most, ...shared }: RunProps) => {
  const words = useRunningWords()
  const symbols = useSymbols()
  const { steps, loss } = run
  const { partings, columns } = shared
  const parted = new Set(partings)
  const network = useValue(({ document }) => document.network)
  const unfold = useUnfold()
  const { choice } = useField('running')
  const { graph } = unfold.derived.planOf(network).runner
  const letter = useNames(graph.cell).letter(steps[0]!.from)
  return (
    <tbody>
      <tr className="run-heading">
        <th scope="rowgroup" colSpan={columns.steps.length + 1}>
          <div>
            <span>{name}</span>
            <strong>{words.loss(toDigits(loss, 4))}</strong>
            <button
              type="button"
              className={isShown ? 'shown' : undefined}
              aria-label={isShown ? undefined : words.showRun(name)}
              onClick={() => setFeedback(unfold, isAlone ? choice : 'target')}
            >
              {isShown ? words.shown : words.show}
            </button>
          </div>
        </th>
      </tr>
      <Row
        {...shared}
        className="reads"
        name={<Labelled text={words.rows.read} letter={letter} time="t − 1" />}
        classOf={(t) => isAlone && parted.has(t) && 'parted'}
        cell={(t) => (
          <>
            <ReadSymbol read={steps[t - 1]!.read} />
            {isAlone && parted.has(t) && (
              <small className="parting">
                ≠{' '}
                {t === partings[0] ? (
                  words.partsHere
                ) : (
                  <span className="off-screen">{words.partedHere}</span>
                )}
              </small>
            )}
          </>
        )}
      />
      <Row
        {...shared}
        className="predicts"
        name={<Labelled text={words.rows.prediction} letter={'y\u0302'} time="t" />}
        cell={(t, width) => <PredictionBars {...{ symbols, width, most }} step={steps[t - 1]!} />}
      />
      <Row
        {...shared}
        className="says"
        name={isAlone ? <Labelled text={words.rows.chosen} letter="s" time="t" /> : words.rows.said}
        cell={(t) => <Said step={steps[t - 1]!} />}
      />
      <Row
        {...shared}
        className="losses"
        name={<Labelled text={words.rows.loss} letter="L" time="t" />}
        cell={(t) => {
          const { loss: own } = steps[t - 1]!
          return own === null ? (
            <span className="soft" title={words.noTarget}>
              ∅
            </span>
          ) : (
            <span title={toDigits(own, 6)}>{toCellText(own)}</span>
          )
        }}
      />
    </tbody>
  )
}

const ReadSymbol = ({ read }: { readonly read: Read }) => {
  const words = useRunningWords()
  const symbols = useSymbols()
  if (read.kind === 'symbol') return <b className="symbol">{symbols[read.symbol]}</b>
  const isStart = read.kind === 'start'
  return (
    <span className="soft" title={isStart ? words.startHint : words.zerosHint}>
      {isStart ? words.start : words.zeros}
    </span>
  )
}

const Said = ({ step: { said, wanted } }: { readonly step: StepFacts }) => {
  const words = useRunningWords()
  const symbols = useSymbols()
  const isRight = said === wanted
  return (
    <>
      <b className="symbol">{symbols[said]}</b>
      {wanted !== null && (
        <span
          className={isRight ? 'right' : 'wrong'}
          role="img"
          aria-label={isRight ? words.right : words.wrong}
        >
          {isRight ? '✓' : '✗'}
        </span>
      )}
    </>
  )
}

const Labelled = ({
  text,
  letter,
  time,
}: {
  readonly text: string
  readonly letter: string
  readonly time: string
}) => (
  <>
    {text}{' '}
    <span className="math-name">
      <i>{letter}</i>
      <sup>({time})</sup>
    </span>
  </>
)

const useSymbols = (): readonly string[] =>
  outputSymbols(useValue(({ document }) => document.network)).map(toVisible)
