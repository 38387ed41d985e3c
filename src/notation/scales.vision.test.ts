/** Scales as people with the three colour-vision deficiencies see them: steps stay apart, and darken away from zero. */
import { rgb } from 'd3'
import { describe, expect, it } from 'vitest'
import { type Theme, createScale } from './scales'

type Triple = readonly [number, number, number]

/** Simulation of full deficiency in linear RGB (Machado, Oliveira and Fernandes 2009, severity 1.0). */
const visions: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const toLinear = (c: number): number =>
  c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4

const times = (rows: readonly [Triple, Triple, Triple], v: Triple): Triple =>
  rows.map((row) => row.reduce((sum, m, i) => sum + m * v[i]!, 0)) as unknown as Triple

/** OKLab of linear RGB (Ottosson 2020). */
const toOklab = (linear: Triple): Triple => {
  const lms = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    linear,
  ).map((value) => Math.cbrt(Math.max(0, value))) as unknown as Triple
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    lms,
  )
}

const seen = (fill: string, vision: string): Triple => {
  const { r, g, b } = rgb(fill)
  return toOklab(times(visions[vision]!, [toLinear(r), toLinear(g), toLinear(b)]))
}

const distance = (a: Triple, b: Triple): number => Math.hypot(...a.map((value, i) => value - b[i]!))

const steps = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1]

describe.each(['light', 'dark'] as const satisfies readonly Theme[])('in the %s theme', (theme) => {
  describe.each(['value', 'gradient'] as const)('the scale of a %s', (kind) => {
    const scale = createScale(kind, theme, 1)

    it.each(Object.keys(visions))('keeps neighbouring steps apart under %s', (vision) => {
      const colours = steps.map((value) => seen(scale(value).fill, vision))
      for (let i = 1; i < colours.length; i++)
        expect(distance(colours[i - 1]!, colours[i]!)).toBeGreaterThan(0.035)
    })

    it.each(Object.keys(visions))('tells the two signs apart under %s', (vision) => {
      for (const size of [0.5, 0.75, 1])
        expect(
          distance(seen(scale(-size).fill, vision), seen(scale(size).fill, vision)),
        ).toBeGreaterThan(0.08)
    })

    it('moves away from the lightness of zero in one direction on both sides', () => {
      const lightness = steps.map((value) => seen(scale(value).fill, 'normal')[0])
      const zero = 4
      const away = theme === 'light' ? -1 : 1
      for (let i = zero; i < steps.length - 1; i++)
        expect(away * (lightness[i + 1]! - lightness[i]!)).toBeGreaterThan(0)
      for (let i = zero; i > 0; i--)
        expect(away * (lightness[i - 1]! - lightness[i]!)).toBeGreaterThan(0)
    })
  })
})
