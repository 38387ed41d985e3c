/** When asked: what a drawing needs only under a pointer, a finger or the focus comes with the first of them. */

const asking = ['pointerover', 'touchstart', 'wheel', 'focusin'] as const

export interface Asked {
  /** Asks for it now; the first time counts. */
  readonly ask: () => void
  readonly destroy: () => void
}

/** `load` gives back what ends it. */
export const whenAsked = (scroller: HTMLElement, load: () => Promise<() => void>): Asked => {
  let isHere = true
  let loading: Promise<() => void> | null = null
  const unask = () => {
    for (const type of asking) scroller.removeEventListener(type, ask)
  }
  const ask = () => {
    unask()
    if (isHere) loading ??= load()
  }
  for (const type of asking) scroller.addEventListener(type, ask, { passive: true })
  return {
    ask,
    destroy: () => {
      isHere = false
      unask()
      void loading?.then((end) => end())
    },
  }
}
