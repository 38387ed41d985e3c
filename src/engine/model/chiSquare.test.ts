/** Chi-square, tested: against tabled critical values, and with counts that must be refused. */
import { describe, expect, it } from 'vitest'
import { chiSquareOf, upperTail } from './chiSquare'

describe('the upper tail', () => {
  it('is what tables print', () => {
    for (const [degrees, critical, level] of [
      [1, 3.841458820694124, 0.05],
      [2, 5.991464547107979, 0.05],
      [10, 18.307038053275146, 0.05],
      [10, 29.58829844507442, 0.001],
      [100, 124.34211340400408, 0.05],
      [255, 293.2478350807012, 0.05],
    ] as const)
      expect(upperTail(degrees, critical)).toBeCloseTo(level, 9)
  })

  it('is exp(−x/2) for two degrees, far out, too', () => {
    for (const x of [0.001, 1, 3.9, 4.1, 50, 600])
      expect(upperTail(2, x) / Math.exp(-x / 2)).toBeCloseTo(1, 11)
  })

  it('falls from 1 to 0', () => {
    expect(upperTail(5, 0)).toBe(1)
    expect(upperTail(0, 3)).toBe(1)
    expect(upperTail(5, Infinity)).toBe(0)
  })
})

describe('a test of counts', () => {
  it('has the statistic of its definition', () => {
    const { statistic, degrees } = chiSquareOf(
      Float64Array.of(30, 50, 20),
      Float64Array.of(0.25, 0.5, 0.25),
    )
    expect(statistic).toBeCloseTo(25 / 25 + 0 + 25 / 25, 12)
    expect(degrees).toBe(2)
  })

  it('joins what is rare, and loses no sample', () => {
    const probabilities = Float64Array.of(0.9, ...Array.from({ length: 50 }, () => 0.002))
    const counts = Float64Array.of(900, ...Array.from({ length: 50 }, () => 2))
    const { statistic, degrees } = chiSquareOf(counts, probabilities)
    expect(statistic).toBeCloseTo(0, 12)
    expect(degrees).toBeLessThan(25)
    expect(degrees).toBeGreaterThan(5)
  })

  it('refuses what cannot have been drawn', () => {
    expect(chiSquareOf(Float64Array.of(990, 10), Float64Array.of(1, 0)).pValue).toBeLessThan(1e-6)
  })

  it('has nothing to say of one cell', () => {
    expect(chiSquareOf(Float64Array.of(10), Float64Array.of(1))).toMatchObject({
      degrees: 0,
      pValue: 1,
    })
  })
})
