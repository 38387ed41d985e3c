/** Likelihood in TeX: conditional probabilities, each step in a hue of its own. */
import type { Factor } from '../engine/likelihood'
import type { GraphNode } from '../engine/unfold'
import type { Names } from './names'
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
