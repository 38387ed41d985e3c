/** ShareEntry: one entry of what a step adds to a parameter's gradient: the product that makes it, its check, and how the sum grows by it. */
import { useLayoutEffect, useMemo, useRef } from 'react'
import { compareShare } from '../../engine/check'
import { cutsBehind } from '../../engine/cutsBehind'
import { type Entry, entriesOf } from '../../engine/ledger'
import { shapeOf } from '../../engine/memory'
import { entryOf } from '../../engine/products'
import { contributionOf } from '../../engine/run'
import { readingOf, tensorOfReading, toTerm } from '../../engine/term'
import type { GraphNode } from '../../engine/unfold'
import type { EntryDetailWords } from '../../i18n/entryDetail'
import { oneNumberWords } from '../../i18n/oneNumber'
import { toIndexText } from '../../notation/names'
import { sumSign, toColumnText, toDigits } from '../../notation/numbers'
import { openEntry } from '../../store/actions/explain'
import { arrivedGradient } from '../../store/progress'
import { storyOf } from '../../store/unfold'
import { Difference } from '../Check'
import { EntryName } from '../EntryButton'
import type { Sight } from '../NumericTerm'
import { ScalarLine } from '../ScalarLine'
import { SumSign } from '../SumSign'
import { useSight } from '../useSight'
import { useDictionary, useIsPlaying, useUnfold, useWords } from '../useUnfold'

interface Props {
  readonly node: GraphNode
  readonly entry: Entry
  readonly place: number
  readonly words: EntryDetailWords
}

export const ShareEntry = ({ node, entry, place, words }: Props) => {
  const unfold = useUnfold()
  const sight = useSight()
  const { trace } = storyOf(unfold)
  const share = contributionOf(trace, trace.graph.edges[entry.edge]!)![place]!
  const index = toIndexText(shapeOf(trace.architecture, node), place)
  const reading = { node, isGradient: true }
  const term = toTerm(trace.graph, entry)
  const scalar = entryOf(
    term.expression,
    (leaf) => tensorOfReading(trace, readingOf(term, leaf)),
    place,
  )
  const part = useRef<HTMLElement>(null)
  // What was pressed stands above; what it says comes into sight with it.
  useLayoutEffect(() => {
    part.current!.scrollIntoView({ block: 'nearest' })
    // And does not push what was pressed under the head that stays.
    part
      .current!.closest('.entry-detail')!
      .querySelector('td [aria-pressed="true"]')
      ?.scrollIntoView({ block: 'nearest' })
  }, [place, entry.edge])
  const name = `${sight.nameOf(reading)}${index}`
  return (
    <section
      ref={part}
      className="share-entry"
      aria-label={words.shareOf(name, entry.t, toDigits(share, 4))}
    >
      <h5>
        {words.addsTo(entry.t)} <EntryName reading={reading} entry={place} sight={sight} />
      </h5>
      <ol className="products">
        <ScalarLine
          sign="="
          isCut={trace.cuts.has(entry.edge)}
          term={term}
          scalar={scalar}
          most={Math.abs(share)}
          sight={sight}
        />
      </ol>
      <OwnCheck
        edge={entry.edge}
        place={place}
        // The step's own copy, `W(3)[0][1]`, of which the derivative is.
        name={`${sight.names.closed(node)}(${entry.t})${index}`}
      />
      <Sum {...{ node, entry, place, share, words, sight }} />
      <button
        type="button"
        className="quiet"
        aria-label={words.openSum(`${sight.names.spoken(node)}${index}`)}
        onClick={() => openEntry(unfold, { key: node.key, isGradient: true, entry: place })}
      >
        {words.openSum(`${sight.names.closed(node)}${index}`)}
      </button>
    </section>
  )
}

interface OwnProps {
  readonly edge: number
  readonly place: number
  readonly name: string
}

/** The step's copy of that entry alone is moved. */
const OwnCheck = ({ edge, place, name }: OwnProps) => {
  const unfold = useUnfold()
  const { isRight } = useWords(oneNumberWords)
  const { network, trace } = storyOf(unfold)
  const isPlaying = useIsPlaying()
  const comparison = useMemo(() => {
    const { runner } = unfold.derived.planOf(network)
    return isPlaying ? null : compareShare(runner, network, trace, trace.graph.edges[edge]!, place)
  }, [unfold, network, trace, edge, place, isPlaying])
  return (
    comparison && (
      <>
        <h5>{isRight}</h5>
        <Difference
          name={name}
          comparison={comparison}
          cuts={cutsBehind(trace)(trace.graph.nodes[trace.graph.edges[edge]!.to]!)}
        />
      </>
    )
  )
}

interface SumProps extends Props {
  readonly share: number
  readonly sight: Sight
}

/** What had come from later steps, this step's share, and what it makes of them. */
const Sum = ({ node, entry, place, share, words, sight }: SumProps) => {
  const { ledger } = useDictionary()
  const { trace } = sight
  const { arrival, t } = entry
  const all = entriesOf(trace.graph, node).length
  const before = arrivedGradient(trace, node, { count: arrival - 1, all })?.[place] ?? null
  const after = arrivedGradient(trace, node, { count: arrival, all })![place]!
  const isCut = trace.cuts.has(entry.edge)
  const added = [...(before === null ? [] : [before]), ...(isCut ? [] : [share])]
  return (
    <>
      <h5>{words.sumHeading}</h5>
      <ol className="products">
        {before !== null && (
          <li className="product">
            <span className="sign" />
            <span className="written">{words.sumAfter(t)}</span>
            <span className="value">{toColumnText(before)}</span>
          </li>
        )}
        <li className={isCut ? 'product cut' : 'product'}>
          <span className="sign">{before !== null && '+'}</span>
          <span className="written">{ledger.step(t)}</span>
          <span className="value">{toColumnText(share)}</span>
        </li>
        <li className="product total">
          <span className="sign">
            <SumSign sign={sumSign(added.map(toColumnText), toColumnText(after))} />
          </span>
          <span className="written">{arrival === all ? words.sumOfAll : words.sumFrom(t)}</span>
          <span className="value">{toColumnText(after)}</span>
        </li>
      </ol>
    </>
  )
}
