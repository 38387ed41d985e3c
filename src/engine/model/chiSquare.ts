/** Chi-square: do counts agree with probabilities? The statistic, and how often chance alone gives a larger one. */

export interface ChiSquare {
  /** Σ (counted − expected)² / expected. */
  readonly statistic: number
  readonly degrees: number
  /** P(a chi-square variable of so many degrees is at least the statistic); 1 for no degree of freedom. */
  readonly pValue: number
}

/** Cells expected less often than this are joined: the approximation is poor there. */
const leastExpected = 5

export const chiSquareOf = (counts: Float64Array, probabilities: Float64Array): ChiSquare => {
  const samples = counts.reduce((sum, n) => sum + n, 0)
  const bins = joinRare(
    Array.from(counts, (counted, i) => ({ counted, expected: samples * probabilities[i]! })),
  )
  // What cannot be drawn was: joining it with others must not hide that.
  const isImpossible = counts.some((counted, i) => counted > 0 && probabilities[i] === 0)
  const statistic = isImpossible
    ? Infinity
    : bins.reduce(
        (sum, { counted, expected }) =>
          expected > 0 ? sum + (counted - expected) ** 2 / expected : sum,
        0,
      )
  const degrees = Math.max(0, bins.length - 1)
  return { statistic, degrees, pValue: upperTail(degrees, statistic) }
}

interface Bin {
  readonly counted: number
  readonly expected: number
}

/** The rarest are joined, in order of what is expected, until each bin is expected often enough. */
const joinRare = (bins: readonly Bin[]): readonly Bin[] => {
  const joined: Bin[] = []
  let open: Bin = { counted: 0, expected: 0 }
  for (const bin of bins.toSorted((a, b) => a.expected - b.expected)) {
    open = { counted: open.counted + bin.counted, expected: open.expected + bin.expected }
    if (open.expected < leastExpected) continue
    joined.push(open)
    open = { counted: 0, expected: 0 }
  }
  if (open.counted === 0 && open.expected === 0) return joined
  const last = joined.pop() ?? { counted: 0, expected: 0 }
  return [
    ...joined,
    { counted: last.counted + open.counted, expected: last.expected + open.expected },
  ]
}

/** Q(degrees / 2, statistic / 2), the regularised upper incomplete gamma function. */
export const upperTail = (degrees: number, statistic: number): number => {
  if (statistic === Infinity) return 0
  if (degrees === 0 || statistic <= 0) return 1
  const [a, x] = [degrees / 2, statistic / 2]
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a))
  return x < a + 1 ? Math.max(0, 1 - scale * lowerSeries(a, x)) : scale * upperFraction(a, x)
}

/** Σ xⁿ / (a (a + 1) … (a + n)). */
const lowerSeries = (a: number, x: number): number => {
  let term = 1 / a
  let sum = term
  for (let n = 1; term > sum * 1e-17 && n < 10_000; n++) sum += term *= x / (a + n)
  return sum
}

/** The continued fraction of the upper part, by Lentz's method. */
const upperFraction = (a: number, x: number): number => {
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let product = d
  for (let i = 1; i < 10_000; i++) {
    const numerator = -i * (i - a)
    b += 2
    d = 1 / (numerator * d + b || tiny)
    c = b + numerator / c || tiny
    product *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return product
}

/** log Γ(a), a > 0: recurrence up to where Stirling's series is exact to a float64. */
const logGamma = (a: number): number => {
  let [shift, z] = [0, a]
  for (; z < 15; z++) shift -= Math.log(z)
  const inverse = 1 / (z * z)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / z
  return shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series
}
