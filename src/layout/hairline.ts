/** Hairline: an arc from a parameter of the folded graph to one of its uses; the farther, the higher. */
import type { Point } from './shapes'

const mostRise = 70

export const hairline = (from: Point, to: Point): string => {
  const rise = Math.min(mostRise, 10 + 0.12 * Math.hypot(to.x - from.x, to.y - from.y))
  const y = Math.min(from.y, to.y) - rise
  return `M${from.x},${from.y}C${from.x + (to.x - from.x) / 4},${y} ${to.x - (to.x - from.x) / 4},${y} ${to.x},${to.y}`
}
