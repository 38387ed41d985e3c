/** useMedia: whether the page is as a media query asks; the component renders when that changes. */
import { useCallback, useSyncExternalStore } from 'react'

/** One column, under a thumb. */
export const phone = '(max-width: 720px)'

/** A finger, and neither keys nor a mouse. */
export const onlyTouch = '(hover: none) and (pointer: coarse)'

export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    useCallback(
      (tell) => {
        const list = matchMedia(query)
        list.addEventListener('change', tell)
        return () => list.removeEventListener('change', tell)
      },
      [query],
    ),
    () => matchMedia(query).matches,
  )
