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
  /** The column in which it happens, 1 … τ; null: in all of them at once. */
  readonly t: number | null
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

/** From step to step; or all steps side by side, where none needs another. */
export type Order = 'byTime' | 'atOnce'
export const orders: readonly Order[] = ['byTime', 'atOnce']

/** Can every step be computed without another one? Then `atOnce` is a possible order. */
export const isDecoupled = ({ nodes, edges }: Graph): boolean =>
  edges.every(({ from, to }) => {
    const [source, target] = [nodes[from]!, nodes[to]!]
    return source.kind !== 'computed' || target.t === null || source.t === target.t
  })

/** `atOnce` where that is possible; else one step after another. */
export const createSchedule = (graph: Graph, order: Order = 'byTime'): Schedule => {
  const byTime = [...forwardGroups(graph), ...backwardGroups(graph)]
  const isTogether = order === 'atOnce' && isDecoupled(graph)
  const groups = isTogether ? joinColumns(graph, byTime) : byTime
  const contributions = groups.flatMap(({ parts }) => parts.flat())
  const variable = toSteps(graph, groups)
  return {
    contributions,
    steps: {
      contribution: splitContributions(graph, groups, variable),
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
  readonly t: number | null
  /** What arrives at one moment, moment by moment. */
  readonly parts: readonly (readonly Contribution[])[]
}

/** Each computed node in topological order; its summands arrive from left to right. */
const forwardGroups = (graph: Graph): readonly Group[] =>
  graph.nodes
    .filter(({ kind }) => kind === 'computed')
    .map((node) => ({
      phase: 'forward',
      t: columnOf(graph, node),
      parts: orEmptySum(
        summandsOf(operations[node.operation!].formula(node.inputs.length)).map((summand) =>
          leavesOf(summand).flatMap((leaf) =>
            leaf.kind === 'edge' ? [node.inputs[leaf.index]!] : [],
          ),
        ),
      ).map((edges) => [{ phase: 'forward', node: node.id, edges }]),
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
      .map((contributions) => ({ phase: 'backward', t, parts: contributions.map((one) => [one]) }))
  })

/** Groups that are the same but for their time become one, which stands behind all that it needs. */
const joinColumns = (graph: Graph, groups: readonly Group[]): readonly Group[] => {
  const depths = depthsOf(graph)
  const joined = new Map<string, { readonly groups: Group[]; readonly depth: number }>()
  for (const group of groups) {
    const { node: id, edges } = group.parts[0]![0]!
    const node = graph.nodes[id]!
    // A share is told apart by what it is the share of, and follows it.
    const user = node.kind === 'parameter' ? graph.nodes[graph.edges[edges[0]!]!.to]! : null
    const key = `${group.phase} ${familyOf(node)} ${user?.of.name}`
    const depth =
      group.phase === 'forward'
        ? depths.forward.get(familyOf(node))!
        : graph.nodes.length + depths.backward.get(familyOf(user ?? node))! + (user ? 0.5 : 0)
    const same = joined.get(key)
    if (same) same.groups.push(group)
    else joined.set(key, { groups: [group], depth })
  }
  return [...joined.values()]
    .toSorted((a, b) => a.depth - b.depth)
    .map(({ groups: same }) => ({
      phase: same[0]!.phase,
      t: null,
      parts: Array.from({ length: most(same.map(({ parts }) => parts.length)) }, (_, k) =>
        same.flatMap(({ parts }) => parts[k] ?? []),
      ),
    }))
}

/** One after the other: there may be more than a call takes arguments. */
const most = (numbers: readonly number[]): number =>
  numbers.reduce((largest, n) => Math.max(largest, n), 0)

/** A variable at all its times; what stands before the first step is a family of its own. */
const familyOf = ({ of, t }: GraphNode): string => (t === 0 ? `${of.name} at the start` : of.name)

/** By family: the longest way to it from what is given, and back to it from the objective. */
const depthsOf = ({ nodes, edges }: Graph) => {
  const forward = new Map(nodes.map((node) => [familyOf(node), 0]))
  const backward = new Map(forward)
  const raise = (depths: Map<string, number>, of: GraphNode, above: GraphNode): boolean => {
    const depth = depths.get(familyOf(above))! + 1
    if (depths.get(familyOf(of))! >= depth) return false
    depths.set(familyOf(of), depth)
    return true
  }
  // As often as a way is long: a family's depth is known once those of all its members are.
  for (let isRising = true; isRising;) {
    isRising = false
    for (const { from, to, carries } of edges) {
      const [source, target] = [nodes[from]!, nodes[to]!]
      if (source.kind === 'computed' && raise(forward, target, source)) isRising = true
      if (carries && raise(backward, source, target)) isRising = true
    }
  }
  return { forward, backward }
}

/** Totals belong to the last column, initial states to the first. */
const columnOf = ({ tau }: Graph, { t }: GraphNode): number => (t === null ? tau : Math.max(1, t))

const toSteps = (graph: Graph, groups: readonly Group[]): readonly Step[] => {
  let from = 0
  return groups.map(({ phase, t, parts }) => {
    const contributions = parts.flat()
    const nodes = [...new Set(contributions.map(({ node }) => node))]
    const names = nodes.map((id) => graph.nodes[id]!.key).join(' ')
    const isShare = graph.nodes[nodes[0]!]!.kind === 'parameter'
    const key = isShare ? `${phase} ${names} at ${t ?? 'all'}` : `${phase} ${names}`
    return { key, phase, t, from, to: (from += contributions.length), nodes }
  })
}

const splitContributions = (
  graph: Graph,
  groups: readonly Group[],
  variable: readonly Step[],
): readonly Step[] =>
  variable.flatMap((step, k) => {
    let from = step.from
    return groups[k]!.parts.map((part, i) => {
      const nodes = [...new Set(part.map(({ node }) => node))]
      const names = nodes.map((id) => graph.nodes[id]!.key).join(' ')
      const key = `${step.key} / ${i} ${names}`
      return { ...step, key, from, to: (from += part.length), nodes }
    })
  })

const joinTimes = (variable: readonly Step[]): readonly Step[] => {
  const joined: Step[] = []
  for (const step of variable) {
    const last = joined.at(-1)
    if (last && last.phase === step.phase && last.t === step.t) {
      const nodes = [...new Set([...last.nodes, ...step.nodes])]
      joined[joined.length - 1] = { ...last, to: step.to, nodes }
    } else joined.push({ ...step, key: `${step.phase} t = ${step.t ?? 'all'}` })
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
