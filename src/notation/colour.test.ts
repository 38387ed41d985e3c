/** Colour, tested against d3's: the same to the last of 255 steps. */
import { interpolateLab, lab, rgb } from 'd3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBlend, lightness, rgbOf, toCss } from './colour'

const hexes = fc
  .tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`)

describe('a colour', () => {
  it('is blended as d3 does', () => {
    fc.assert(
      fc.property(hexes, hexes, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, share) => {
        const { r, g, b } = rgb(interpolateLab(from, to)(share))
        const ours = createBlend(from, to)(share)
        ours.forEach((part, i) => expect(Math.abs(part - [r, g, b][i]!)).toBeLessThanOrEqual(1))
      }),
    )
  })

  it('at either end is itself', () => {
    fc.assert(
      fc.property(hexes, hexes, (from, to) => {
        expect(createBlend(from, to)(0)).toEqual(rgbOf(from))
        expect(createBlend(from, to)(1)).toEqual(rgbOf(to))
      }),
    )
  })

  it('is as light as d3 says, and written as CSS reads it', () => {
    fc.assert(
      fc.property(hexes, (hex) => {
        expect(lightness(rgbOf(hex))).toBeCloseTo(lab(hex).l, 6)
        expect(toCss(rgbOf(hex))).toBe(rgb(hex).formatRgb())
      }),
    )
  })
})
