/** Schedule: a graph → the ordered steps of its run, forward then backward, at three grains. */
import { summandsOf, leavesOf } from './expression'
import { operations } from './operations'
import type { Graph, GraphNode } from './unfold'

export type Phase = 'forward' | 'backward'
export type Grain = 'timeStep' | 'variable' | 'contribution'
export const grains: readonly Grain[] = ['timeStep', 'variable', 'contribution']

/** The finest step: one summand arrives at one node. */
export interface Contribution {
  readonly phase: Phase
  /** The node whose value or gradient it adds to. */
  readonly node: number
  /** The edges that act together; none where a sum is empty, or where ∂L/∂L = 1 starts the way back. */
  readonly edges: readonly number[]
}

/** A step: contributions `from` … `to` − 1. */
export interface Step {
  /** Says the same step in another graph: `forward h(2)`. */
  readonly key: string
  readonly phase: Phase
  /** The column in which it happens, 1 … τ. */
  readonly t: number
  readonly from: number
  readonly to: number
  /** The nodes that receive something, in order. */
  readonly nodes: readonly number[]
}

export interface Schedule {
  readonly contributions: readonly Contribution[]
  readonly steps: Readonly<Record<Grain, readonly Step[]>>
  /** By node id: how many contributions must be done before its value, its gradient is complete (Infinity: never). */
  readonly valueReady: Float64Array
  readonly gradientReady: Float64Array
}

export const createSchedule = (graph: Graph): Schedule => {
  const groups = [...forwardGroups(graph), ...backwardGroups(graph)]
  const contributions = groups.flatMap(({ contributions }) => contributions)
  const variable = toSteps(graph, groups)
  return {
    contributions,
    steps: {
      contribution: splitContributions(graph, contributions, variable),
      variable,
      timeStep: joinTimes(variable),
    },
    valueReady: readiness(graph, contributions, 'forward'),
    gradientReady: readiness(graph, contributions, 'backward'),
  }
}

/** Where the backward half begins, counted in steps of a grain. */
export const turnOf = (schedule: Schedule, grain: Grain): number => {
  const turn = schedule.steps[grain].findIndex(({ phase }) => phase === 'backward')
  return turn < 0 ? schedule.steps[grain].length : turn
}

/** What happens in one step of the grain `variable`. */
interface Group {
  readonly phase: Phase
  readonly t: number
  readonly contributions: readonly Contribution[]
}

/** Each computed node in topological order; its summands arrive from left to right. */
const forwardGroups = (graph: Graph): readonly Group[] =>
  graph.nodes
    .filter(({ kind }) => kind === 'computed')
    .map((node) => ({
      phase: 'forward',
      t: columnOf(graph, node),
      contributions: orEmptySum(
        summandsOf(operations[node.operation!].formula(node.inputs.length)).map((summand) =>
          leavesOf(summand).flatMap((leaf) =>
            leaf.kind === 'edge' ? [node.inputs[leaf.index]!] : [],
          ),
        ),
      ).map((edges) => ({ phase: 'forward', node: node.id, edges })),
    }))

/** A sum of nothing is computed too: it is 0 from one moment on. */
const orEmptySum = (summands: readonly (readonly number[])[]) =>
  summands.length > 0 ? summands : [[]]

/** The reverse: a node gathers what its consumers send; then it sends their shares to the parameters it was computed with. */
const backwardGroups = (graph: Graph): readonly Group[] =>
  graph.nodes.toReversed().flatMap((node): readonly Group[] => {
    if (!node.carries || node.kind === 'parameter') return []
    const t = columnOf(graph, node)
    const backward = (id: number, edges: readonly number[]) =>
      ({ phase: 'backward', node: id, edges }) as const
    const arriving = node.outputs.filter((id) => graph.edges[id]!.carries)
    const gathered = orEmptySum(arriving.map((id) => [id])).map((edges) => backward(node.id, edges))
    const shares = node.inputs
      .map((id) => graph.edges[id]!)
      .filter(({ from, carries }) => carries && graph.nodes[from]!.kind === 'parameter')
      .map(({ id, from }) => backward(from, [id]))
    return [gathered, shares]
      .filter((contributions) => contributions.length > 0)
      .map((contributions) => ({ phase: 'backward', t, contributions }))
  })

/** Totals belong to the last column, initial states to the first. */
const columnOf = ({ tau }: Graph, { t }: GraphNode): number => (t === null ? tau : Math.max(1, t))

const toSteps = (graph: Graph, groups: readonly Group[]): readonly Step[] => {
  let from = 0
  return groups.map(({ phase, t, contributions }) => {
    const nodes = [...new Set(contributions.map(({ node }) => node))]
    const names = nodes.map((id) => graph.nodes[id]!.key).join(' ')
    const isShare = graph.nodes[nodes[0]!]!.kind === 'parameter'
    const key = isShare ? `${phase} ${names} at ${t}` : `${phase} ${names}`
    return { key, phase, t, from, to: (from += contributions.length), nodes }
  })
}

const splitContributions = (
  graph: Graph,
  contributions: readonly Contribution[],
  variable: readonly Step[],
): readonly Step[] =>
  variable.flatMap((step) =>
    contributions.slice(step.from, step.to).map(({ node }, i) => ({
      ...step,
      key: `${step.key} / ${i} ${graph.nodes[node]!.key}`,
      from: step.from + i,
      to: step.from + i + 1,
      nodes: [node],
    })),
  )

const joinTimes = (variable: readonly Step[]): readonly Step[] => {
  const joined: Step[] = []
  for (const step of variable) {
    const last = joined.at(-1)
    if (last && last.phase === step.phase && last.t === step.t) {
      const nodes = [...new Set([...last.nodes, ...step.nodes])]
      joined[joined.length - 1] = { ...last, to: step.to, nodes }
    } else joined.push({ ...step, key: `${step.phase} t = ${step.t}` })
  }
  return joined
}

const readiness = (
  { nodes }: Graph,
  contributions: readonly Contribution[],
  phase: Phase,
): Float64Array => {
  const given = (kind: GraphNode['kind']) => phase === 'forward' && kind !== 'computed'
  const ready = Float64Array.from(nodes, ({ kind }) => (given(kind) ? 0 : Infinity))
  contributions.forEach((contribution, i) => {
    if (contribution.phase === phase) ready[contribution.node] = i + 1
  })
  return ready
}
