/** Reach: what the view of a gradient's reach shows of one run: norms, step Jacobians and their factors, the triangle. */
import type { Activation, Network } from '../engine/network'
import { createSlopes, jacobiansOf, recurrentMatrices } from '../engine/reach/jacobian'
import { singularValues, spectralRadius } from '../engine/reach/spectrum'
import {
  type Triangle,
  type TriangleNumbers,
  lengthOf,
  toTriangle,
  triangleNumbers,
  triangleProducts,
} from '../engine/reach/triangle'
import { type Runner, type Trace, createRunner, gradientOf, graphOf, run } from '../engine/run'
import { statesOf } from '../engine/states'
import type { GraphNode } from '../engine/unfold'
import { keyOfEdge } from './keyOfEdge'

/** What is tried out: the recurrent matrices multiplied, another activation. */
export interface Trial {
  readonly scale: number
  readonly activation: Activation
}

export const trialOf = ({ architecture }: Network): Trial => ({
  scale: 1,
  activation: architecture.activation,
})

/** The network as it is tried out; the same object where nothing differs. */
export const withTrial = (network: Network, { scale, activation }: Trial): Network => {
  const { architecture, parameters } = network
  if (scale === 1 && activation === architecture.activation) return network
  const scaled = recurrentMatrices(graphOf(network)).map(({ name }) => {
    const { shape, data } = parameters[name]!
    return [name, { shape, data: data.map((w) => w * scale) }] as const
  })
  return {
    ...network,
    architecture: { ...architecture, activation },
    parameters: { ...parameters, ...Object.fromEntries(scaled) },
  }
}

export interface StepReach {
  readonly t: number
  /** ‖∇h(t)‖; null where h(t) carries no gradient. */
  readonly norm: number | null
  /** Singular values of J(t), the largest first; null where it was not worked out or there is no state before. */
  readonly stretches: readonly number[] | null
  /** Diagonal of diag(f′(a(t))); null where the state is not made by an activation alone. */
  readonly slopes: Float64Array | null
}

export interface RecurrentMatrix {
  readonly node: GraphNode
  readonly largest: number
  readonly smallest: number
  /** Null where it is not a map of the state onto itself. */
  readonly radius: number | null
  readonly isDirect: boolean
}

export interface Reach {
  readonly trace: Trace
  readonly steps: readonly StepReach[]
  readonly matrices: readonly RecurrentMatrix[]
  readonly triangle: Triangle
}

/** Does nothing of a state's gradient reach the state before, at any step that was taken apart? */
export const isApart = (steps: readonly Pick<StepReach, 'stretches'>[]): boolean => {
  const stretched = steps.flatMap(({ stretches }) => stretches ?? [])
  return stretched.length > 0 && stretched.every((one) => one === 0)
}

/** Products and the like that may be spent on each part, so that a slider is followed within a moment. */
const budget = 1.5e7

/** `cuts`: by the keys of their ends, as in the graph that is shown. */
export const runTrial = (
  network: Network,
  cuts: ReadonlySet<string>,
): { readonly runner: Runner; readonly trace: Trace } => {
  const graph = graphOf(network)
  const cut = graph.edges.filter((edge) => cuts.has(keyOfEdge(graph, edge)))
  const runner = createRunner(graph, network.architecture, new Set(cut.map(({ id }) => id)))
  return { runner, trace: run(runner, network) }
}

/** What takes long: it can be worked out elsewhere and handed over. */
export interface ReachNumbers {
  /** Of the steps that were taken apart, the singular values of J(t). */
  readonly stretches: readonly { readonly t: number; readonly values: readonly number[] }[]
  /** In the order of the recurrent matrices. */
  readonly matrices: readonly Pick<RecurrentMatrix, 'largest' | 'smallest' | 'radius'>[]
  readonly triangle: TriangleNumbers
}

export const reachNumbers = (runner: Runner, trace: Trace, network: Network): ReachNumbers => ({
  stretches: jacobiansOf(runner, trace, affordable(runner)).map(({ t, matrix }) => ({
    t,
    values: singularValues(matrix),
  })),
  matrices: recurrentMatrices(runner.graph).map(({ name, isDirect }) => {
    const values = singularValues(network.parameters[name]!)
    return {
      largest: values[0]!,
      smallest: values.at(-1)!,
      radius: isDirect ? spectralRadius(network.parameters[name]!) : null,
    }
  }),
  triangle: triangleNumbers(runner, trace, budget),
})

/** The products that `reachNumbers` takes, about. */
export const reachProducts = (runner: Runner): number =>
  Math.min(budget, jacobianProducts(runner)) + Math.min(budget, triangleProducts(runner))

export const toReach = (runner: Runner, trace: Trace, numbers: ReachNumbers): Reach => {
  const { stretches, matrices, triangle } = numbers
  const byTime = new Map(stretches.map(({ t, values }) => [t, values]))
  const slopesOf = createSlopes(runner, trace)
  return {
    trace,
    steps: statesOf(runner.graph).map((state) => {
      const gradient = gradientOf(trace, state)
      return {
        t: state.t!,
        norm: gradient && lengthOf(gradient),
        stretches: byTime.get(state.t!) ?? null,
        slopes: slopesOf(state),
      }
    }),
    matrices: recurrentMatrices(runner.graph).map(({ name, isDirect }, i) => ({
      ...matrices[i]!,
      node: runner.graph.byKey.get(name)!,
      isDirect,
    })),
    triangle: toTriangle(runner, trace, triangle),
  }
}

const jacobianProducts = ({ graph, memory }: Runner): number => {
  const states = statesOf(graph)
  return 12 * memory.size[states[0]!.id]! ** 3 * states.length
}

/** The steps whose Jacobians are taken apart: all, or as many, evenly spread, as there is time for. */
const affordable = (runner: Runner): readonly number[] => {
  const states = statesOf(runner.graph)
  const stride = Math.max(1, Math.ceil(jacobianProducts(runner) / budget))
  return states.filter((_, i) => (states.length - 1 - i) % stride === 0).map(({ t }) => t!)
}
