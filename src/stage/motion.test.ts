/** Motion, tested: first a value travels, then its node fills, and both are done when the step is. */
import { describe, expect, it } from 'vitest'
import { range } from '../engine/unfold'
import { filledBy, travelled } from './motion'

const moments = range(0, 100).map((i) => i / 100)

describe.each([
  ['travelling', travelled],
  ['filling', filledBy],
])('%s', (_, share) => {
  it('begins at 0, ends at 1, and never goes back', () => {
    const shares = moments.map(share)
    expect([shares[0], shares.at(-1)]).toEqual([0, 1])
    shares.slice(1).forEach((value, i) => expect(value).toBeGreaterThanOrEqual(shares[i]!))
  })

  it('has no jumps', () => {
    const shares = moments.map(share)
    shares.slice(1).forEach((value, i) => expect(value - shares[i]!).toBeLessThan(0.1))
  })
})

it('a node fills once its value has arrived, not before', () => {
  for (const moment of moments) if (travelled(moment) < 1) expect(filledBy(moment)).toBe(0)
})
