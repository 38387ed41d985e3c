/** Thinned: where many bars stand in one pixel, the longest stands for all: elements by the ten thousand take seconds. */

interface Bar {
  readonly norm: number
  readonly x: number
  readonly width: number
}

/** Below this width bars stand on each other, in the layout's pixels. */
const leastWidth = 0.5

/** In their order; what has a width of its own stays. */
export const thinned = <B extends Bar>(bars: readonly B[]): readonly B[] => {
  const longest = new Map<number | B, B>()
  for (const bar of bars) {
    const place = bar.width < leastWidth ? Math.round(bar.x / leastWidth) : bar
    const other = longest.get(place)
    if (!other || bar.norm > other.norm) longest.set(place, bar)
  }
  return [...longest.values()]
}
