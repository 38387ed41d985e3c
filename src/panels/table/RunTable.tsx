/** RunTable: a row for each entry of a variable or of its gradient, a column for each time; of a long run those around the present one. */
import { useMemo, useRef, useState } from 'react'
import type { Trace } from '../../engine/run'
import type { Step } from '../../engine/schedule'
import type { GraphNode } from '../../engine/unfold'
import { tableWords } from '../../i18n/table'
import type { Scales } from '../../notation/scales'
import { type Column, type Group, columnsOf, groupsOf, labelsOf, nodeIn } from '../../store/table'
import { useDictionary, useUnfold, useValue, useWords } from '../useUnfold'
import { type Arrival, Row } from './Row'
import { moveAmongCells } from './moveAmongCells'
import { useInView } from './useInView'
import { useSeen } from './useSeen'
import { type Stretch, useStretch } from './useStretch'

export interface Shown {
  readonly trace: Trace
  readonly scales: Scales
  /** The step that was finished last. */
  readonly step: Step | undefined
  /** Contributions that are done. */
  readonly done: number
}

/** A vector of more entries is one row until it is opened. */
const mostOpen = 8
/** Of an opened vector so many entries are shown. */
const mostEntries = 64
/** So many numbers are on the page at once; of more, fewer steps. */
const mostCells = 3000
const [leastColumns, mostColumns] = [4, 24]

const nothing: ReadonlySet<number> = new Set()

const nameOf = ({ symbol, isGradient }: Group) => `${isGradient ? '∇' : ''}${symbol}`

export const RunTable = ({ trace, scales, done, step }: Shown) => {
  const t = step?.t ?? null
  const unfold = useUnfold()
  const words = useWords(tableWords)
  const { timeline } = useDictionary()
  const { graph } = trace
  const network = useValue(({ document }) => document.network)
  const selection = useValue((state) => state.selection)
  const { progress } = unfold.derived.planOf(network)
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const groups = useMemo(() => groupsOf(trace), [trace])
  const all = useMemo(() => columnsOf(graph), [graph])
  const isOpen = (group: Group) =>
    group.size > 1 && group.size <= mostOpen !== toggled.has(nameOf(group))
  const rows = groups.reduce(
    (sum, group) => sum + (isOpen(group) ? Math.min(group.size, mostEntries) : 1),
    0,
  )
  const selected = selection === null ? undefined : graph.byKey.get(selection)
  const most = Math.max(leastColumns, Math.min(mostColumns, Math.floor(mostCells / rows)))
  const scroller = useRef<HTMLDivElement>(null)
  const seen = useSeen(scroller)
  const room = graph.tau > most ? Math.min(most, seen) : most
  const stretch = useStretch(all, room, t, selected?.t ?? null)
  const { columns } = stretch
  useInView(scroller, stretch.focus, columns.length)
  const arrivalsOf = (group: Group): readonly Arrival[] =>
    columns.map((column) => {
      const node = nodeIn(graph, group, column)
      return node && (node.carries || !group.isGradient)
        ? {
            node,
            arrived: group.isGradient ? progress.gradient(node, done) : progress.value(node, done),
          }
        : null
    })
  const recent = useMemo(() => new Set(step?.nodes ?? []), [step])
  const recentOf = ({ isGradient }: Group) =>
    step && isGradient === (step.phase === 'backward') ? recent : nothing
  // A row that stays as it is keeps the function that it was first given.
  const toggle = (group: Group) =>
    setToggled((before) => {
      const next = new Set(before)
      if (!next.delete(nameOf(group))) next.add(nameOf(group))
      return next
    })
  const cut = groups.find((group) => isOpen(group) && group.size > mostEntries)
  return (
    <>
      <Steps stretch={stretch} tau={graph.tau} />
      <div
        className="run-scroll"
        ref={scroller}
        onKeyDown={(event) => moveAmongCells(event)}
        role="presentation"
      >
        <table className="run-table">
          <caption className="off-screen">{words.caption}</caption>
          <colgroup>
            <col />
            {columns.map((column) => (
              <col key={column} className={isPresent(column, t) ? 'present' : undefined} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">
                <span className="off-screen">{words.variable}</span>
              </th>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  data-t={column}
                  className={isPresent(column, t) ? 'present' : undefined}
                  aria-current={isPresent(column, t) ? 'step' : undefined}
                  aria-label={column === null ? words.totalName : undefined}
                >
                  {column === null ? words.total : timeline.time(column)}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => {
            const arrivals = arrivalsOf(group)
            const isRecent = arrivals.some(
              (arrival) => arrival && recentOf(group).has(arrival.node.id),
            )
            return (
              <tbody key={nameOf(group)} className={group.isGradient ? 'gradient' : 'value'}>
                {entriesOf(group, isOpen(group)).map((entry) => (
                  <Row
                    key={entry}
                    {...{ trace, scales, group, entry }}
                    labels={labelsOf(network, group.sample, 0)}
                    arrivals={arrivals}
                    recent={isRecent ? recent : nothing}
                    selected={isOf(selected, group) ? selection : null}
                    entrance={entranceOf(selected, group, groups, entry, columns)}
                    onToggle={(entry ?? 0) === 0 && group.size > 1 ? toggle : null}
                  />
                ))}
              </tbody>
            )
          })}
        </table>
      </div>
      {cut && <p className="note">{words.rest(mostEntries, cut.size)}</p>}
    </>
  )
}

/** Null: all of them, in one row. */
const entriesOf = ({ size }: Group, isOpen: boolean): readonly (number | null)[] =>
  size === 1
    ? [0]
    : isOpen
      ? Array.from({ length: Math.min(size, mostEntries) }, (_, entry) => entry)
      : [null]

const isPresent = (column: Column, t: number | null): boolean => t !== null && column === t

const isOf = (node: GraphNode | undefined, { symbol }: Group): boolean =>
  node !== undefined && 'symbol' in node.of && node.of.symbol === symbol

/** The column of the one number of the table that the Tab key leads to: what is selected, else the first. */
const entranceOf = (
  selected: GraphNode | undefined,
  group: Group,
  groups: readonly Group[],
  entry: number | null,
  columns: readonly Column[],
): number | null => {
  if ((entry ?? 0) !== 0) return null
  const known = groups.find((one) => isOf(selected, one))
  const place = known ? columns.indexOf(selected!.t) : -1
  if (place >= 0) return group === known ? place : null
  return group === groups[0] ? 0 : null
}

/** What is left out, and the way to it. */
const Steps = ({ stretch, tau }: { readonly stretch: Stretch; readonly tau: number }) => {
  const words = useWords(tableWords)
  const { columns, move } = stretch
  const times = columns.filter((column) => column !== null)
  if (!stretch.isPart) return null
  return (
    <p className="note run-steps">
      {words.some(times[0]!, times.at(-1)!, tau)}
      <button
        type="button"
        className="small"
        disabled={!stretch.hasEarlier}
        onClick={() => move(-1)}
      >
        {words.earlier}
      </button>
      <button type="button" className="small" disabled={!stretch.hasLater} onClick={() => move(1)}>
        {words.later}
      </button>
    </p>
  )
}
