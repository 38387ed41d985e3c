/** Log scale, tested: equal factors are equal distances, and what is below the floor is said to be. */
import { describe, expect, it } from 'vitest'
import { createLogScale, createNormScale, decadesOf } from './logScale'
import { lightness } from './colour'

describe('a logarithmic scale', () => {
  it('reaches from the power of ten below the smallest to the one above the largest', () => {
    expect(createLogScale([0.02, 35], [])).toMatchObject({ from: -2, to: 2 })
    expect(createLogScale([0.01, 100], [])).toMatchObject({ from: -2, to: 2 })
    expect(createLogScale([3], [0.001])).toMatchObject({ from: -3, to: 1 })
  })

  it('makes equal factors equal distances', () => {
    const { share } = createLogScale([1e-6, 10], [])
    expect(share(1e-3) - share(1e-4)).toBeCloseTo(share(1) - share(0.1), 12)
    expect([share(1e-6), share(10)]).toEqual([0, 1])
  })

  it('has a floor sixteen powers of ten below the largest', () => {
    const { from, share, isBelow } = createLogScale([1e-30, 0, 1], [])
    expect(from).toBe(-16)
    for (const value of [0, 1e-30, 1e-17]) {
      expect(isBelow(value)).toBe(true)
      expect(share(value)).toBe(0)
    }
    for (const value of [1e-16, 1e-3, 1]) expect(isBelow(value)).toBe(false)
  })

  it('is there for nothing, zeros and what is not finite', () => {
    for (const values of [[], [0, 0], [NaN, Infinity]])
      expect(createLogScale(values, [])).toMatchObject({ from: -2, to: 0 })
  })

  it('has at most as many marks as are wanted', () => {
    expect(decadesOf(createLogScale([1e-12, 1], []), 6)).toEqual([0, -3, -6, -9, -12])
    expect(decadesOf(createLogScale([0.1, 1], []), 6)).toEqual([0, -1, -2])
  })
})

it('the colour of a length goes one way in lightness, and its ink can be read', () => {
  for (const theme of ['light', 'dark'] as const) {
    const paint = createNormScale(theme)
    const levels = [0, 0.25, 0.5, 0.75, 1].map((share) => lightness(paint(share).rgb))
    const steps = levels.slice(1).map((l, i) => l - levels[i]!)
    expect(new Set(steps.map(Math.sign)).size).toBe(1)
    for (const step of steps) expect(Math.abs(step)).toBeGreaterThan(4)
  }
})
