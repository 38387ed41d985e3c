/** Softmax, opened: every number on the way from scores to probabilities, to the loss, and back (10.11, 10.14, 10.18). */
import { formulaOf } from './explain'
import type { Expression, FunctionName } from './expression'
import { type Trace, tensorOf } from './run'
import { type Tensor, toTensor } from './tensor'
import type { GraphNode } from './unfold'

export interface OpenedSoftmax {
  /** The largest score, which is taken from all: nothing overflows. */
  readonly top: number
  readonly shifted: Float64Array
  readonly powers: Float64Array
  readonly total: number
  readonly probabilities: Float64Array
  /** log Σ exp z. */
  readonly logTotal: number
  /** ∂ŷ[i]/∂z[j] = ŷ[i] (1 at i = j − ŷ[j]). */
  readonly jacobian: Tensor
}

/** As the rows softmax and crossEntropy of the table compute it, to the last bit. */
export const openSoftmax = (z: Float64Array): OpenedSoftmax => {
  const top = z.reduce((most, value) => Math.max(most, value), -Infinity)
  const shifted = z.map((value) => value - top)
  const powers = shifted.map(Math.exp)
  const total = powers.reduce((sum, power) => sum + power, 0)
  const probabilities = powers.map((power) => power / total)
  const n = z.length
  const jacobian = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      jacobian[i * n + j] = probabilities[i]! * ((i === j ? 1 : 0) - probabilities[j]!)
  return {
    ...{ top, shifted, powers, total, probabilities },
    logTotal: top + Math.log(total),
    jacobian: toTensor([n, n], jacobian),
  }
}

export interface OpenedLoss {
  readonly loss: number
  /** ∂L/∂ŷ: −1/ŷ[y] at the class wanted, else 0. */
  readonly byProbability: Float64Array
  /** Jᵀ ∂L/∂ŷ, which collapses to ŷ − one-hot y. */
  readonly error: Float64Array
}

export const openLoss = (z: Float64Array, softmax: OpenedSoftmax, target: number): OpenedLoss => {
  const { logTotal, probabilities } = softmax
  const byProbability = z.map((_, i) => (i === target ? -1 / probabilities[target]! : 0))
  const error = probabilities.map((p, i) => p - (i === target ? 1 : 0))
  return { loss: logTotal - z[target]!, byProbability, error }
}

/** The variables round a softmax: what it reads, and the loss that is taken of it. */
export interface SoftmaxPlace {
  readonly logits: GraphNode
  readonly probabilities: GraphNode | null
  readonly loss: GraphNode | null
  /** The class wanted; null where there is none. */
  readonly target: number | null
}

/** Null where a variable has nothing to do with a softmax. Told by what operations compute, not by their names. */
export const softmaxAround = (trace: Trace, node: GraphNode): SoftmaxPlace | null => {
  const { graph } = trace
  const applies = (one: GraphNode, fn: FunctionName) => {
    const formula = formulaOf(one)
    return formula !== null && hasFunction(formula.expression, fn)
  }
  const isOf = (one: GraphNode) => applies(one, 'softmax') || applies(one, 'logSumExp')
  const consumersOf = ({ outputs }: GraphNode) =>
    outputs.map((id) => graph.nodes[graph.edges[id]!.to]!)
  const sourceOf = (one: GraphNode, index: number) =>
    graph.nodes[graph.edges[one.inputs[index]!]!.from]!
  const logits = isOf(node) ? sourceOf(node, 0) : consumersOf(node).some(isOf) ? node : null
  if (!logits) return null
  const consumers = consumersOf(logits)
  const loss = consumers.find((one) => applies(one, 'logSumExp')) ?? null
  return {
    logits,
    probabilities: consumers.find((one) => applies(one, 'softmax')) ?? null,
    loss,
    target: loss && classOf(tensorOf(trace, sourceOf(loss, 1))),
  }
}

/** A class index, or where the one of a one-hot vector stands. */
const classOf = ({ shape, data }: Tensor): number | null => {
  if (shape.length === 0) return data[0]!
  const place = data.indexOf(1)
  return place < 0 ? null : place
}

const hasFunction = (expression: Expression, fn: FunctionName): boolean =>
  expression.kind === 'apply' &&
  (expression.fn === fn || expression.args.some((arg) => hasFunction(arg, fn)))
