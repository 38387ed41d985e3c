/** Ledger: the shared parameters: a column for each time with what that step adds, and the sum so far, which grows as the backward pass runs. */
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  Suspense,
  lazy,
  memo,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { type Entry, entriesOf } from '../../engine/ledger'
import { shapeOf } from '../../engine/memory'
import type { Trace } from '../../engine/run'
import { type Graph, type GraphNode, range } from '../../engine/unfold'
import { texOfNode } from '../../notation/tex'
import { openShare } from '../../store/actions/explain'
import { select } from '../../store/actions/view'
import { keyOfEdge } from '../../store/keyOfEdge'
import { storyOf } from '../../store/unfold'
import { Formula } from '../Formula'
import { useDictionary, useNames, useUnfold, useValue } from '../useUnfold'
import { NotationSwitch } from '../NotationSwitch'
import { Share } from './Share'
import { SumSoFar } from './SumSoFar'
import { useShareScale } from './useShareScale'

const EntryDetail = lazy(async () => ({ default: (await import('./EntryDetail')).EntryDetail }))

/** So many steps have a column; of more, those around the present one. */
const mostColumns = 24
interface Props {
  readonly done: number
  /** The step under the playhead. */
  readonly t: number
}

export const Ledger = ({ done, t }: Props) => {
  const { inspector, ledger } = useDictionary()
  const unfold = useUnfold()
  const { trace, network } = storyOf(unfold)
  const { graph } = trace
  const { progress } = unfold.derived.planOf(network)
  const share = useValue(({ explaining }) => explaining.share)
  const open = share?.cell === graph.cell ? share.edge : null
  const scroller = useRef<HTMLDivElement>(null)
  const parameters = graph.nodes.filter(({ kind }) => kind === 'parameter')
  const first = firstShown(graph.tau, t)
  const times = timesFrom(first, graph.tau)
  const scrolls = useScrolls(scroller)
  useShown(scroller, t, scrolls)
  const openEntry = open === null ? undefined : entryOf(graph, parameters, open)
  return (
    <section className="ledger">
      <div className="ledger-heading">
        <h3>{inspector.shared}</h3>
        <NotationSwitch />
      </div>
      <div className={scrolls ? 'ledger-scroll scrolls' : 'ledger-scroll'} ref={scroller}>
        {/* The arrows lead from cell to cell. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
        <table role="grid" aria-label={inspector.shared} onFocus={onFocus} onKeyDown={onKeyDown}>
          <Head first={first} tau={graph.tau} />
          <tbody>
            {parameters.map((node) => (
              <Row
                key={node.key}
                {...{ trace, node, first }}
                count={progress.gradient(node, done).count}
                open={openEntry?.node === node ? open : null}
              />
            ))}
          </tbody>
        </table>
      </div>
      {times.length < graph.tau && (
        <p className="note">{ledger.some(times[0]!, times.at(-1)!, graph.tau)}</p>
      )}
      {openEntry && (
        <Suspense fallback={null}>
          {/* Of a matrix of another shape the same place would be another entry, or none. */}
          <EntryDetail
            key={`${openEntry.node.key} ${shapeOf(trace.architecture, openEntry.node).join()}`}
            {...openEntry}
            done={done}
            onClose={() => openShare(unfold, null)}
          />
        </Suspense>
      )}
    </section>
  )
}

/** Rendered only when other columns come. */
const Head = memo(({ first, tau }: { readonly first: number; readonly tau: number }) => {
  const { ledger } = useDictionary()
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="off-screen">{ledger.parameter}</span>
        </th>
        {timesFrom(first, tau).map((time) => (
          <th key={time} scope="col" aria-label={ledger.step(time)} data-t={time}>
            {time}
          </th>
        ))}
        <th scope="col" className="sum">
          {ledger.sum}
        </th>
      </tr>
    </thead>
  )
})
Head.displayName = 'Head'

/** The stretch moves by half its length, so that it seldom moves. */
const firstShown = (tau: number, t: number): number => {
  const half = mostColumns / 2
  return Math.max(1, Math.min(tau - mostColumns + 1, (Math.ceil(t / half) - 1) * half + 1))
}

const timesFrom = (first: number, tau: number): readonly number[] =>
  range(first, Math.min(tau, first + mostColumns - 1))

const entryOf = (graph: Graph, parameters: readonly GraphNode[], key: string) =>
  parameters
    .flatMap((node) => entriesOf(graph, node).map((entry) => ({ node, entry })))
    .find(({ entry }) => keyOfEdge(graph, graph.edges[entry.edge]!) === key)

/** What columns that scroll are apart from what stays, in pixels: as in the style sheet. */
const fade = 30

type Scroller = RefObject<HTMLDivElement | null>

/** Whether not all columns fit: as wide as names and fingers make them. */
const useScrolls = (scroller: Scroller): boolean => {
  const [scrolls, setScrolls] = useState(false)
  useLayoutEffect(() => {
    const shown = scroller.current!
    // What is left for the fade is no reason for it.
    const observer = new ResizeObserver(() =>
      setScrolls((before) => shown.scrollWidth - (before ? fade : 0) > shown.clientWidth),
    )
    observer.observe(shown)
    observer.observe(shown.firstElementChild!)
    return () => observer.disconnect()
  }, [scroller])
  return scrolls
}

/** Where not all columns fit, the present one is brought into view. */
const useShown = (scroller: Scroller, t: number, scrolls: boolean) => {
  // Not at every step.
  const stretch = Math.ceil(t / 3) * 3 - 1
  useLayoutEffect(() => {
    if (!scrolls) return
    const shown = scroller.current!
    // An observer's first word comes once the page is laid out: to ask earlier would lay it out for the answer.
    const observer = new ResizeObserver(() => {
      observer.disconnect()
      const column = shown.querySelector<HTMLElement>(`th[data-t="${stretch}"]`)
      shown.scrollTo({ left: (column?.offsetLeft ?? 0) - shown.clientWidth / 2 })
    })
    observer.observe(shown)
    return () => observer.disconnect()
  }, [scroller, stretch, scrolls])
}

/** Tab stops at one place of the grid, from which the arrows lead on: where the focus was last. */
const stopAt = (grid: Element, stop: Element) => {
  grid.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1')
  stop.setAttribute('tabindex', '0')
}
const onFocus = ({ currentTarget, target }: FocusEvent) => stopAt(currentTarget, target)

const onKeyDown = (event: KeyboardEvent) => {
  if (event.altKey || event.ctrlKey || event.metaKey || !/^(Arrow|Home|End)/.test(event.key)) return
  event.preventDefault()
  void import('./walkCells').then(({ walkCells }) => walkCells(event))
}

/** What has it may go, or be computed no longer. */
const keepStop = (row: HTMLElement | null) => {
  const grid = row?.closest('table')
  if (grid && !grid.querySelector('[tabindex="0"]:enabled'))
    stopAt(grid, grid.querySelector('button')!)
}

interface RowProps {
  readonly trace: Trace
  readonly node: GraphNode
  /** How many entries have arrived. */
  readonly count: number
  /** The first time that is shown. */
  readonly first: number
  readonly open: string | null
}

/** Rendered only when something arrives: most steps of a run add to no parameter. */
const Row = memo(({ trace, node, count, first, open }: RowProps) => {
  const unfold = useUnfold()
  const { stage } = useDictionary()
  const { graph } = trace
  const names = useNames(graph.cell)
  const scale = useShareScale(trace, node)
  const [rows, columns = 1] = shapeOf(trace.architecture, node) as [number, number?]
  const entries = entriesOf(graph, node)
  const byTime = new Map<number, Entry[]>()
  for (const entry of entries) {
    const others = byTime.get(entry.t)
    if (others) others.push(entry)
    else byTime.set(entry.t, [entry])
  }
  const isPointed = useValue(({ pointed }) => pointed?.nodes.includes(node.key) ?? false)
  const row = useRef<HTMLTableRowElement>(null)
  useLayoutEffect(() => keepStop(row.current))
  return (
    <tr ref={row} className={isPointed ? 'pointed' : undefined}>
      <th scope="row">
        <button
          type="button"
          tabIndex={-1}
          className="plain"
          aria-label={stage.symbol(names.spoken(node), `${rows} × ${columns}`)}
          onClick={() => select(unfold, node.key)}
        >
          <Formula tex={texOfNode(names, node)} />
        </button>
      </th>
      {timesFrom(first, graph.tau).map((t) => (
        <td key={t}>
          {byTime.get(t)?.map(({ edge, arrival }) => {
            const key = keyOfEdge(graph, graph.edges[edge]!)
            return (
              <Share
                key={key}
                {...{ trace, edge, rows, columns, scale, t }}
                parameter={node}
                isReady={arrival <= count}
                isOpen={key === open}
              />
            )
          })}
        </td>
      ))}
      <td className="sum">
        <SumSoFar
          {...{ trace, node, rows, columns, scale }}
          arrived={{ count, all: entries.length }}
        />
      </td>
    </tr>
  )
})
