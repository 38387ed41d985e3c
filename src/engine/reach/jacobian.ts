/** Jacobian: J(t) = ∂h(t)/∂h(t−1) of a run, and its factors: the slope of the activation, the recurrent matrices. */
import { activations } from '../network'
import { slotAt } from '../operation'
import { type OperationName, operations } from '../operations'
import { type Runner, type Trace, toCall } from '../run'
import { stateOf, statesOf } from '../states'
import { type Tensor, toTensor } from '../tensor'
import type { Graph, GraphNode } from '../unfold'
import { createPull } from './pull'

/** One step back in time. */
export interface StepJacobian {
  readonly t: number
  /** n × n: row i is what entry i of the state sends back to the state before it. */
  readonly matrix: Tensor
}

/** J(t) of each of these steps that has a state before it. */
export const jacobiansOf = (
  runner: Runner,
  { values }: Trace,
  steps: readonly number[],
): readonly StepJacobian[] => {
  const { graph, memory } = runner
  const states = statesOf(graph)
  const byTime = new Map(states.map((node) => [node.t!, node]))
  const pull = createPull(runner)
  return steps.flatMap((t) => {
    const [now, before] = [byTime.get(t), byTime.get(t - 1)]
    if (!now || !before) return []
    const [n, m] = [memory.size[now.id]!, memory.size[before.id]!]
    const data = new Float64Array(n * m)
    const seed = new Float64Array(n)
    for (let i = 0; i < n; i++) {
      seed[i] = 1
      const { gradients, isReached } = pull(values, now, seed, before)
      const at = memory.address[before.id]!
      if (isReached(before)) data.set(gradients.subarray(at, at + m), i * m)
      seed[i] = 0
    }
    return [{ t, matrix: toTensor([n, m], data) }]
  })
}

/** Of a state t, n numbers: the diagonal of diag(f′(a(t))), what its activation alone does to a gradient. Null where the state is not made by one. */
export const createSlopes = (
  { graph, memory }: Runner,
  { values, gradients }: Trace,
): ((state: GraphNode) => Float64Array | null) => {
  // As long as a slab of gradients, since states are found in it by their addresses: made once for all of them.
  const ones = new Float64Array(gradients.length).fill(1)
  return (state) => {
    if (!isActivation(state.operation)) return null
    const vjp = operations[state.operation].vjp.vector
    if (!vjp || typeof vjp === 'string') return null
    const call = toCall(graph, memory, state)
    const slopes = new Float64Array(call.size)
    vjp.contribute(values, ones, call, 0, slopes, 0)
    return slopes
  }
}

const isActivation = (operation: OperationName | null): operation is OperationName =>
  operation !== null && (activations as readonly string[]).includes(operation)

export interface RecurrentParameter {
  readonly name: string
  /** Does it multiply the state itself, not something made from it? */
  readonly isDirect: boolean
}

/** The parameters that multiply something of the step before. */
export const recurrentMatrices = (graph: Graph): readonly RecurrentParameter[] => {
  const found = new Map<string, RecurrentParameter>()
  const state = stateOf(graph).name
  for (const { source } of graph.cell.variables) {
    if (source.kind !== 'computed') continue
    const { operation, inputs } = source
    inputs.forEach(({ from: name }, i) => {
      const vector = inputs[i + 1]
      if (slotAt(operations[operation], i) === 'matrix' && vector?.delay === 1)
        found.set(name, { name, isDirect: vector.from === state })
    })
  }
  return [...found.values()]
}
