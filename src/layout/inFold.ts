/** In fold: the frame of a fold, the lanes in it, and where a time stands in them. */
import { foldMargin } from './columns'
import type { Fold } from './shapes'

export interface Stretch {
  readonly x: number
  readonly width: number
}

const beside = (fold: Fold, margin: number): Stretch => ({
  x: fold.x + margin,
  width: fold.width - 2 * margin,
})

export const frameOfFold = (fold: Fold): Stretch => beside(fold, foldMargin)

export const laneOfFold = (fold: Fold): Stretch => beside(fold, foldMargin + 8)

/** Null for a time that is not folded away. */
export const placeInFold = (fold: Fold | null, t: number): Stretch | null => {
  if (!fold || t < fold.from || t > fold.to) return null
  const { x, width } = laneOfFold(fold)
  const each = width / (fold.to - fold.from + 1)
  return { x: x + (t - fold.from) * each, width: each }
}
