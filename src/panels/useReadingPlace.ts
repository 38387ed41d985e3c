/** useReadingPlace: what is chosen is read about from its top, and what is gone on with when it is let go, too; while steps pass, one stays where one reads; one who closes a number is back where it was opened. */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { trailOf } from '../store/actions/explain'
import { useUnfold, useValue } from './useUnfold'

export const useReadingPlace = (): RefObject<HTMLElement | null> => {
  const { store } = useUnfold()
  const sheet = useRef<HTMLElement>(null)
  const left = useRef<{ readonly selection: string | null; readonly top: number }>(null)
  const selection = useValue((state) => state.selection)
  const isTakenApart = useValue((state) => trailOf(state).length > 0)
  // Before the number is shown, which scrolls to it.
  useLayoutEffect(
    () =>
      store.subscribe((state, before) => {
        const isOpen = trailOf(state).length > 0
        if (isOpen && trailOf(before).length === 0)
          left.current = { selection: before.selection, top: sheet.current!.scrollTop }
        // To choose what one has come from is not to close the number.
        else if (!isOpen && state.selection !== before.selection) left.current = null
      }),
    [store],
  )
  useLayoutEffect(() => {
    if (isTakenApart) return
    const place = left.current
    left.current = null
    sheet.current!.scrollTop = place?.selection === selection ? place.top : 0
  }, [selection, isTakenApart])
  return sheet
}
