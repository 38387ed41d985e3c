/** Scales: numbers → colours. Values go from orange to blue, gradients from magenta to green, both from a neutral zero. */
import type { Role } from '../engine/cells/cell'
import { type Trace, gradientOf, valueOf } from '../engine/run'
import type { GraphNode } from '../engine/unfold'
import { type Rgb, createBlend, luminance, toCss } from './colour'

export type Theme = 'light' | 'dark'

interface Ends {
  readonly below: string
  readonly zero: string
  readonly above: string
}

const palettes: Readonly<Record<Theme, { readonly value: Ends; readonly gradient: Ends }>> = {
  light: {
    value: { below: '#d97a1e', zero: '#f1f2f5', above: '#2f6ae0' },
    gradient: { below: '#b131ac', zero: '#f1f2f5', above: '#35923f' },
  },
  dark: {
    value: { below: '#c97b33', zero: '#3a404d', above: '#5b8cf2' },
    gradient: { below: '#d962d6', zero: '#3a404d', above: '#56b95c' },
  },
}

export interface Paint {
  readonly rgb: Rgb
  readonly fill: string
  /** A text colour that can be read on it. */
  readonly ink: string
}

export type Scale = (value: number) => Paint

export const [darkInk, lightInk] = ['#000000', '#ffffff'] as const

/** Of what is no finite number: a pattern that no number has, of the style sheet; as a pixel its darker colour. */
const noNumber: Readonly<Record<Theme, Paint>> = {
  light: { rgb: [43, 47, 58], fill: 'var(--no-number)', ink: lightInk },
  dark: { rgb: [223, 227, 236], fill: 'var(--no-number)', ink: darkInk },
}

/** A number that is not 0 is told from it, however small it is, and has the colour of its sign. */
const leastWay = 0.1

/** Diverging, with `extent` at either end. */
export const createScale = (kind: 'value' | 'gradient', theme: Theme, extent: number): Scale => {
  const [down, up] = rampsOf(kind, theme)
  return (value) => {
    if (!Number.isFinite(value)) return noNumber[theme]
    const share = Math.min(1, Math.abs(value) / extent)
    // Small values stay visible: the first tenth of the range takes more than a tenth of the colour.
    const way = value === 0 ? 0 : leastWay + (1 - leastWay) * share ** 0.8
    return (value < 0 ? down : up)(way)
  }
}

type Ramp = (share: number) => Paint

/** From zero down and from zero up; each is made once. */
const rampsOf = (kind: 'value' | 'gradient', theme: Theme): readonly [Ramp, Ramp] => {
  const key = `${kind} ${theme}`
  let pair = ramps.get(key)
  if (!pair) {
    const { below, zero, above } = palettes[theme][kind]
    ramps.set(key, (pair = [createRamp(zero, below), createRamp(zero, above)]))
  }
  return pair
}

const ramps = new Map<string, readonly [Ramp, Ramp]>()

/** Finer than the 255 steps that a screen shows. */
const shades = 2048

/** A matrix has thousands of numbers: a colour is worked out when it is first wanted, and kept. */
const createRamp = (from: string, to: string): Ramp => {
  const blend = createBlend(from, to)
  const paints: Paint[] = []
  return (share) => {
    const shade = Math.round(share * shades)
    let paint = paints[shade]
    if (!paint) {
      const rgb = blend(shade / shades)
      paints[shade] = paint = { rgb, fill: toCss(rgb), ink: inkOn(rgb) }
    }
    return paint
  }
}

/** The ink with the higher contrast (WCAG). */
export const inkOn = (rgb: Rgb): string => {
  const l = luminance(rgb)
  return (l + 0.05) / 0.05 > 1.05 / (l + 0.05) ? darkInk : lightInk
}

/** The largest finite size of a number; 1 where there is none but 0. */
const largestSize = (arrays: readonly ArrayLike<number>[]): number => {
  let largest = 0
  for (const array of arrays)
    for (let i = 0; i < array.length; i++) {
      const size = Math.abs(array[i]!)
      if (size > largest && size < Infinity) largest = size
    }
  return largest || 1
}

/** Scales of a run: one for each variable's values over all times, one for all gradients of variables, one for each parameter. */
export const createScales = (trace: Trace, theme: Theme) => {
  const { nodes } = trace.graph
  const isProbability = (role: Role | null) => role === 'probabilities'
  const valueScales = new Map<string, Scale>()
  const parameterScales = new Map<string, Scale>()
  const variables = nodes.filter(({ kind }) => kind !== 'parameter')
  const gradientExtent = largestSize(
    variables
      .filter(({ of }) => of.dimensions.length > 0)
      .flatMap((node) => gradientOf(trace, node) ?? []),
  )
  const gradients = createScale('gradient', theme, gradientExtent)
  /** The number at either end of the scale of a variable, at whatever time. */
  const valueExtent = ({ of }: GraphNode): number =>
    isProbability('role' in of ? of.role : null)
      ? 1
      : largestSize(nodes.filter((node) => node.of.name === of.name).map((n) => valueOf(trace, n)))
  const valueScale = (node: GraphNode): Scale => {
    const { name } = node.of
    let scale = valueScales.get(name)
    if (!scale) valueScales.set(name, (scale = createScale('value', theme, valueExtent(node))))
    return scale
  }
  const gradientScale = (node: GraphNode): Scale => {
    if (node.kind !== 'parameter') return gradients
    let scale = parameterScales.get(node.key)
    if (!scale) {
      const extent = largestSize([gradientOf(trace, node) ?? []])
      parameterScales.set(node.key, (scale = createScale('gradient', theme, extent)))
    }
    return scale
  }
  /** For −1 … 1. */
  const legend = {
    value: createScale('value', theme, 1),
    gradient: createScale('gradient', theme, 1),
  }
  return { valueScale, valueExtent, gradientScale, gradientExtent, legend }
}

export type Scales = ReturnType<typeof createScales>
