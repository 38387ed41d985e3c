/** SheetTools: at the head of the inspector's sheet: how tall it is, by a button or by dragging the head, and the way back to what it was about before. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { sheetWords } from '../i18n/sheet'
import { stepOut, trailOf } from '../store/actions/explain'
import { select } from '../store/actions/view'
import { dragSheet } from './dragSheet'
import type { SheetProps } from './Inspector'
import { useUnfold, useValue } from './useUnfold'

export const SheetTools = ({ isTall, setTall, setOpen }: SheetProps) => {
  const words = useValue(({ language }) => sheetWords[language])
  const button = useRef<HTMLButtonElement>(null)
  const back = useWayBack(button, setOpen)
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
          <Arrow path="M15.4 4.6 8 12l7.4 7.4 1.4-1.4-6-6 6-6z" />
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
        <Arrow
          path={
            isTall
              ? 'M4.6 8.6 6 7.2l6 6 6-6 1.4 1.4L12 16z'
              : 'M4.6 15.4 6 16.8l6-6 6 6 1.4-1.4L12 8z'
          }
        />
      </button>
    </>
  )
}

const Arrow = ({ path }: { readonly path: string }) => (
  <svg className="icon" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
    <path d={path} fill="currentColor" />
  </svg>
)

/** From a number to the one before it or to its variable, from a variable to what was read about before; null where one came from nowhere. */
const useWayBack = (
  inSheet: RefObject<HTMLElement | null>,
  setOpen: (isOpen: boolean) => void,
): (() => void) | null => {
  const unfold = useUnfold()
  // Null: what the playhead is at.
  const [passed, setPassed] = useState<readonly (string | null)[]>([])
  const isTakenApart = useValue((state) => trailOf(state).length > 0)
  const isGoingBack = useRef(false)
  useEffect(
    () =>
      unfold.store.subscribe((state, { selection: before }) => {
        const { selection } = state
        if (selection === before || isGoingBack.current) return
        const isRead = inSheet.current!.parentElement!.offsetParent !== null
        // What is let go leads nowhere.
        if (selection === null || !isRead) setPassed([])
        else if (trailOf(state).length === 0) setPassed((keys) => [...keys, before])
      }),
    [unfold, inSheet],
  )
  if (isTakenApart) return () => stepOut(unfold)
  const last = passed.at(-1)
  if (last === undefined) return null
  return () => {
    isGoingBack.current = true
    select(unfold, last)
    isGoingBack.current = false
    setPassed(passed.slice(0, -1))
    setOpen(true)
  }
}
