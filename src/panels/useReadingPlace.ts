/** useReadingPlace: what is chosen is read about from its top; one who closes a number is back where it was opened. */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { trailOf } from '../store/actions/explain'
import { compact } from './useMedia'
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
        if (trailOf(state).length > 0 && trailOf(before).length === 0)
          left.current = { selection: before.selection, top: sheet.current!.scrollTop }
      }),
    [store],
  )
  useLayoutEffect(() => {
    if (isTakenApart) return
    const place = left.current
    left.current = null
    if (place?.selection === selection) sheet.current!.scrollTop = place.top
    // What follows the playhead stays where it is read.
    else if (selection !== null || matchMedia(compact).matches) sheet.current!.scrollTop = 0
  }, [selection, isTakenApart])
  return sheet
}
