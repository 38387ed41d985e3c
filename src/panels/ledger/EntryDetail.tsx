/** EntryDetail: one entry of the ledger opened: the product that makes it, with numbers, what it is added to, and what kind of derivative it is. */
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { evaluateBound } from '../../engine/explain'
import { type Entry, factorsOf } from '../../engine/ledger'
import { shapeOf } from '../../engine/memory'
import { contributionOf } from '../../engine/run'
import type { GraphNode } from '../../engine/unfold'
import { entryDetailWords } from '../../i18n/entryDetail'
import { toIndexText } from '../../notation/names'
import { toCellText, toDigits } from '../../notation/numbers'
import type { Scale } from '../../notation/scales'
import { texOf, texOfGradient, texOfShare } from '../../notation/tex'
import { trailOf } from '../../store/actions/explain'
import { arrivedGradient } from '../../store/progress'
import { storyOf } from '../../store/unfold'
import { CutButton } from '../CutButton'
import { isCovered } from '../covers'
import { Formula } from '../Formula'
import { VectorColumns } from '../VectorColumns'
import { Icon } from '../icons'
import { signOfSum } from '../signOfSum'
import { useScales } from '../useScales'
import { useDictionary, useNames, useUnfold, useWords } from '../useUnfold'
import { ShareCheck } from './ShareCheck'
import { ShareEntry } from './ShareEntry'
import { useShareScale } from './useShareScale'

/** Larger products are pictures. */
const mostRows = 10
const mostColumns = 6

interface Props {
  readonly node: GraphNode
  readonly entry: Entry
  readonly done: number
  readonly onClose: () => void
}

export const EntryDetail = ({ node, entry, done, onClose: close }: Props) => {
  const unfold = useUnfold()
  const { ledger } = useDictionary()
  const words = useWords(entryDetailWords)
  const { trace, network } = storyOf(unfold)
  const { graph } = trace
  const names = useNames(graph.cell)
  const scale = useShareScale(trace, node)
  /** The entry of this share that is looked at by itself. */
  const [place, setPlace] = useState<number | null>(null)
  const part = useRef<HTMLElement>(null)
  // What was pressed stands above, and may be all that is seen of the sheet.
  useLayoutEffect(() => {
    // One who came by keys goes on inside.
    if (document.activeElement?.matches('.share:focus-visible'))
      part.current?.focus({ preventScroll: true })
    part.current?.scrollIntoView({ block: 'nearest' })
  }, [entry.edge])
  const isInside = () => part.current?.contains(document.activeElement) === true
  // Who is inside goes back to what was pressed.
  const onClose = () => {
    if (isInside())
      part
        .current!.closest('.ledger')!
        .querySelector<HTMLElement>('.ledger-scroll [tabindex="0"]')!
        .focus()
    close()
  }
  // Escape closes this alone where one is inside or at what opened it, elsewhere also what is selected: first of all, since what that renders anew would take this listener away.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isCovered()) return
      if (isInside() || document.activeElement?.matches('.share[aria-pressed="true"]'))
        event.stopPropagation()
      // A number taken apart goes first: it may have been opened from here.
      else if (trailOf(unfold.store.getState()).length > 0) return
      onClose()
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  })
  const { progress } = unfold.derived.planOf(network)
  if (!progress.hasActed('backward', entry.edge, done)) return null
  const edge = graph.edges[entry.edge]!
  const share = contributionOf(trace, edge)!
  const width = shapeOf(trace.architecture, node)[1] ?? 1
  const all = progress.gradient(node, done).all
  const later = arrivedGradient(trace, node, { count: entry.arrival - 1, all })
  const sum = arrivedGradient(trace, node, { count: entry.arrival, all })!
  const isCut = trace.cuts.has(entry.edge)
  const sumFrom = words.sumFrom(entry.t)
  const column = (sign: string, caption: ReactNode, numbers: Float64Array) => ({
    ...{ sign, caption, numbers, width, scale, symbol: null },
  })
  const added = [...(isCut ? [] : [share]), ...(later ? [later] : [])]
  const sign = signOfSum(added, sum, width > 1)
  const [written, spoken] = [names.closed(node), names.spoken(node)]
  return (
    <section
      ref={part}
      tabIndex={-1}
      className="entry-detail"
      aria-label={ledger.share(spoken, entry.t)}
    >
      <header>
        <h4>{ledger.share(written, entry.t)}</h4>
        {all > 1 && <CutButton edge={edge} />}
        <button type="button" className="plain" aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <Formula tex={`${texOfShare(names, node, entry.t)} = ${texOf(names, graph, entry)}`} />
      <Product {...{ node, entry, share, scale }} opened={place} onOpen={setPlace} />
      {isCut && <p className="note">{ledger.heldBack(entry.t)}</p>}
      {place !== null && <ShareEntry {...{ node, entry, place, words }} />}
      {place === null && (
        <>
          <h5>{words.sumHeading}</h5>
          <div className={width > 2 ? 'sums stacked' : 'sums'}>
            <VectorColumns
              label={ledger.soFar(spoken, entry.arrival, all)}
              columns={[
                column('', entry.arrival === all ? ledger.total(written) : sumFrom, sum),
                column(sign, isCut ? <s>{ledger.step(entry.t)}</s> : ledger.step(entry.t), share),
                ...(later ? [column('+', words.sumAfter(entry.t), later)] : []),
              ]}
            />
          </div>
        </>
      )}
      <dl className="derivatives">
        <dt>
          <Formula tex={texOfShare(names, node, entry.t)} /> {words.direct}
        </dt>
        <dd>{words.directText(names.text(node), entry.t)}</dd>
        <dt>
          <Formula tex={texOfGradient(names, node)} /> {words.totalName}
        </dt>
        <dd>{words.totalText(names.text(node))}</dd>
      </dl>
      {place === null && <ShareCheck key={entry.edge} node={node} entry={entry} />}
    </section>
  )
}

interface ProductProps {
  readonly node: GraphNode
  readonly entry: Entry
  readonly share: Float64Array
  readonly scale: Scale
  readonly opened: number | null
  readonly onOpen: (place: number | null) => void
}

/** u on the left, v on top, and in each place of the table their product. */
const Product = ({ node, entry, share, scale, opened, onOpen }: ProductProps) => {
  const unfold = useUnfold()
  const words = useWords(entryDetailWords)
  const { trace } = storyOf(unfold)
  const names = useNames(trace.graph.cell)
  const scales = useScales()
  const factors = factorsOf(entry)
  if (!factors) return null
  const [u, v] = factors.map((factor) => evaluateBound(trace, factor).data) as [
    Float64Array,
    Float64Array,
  ]
  const [uTex, vTex] = factors.map((factor) => texOf(names, trace.graph, factor))
  if (u.length > mostRows || v.length > mostColumns)
    return <p className="note">{words.large(u.length, v.length)}</p>
  const consumer = trace.graph.nodes[trace.graph.edges[entry.edge]!.to]!
  const gradientScale = scales.gradientScale(consumer)
  const cell = (paint: ReturnType<Scale>) => ({ background: paint.fill, color: paint.ink })
  return (
    <div className="outer">
      <table aria-label={words.product}>
        <thead>
          <tr>
            {/* Each beside its numbers: in one line they would take the room of a column. */}
            <td>
              <Formula tex={`{${vTex!}}^{\\top}`} />
              <Formula tex={uTex!} />
            </td>
            {Array.from(v, (value, j) => (
              <th key={j} scope="col">
                {toCellText(value)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from(u, (value, i) => (
            <tr key={i}>
              <th scope="row" style={cell(gradientScale(value))}>
                {toCellText(value)}
              </th>
              {Array.from(v, (_, j) => {
                const place = i * v.length + j
                const product = share[place]!
                const name = `${names.spokenReading({ node, isGradient: true })}${toIndexText([u.length, v.length], place)}`
                return (
                  <td key={j} style={cell(scale(product))}>
                    <button
                      type="button"
                      aria-label={words.shareOf(name, entry.t, toDigits(product, 4))}
                      aria-pressed={place === opened}
                      onClick={() => onOpen(place === opened ? null : place)}
                    >
                      {toCellText(product)}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
