/** Intervals: what a number on the screen may stand for, and arithmetic that keeps all of it in. */

/** All numbers that are written so. */
export interface Interval {
  readonly low: number
  readonly high: number
}

export type Matrix = readonly (readonly Interval[])[]

export const exactly = (value: number): Interval => ({ low: value, high: value })

/** `−0.35` may be anything from −0.355 to −0.345, `.004` from 0.0035 to 0.0045, `4e−4` from 0.00035 to 0.00045; a whole number without a point may be itself alone. */
export const readNumber = (text: string): Interval => {
  const plain = text.replaceAll('−', '-')
  if (plain === '≈0') return { low: 0, high: 1e-9 }
  if (plain === '-≈0') return { low: -1e-9, high: 0 }
  const [, decimals, exponent] = /^-?\d*(?:\.(\d+))?(?:e(-?\d+))?$/.exec(plain) ?? []
  const value = Number(plain)
  if (!Number.isFinite(value)) throw new Error(`not a number: ${text}`)
  if (decimals === undefined && exponent === undefined && Math.abs(value) < 100)
    return exactly(value)
  const half = 0.5 * 10 ** (Number(exponent ?? 0) - (decimals ?? '').length)
  return { low: value - half, high: value + half }
}

const among = (values: readonly number[]): Interval => ({
  low: Math.min(...values),
  high: Math.max(...values),
})

export const plus = (a: Interval, b: Interval): Interval => ({
  low: a.low + b.low,
  high: a.high + b.high,
})
export const minus = (a: Interval, b: Interval): Interval => ({
  low: a.low - b.high,
  high: a.high - b.low,
})
export const times = (a: Interval, b: Interval): Interval =>
  among([a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high])
export const square = ({ low, high }: Interval): Interval => {
  const ends = among([low * low, high * high])
  return low < 0 && high > 0 ? { low: 0, high: ends.high } : ends
}
/** Of a function that nowhere falls. */
export const rising =
  (f: (x: number) => number) =>
  ({ low, high }: Interval): Interval => ({ low: f(low), high: f(high) })

/** Every entry is largest where its own score is, and all others are smallest. */
export const softmax = (scores: readonly Interval[]): readonly Interval[] =>
  scores.map((_, i) => {
    const share = (own: 'low' | 'high', others: 'low' | 'high') => {
      const powers = scores.map((score, j) => Math.exp(score[i === j ? own : others]))
      return powers[i]! / powers.reduce((sum, power) => sum + power, 0)
    }
    return { low: share('low', 'high'), high: share('high', 'low') }
  })

/** Is there a number that both may be? `slack`: what is lost in adding floating-point numbers. */
export const meet = (a: Interval, b: Interval, slack = 1e-9): boolean =>
  a.low <= b.high + slack && b.low <= a.high + slack
