/** useMedia: whether the page is as a media query asks; the component renders when that changes. */
import { useSyncExternalStore } from 'react'

/** One column, under a thumb; or no higher than a phone that lies. */
export const phone = '(max-width: 720px), (max-width: 1100px) and (max-height: 500px)'

/** What is set at the top is set in the drawer, too. */
export const small = '(max-width: 899px)'

/** Less room: what is set waits in a drawer, and the inspector is a sheet over the stage. */
export const compact = '(max-width: 1100px)'

/** No room in the bar for all that is set once: it waits in a drawer. */
export const narrow = '(max-width: 1239px)'

/** A finger, and neither keys nor a mouse. */
export const onlyTouch = '(hover: none) and (pointer: coarse)'

export const useMedia = (query: string): boolean => {
  const { subscribe, matches } = mediaOf(query)
  return useSyncExternalStore(subscribe, matches)
}

interface Media {
  readonly subscribe: (tell: () => void) => () => void
  readonly matches: () => boolean
}

/** The page asks after each query once. */
const media = new Map<string, Media>()

const mediaOf = (query: string): Media => {
  let known = media.get(query)
  if (!known) {
    const list = matchMedia(query)
    known = {
      subscribe: (tell) => {
        list.addEventListener('change', tell)
        return () => list.removeEventListener('change', tell)
      },
      matches: () => list.matches,
    }
    media.set(query, known)
  }
  return known
}
