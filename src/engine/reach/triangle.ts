/** Triangle: G(j, k) = ∂L(j)/∂h(k), which error reaches which state, and how strongly. */
import type { Variable } from '../cells/cell'
import { type Runner, type Trace, objectiveOf } from '../run'
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

/** The variable that carries the past: the first whose role is that of a state. */
export const stateOf = (graph: Graph): Variable =>
  graph.cell.variables.find(({ role }) => role === 'state')!

export const statesOf = (graph: Graph): readonly GraphNode[] => {
  const state = stateOf(graph)
  return graph.nodes.filter(({ of, t }) => of === state && t !== null)
}

/** The losses of which the objective is the sum. */
export const stepLossesOf = (graph: Graph): readonly GraphNode[] =>
  objectiveOf(graph).inputs.map((id) => graph.nodes[graph.edges[id]!.from]!)

/** Products in one step of the backward pass. */
const productsOf = ({ graph, memory }: Runner): number =>
  graph.edges.reduce(
    (sum, { from }) => sum + (graph.nodes[from]!.kind === 'parameter' ? memory.size[from]! : 0),
    0,
  ) / graph.tau

/** `budget`: products that may be computed; where all losses would take more, fewer are sent back. */
export const createTriangle = (runner: Runner, { values }: Trace, budget: number): Triangle => {
  const { graph, memory } = runner
  const states = statesOf(graph)
  const all = stepLossesOf(graph)
  const work = (productsOf(runner) * all.reduce((sum, { t }) => sum + t!, 0)) / budget
  const stride = Math.max(1, Math.ceil(work))
  const losses = all.filter((_, i) => (all.length - 1 - i) % stride === 0)
  const pull = createPull(runner)
  const norms = new Float64Array(losses.length * states.length).fill(NaN)
  const isReached = new Uint8Array(norms.length)
  const read = (gradients: Float64Array, { id }: GraphNode) =>
    gradients.subarray(memory.address[id]!, memory.address[id]! + memory.size[id]!)
  losses.forEach((loss, row) => {
    const pulled = pull(values, loss, [1], states[0]!)
    states.forEach((state, column) => {
      if (!pulled.isReached(state)) return
      const at = row * states.length + column
      norms[at] = lengthOf(read(pulled.gradients, state))
      isReached[at] = 1
    })
  })
  const hasPath = (row: number, column: number) => isReached[row * states.length + column] === 1
  return {
    losses,
    states,
    stride,
    norm: (row, column) => (hasPath(row, column) ? norms[row * states.length + column]! : null),
    vector: (row, column) =>
      hasPath(row, column)
        ? read(pull(values, losses[row]!, [1], states[column]!).gradients, states[column]!).slice()
        : null,
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
