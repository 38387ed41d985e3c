/** useMedia: whether the page is as a media query asks; the component renders when that changes. */
import { useCallback, useSyncExternalStore } from 'react'

/** One column, under a thumb; or no higher than a phone that lies. */
export const phone = '(max-width: 720px), (max-width: 1100px) and (max-height: 500px)'

/** What is set at the top is set in the drawer, too. */
export const small = '(max-width: 899px)'

/** Less room: what is set waits in a drawer, and the inspector is a sheet over the stage. */
export const compact = '(max-width: 1100px)'

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
