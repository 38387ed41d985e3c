/** Why bad: what made a number come out as none: a product, a sum, or infinities that meet; and how it had grown before. */
import type { Bad } from './firstBad'
import { type Bound, formulaOf, nodeOfLeaf, summandsOfGradient } from './explain'
import type { Environment } from './expression'
import { shapeOf } from './memory'
import { type Scalar, entryOf } from './products'
import { type Trace, gradientOf, tensorOf, valueOf } from './run'
import { toTensor } from './tensor'
import { type GraphNode, nodeAt } from './unfold'

/** An entry of a variable or of its gradient, with its number. */
export interface Operand {
  readonly node: GraphNode
  readonly isGradient: boolean
  readonly entry: number
  readonly value: number
}

export type Reason =
  /** One product of two finite numbers is too large. */
  | { readonly kind: 'product'; readonly factors: readonly (Operand | number)[] }
  /** All summands are finite, their sum is too large. */
  | { readonly kind: 'sum' }
  /** ∞ − ∞. */
  | { readonly kind: 'opposite' }

/** The largest entry over the steps before, as long as it rose from one to the next. */
export interface Growth {
  readonly steps: number
  /** By how much it was multiplied in each step, on average. */
  readonly factor: number
}

export const reasonOf = (trace: Trace, bad: Bad): Reason => {
  const wholes = boundsOf(trace, bad).map((bound) => ({
    bound,
    scalar: entryOf(bound.expression, environmentOf(trace, bound), bad.entry),
  }))
  const origins = wholes.flatMap(({ bound, scalar }) =>
    originsIn(scalar).map((origin) => ({ bound, origin })),
  )
  if (Number.isNaN(bad.value)) return { kind: 'opposite' }
  const product = origins.find(({ origin }) => origin.fn === 'times')
  if (!product) return { kind: 'sum' }
  const { bound, origin } = product
  return { kind: 'product', factors: origin.args.map((arg) => operandOf(trace, bound, arg)) }
}

/** What is added up in the entry. */
const boundsOf = ({ graph, cuts }: Trace, { phase, node }: Bad): readonly Bound[] =>
  phase === 'forward'
    ? [formulaOf(node)!]
    : summandsOfGradient(graph, node).filter(({ edge }) => !cuts.has(edge))

const environmentOf =
  (trace: Trace, { at }: Bound): Environment =>
  (leaf) => {
    const { node, isGradient } = nodeOfLeaf(trace.graph, at, leaf)
    return isGradient
      ? toTensor(shapeOf(trace.architecture, node), gradientOf(trace, node)!)
      : tensorOf(trace, node)
  }

type Applied = Scalar & { readonly kind: 'apply' }

/** The parts that are not finite although all that they are made of is. */
const originsIn = (scalar: Scalar): readonly Applied[] => {
  if (scalar.kind !== 'apply' || Number.isFinite(scalar.value)) return []
  const inner = scalar.args.flatMap(originsIn)
  return inner.length > 0 ? inner : [scalar]
}

const operandOf = (trace: Trace, { at }: Bound, scalar: Scalar): Operand | number =>
  scalar.kind === 'entry'
    ? {
        ...nodeOfLeaf(trace.graph, at, scalar.leaf),
        entry: scalar.entry,
        value: scalar.value,
      }
    : scalar.value

/** Null where it had not grown before. */
export const growthOf = (trace: Trace, { node, phase }: Bad): Growth | null => {
  if (node.t === null) return null
  const isForward = phase === 'forward'
  const towards = isForward ? -1 : 1
  const sizes: number[] = []
  for (let t = node.t + towards; ; t += towards) {
    const before = nodeOf(trace, node, t)
    const numbers = before && (isForward ? valueOf : gradientOf)(trace, before)
    const size = numbers && numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    if (!size || !(size < Infinity) || (sizes.length > 0 && size >= sizes.at(-1)!)) break
    sizes.push(size)
  }
  const steps = sizes.length - 1
  if (steps < 1) return null
  // By logarithms: the quotient of two sizes may be too large itself.
  return { steps, factor: Math.exp((Math.log(sizes[0]!) - Math.log(sizes[steps]!)) / steps) }
}

/** The same variable at another time. */
const nodeOf = ({ graph }: Trace, { of }: GraphNode, time: number): GraphNode | undefined =>
  nodeAt(graph, 'symbol' in of ? of.symbol : of.name, time)
