/** Triangle: G(j, k) = ∂L(j)/∂h(k), which error reaches which state, and how strongly. */
import { type Runner, type Trace, objectiveOf } from '../run'
import { passProducts } from '../passProducts'
import { statesOf } from '../states'
import type { Graph, GraphNode } from '../unfold'
import { createPull } from './pull'

export interface Triangle {
  /** The losses that were sent back, by time. */
  readonly losses: readonly GraphNode[]
  /** The states, by time; h(0) among them where the network starts from one. */
  readonly states: readonly GraphNode[]
  /** ‖G(j, k)‖ of loss number `row` and state number `column`; null where no path leads from the state to the loss. */
  readonly norm: (row: number, column: number) => number | null
  /** G(j, k) itself, computed when looked at. */
  readonly vector: (row: number, column: number) => Float64Array | null
  /** Every `stride`-th loss was sent back, counted from the last. */
  readonly stride: number
}

/** The losses of which the objective is the sum. */
const stepLossesOf = (graph: Graph): readonly GraphNode[] =>
  objectiveOf(graph).inputs.map((id) => graph.nodes[graph.edges[id]!.from]!)

/** The numbers of a triangle alone: they can be worked out elsewhere and handed over. */
export interface TriangleNumbers {
  readonly stride: number
  /** ‖G(j, k)‖ by row, then by column. */
  readonly norms: Float64Array
  /** 1 where a path leads from the state to the loss. */
  readonly isReached: Uint8Array
}

/** The products that all losses take on their way back. */
export const triangleProducts = (runner: Runner): number =>
  (passProducts(runner) / runner.graph.tau) *
  stepLossesOf(runner.graph).reduce((sum, { t }) => sum + t!, 0)

/** More rows could not be told apart. */
const mostLosses = 400

const every = (losses: readonly GraphNode[], stride: number): readonly GraphNode[] =>
  losses.filter((_, i) => (losses.length - 1 - i) % stride === 0)

/** `budget`: products that may be computed; where all losses would take more, fewer are sent back. */
export const triangleNumbers = (
  runner: Runner,
  { values }: Trace,
  budget: number,
): TriangleNumbers => {
  const { graph, memory } = runner
  const states = statesOf(graph)
  const all = stepLossesOf(graph)
  const stride = Math.max(
    1,
    Math.ceil(triangleProducts(runner) / budget),
    Math.ceil(all.length / mostLosses),
  )
  const losses = every(all, stride)
  const pull = createPull(runner)
  const norms = new Float64Array(losses.length * states.length).fill(NaN)
  const isReached = new Uint8Array(norms.length)
  losses.forEach((loss, row) => {
    const pulled = pull(values, loss, [1], states[0]!)
    states.forEach((state, column) => {
      if (!pulled.isReached(state)) return
      const at = row * states.length + column
      norms[at] = lengthOf(partOf(memory, pulled.gradients, state))
      isReached[at] = 1
    })
  })
  return { stride, norms, isReached }
}

const partOf = (
  { address, size }: Runner['memory'],
  gradients: Float64Array,
  { id }: GraphNode,
): Float64Array => gradients.subarray(address[id]!, address[id]! + size[id]!)

/** What the numbers of a run's triangle are about, and its vectors. */
export const toTriangle = (
  runner: Runner,
  { values }: Trace,
  { stride, norms, isReached }: TriangleNumbers,
): Triangle => {
  const { graph, memory } = runner
  const states = statesOf(graph)
  const losses = every(stepLossesOf(graph), stride)
  const pull = createPull(runner)
  const hasPath = (row: number, column: number) => isReached[row * states.length + column] === 1
  return {
    losses,
    states,
    stride,
    norm: (row, column) => (hasPath(row, column) ? norms[row * states.length + column]! : null),
    vector: (row, column) => {
      if (!hasPath(row, column)) return null
      const { gradients } = pull(values, losses[row]!, [1], states[column]!)
      return partOf(memory, gradients, states[column]!).slice()
    },
  }
}

/** ‖v‖, without overflow on the way. */
export const lengthOf = (v: Float64Array): number => {
  let most = 0
  for (const x of v) {
    if (Number.isNaN(x)) return NaN
    most = Math.max(most, Math.abs(x))
  }
  if (most === 0 || most === Infinity) return most
  let sum = 0
  for (const x of v) sum += (x / most) ** 2
  return most * Math.sqrt(sum)
}
