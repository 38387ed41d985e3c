/** Kernels, tested: what they promise beyond the rows of the table that are made of them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOfDraw } from './kernels'

describe('a class that is drawn', () => {
  const weights = fc
    .array(fc.oneof(fc.constant(0), fc.double({ min: 1e-12, max: 1, noNaN: true })), {
      minLength: 1,
      maxLength: 6,
    })
    .filter((all) => all.some((weight) => weight > 0))
  const number = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    fc.constantFrom(0, 1 - 2 ** -53),
  )

  it('is possible, and the number falls on its stretch, whatever is rounded', () => {
    fc.assert(
      fc.property(weights, number, (all, u) => {
        const total = all.reduce((sum, weight) => sum + weight, 0)
        // A sum a little under 1, as softmax may leave it.
        const slab = Float64Array.from(all, (weight) => (weight / total) * (1 - 1e-15))
        const place = placeOfDraw(slab, 0, slab.length, u)
        expect(slab[place]).toBeGreaterThan(0)
        const before = slab.subarray(0, place).reduce((sum, p) => sum + p, 0)
        expect(before).toBeLessThanOrEqual(u)
        if (u < 1 - 1e-12) expect(u).toBeLessThan(before + slab[place]! + 1e-12)
      }),
      { seed: 1 },
    )
  })

  it('is the last possible one where the number lies above the sum', () => {
    expect(placeOfDraw(Float64Array.of(0.25, 0.5, 0), 0, 3, 0.9)).toBe(1)
  })
})
