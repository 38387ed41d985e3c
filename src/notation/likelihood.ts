/** Likelihood in TeX: conditional probabilities, each step in a hue of its own. */
import type { Factor } from '../engine/likelihood'
import type { GraphNode } from '../engine/unfold'
import type { Names } from './names'
import { texOfNode } from './tex'

/** So many hues have the steps; the style sheet has them by these names. */
const hues = 12

/** Of up to twelve steps each has a hue of its own; of more, each of the first six and of the last six, which are what is shown. */
export const hueOfStep = (t: number, tau: number): string => {
  const fromEnd = tau - t
  const isTail = tau > hues && fromEnd < hues / 2
  return `hue-step-${isTail ? hues - 1 - fromEnd : (t - 1) % hues}`
}

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
  tau: number,
): string =>
  `\\htmlClass{${hueOfStep(t, tau)}}{\\log p(${texOfNode(called, target)}${given(called, conditions)})}`
