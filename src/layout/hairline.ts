/** Hairline: from a parameter of the folded graph, or from one of its uses, to the next use: a thread on which all of them are strung, at their height. */
import type { Point } from './shapes'

/** The way in which it comes to that height. */
const bend = 44

export const hairline = (from: Point, to: Point): string => {
  const end = `H${to.x}`
  if (Math.abs(to.y - from.y) < 0.5) return `M${from.x},${to.y}${end}`
  const x = from.x + Math.min(bend, (to.x - from.x) / 2)
  return `M${from.x},${from.y}C${x},${from.y} ${from.x},${to.y} ${x},${to.y}${end}`
}
