/** CheckAllDialog: every gradient beside its central difference: progress, a way to stop, the table, the worst first. */
import { useEffect, useRef, useState } from 'react'
import { type CheckedPlace, byDisagreement } from '../../engine/checkAll'
import { cutsBehind } from '../../engine/cutsBehind'
import { shapeOf } from '../../engine/memory'
import type { Trace } from '../../engine/run'
import { checkWords } from '../../i18n/check'
import { toIndexText } from '../../notation/names'
import { toDigits } from '../../notation/numbers'
import { checkAllWords } from '../../i18n/checkAll'
import { keyWords } from '../../i18n/keys'
import { restoreCuts } from '../../store/actions/explain'
import { storyOf } from '../../store/unfold'
import { addCover } from '../covers'
import { useCutNames } from '../useCutNames'
import { useGap, useNames, useUnfold, useValue, useWords } from '../useUnfold'
import { startCheck } from './startCheck'
import { type Verdict as OneVerdict, verdictOf } from './verdict'

/** On a phone it is laid out otherwise, and some browsers would then forget that it is a table. */
const as = {
  ...{ table: { role: 'table' }, row: { role: 'row' }, cell: { role: 'cell' } },
  ...{ columnheader: { role: 'columnheader' }, rowheader: { role: 'rowheader' } },
}

/** The table shows so many rows; what is below agrees even better. */
const mostRows = 100

export const CheckAllDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const checkAll = useWords(checkAllWords)
  const keys = useWords(keyWords)
  const cuts = useValue(({ cuts }) => cuts)
  useEffect(() => {
    dialog.current!.showModal()
    return addCover(dialog.current!)
  }, [])
  return (
    <dialog
      ref={dialog}
      className="covers keys check-all"
      aria-labelledby="check-all-title"
      onClose={onClose}
    >
      <h2 id="check-all-title">{checkAll.title}</h2>
      <p>{checkAll.how}</p>
      {/* Of a run with other cuts all is compared anew. */}
      <Results key={[...cuts].join(' ')} />
      <form method="dialog">
        <button type="submit" className="solid">
          {keys.close}
        </button>
      </form>
    </dialog>
  )
}

const Results = () => {
  const checkAll = useWords(checkAllWords)
  const { trace } = storyOf(useUnfold())
  const { checked, all, state, stop } = useCheck()
  // What stops it goes away with the last of it.
  useEffect(() => {
    if (state !== 'running' && !document.activeElement?.closest('dialog'))
      document.querySelector<HTMLElement>('.check-all .solid')?.focus({ preventScroll: true })
  }, [state])
  return (
    <>
      <div className="check-progress">
        <progress value={checked.length} max={all ?? 1} aria-label={checkAll.title} />
        <span>{checkAll.progress(checked.length, all ?? 0)}</span>
        {state === 'running' && (
          <button type="button" className="quiet" onClick={stop}>
            {checkAll.cancel}
          </button>
        )}
      </div>
      <p role="status" className="check-verdict">
        {state === 'running' ? (
          checkAll.running
        ) : (
          <Verdict checked={checked} state={state} trace={trace} />
        )}
      </p>
      {state !== 'running' && <Rows checked={checked} trace={trace} />}
    </>
  )
}

type CheckState = 'running' | 'finished' | 'cancelled' | 'failed'

/** Runs once, on the run that is shown when the dialog opens. */
const useCheck = () => {
  const unfold = useUnfold()
  const [found, setFound] = useState<{
    readonly checked: readonly CheckedPlace[]
    readonly all: number | null
  }>({ checked: [], all: null })
  const [ended, setEnded] = useState<'cancelled' | 'failed' | null>(null)
  const stop = useRef(() => {})
  useEffect(() => {
    const { network, trace } = storyOf(unfold)
    stop.current = startCheck(
      { network, gradients: trace.gradients },
      {
        onReport: ({ checked, all }) =>
          setFound((before) => ({ checked: [...before.checked, ...checked], all })),
        onFailure: () => setEnded('failed'),
      },
    )
    return () => stop.current()
  }, [unfold])
  const { checked, all } = found
  const state: CheckState = ended ?? (checked.length === all ? 'finished' : 'running')
  return {
    ...{ checked, all, state },
    stop: () => {
      stop.current()
      setEnded('cancelled')
    },
  }
}

const Verdict = ({
  checked,
  state,
  trace,
}: {
  readonly checked: readonly CheckedPlace[]
  readonly state: CheckState
  readonly trace: Trace
}) => {
  const unfold = useUnfold()
  const nameOfCuts = useCutNames()
  const checkAll = useWords(checkAllWords)
  const gap = useGap()
  const counted = checked.filter(({ crossesKink }) => !crossesKink)
  const cutsOf = cutsBehind(trace)
  const differing = counted.filter(({ disagreement, allowed }) => !(disagreement <= allowed))
  const cut = differing.filter((one) => verdictIn(trace, cutsOf, one).verdict === 'cut')
  const cuts = new Set(cut.flatMap(({ key }) => cutsOf(trace.graph.byKey.get(key)!)))
  const wrong = differing.length - cut.length
  const kinks = checked.length - counted.length
  const worst = counted.reduce((most, { disagreement }) => Math.max(most, disagreement), 0)
  if (state === 'failed') return checkAll.failed
  return (
    <>
      {state === 'cancelled' && checkAll.cancelled + gap}
      {(wrong > 0 || cut.length === 0) && (
        <strong className={wrong > 0 ? 'disagrees' : 'agrees'}>
          {wrong > 0
            ? checkAll.wrong(wrong, counted.length)
            : checkAll.right(counted.length, toDigits(worst, 2))}
        </strong>
      )}
      {cut.length > 0 && (
        <>
          {wrong > 0 && gap}
          <strong>{checkAll.cut(cut.length, counted.length, nameOfCuts([...cuts]))}</strong>{' '}
          <button type="button" className="small" onClick={() => restoreCuts(unfold)}>
            {checkAll.again}
          </button>
        </>
      )}
      {kinks > 0 && gap + checkAll.kinks(kinks)}
    </>
  )
}

const Rows = ({
  checked,
  trace,
}: {
  readonly checked: readonly CheckedPlace[]
  readonly trace: Trace
}) => {
  const checkAll = useWords(checkAllWords)
  const words = useWords(checkWords)
  if (checked.length === 0) return null
  const cutsOf = cutsBehind(trace)
  const rows = byDisagreement(checked).slice(0, mostRows)
  const { backpropagated, difference } = words
  const names = [checkAll.relative, backpropagated, difference, 'L(p + ε)', 'L(p − ε)']
  return (
    <>
      {/* What scrolls can be reached by the keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="check-table" role="region" aria-label={checkAll.table} tabIndex={0}>
        <table {...as.table}>
          <thead>
            <tr {...as.row}>
              {[words.entry, words.verdict, ...names].map((name) => (
                <th key={name} scope="col" {...as.columnheader}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={`${row.key} ${row.entry}`} {...{ row, trace, cutsOf, columns: names }} />
            ))}
          </tbody>
        </table>
      </div>
      {checked.length > mostRows && <p>{checkAll.more(mostRows, checked.length)}</p>}
    </>
  )
}

const verdictIn = (
  { graph }: Trace,
  cutsOf: ReturnType<typeof cutsBehind>,
  place: CheckedPlace,
): OneVerdict => verdictOf(place, cutsOf(graph.byKey.get(place.key)!))

interface RowProps {
  readonly row: CheckedPlace
  readonly trace: Trace
  readonly cutsOf: ReturnType<typeof cutsBehind>
  /** What the numbers are; a phone says it beside each. */
  readonly columns: readonly string[]
}

const Row = ({ row, trace, cutsOf, columns }: RowProps) => {
  const words = useWords(checkWords)
  const { key, entry, lossAbove, lossBelow, difference, gradient, disagreement } = row
  const names = useNames(trace.graph.cell)
  const node = trace.graph.byKey.get(key)!
  const { verdict, sign } = verdictIn(trace, cutsOf, row)
  const numbers = [
    toDigits(disagreement, 2),
    toDigits(gradient, 7),
    toDigits(difference, 7),
    toDigits(lossAbove, 10),
    toDigits(lossBelow, 10),
  ]
  return (
    <tr {...as.row} className={verdict}>
      <th scope="row" {...as.rowheader}>
        {names.closed(node)}
        {toIndexText(shapeOf(trace.architecture, node), entry)}
      </th>
      <td {...as.cell}>
        {sign} {words[verdict]}
      </td>
      {numbers.map((number, i) => (
        <td key={columns[i]} {...as.cell} data-name={columns[i]}>
          {number}
        </td>
      ))}
    </tr>
  )
}
