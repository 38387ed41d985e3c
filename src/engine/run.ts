/** Run: (graph, parameters, sequence) → trace: one forward and one backward pass, everything kept. */
import type { Cell, GivenKind } from './cells/cell'
import { rnn } from './cells/rnn'
import { type Memory, createMemory, requireRoom, shapeOf } from './memory'
import { type Architecture, type Network, type SequenceInput, targetAt } from './network'
import { type Call, type Operation, type Series, type Slab, type Vjp, vjpAt } from './operation'
import { operations } from './operations'
import type { Tensor } from './tensor'
import { type Graph, type GraphEdge, type GraphNode, unfold } from './unfold'

export interface Trace {
  readonly graph: Graph
  readonly architecture: Architecture
  readonly memory: Memory
  readonly values: Slab
  readonly gradients: Slab
  /** Edges whose contributions were left out on the way back: then its gradients are not those of the loss. */
  readonly cuts: ReadonlySet<number>
}

/** What has been worked out about a graph once, for any parameters and sequence of the same sizes. */
export interface Runner {
  readonly graph: Graph
  readonly architecture: Architecture
  readonly memory: Memory
  readonly cuts: ReadonlySet<number>
  readonly given: readonly Given[]
  readonly forward: readonly Instruction[]
  readonly backward: readonly Contribution[]
  readonly shared: readonly SharedContribution[]
  /** Room for one contribution. A run that allocates nothing but its trace takes a tenth less time when small. */
  readonly scratch: Slab
}

/** Numbers that come from outside, and where they go. */
interface Given {
  readonly kind: 'parameter' | 'initial' | GivenKind
  readonly name: string
  readonly at: number
  readonly t: number
  /** Is a class written as a vector with a single 1? */
  readonly isOneHot: boolean
}

interface Instruction {
  readonly node: number
  readonly operation: Operation
  readonly call: Call
}

interface Contribution {
  readonly contribute: Vjp['contribute']
  readonly call: Call
  readonly index: number
  readonly at: number
  readonly size: number
  /** The first contribution to a gradient is written in place, later ones are added to it. */
  readonly isFirst: boolean
}

interface SharedContribution {
  readonly vjp: Vjp
  readonly series: Series
  readonly index: number
  readonly at: number
}

/** One for each kind, whatever its sizes: what is derived of a cell outlasts an edit. */
const cells = new Map<string, Cell>()

/** The cell that an architecture names. */
export const cellOf = (architecture: Architecture): Cell => {
  const { activation, recurrence, readout, feedback } = architecture
  const kind = [activation, recurrence, readout, feedback].join(' ')
  let cell = cells.get(kind)
  if (!cell) cells.set(kind, (cell = rnn({ activation, recurrence, readout, feedback })))
  return cell
}

export const graphOf = (network: Network): Graph => {
  const { sequence } = network
  const tau = sequence.inputs.length
  const cell = cellOf(network.architecture)
  requireRoom(cell, network.architecture, tau)
  return unfold(cell, tau, (t) => targetAt(sequence, t) !== null)
}

const noCuts: ReadonlySet<number> = new Set()

/** `cuts`: edges on which no gradient is to come back, to see what it would be without them. */
export const createRunner = (graph: Graph, architecture: Architecture, cuts = noCuts): Runner => {
  const comesBack = ({ id, carries }: GraphEdge) => carries && !cuts.has(id)
  const memory = createMemory(graph, architecture)
  const calls = graph.nodes.map((node) => toCall(graph, memory, node))
  const computed = graph.nodes.filter(({ kind }) => kind === 'computed')
  const backward = graph.nodes
    .filter(({ kind, carries }) => carries && kind !== 'parameter')
    .toReversed()
    .flatMap((node) => toContributions(graph, memory, calls, node, comesBack))
  return {
    graph,
    architecture,
    memory,
    cuts,
    given: graph.nodes
      .filter(({ kind }) => kind !== 'computed')
      .map((node) => toGiven(node, memory)),
    forward: computed.map((node) => {
      const operation = operations[node.operation!]
      operation.shape(node.inputs.map((id) => shapeOf(architecture, source(graph, id))))
      return { node: node.id, operation, call: calls[node.id]! }
    }),
    backward,
    shared: graph.nodes
      .filter(({ kind }) => kind === 'parameter')
      .flatMap((node) => toSharedContributions(graph, memory, calls, node, comesBack)),
    scratch: new Float64Array(backward.reduce((most, { size }) => Math.max(most, size), 0)),
  }
}

const toGiven = ({ id, of, t, kind }: GraphNode, { address }: Memory): Given => {
  const source = 'source' in of && of.source.kind !== 'computed' ? of.source.kind : 'inputs'
  return {
    kind: kind === 'parameter' ? kind : t === 0 ? 'initial' : source,
    name: of.name,
    at: address[id]!,
    t: t ?? 0,
    isOneHot: of.dimensions.length > 0,
  }
}

/** Both passes. Throws nothing: what overflows is kept as it comes out (Infinity, NaN). */
export const run = (runner: Runner, network: Network): Trace => {
  const { graph, architecture, memory, cuts } = runner
  // Both slabs in one buffer: asking for memory is what a short run takes longest for.
  const buffer = new ArrayBuffer(8 * (memory.values + memory.gradients))
  const values = new Float64Array(buffer, 0, memory.values)
  const gradients = new Float64Array(buffer, 8 * memory.values)
  fillGiven(runner, network, values)
  forward(runner, values)
  backward(runner, values, gradients)
  return { graph, architecture, memory, values, gradients, cuts }
}

/** Parameters, initial state, inputs and targets: what is given, not computed. */
export const fillGiven = ({ given, graph }: Runner, network: Network, values: Slab): void => {
  const { parameters, initialState, sequence } = network
  for (let i = 0; i < given.length; i++) {
    const { kind, name, at, t, isOneHot } = given[i]!
    if (kind === 'parameter') values.set(parameters[name]!.data, at)
    else if (kind === 'inputs') fillInput(sequence.inputs[t - 1]!, values, at)
    else if (kind === 'targets') fillTarget(targetAt(sequence, t), isOneHot, values, at)
    else if (kind === 'draws') values[at] = sequence.draws?.[t - 1] ?? 0
    else if (kind === 'ends') values[at] = t === graph.tau ? 1 : 0
    else if (kind === 'remaining') values[at] = graph.tau - t
    else if (initialState) values.set(initialState, at)
  }
}

const fillInput = (input: SequenceInput, values: Slab, at: number): void => {
  if (typeof input === 'number') values[at + input] = 1
  else for (let i = 0; i < input.length; i++) values[at + i] = input[i]!
}

/** No target is a zero vector. */
const fillTarget = (target: number | null, isOneHot: boolean, values: Slab, at: number): void => {
  if (target === null) return
  if (isOneHot) values[at + target] = 1
  else values[at] = target
}

export const forward = ({ forward: instructions }: Runner, values: Slab): void => {
  for (let i = 0; i < instructions.length; i++) {
    const { operation, call } = instructions[i]!
    operation.forward(values, call)
  }
}

/** ∇z = Σ over z's consumers q of (∂q/∂z)ᵀ ∇q, from the objective back to the first step. */
const backward = (runner: Runner, values: Slab, gradients: Slab): void => {
  const { graph, memory, backward: contributions, shared, scratch } = runner
  gradients[memory.address[objectiveOf(graph).id]!] = 1
  for (let i = 0; i < contributions.length; i++) {
    const { contribute, call, index, at, size, isFirst } = contributions[i]!
    if (isFirst) contribute(values, gradients, call, index, gradients, at)
    else {
      contribute(values, gradients, call, index, scratch, 0)
      for (let j = 0; j < size; j++) gradients[at + j]! += scratch[j]!
    }
  }
  for (const { vjp, series, index, at } of shared)
    vjp.addOverTime!(values, gradients, series, index, gradients, at)
}

export const objectiveOf = (graph: Graph): GraphNode =>
  graph.nodes.findLast(({ of }) => of.name === graph.cell.objective)!

export const valueOf = (trace: Trace, { id }: GraphNode): Float64Array => {
  const at = trace.memory.address[id]!
  return trace.values.subarray(at, at + trace.memory.size[id]!)
}

/** ∂L/∂z, shaped as z; null where z carries no gradient. */
export const gradientOf = (trace: Trace, { id, carries }: GraphNode): Float64Array | null => {
  if (!carries) return null
  const at = trace.memory.address[id]!
  return trace.gradients.subarray(at, at + trace.memory.size[id]!)
}

/** What one edge adds to the gradient of the node it leaves; computed when looked at. Null where it carries none. */
export const contributionOf = (trace: Trace, edge: GraphEdge): Float64Array | null => {
  if (!edge.carries) return null
  const { graph, memory, values, gradients } = trace
  const consumer = graph.nodes[edge.to]!
  const vjp = vjpAt(operations[consumer.operation!], edge.index) as Vjp
  const into = new Float64Array(memory.size[edge.from]!)
  vjp.contribute(values, gradients, toCall(graph, memory, consumer), edge.index, into, 0)
  return into
}

export const tensorOf = (trace: Trace, node: GraphNode): Tensor => ({
  shape: shapeOf(trace.architecture, node),
  data: valueOf(trace, node),
})

const source = (graph: Graph, edgeId: number): GraphNode => graph.nodes[graph.edges[edgeId]!.from]!

export const toCall = (graph: Graph, { address, size }: Memory, node: GraphNode): Call => {
  const sources = node.inputs.map((id) => graph.edges[id]!.from)
  return {
    out: address[node.id]!,
    size: size[node.id]!,
    inputs: Int32Array.from(sources, (id) => address[id]!),
    sizes: Int32Array.from(sources, (id) => size[id]!),
  }
}

const toContributions = (
  graph: Graph,
  memory: Memory,
  calls: readonly Call[],
  node: GraphNode,
  comesBack: (edge: GraphEdge) => boolean,
): readonly Contribution[] =>
  node.outputs
    .map((id) => graph.edges[id]!)
    .filter(comesBack)
    .map(({ to, index }, k) => ({
      contribute: (vjpAt(operations[graph.nodes[to]!.operation!], index) as Vjp).contribute,
      call: calls[to]!,
      index,
      at: memory.address[node.id]!,
      size: memory.size[node.id]!,
      isFirst: k === 0,
    }))

/** The uses of a parameter, joined into runs of neighbouring times of one variable. */
const toSharedContributions = (
  graph: Graph,
  memory: Memory,
  calls: readonly Call[],
  node: GraphNode,
  comesBack: (edge: GraphEdge) => boolean,
): readonly SharedContribution[] => {
  const uses = node.outputs.map((id) => graph.edges[id]!).filter(comesBack)
  const runs: GraphEdge[][] = []
  for (const use of uses) {
    const previous = runs.at(-1)?.at(-1)
    if (previous && follows(graph, use, previous)) runs.at(-1)!.push(use)
    else runs.push([use])
  }
  return runs.map((uses) => {
    const [last, before] = [calls[uses[0]!.to]!, calls[(uses[1] ?? uses[0]!).to]!]
    const { to, index } = uses[0]!
    return {
      vjp: vjpAt(operations[graph.nodes[to]!.operation!], index) as Vjp,
      series: {
        last,
        count: uses.length,
        outStride: last.out - before.out,
        inputStrides: last.inputs.map((at, i) => at - before.inputs[i]!),
      },
      index,
      at: memory.address[node.id]!,
    }
  })
}

/** Is `use` the same use one step before `previous`? */
const follows = (graph: Graph, use: GraphEdge, previous: GraphEdge): boolean => {
  const [node, next] = [graph.nodes[use.to]!, graph.nodes[previous.to]!]
  return node.of === next.of && use.index === previous.index && node.t! + 1 === next.t!
}
