/** SheetTools: at the head of the inspector's sheet: how tall it is, by a button or by dragging the head, and the way back to what it was about before. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { sheetWords } from '../i18n/sheet'
import { goAlong, stepOut, trailOf } from '../store/actions/explain'
import type { EntryPlace } from '../store/store'
import { dragSheet } from './dragSheet'
import { Icon } from './icons'
import { settle } from './settle'
import { useUnfold, useValue, useWords } from './useUnfold'

export interface SheetProps {
  /** What is a sheet is closed by what lets go of the selection. */
  readonly setOpen: (isOpen: boolean) => void
  readonly isTall: boolean
  readonly setTall: (isTall: boolean) => void
}

export const SheetTools = ({ isTall, setTall, setOpen }: SheetProps) => {
  const words = useWords(sheetWords)
  const button = useRef<HTMLButtonElement>(null)
  const back = useWayBack(button, setOpen, setTall)
  useEffect(() => {
    const heading = button.current!.closest<HTMLElement>('.heading')!
    return dragSheet(heading, (goal) => {
      if (goal === 'closed') setOpen(false)
      else setTall(goal === 'tall')
    })
  }, [setTall, setOpen])
  const name = isTall ? words.lower : words.taller
  return (
    <>
      {back && (
        <button
          type="button"
          className="plain back"
          aria-label={words.back}
          title={words.back}
          onClick={back}
        >
          <Icon name="back" />
        </button>
      )}
      <button
        ref={button}
        type="button"
        className="plain height"
        aria-label={name}
        title={name}
        onClick={() => setTall(!isTall)}
      >
        <Icon name={isTall ? 'down' : 'up'} />
      </button>
    </>
  )
}

/** What was read about: a variable, or what the playhead is at, and the numbers by which one came to the last of them. */
interface Passed {
  readonly selection: string | null
  readonly trail: readonly EntryPlace[]
}

/** …and how, so that one who goes back finds it as it was left. */
interface Left extends Passed {
  readonly top: number
  readonly isTall: boolean
}

const isSame = (a: Passed, b: Passed): boolean => {
  const [one, other] = [a.trail.at(-1), b.trail.at(-1)]
  return (
    a.selection === b.selection &&
    one?.isGradient === other?.isGradient &&
    one?.entry === other?.entry
  )
}

/** Has a number been closed, or turned to the next of its variable? Then nothing new is read about. */
const isWithin = ({ selection, trail }: Passed, before: Passed): boolean =>
  selection === before.selection &&
  (trail.length === 0 || (before.trail.length > 0 && trail.length <= before.trail.length))

/** To what was read about before, number by number and variable by variable; null where one came from nowhere. */
const useWayBack = (
  inSheet: RefObject<HTMLElement | null>,
  setOpen: (isOpen: boolean) => void,
  setTall: (isTall: boolean) => void,
): (() => void) | null => {
  const unfold = useUnfold()
  const [passed, setPassed] = useState<readonly Left[]>([])
  const [returned, setReturned] = useState<Left | null>(null)
  const isTakenApart = useValue((state) => trailOf(state).length > 0)
  const isGoingBack = useRef(false)
  useEffect(
    () =>
      unfold.store.subscribe((state, last) => {
        const now = { selection: state.selection, trail: trailOf(state) }
        const before = { selection: last.selection, trail: trailOf(last) }
        if (isGoingBack.current || isSame(now, before)) return
        setReturned(null)
        const isRead = inSheet.current!.parentElement!.offsetParent !== null
        const aside = inSheet.current!.closest('aside')!
        const place = { top: aside.scrollTop, isTall: aside.classList.contains('tall') }
        // What is let go leads nowhere.
        if (now.selection === null || !isRead) setPassed([])
        else
          setPassed((all) => {
            // From a number to what was passed before it leads the way back.
            const known = before.trail.length > 0 ? all.findIndex((one) => isSame(one, now)) : -1
            if (known >= 0) return all.slice(0, known)
            return isWithin(now, before) ? all : [...all, { ...before, ...place }]
          })
      }),
    [unfold, inSheet],
  )
  // Its numbers come late, as does what scrolls to them.
  useEffect(() => {
    if (!returned) return undefined
    const aside = inSheet.current!.closest('aside')!
    const scroll = () => {
      aside.scrollTop = returned.top
    }
    const stops = [...aside.children].map((part) => settle(part, scroll))
    return () => stops.forEach((stop) => stop())
  }, [returned, inSheet])
  const last = passed.at(-1)
  if (!last) return isTakenApart ? () => stepOut(unfold) : null
  return () => {
    isGoingBack.current = true
    goAlong(unfold, last.selection, last.trail)
    isGoingBack.current = false
    setPassed(passed.slice(0, -1))
    setReturned(last)
    setTall(last.isTall)
    setOpen(true)
  }
}
