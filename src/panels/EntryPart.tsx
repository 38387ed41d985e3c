/** EntryPart: one number taken apart: the products that it is the sum of, where each factor comes from, where it goes, and the way back. */
import { useLayoutEffect, useMemo, useRef } from 'react'
import { type Reading, tensorOfReading } from '../engine/term'
import { shapeOf } from '../engine/memory'
import type { GraphNode } from '../engine/unfold'
import { usesOf } from '../engine/uses'
import { type OneNumberWords, oneNumberWords } from '../i18n/oneNumber'
import { gradientWords } from '../i18n/gradient'
import { toIndexText } from '../notation/names'
import { toColumnText } from '../notation/numbers'
import { closeEntry, followEntry, trailOf, turnToEntry } from '../store/actions/explain'
import type { EntryPlace } from '../store/store'
import { EntryButton, EntryName } from './EntryButton'
import { EntryCheck } from './EntryCheck'
import { EntryProducts } from './EntryProducts'
import type { Sight } from './NumericTerm'
import { NotYet } from './NotYet'
import { Prose } from './Prose'
import { settle } from './settle'
import { Icon } from './icons'
import { useSideBranch } from './useSideBranch'
import { useSight } from './useSight'
import { useGap, useUnfold, useValue, useWords } from './useUnfold'

interface Props {
  readonly node: GraphNode
  readonly place: EntryPlace
  /** Is the number computed yet? */
  readonly isReady: boolean
}

/** Brings a number into sight, with the equation above it where that leaves it room enough to be read, else right below what stays at the head. */
const scrollInside = (aside: Element, part: Element) => {
  const { top, bottom } = aside.getBoundingClientRect()
  const above = top + parseFloat(getComputedStyle(aside).scrollPaddingTop) + apart
  const own = part.getBoundingClientRect()
  const equation = part.previousElementSibling!.getBoundingClientRect()
  const enough = Math.min(own.height, Math.max(leastPx, leastShare * (bottom - above)))
  const least = own.top + enough - bottom
  const most = equation.top - above
  aside.scrollTop +=
    least > most ? own.top - above : Math.max(least, Math.min(own.bottom + apart - bottom, most))
}
const apart = 8
const [leastPx, leastShare] = [240, 0.4]

export const EntryPart = ({ node, place, isReady }: Props) => {
  const unfold = useUnfold()
  const sight = useSight()
  const words = useWords(oneNumberWords)
  const gradient = useWords(gradientWords)
  const { isGradient, entry } = place
  const reading = { node, isGradient }
  const size = sight.trace.memory.size[node.id]!
  const turn = (by: number) => turnToEntry(unfold, { ...place, entry: (entry + by + size) % size })
  const part = useRef<HTMLElement>(null)
  /** Where the focus was: from inside it goes back there. */
  const opener = useRef<HTMLElement>(null)
  const before = useRef<EntryPlace>(null)
  useLayoutEffect(() => {
    const section = part.current!
    return () => {
      if (section.contains(document.activeElement)) opener.current?.focus({ preventScroll: true })
    }
  }, [])
  // A link that is followed may be gone: the focus stays here, and what it was on is no longer pointed at.
  useLayoutEffect(() => {
    const activeElement = document.activeElement as HTMLElement
    const isLost = activeElement === document.body
    const isFarBelow = activeElement.matches('.entry-detail button:focus-visible')
    if (isFarBelow || (before.current === null && !isLost)) opener.current = activeElement
    if (isLost || isFarBelow || part.current!.contains(activeElement))
      part.current!.focus({ preventScroll: true })
    const aside = part.current!.closest('aside')!
    const heading = part.current!.querySelector('.heading')!.getBoundingClientRect()
    // Its next entry takes its place.
    const isTurned =
      before.current?.key === place.key && heading.bottom < aside.getBoundingClientRect().bottom
    before.current = place
    return settle(part.current!.previousElementSibling!, () => {
      if (!isTurned) scrollInside(aside, part.current!)
      part.current!.querySelector('.asked')?.scrollIntoView({ block: 'nearest' })
    })
  }, [place])
  const isThere = (!isGradient || node.carries) && entry < size
  return (
    <section ref={part} tabIndex={-1} className="entry-part" aria-label={words.entryTitle}>
      <Trail sight={sight} />
      <div className="heading">
        <h3>
          <EntryName reading={reading} entry={entry} sight={sight} />
          {isThere && isReady && <Value reading={reading} entry={entry} sight={sight} />}
        </h3>
        {size > 1 && (
          <>
            <button
              type="button"
              className="plain"
              aria-label={words.previous}
              title={words.previous}
              onClick={() => turn(-1)}
            >
              <Icon name="back" />
            </button>
            <button
              type="button"
              className="plain next"
              aria-label={words.next}
              title={words.next}
              onClick={() => turn(1)}
            >
              <Icon name="back" />
            </button>
          </>
        )}
        <button
          type="button"
          className="plain"
          aria-label={words.close}
          title={words.close}
          onClick={() => closeEntry(unfold)}
        >
          <Icon name="close" />
        </button>
      </div>
      {!isThere ? (
        <p className="note">{gradient.noGradient}</p>
      ) : isReady ? (
        <>
          <EntryProducts {...{ reading, entry, sight }} asked={place.term} />
          {isGradient && <EntryCheck node={node} entry={entry} />}
          <Uses reading={reading} entry={entry} sight={sight} />
        </>
      ) : (
        <NotYet {...reading} />
      )}
    </section>
  )
}

interface PartProps {
  readonly reading: Reading
  readonly entry: number
  readonly sight: Sight
}

const Value = ({ reading, entry, sight }: PartProps) => (
  <span className="entry-value">
    = {toColumnText(tensorOfReading(sight.trace, reading).data[entry]!)}
  </span>
)

/** Places passed that are shown; of more, the first and the last ones. */
const mostCrumbs = 7

const Trail = ({ sight }: { readonly sight: Sight }) => {
  const unfold = useUnfold()
  const words = useWords(oneNumberWords)
  useValue(({ explaining }) => explaining.trail)
  const trail = trailOf(unfold.store.getState())
  const { byKey } = sight.trace.graph
  if (trail.length < 2) return null
  const shown = trail
    .map((place, i) => ({ place, i }))
    .filter(({ i }) => i === 0 || i > trail.length - mostCrumbs)
  return (
    <nav className="trail" aria-label={words.trail}>
      <ol>
        {shown.map(({ place, i }, k) => {
          const node = byKey.get(place.key)
          if (!node) return null
          const reading = { node, isGradient: place.isGradient }
          return (
            <li key={i} aria-current={i === trail.length - 1 ? 'location' : undefined}>
              {k > 0 && <span aria-hidden="true">{i - shown[k - 1]!.i > 1 ? ' … ' : ' › '}</span>}
              <EntryButton
                reading={reading}
                entry={place.entry}
                sight={sight}
                isBare
                onChoose={() => followEntry(unfold, place)}
              />
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** What is true of a number that nothing is computed from. */
const endOf = (
  words: OneNumberWords,
  { node, isGradient }: Reading,
  entry: number,
  sight: Sight,
) => {
  const { trace, names } = sight
  if (!isGradient) return node.of.name === trace.graph.cell.objective ? words.last : words.notUsed
  const index = toIndexText(shapeOf(trace.architecture, node), entry)
  if (node.kind === 'parameter') return words.update(`${names.closed(node)}${index}`)
  return node.kind === 'given' ? words.ends(names.text(node)) : words.notUsed
}

/** Entries of one variable that are named. */
const mostEntries = 8

const Uses = ({ reading, entry, sight }: PartProps) => {
  const unfold = useUnfold()
  const words = useWords(oneNumberWords)
  const { uses, more } = useMemo(
    () => usesOf(sight.trace, reading, entry, mostEntries),
    [sight.trace, reading, entry],
  )
  const { node: own } = reading
  const gap = useGap()
  const metAgain = useSideBranch(own)
  const toGradient = { key: own.key, isGradient: true, entry }
  // What is given is moved by its gradient.
  const hasGradient = own.kind === 'parameter' && !reading.isGradient && own.carries
  const areBoth = new Set(uses.map(({ isGradient }) => isGradient)).size > 1
  return (
    <>
      <h4>{words.usedBy}</h4>
      {uses.length === 0 ? (
        <p className="note">
          <Prose>{endOf(words, reading, entry, sight) + gap + metAgain}</Prose>
        </p>
      ) : (
        <ul className="uses">
          {hasGradient && (
            <li>
              {words.gradient}
              <EntryButton
                reading={{ node: own, isGradient: true }}
                {...{ entry, sight }}
                isBare
                onChoose={() => followEntry(unfold, toGradient)}
              />
            </li>
          )}
          {uses.map(({ node, isGradient, entries, hasMore }) => (
            <li key={`${node.key} ${String(isGradient)}`}>
              {areBoth && words.ways[isGradient ? 'backward' : 'forward']}
              {entries.map((one) => (
                <EntryButton
                  key={one}
                  reading={{ node, isGradient }}
                  entry={one}
                  sight={sight}
                  isBare
                  onChoose={() => followEntry(unfold, { key: node.key, isGradient, entry: one })}
                />
              ))}
              {hasMore && <span>…</span>}
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="note">{words.moreUses(more)}</p>}
    </>
  )
}
