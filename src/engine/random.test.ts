/** Random, tested: even, repeatable, and by name independent of what else was drawn. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { between, createRandom, drawNamed, integerBetween, vectorBetween } from './random'

const draw = (n: number, f: (i: number) => number) => Array.from({ length: n }, (_, i) => f(i))

/** Means of n even draws from [0, 1) stray by 0.29/√n; five times that is never reached by chance. */
const strays = (n: number) => (5 * 0.29) / Math.sqrt(n)

const expectEven = (numbers: readonly number[]) => {
  const n = numbers.length
  const mean = numbers.reduce((a, b) => a + b, 0) / n
  expect(Math.abs(mean - 0.5)).toBeLessThan(strays(n))
  const counts = draw(10, () => 0)
  for (const value of numbers) counts[Math.floor(10 * value)]! += 1
  for (const count of counts) expect(Math.abs(count - n / 10)).toBeLessThan(5 * Math.sqrt(n / 10))
}

const correlation = (a: readonly number[], b: readonly number[]) =>
  (12 * a.reduce((sum, value, i) => sum + (value - 0.5) * (b[i]! - 0.5), 0)) / a.length

describe('a seeded source', () => {
  it('gives the same numbers for the same seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(draw(5, createRandom(seed))).toEqual(draw(5, createRandom(seed)))
      }),
    )
  })

  it('gives numbers in [0, 1), evenly, each on its own', () => {
    const numbers = draw(20_000, createRandom(7))
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    expectEven(numbers)
    expect(Math.abs(correlation(numbers.slice(1), numbers.slice(0, -1)))).toBeLessThan(0.05)
  })

  it('gives other numbers for a neighbouring seed', () => {
    expectEven(draw(5000, (seed) => createRandom(seed)()))
    const [a, b] = [draw(5000, createRandom(1)), draw(5000, createRandom(2))]
    expect(Math.abs(correlation(a, b))).toBeLessThan(0.08)
  })
})

describe('a number drawn by name', () => {
  const name = (i: number, j: number) => JSON.stringify(['W', String(i), String(j)])

  it('belongs to its seed and name alone', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), fc.string(), (seed, name, other) => {
        const first = drawNamed(seed, name)
        drawNamed(seed, other)
        expect(drawNamed(seed, name)).toBe(first)
        expect(first).toBeGreaterThanOrEqual(0)
        expect(first).toBeLessThan(1)
      }),
    )
  })

  it('is even over names that are alike, and over seeds', () => {
    expectEven(draw(10_000, (k) => drawNamed(1, name(k % 100, Math.floor(k / 100)))))
    expectEven(draw(10_000, (seed) => drawNamed(seed, name(1, 1))))
  })

  it('tells nothing about the numbers of neighbouring names, letters and seeds', () => {
    const numbers = (seed: number, letter: string, shift: number) =>
      draw(5000, (k) => drawNamed(seed, `${letter},${k + shift}`))
    const first = numbers(1, 'U', 0)
    for (const other of [numbers(1, 'U', 1), numbers(1, 'V', 0), numbers(2, 'U', 0)])
      expect(Math.abs(correlation(first, other))).toBeLessThan(0.08)
  })
})

describe('numbers between two ends', () => {
  it('are whole and reach both ends where they are whole', () => {
    const random = createRandom(1)
    const numbers = new Set(draw(500, () => integerBetween(random, -1, 3)))
    expect([...numbers].toSorted((a, b) => a - b)).toEqual([-1, 0, 1, 2, 3])
    expect(integerBetween(random, 4, 4)).toBe(4)
  })

  it('stay between them', () => {
    const random = createRandom(1)
    const numbers = [...vectorBetween(random, 500, -2, 5), between(random, -2, 5)]
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-2)
    expect(Math.max(...numbers)).toBeLessThan(5)
    expect(Math.min(...numbers)).toBeLessThan(-1.9)
    expect(Math.max(...numbers)).toBeGreaterThan(4.9)
  })
})
