/** Moving along time by hand comes when a pointer or a finger first meets the drawing. */
import type { Hand } from './moveAlongTime'

const asking = ['pointerover', 'touchstart', 'wheel'] as const

/** Gives back what ends it. */
export const moveWhenAsked = (hand: Hand): (() => void) => {
  let stop: (() => void) | null = null
  let isHere = true
  const unask = () => {
    for (const type of asking) hand.scroller.removeEventListener(type, ask)
  }
  const ask = () => {
    unask()
    void import('./moveAlongTime').then(({ moveAlongTime }) => {
      if (isHere) stop = moveAlongTime(hand)
    })
  }
  for (const type of asking) hand.scroller.addEventListener(type, ask, { passive: true })
  return () => {
    isHere = false
    unask()
    stop?.()
  }
}
