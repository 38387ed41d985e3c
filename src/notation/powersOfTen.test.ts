/** Powers of ten, tested: no probability is too small to be written. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDigitsOfExp, toPowerOfTen } from './powersOfTen'

describe('a probability as a power of ten', () => {
  it('is the probability, also where a float would be 0', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e5, max: 100, noNaN: true }), (log) => {
        const { mantissa, power } = toPowerOfTen(log, 4)
        expect(mantissa).toMatch(/^[1-9]\.\d{3}$/)
        expect(Math.abs(Math.log(Number(mantissa)) + power * Math.LN10 - log)).toBeLessThan(6e-4)
      }),
    )
    expect(Math.exp(-2000)).toBe(0)
    expect(toPowerOfTen(-2000, 4)).toEqual({ mantissa: '2.577', power: -869 })
  })

  it('is carried where its digits round up to ten', () => {
    expect(toDigitsOfExp(Math.log(9.99996) - 1000 * Math.LN10, 4)).toBe('1.000e−999')
  })
})
