/** Likelihood in TeX: conditional probabilities, each step in a hue of its own; and probabilities too small for a float. */
import type { Factor } from '../engine/likelihood'
import type { GraphNode } from '../engine/unfold'
import type { Names } from './names'
import { toDigits } from './numbers'
import { texOfNode } from './tex'

/** The hues that no parameter of a recurrent network has, in turn: neighbouring steps always differ. */
const hues = [3, 4, 5] as const

export const hueOfStep = (t: number): number => hues[(t - 1) % hues.length]!

/** So many neighbours of one variable are written out; of more, the first and the last. */
const mostListed = 3

const listed = (called: Names, nodes: readonly GraphNode[]): readonly string[] => {
  const names = nodes.map((node) => texOfNode(called, node))
  return names.length > mostListed ? [names[0]!, '\\dots', names.at(-1)!] : names
}

/** Variable by variable, each in the order given. */
const grouped = (called: Names, nodes: readonly GraphNode[]): string => {
  const names = [...new Set(nodes.map(({ of }) => of.name))]
  return names
    .flatMap((name) =>
      listed(
        called,
        nodes.filter(({ of }) => of.name === name),
      ),
    )
    .join(', ')
}

const given = (called: Names, conditions: readonly GraphNode[]): string =>
  conditions.length > 0 ? ` \\mid ${grouped(called, conditions)}` : ''

/** `log p(y(1), y(2) | x(1), x(2))`: of all targets together. */
export const texOfWhole = (
  called: Names,
  factors: readonly Factor[],
  inputs: readonly GraphNode[],
): string => {
  const targets = factors.map(({ target }) => target)
  return `\\log p(${grouped(called, targets)}${given(called, inputs)})`
}

/** `log p(y(2) | y(1), x(1), x(2))`, in the hue of its step. */
export const texOfFactor = (
  called: Names,
  { t, target }: Factor,
  conditions: readonly GraphNode[],
): string =>
  `\\htmlClass{hue-${hueOfStep(t)}}{\\log p(${texOfNode(called, target)}${given(called, conditions)})}`

export interface PowerOfTen {
  /** Of so many digits, from 1 to below 10. */
  readonly mantissa: string
  readonly power: number
}

/** e^log as m · 10^n, also where e^log is too small, or too large, for a float. */
export const toPowerOfTen = (log: number, digits: number): PowerOfTen => {
  const power = Math.floor(log / Math.LN10)
  const mantissa = Math.exp(log - power * Math.LN10)
  // Just below 10 it is written as 10: then it is 1 of the next power.
  return Number(mantissa.toPrecision(digits)) < 10
    ? { mantissa: toDigits(mantissa, digits), power }
    : { mantissa: toDigits(1, digits), power: power + 1 }
}
