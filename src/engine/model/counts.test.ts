/** Counts, tested. */
import { expect, it } from 'vitest'
import { randomNetwork } from '../../../testing/networks'
import { cellOf } from '../run'
import { crossing, parameterCounts, parameterTotal, tableCount, tableMagnitude } from './counts'

it('a table has one number for each sequence but one, and so have the tables of the chain rule', () => {
  for (const [k, tau] of [
    [2, 1],
    [4, 4],
    [5, 7],
    [1, 9],
  ] as const) {
    let conditionals = 0
    for (let t = 1; t <= tau; t++) conditionals += k ** (t - 1) * (k - 1)
    expect(tableCount(k, tau)).toBe(conditionals)
  }
  expect(tableCount(4, 4)).toBe(255)
})

it('its magnitude goes on where the number itself cannot be held', () => {
  expect(tableMagnitude(4, 4)).toBeCloseTo(Math.log10(255), 14)
  expect(tableMagnitude(10, 5000)).toBeCloseTo(5000, 9)
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
  for (const [k, total] of [
    [2, 10],
    [4, 35],
    [28, 4000],
  ] as const) {
    const tau = crossing(k, total)!
    expect(tableCount(k, tau)).toBeGreaterThan(total)
    expect(tableCount(k, tau - 1)).toBeLessThanOrEqual(total)
  }
  expect(crossing(1, 10)).toBeNull()
})
