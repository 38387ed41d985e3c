/** Numbers, tested: short enough for their place, told apart where they differ, and no digit invented. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWide, sumSign, toCellText, toColumnText, toDigits, toList } from './numbers'

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
/** As they stand in a picture: a few digits on either side of the point. */
const usual = fc.double({ min: -12000, max: 12000, noNaN: true })
const anyNumber = fc.oneof(finite, usual)
/** Any number that five characters have room for, with its sign and an exponent. */
const fitting = usual.filter((value) => Math.abs(value) >= 9.5e-10 && Math.abs(value) < 9999.5)

/** A written number, read. */
const read = (text: string): number => Number(text.replaceAll('−', '-'))

/** Half a unit of a digit at some place of a number. */
const halfUnit = (value: number, digits: number): number =>
  Number(`${value.toExponential(digits).replace(/.*e/, '1e')}`) * 0.5 * 10 ** -digits

const writers = {
  'a cell': toCellText,
  'a column': toColumnText,
  'a sentence': (value: number) => toDigits(value, 4),
}

describe.each(Object.entries(writers))('a number in %s', (_, write) => {
  it('has a real minus where it is negative, and no other sign', () => {
    fc.assert(
      fc.property(anyNumber, (value) => {
        const text = write(value)
        expect(text).not.toMatch(/[-+]/)
        expect(text.startsWith('−')).toBe(value < 0)
      }),
    )
  })

  it('differs by its sign alone from its opposite', () => {
    fc.assert(
      fc.property(fitting, (value) => {
        const [above, below] = [write(Math.abs(value)), write(-Math.abs(value))]
        expect(below).toBe(`−${above}`)
      }),
    )
  })

  it('is never written as zero where it is not', () => {
    fc.assert(
      fc.property(anyNumber, (value) => {
        fc.pre(value !== 0)
        expect(read(write(value))).not.toBe(0)
      }),
    )
    for (const value of [Number.MIN_VALUE, 1e-320, 4.9e-5, 0.00499, 0.005])
      expect(read(write(value))).not.toBe(0)
  })

  it('is 0 where it is zero, of either sign', () => {
    expect([write(0), write(-0)]).toEqual(['0', '0'])
  })

  it('tells apart what is not finite', () => {
    const texts = [NaN, Infinity, -Infinity].map(write)
    expect(texts).toEqual(['NaN', '∞', '−∞'])
  })

  it('rises with the number', () => {
    fc.assert(
      fc.property(fitting, fitting, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        expect(read(write(low))).toBeLessThanOrEqual(read(write(high)))
      }),
    )
  })
})

describe('a number in a cell', () => {
  it('has at most five characters where it lies between a thousand millionth and 10,000', () => {
    fc.assert(
      fc.property(fitting, (value) => {
        expect([...toCellText(value)].length).toBeLessThanOrEqual(5)
      }),
      { numRuns: 1000 },
    )
  })

  it('has at most five characters, whatever finite number it is', () => {
    for (const value of [1e-10, -1e-10, 1e-100, -1e-100, -1e10, 1e100, -1e100, -1e300])
      expect(`${value}: ${[...toCellText(value)].length <= 5}`).toBe(`${value}: true`)
    fc.assert(
      fc.property(anyNumber, (value) => {
        expect([...toCellText(value)].length).toBeLessThanOrEqual(5)
      }),
      { numRuns: 1000 },
    )
  })

  it('is wide if it is longer than four figures and a point', () => {
    const wide = [-1e-4, -4e-4, -1000, 1e-10, -1e10, -0.001, -0.12, -12.3, 4e-4, 9999, NaN]
      .map(toCellText)
      .filter(isWide)
    expect(wide).toEqual(['−1e−4', '−4e−4', '−1000', '1e−10', '−1e10'])
  })

  it('keeps to the number within the rounding of what it shows', () => {
    fc.assert(
      fc.property(fitting, (value) => {
        const [text, size] = [toCellText(value), Math.abs(value)]
        const digits = /\.(\d*)/.exec(text)?.[1]?.length ?? 0
        const unit = text.includes('e') ? halfUnit(value, 0) : 0.5 * 10 ** -digits
        expect(Math.abs(read(text) - value)).toBeLessThanOrEqual(unit * (1 + 1e-9))
        // What fits into a cell with a digit after the point has one.
        if (size >= 0.0005 && size < 99.9) expect(digits).toBeGreaterThan(0)
      }),
      { numRuns: 1000 },
    )
  })

  it('has its edges where the digits run out', () => {
    const small = [0.005, 0.00499, -0.0044, 0.0005, 0.000499].map(toCellText)
    expect(small).toEqual(['0.01', '.005', '−.004', '.001', '5e−4'])
    const large = [9.99, 9.996, 99.94, 99.96, -9999.4, 9999.6].map(toCellText)
    expect(large).toEqual(['9.99', '10.0', '99.9', '100', '−9999', '1e4'])
  })
})

describe('a number in a column', () => {
  it('has four digits after the point, so that points stand under each other', () => {
    fc.assert(
      fc.property(usual, (value) => {
        fc.pre(Math.abs(value) >= 0.00005)
        expect(toColumnText(value)).toMatch(/^−?\d+\.\d{4}$/)
        expect(Math.abs(read(toColumnText(value)) - value)).toBeLessThanOrEqual(0.5001e-4)
      }),
    )
  })

  it('is written with an exponent where four digits would say nothing, or too much', () => {
    expect(toColumnText(-0.000012345)).toBe('−1.23e−5')
    expect(toColumnText(1234567)).toBe('1.23e6')
  })
})

describe('a number in a sentence', () => {
  it('is rounded to as many significant digits as were asked for', () => {
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: 1, max: 12 }), (value, digits) => {
        fc.pre(value !== 0 && Math.abs(value) > 1e-290 && Math.abs(value) < 1e290)
        const difference = Math.abs(read(toDigits(value, digits)) - value)
        expect(difference).toBeLessThanOrEqual(halfUnit(value, digits - 1) * 1.0001)
      }),
    )
  })

  it('reads back as itself with seventeen of them', () => {
    fc.assert(
      fc.property(finite, (value) => {
        expect(read(toDigits(value, 17)) + 0).toBe(value + 0)
      }),
    )
  })
})

describe('a list of values', () => {
  it('has four significant digits each, in their order, with commas between', () => {
    expect(toList([0.123456, -2, 0, 1e-9])).toBe('0.1235, −2.000, 0, 1.000e−9')
    expect(toList(Float64Array.of(-0.5))).toBe('−0.5000')
    fc.assert(
      fc.property(fc.array(usual, { minLength: 1 }), (values) => {
        expect(toList(values).split(', ')).toEqual(values.map((value) => toDigits(value, 4)))
      }),
    )
  })
})

describe('the sign of a sum', () => {
  it('says where rounded summands do not come to the rounded sum', () => {
    expect(sumSign(['0.12', '0.05'], '0.18')).toBe('≈')
    expect(sumSign(['0.12', '0.05'], '0.17')).toBe('=')
    expect(sumSign(['−0.5000', '4.00e−5'], '−0.5000')).toBe('≈')
    expect(sumSign(['∞', '−∞'], 'NaN')).toBe('=')
  })

  it('is that of equality where nothing was rounded', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -999, max: 999 })), (hundredths) => {
        const total = hundredths.reduce((sum, value) => sum + value, 0)
        const texts = hundredths.map((value) => toColumnText(value / 100))
        expect(sumSign(texts, toColumnText(total / 100))).toBe('=')
      }),
    )
  })
})
