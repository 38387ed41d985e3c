/** ReadingPlace: what is chosen is read about from its top, or from the half that was asked for; so is what a step computes, and another network; one who closes a number is back where it was opened. */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Phase } from '../engine/schedule'
import { trailOf } from '../store/actions/explain'
import { storyOf } from '../store/unfold'
import type { Inspection } from './inspection'
import { settle } from './settle'
import { useUnfold, useValue } from './useUnfold'

/** Where the inspector was put last, and whether one has scrolled since: to ask the page at each step would make it lay itself out. */
interface Place {
  readonly half: Phase
  readonly top: number
  readonly isAway: boolean
  /** Who scrolls while it plays has chosen what to watch, until it is played or stepped anew. */
  readonly isAwayInPlay: boolean
}

interface Props {
  readonly inspection: Inspection
}

/** A sheet that is put away comes back where it was left: it is put there once it is seen. */
const toTop = (aside: HTMLElement): void => {
  aside.scrollTop = 0
  if (aside.clientHeight > 0) return
  const observer = new ResizeObserver(() => {
    if (aside.clientHeight === 0) return
    aside.scrollTop = 0
    observer.disconnect()
  })
  observer.observe(aside)
}

/** Shows nothing. It comes with the first press: before that nothing has been chosen or computed. */
export const ReadingPlace = ({ inspection }: Props) => {
  const unfold = useUnfold()
  const { store, clock } = unfold
  const own = useRef<HTMLElement>(null)
  const left = useRef<{ readonly selection: string | null; readonly top: number }>(null)
  const put = useRef<Place>({ half: 'forward', top: 0, isAway: false, isAwayInPlay: false })
  const selection = useValue((state) => state.selection)
  const asked = useValue(({ explaining }) => explaining.asked)
  // Another pattern is another network, though its variables have the same names.
  const { cell } = storyOf(unfold).trace.graph
  const isTakenApart = useValue((state) => trailOf(state).length > 0)
  // Before the number is shown, which scrolls to it.
  useLayoutEffect(
    () =>
      store.subscribe((state, before) => {
        const isOpen = trailOf(state).length > 0
        if (isOpen && trailOf(before).length === 0)
          left.current = { selection: before.selection, top: asideOf(own).scrollTop }
        // To choose what one has come from is not to close the number.
        else if (!isOpen && state.selection !== before.selection) left.current = null
      }),
    [store],
  )
  useLayoutEffect(() => {
    const aside = asideOf(own)
    const onScroll = () => {
      const isAway = Math.abs(aside.scrollTop - put.current.top) > 1
      const isAwayInPlay = isAway && clock.store.getState().isPlaying
      put.current = { ...put.current, isAway, isAwayInPlay }
    }
    aside.addEventListener('scroll', onScroll, { passive: true })
    const stop = clock.store.subscribe((_, before) => {
      if (put.current.isAwayInPlay && !before.isPlaying)
        put.current = { ...put.current, isAwayInPlay: false }
    })
    return () => {
      aside.removeEventListener('scroll', onScroll)
      stop()
      // It goes where nothing has been computed: what stands there then is new from its title on.
      toTop(aside)
    }
  }, [clock])
  useLayoutEffect(() => {
    if (isTakenApart) return undefined
    const place = left.current
    left.current = null
    const aside = asideOf(own)
    const read = () => {
      put.current = putAt(aside, asked.half)
    }
    if (place?.selection === selection) aside.scrollTop = place.top
    else if (asked.half === 'forward') read()
    else return settle(aside.querySelector('.nodes')!, read)
    return undefined
  }, [selection, asked, cell, isTakenApart])
  const computed = computedIn(inspection)
  const before = useRef({ selection, computed })
  useLayoutEffect(() => {
    const last = before.current
    before.current = { selection, computed }
    if (!computed || computed === last.computed || selection !== last.selection) return
    const half = selection === null ? 'forward' : (computed as Phase)
    const { isAway, isAwayInPlay, ...now } = put.current
    if (isAwayInPlay || isTakenApart || (!isAway && half === now.half)) return
    // An entry of the ledger is followed from step to step, and keys stay where they are.
    const aside = asideOf(own)
    if (!aside.querySelector('.entry-detail, :focus-visible')) put.current = putAt(aside, half)
  }, [selection, computed, isTakenApart])
  return <span ref={own} hidden />
}

const asideOf = (own: RefObject<HTMLElement | null>): HTMLElement => own.current!.closest('aside')!

/** What is shown of the last step: all of it, or the half of what is selected that it has computed; empty: none. */
const computedIn = ({ nodes, phase, step, isSelected }: Inspection): string =>
  isSelected
    ? step?.nodes.includes(nodes[0]!.id)
      ? step.phase
      : ''
    : `${phase} ${nodes.map(({ key }) => key).join(' ')}`

/** Scrolls to where a half begins, below what stays at the head. */
const putAt = (aside: HTMLElement, half: Phase): Place => {
  const section = half === 'backward' ? aside.querySelector('.part.gradient') : null
  const above =
    aside.getBoundingClientRect().top + parseFloat(getComputedStyle(aside).scrollPaddingTop)
  aside.scrollTop = section ? aside.scrollTop + section.getBoundingClientRect().top - above : 0
  return { half, top: aside.scrollTop, isAway: false, isAwayInPlay: false }
}
