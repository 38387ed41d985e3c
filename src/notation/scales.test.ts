/** Scales, tested: a neutral zero, two sides that mirror each other, and ink that can be read on all of it. */
import { readFileSync } from 'node:fs'
import { lab, rgb } from 'd3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNetwork, randomNetwork, randomWiredNetwork } from '../../testing/networks'
import { createRunner, gradientOf, graphOf, run, valueOf } from '../engine/run'
import { range } from '../engine/unfold'
import { lightness, rgbOf, toCss } from './colour'
import { type Theme, createScale, createScales } from './scales'

const themes = ['light', 'dark'] as const satisfies readonly Theme[]
const kinds = ['value', 'gradient'] as const

/** Relative luminance as WCAG 2 defines it. */
const luminance = (colour: string): number => {
  const { r, g, b } = rgb(colour)
  const [red, green, blue] = [r, g, b].map((c) =>
    c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

const away = (a: string, b: string): number => {
  const [p, q] = [lab(a), lab(b)]
  return Math.hypot(p.l - q.l, p.a - q.a, p.b - q.b)
}

const [light, dark] = readFileSync('src/app/theme.css', 'utf8').split(":root[data-theme='dark'] {")
const colourIn = (theme: Theme, name: string): string =>
  new RegExp(`${name}: (#[0-9a-f]{6});`).exec((theme === 'light' ? light : dark)!)![1]!

const anyExtent = fc.double({ min: 1e-9, max: 1e9, noNaN: true })
const anyShare = fc.double({ min: 0, max: 1, noNaN: true })
/** Rounding a colour to whole numbers moves it by about one. */
const rounding = 1.5

describe.each(themes.flatMap((theme) => kinds.map((kind) => [kind, theme] as const)))(
  'the scale of a %s in the %s theme',
  (kind, theme) => {
    const unit = createScale(kind, theme, 1)

    it('has a neutral zero, the same for values and gradients', () => {
      const { r, g, b } = rgb(unit(0).fill)
      expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(24)
      expect(unit(0)).toEqual(createScale(kind === 'value' ? 'gradient' : 'value', theme, 3)(0))
      expect(unit(-0)).toEqual(unit(0))
    })

    it('moves away from zero as the number does, on two sides that can be told apart', () => {
      for (const sign of [1, -1]) {
        const distances = range(0, 20).map((i) => away(unit((sign * i) / 20).fill, unit(0).fill))
        distances.slice(1).forEach((distance, i) => {
          expect(distance).toBeGreaterThan(distances[i]! - rounding / 2)
        })
        expect(distances.at(-1)).toBeGreaterThan(40)
        // The smallest number that differs from zero to the eye is well below a tenth.
        expect(distances[2]).toBeGreaterThan(4)
      }
      expect(away(unit(1).fill, unit(-1).fill)).toBeGreaterThan(80)
    })

    it('is symmetrical: a number and its opposite are as far on their ways', () => {
      fc.assert(
        fc.property(anyShare, (share) => {
          const part = (sign: number) =>
            away(unit(sign * share).fill, unit(0).fill) / away(unit(sign).fill, unit(0).fill)
          expect(part(1)).toBeCloseTo(part(-1), 1)
        }),
      )
    })

    it('depends on the number as a share of its extent, and ends there', () => {
      fc.assert(
        fc.property(anyExtent, fc.double({ min: -1, max: 1, noNaN: true }), (extent, share) => {
          const scale = createScale(kind, theme, extent)
          // A product may be 0 where its factors are not.
          const kept = (share * extent) / extent
          expect(away(scale(share * extent).fill, unit(kept).fill)).toBeLessThan(rounding)
          expect(scale(extent * 10)).toEqual(scale(extent))
          expect(scale(-extent * 10)).toEqual(scale(-extent))
        }),
      )
    })

    it('draws what is not finite as no number is drawn, neither in colour nor as a pixel', () => {
      const { rgb, fill } = unit(NaN)
      for (const value of [Infinity, -Infinity]) expect(unit(value)).toEqual(unit(NaN))
      for (const value of range(-100, 100).map((i) => unit(i / 100))) {
        expect(value.fill).not.toBe(fill)
        expect(away(value.fill, toCss(rgb))).toBeGreaterThan(20)
      }
    })

    it('tells zero from the smallest number there is, and that from its opposite', () => {
      for (const tiny of [5e-324, 1e-300, 1e-12]) {
        const fills = [unit(0), unit(tiny), unit(-tiny)].map(({ fill }) => fill)
        expect(new Set(fills).size).toBe(3)
        for (const fill of fills.slice(1)) expect(away(fill, fills[0]!)).toBeGreaterThan(2)
      }
      expect(unit(-0)).toEqual(unit(0))
    })

    it('keeps small numbers clear of zero, and zero of what a cell lies on', () => {
      for (const share of [0.01, 0.04, -0.04])
        expect(away(unit(share).fill, unit(0).fill)).toBeGreaterThan(theme === 'dark' ? 4 : 6)
      expect(contrast(unit(0).fill, colourIn(theme, '--raised'))).toBeGreaterThan(
        theme === 'dark' ? 1.5 : 1.1,
      )
      // Nothing is in it: its outline is all there is to see.
      for (const ground of ['--raised', '--column'])
        expect(contrast(colourIn(theme, '--blank'), colourIn(theme, ground))).toBeGreaterThan(2.99)
    })

    it('has an ink on every colour with a contrast of at least 4.5 to 1', () => {
      const poorest = range(-1000, 1000)
        .map((i) => ({ value: i / 1000, ...unit(i / 1000) }))
        .map(({ value, fill, ink }) => ({ value, fill, ink, contrast: contrast(fill, ink) }))
        .reduce((a, b) => (b.contrast < a.contrast ? b : a))
      expect(poorest.contrast, JSON.stringify(poorest)).toBeGreaterThanOrEqual(4.5)
    })
  },
)

it('the two ends of values differ from those of gradients', () => {
  for (const theme of themes) {
    const ends = kinds.flatMap((kind) =>
      [-1, 1].map((value) => createScale(kind, theme, 1)(value).fill),
    )
    ends.forEach((a, i) => ends.slice(i + 1).forEach((b) => expect(away(a, b)).toBeGreaterThan(30)))
  }
})

it('lightness runs from black to white', () => {
  expect(lightness(rgbOf('#000000'))).toBeCloseTo(0, 5)
  expect(lightness(rgbOf('#ffffff'))).toBeCloseTo(100, 5)
  expect(lightness(rgbOf('#777777'))).toBeGreaterThan(lightness(rgbOf('#666666')))
})

describe('the scales of a run', () => {
  const traceOf = (network = randomNetwork(2)) =>
    run(createRunner(graphOf(network), network.architecture), network)

  const isFull = (scale: (value: number) => unknown, value: number): void =>
    expect(scale(value)).toEqual(scale(value * 100))

  it('are shared by all times of a variable, and end at its largest value', () => {
    for (const seed of range(0, 11)) {
      const trace = traceOf(randomWiredNetwork(seed))
      const { valueScale } = createScales(trace, 'light')
      for (const name of ['a', 'h', 'o', 'U']) {
        const nodes = trace.graph.nodes.filter(({ of }) => of.name === name)
        expect(new Set(nodes.map(valueScale)).size).toBe(1)
        const size = Math.max(...nodes.flatMap((node) => [...valueOf(trace, node)].map(Math.abs)))
        const scale = valueScale(nodes[0]!)
        isFull(scale, size || 1)
        if (size > 0) expect(scale(size / 2)).not.toEqual(scale(size))
      }
    }
  })

  it('of probabilities run to 1, whatever they are', () => {
    const trace = traceOf()
    const probability = trace.graph.nodes.find(({ of }) => of.name === 'yhat')!
    const scale = createScales(trace, 'dark').valueScale(probability)
    const unit = createScale('value', 'dark', 1)
    for (const value of [0, 0.1, 0.5, 1]) expect(scale(value)).toEqual(unit(value))
  })

  it('of gradients are one for all variables, and one of its own for each parameter', () => {
    for (const seed of range(0, 11)) {
      const trace = traceOf(randomWiredNetwork(seed))
      const { gradientScale } = createScales(trace, 'light')
      const carrying = trace.graph.nodes.filter(({ carries }) => carries)
      const [own, shared] = [true, false].map((isOwn) =>
        carrying.filter(({ kind }) => (kind === 'parameter') === isOwn),
      )
      expect(new Set(shared!.map(gradientScale)).size).toBe(1)
      expect(new Set(own!.map(gradientScale)).size).toBe(own!.length)
      for (const node of own!) {
        const size = Math.max(...[...gradientOf(trace, node)!].map(Math.abs))
        isFull(gradientScale(node), size || 1)
      }
    }
  })

  it('of a run that overflows have a colour for every number', () => {
    const network = createNetwork(1, {
      ...{ inputSize: 2, hiddenSize: 3, outputSize: 2, tau: 6, activation: 'identity' },
      ...{ inputs: 'classes', targets: 1, hasInitialState: false },
    })
    const { W } = network.parameters
    const parameters = { ...network.parameters, W: { ...W!, data: W!.data.map(() => 1e200) } }
    const trace = traceOf({ ...network, parameters })
    expect([...trace.values].some((value) => !Number.isFinite(value))).toBe(true)
    const { valueScale, gradientScale } = createScales(trace, 'light')
    for (const node of trace.graph.nodes) {
      for (const value of valueOf(trace, node)) expectPaint(valueScale(node)(value))
      for (const value of gradientOf(trace, node) ?? []) expectPaint(gradientScale(node)(value))
    }
  })

  it('of a run in which everything is zero show zero', () => {
    const network = randomNetwork(2)
    const parameters = Object.fromEntries(
      Object.entries(network.parameters).map(([name, { shape, data }]) => [
        name,
        { shape, data: data.map(() => 0) },
      ]),
    )
    const trace = traceOf({ ...network, parameters, initialState: null })
    const { valueScale } = createScales(trace, 'light')
    const state = trace.graph.nodes.find(({ of }) => of.name === 'a')!
    expect(valueScale(state)(0)).toEqual(createScale('value', 'light', 1)(0))
  })

  it('have a legend from −1 to 1', () => {
    const { legend } = createScales(traceOf(), 'dark')
    for (const kind of kinds)
      for (const value of [-1, -0.4, 0, 0.4, 1])
        expect(legend[kind](value)).toEqual(createScale(kind, 'dark', 1)(value))
  })
})

const expectPaint = ({ fill, ink }: { readonly fill: string; readonly ink: string }): void => {
  for (const colour of fill.startsWith('var(') ? [ink] : [fill, ink]) {
    const { r, g, b } = rgb(colour)
    for (const channel of [r, g, b]) expect(channel >= 0 && channel <= 255).toBe(true)
  }
}
