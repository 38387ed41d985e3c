/** Counts, tested. */
import { expect, it } from 'vitest'
import { randomNetwork } from '../../../testing/networks'
import { cellOf } from '../run'
import { crossing, parameterCounts, parameterTotal, toFullTable } from './counts'

const tables = [
  [2, 3, 1],
  [4, 2, 4],
  [5, 1, 7],
  [1, 3, 9],
  [3, 4, 5],
] as const

/** Σ over the ways in which a table's rows can be told apart. */
const sum = (tau: number, term: (t: number) => number): number =>
  Array.from({ length: tau }, (_, i) => term(i + 1)).reduce((a, b) => a + b, 0)

it('a table of sequences has one number for each but one, and so have the tables of the chain rule', () => {
  for (const [k, n, tau] of tables)
    expect(toFullTable('sequences', k, n).count(tau)).toBe(sum(tau, (t) => k ** (t - 1) * (k - 1)))
  expect(toFullTable('sequences', 4, 9).count(4)).toBe(255)
})

it('where outputs do not depend on each other, a table lists what each past of inputs gives', () => {
  for (const [k, n, tau] of tables) {
    expect(toFullTable('steps', k, n).count(tau)).toBe(sum(tau, (t) => n ** t * (k - 1)))
    expect(toFullTable('last', k, n).count(tau)).toBe(n ** tau * (k - 1))
  }
})

it('its magnitude goes on where the number itself cannot be held', () => {
  expect(toFullTable('sequences', 4, 1).magnitude(4)).toBeCloseTo(Math.log10(255), 14)
  expect(toFullTable('sequences', 10, 1).magnitude(5000)).toBeCloseTo(5000, 9)
  for (const kind of ['sequences', 'steps', 'last'] as const) {
    const { magnitude, base } = toFullTable(kind, 7, 10)
    const [below, beyond] = [300, 700]
    const grown = magnitude(beyond) - magnitude(below)
    expect(grown).toBeCloseTo((beyond - below) * Math.log10(base), 9)
  }
})

it('|θ| is as many numbers as the parameters hold, whatever τ is', () => {
  for (let seed = 0; seed < 30; seed++) {
    const { architecture, parameters } = randomNetwork(seed)
    const counts = parameterCounts(cellOf(architecture), architecture)
    expect(parameterTotal(counts)).toBe(
      Object.values(parameters).reduce((sum, { data }) => sum + data.length, 0),
    )
  }
})

it('the table overtakes the network at the crossing, and not before', () => {
  for (const kind of ['sequences', 'steps', 'last'] as const)
    for (const [k, n, total] of [
      [2, 3, 10],
      [4, 2, 35],
      [28, 28, 4000],
    ] as const) {
      const table = toFullTable(kind, k, n)
      const tau = crossing(table, total)!
      expect(table.count(tau)).toBeGreaterThan(total)
      if (tau > 1) expect(table.count(tau - 1)).toBeLessThanOrEqual(total)
    }
  expect(crossing(toFullTable('sequences', 1, 5), 10)).toBeNull()
  expect(crossing(toFullTable('last', 1, 5), 10)).toBeNull()
  expect(crossing(toFullTable('last', 5, 1), 10)).toBeNull()
})
