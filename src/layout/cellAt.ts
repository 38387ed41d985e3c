/** Cell at: which number of a box stands at a point. */
import type { Box, Point } from './shapes'

export interface Cell {
  readonly isGradient: boolean
  readonly entry: number
}

/** `size`: numbers in a row of the box. Null where none stands there. A scalar is its own only cell. */
export const cellAt = (box: Box, size: number, { x, y }: Point): Cell | null => {
  if (box.kind === 'scalar') return { isGradient: false, entry: 0 }
  if (box.kind === 'symbol') return null
  const entry = Math.floor((x - box.cellX) / box.cellWidth)
  if (entry < 0 || entry >= size) return null
  const isIn = (top: number | null) => top !== null && y >= top && y < top + box.cellHeight
  if (isIn(box.valueY)) return { isGradient: false, entry }
  return isIn(box.gradientY) ? { isGradient: true, entry } : null
}
