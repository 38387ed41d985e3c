/** Log scale: lengths over many powers of ten, with a floor below which only "less" can be said. */
import { createBlend, toCss } from './colour'
import { type Paint, type Theme, inkOn } from './scales'

export interface LogScale {
  /** Whole powers of ten. */
  readonly from: number
  readonly to: number
  /** 0 at the floor, 1 at the top; what is 0 or below the floor is at it. */
  readonly share: (value: number) => number
  readonly isBelow: (value: number) => boolean
}

/** The most decades that are told apart, and the fewest. */
const mostDecades = 16
const leastDecades = 2

/** Covers what is finite and above 0 among the values; the values named `always` among them. */
export const createLogScale = (values: readonly number[], always: readonly number[]): LogScale => {
  // One after the other: there may be more than a call takes arguments.
  let [least, most] = [Infinity, -Infinity]
  for (const all of [values, always])
    for (const value of all) {
      if (!(value > 0 && value < Infinity)) continue
      least = Math.min(least, value)
      most = Math.max(most, value)
    }
  const top = Math.ceil(Math.log10(most) - 1e-9)
  // No −0.
  const to = Number.isFinite(top) ? top + 0 : 0
  const bottom = Math.floor(Math.min(Math.log10(least), to) + 1e-9)
  const from = Math.max(to - mostDecades, Math.min(to - leastDecades, bottom))
  return {
    from,
    to,
    share: (value) =>
      value > 0 ? Math.max(0, Math.min(1, (Math.log10(value) - from) / (to - from))) : 0,
    isBelow: (value) => value < 10 ** from * (1 - 1e-9),
  }
}

/** At most so many marks, at whole powers of ten, the top one among them. */
export const decadesOf = ({ from, to }: LogScale, most: number): readonly number[] => {
  const step = Math.max(1, Math.ceil((to - from + 1) / most))
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => to - i * step)
}

const ends: Readonly<Record<Theme, readonly [string, string]>> = {
  light: ['#f3e9f2', '#8d1f7d'],
  dark: ['#2e2434', '#f08ade'],
}

/** More than can be told apart; each is worked out once. */
const shades = 255

/** The colour of a length by its share of the scale. */
export const createNormScale = (theme: Theme): ((share: number) => Paint) => {
  const blend = createBlend(...ends[theme])
  const paints: Paint[] = []
  return (share) => {
    const shade = Math.round(share * shades)
    let paint = paints[shade]
    if (!paint) {
      const rgb = blend(shade / shades)
      paints[shade] = paint = { rgb, fill: toCss(rgb), ink: inkOn(rgb) }
    }
    return paint
  }
}
