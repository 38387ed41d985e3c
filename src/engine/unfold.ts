/** Unfold: a cell and a length → the graph, with a node for each variable at each time and an edge for each use. */
import type { Cell, Parameter, Variable } from './cells/cell'
import { type Absence, vjpAt } from './operation'
import { type OperationName, operations } from './operations'

export interface GraphNode {
  /** Place in `nodes`: every edge leads from a smaller id to a larger one. */
  readonly id: number
  /** `h(3)`, `L`, `W`: stable when the graph changes. */
  readonly key: string
  readonly of: Variable | Parameter
  /** 0 for an initial state; null for parameters and totals. */
  readonly t: number | null
  readonly kind: 'parameter' | 'given' | 'computed'
  readonly operation: OperationName | null
  /** Edges in, in the order of the operation's slots. */
  readonly inputs: readonly number[]
  /** Edges out, the latest consumer first: the order in which gradients come back. */
  readonly outputs: readonly number[]
  /** Does the objective depend on it in a differentiable way? */
  readonly carries: boolean
}

export interface GraphEdge {
  readonly id: number
  readonly from: number
  readonly to: number
  /** Which of the consumer's edges this is. */
  readonly index: number
  /** Does a gradient flow back along it? */
  readonly carries: boolean
}

export interface Graph {
  readonly cell: Cell
  readonly tau: number
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly byKey: ReadonlyMap<string, GraphNode>
}

/** The node called `name` at time t (null: the parameter or the total), if there is one. */
export const nodeAt = (graph: Graph, symbol: string, t: number | null): GraphNode | undefined =>
  graph.byKey.get(t === null ? symbol : `${symbol}(${t})`)

/** τ ≥ 1. A variable that needs a target is left out at steps for which `hasTarget` is false. */
export const unfold = (cell: Cell, tau: number, hasTarget: (t: number) => boolean): Graph => {
  const nodes: Building[] = []
  const edges: GraphEdge[] = []
  const places = new Map<string, Building>()
  const carrying = carryingNames(cell)

  const add = (of: Variable | Parameter, t: number | null, kind: GraphNode['kind']) => {
    const symbol = 'symbol' in of ? of.symbol : of.name
    const operation = 'source' in of && of.source.kind === 'computed' ? of.source.operation : null
    const node: Building = {
      id: nodes.length,
      key: t === null ? symbol : `${symbol}(${t})`,
      of,
      t,
      kind,
      operation: kind === 'computed' ? operation : null,
      inputs: [],
      outputs: [],
      carries: carrying.has(of.name) && (t === 0 || !endsGradient(of)),
    }
    nodes.push(node)
    places.set(placeOf(of.name, t), node)
    return node
  }

  const join = (from: Building, to: Building) => {
    const index = to.inputs.length
    const differentiable = !isAbsence(vjpAt(operations[to.operation!], index))
    const carries = from.carries && to.carries && differentiable
    const edge: GraphEdge = { id: edges.length, from: from.id, to: to.id, index, carries }
    edges.push(edge)
    to.inputs.push(edge.id)
    from.outputs.push(edge.id)
  }

  const compute = (variable: Variable, t: number | null) => {
    if (variable.source.kind !== 'computed') return add(variable, t, 'given')
    const node = add(variable, t, 'computed')
    for (const { from, delay } of variable.source.inputs) {
      const times = delay === 'every' ? range(1, tau) : [t === null ? null : t - delay]
      for (const time of times) {
        const source = places.get(placeOf(from, null)) ?? places.get(placeOf(from, time))
        if (source) join(source, node)
      }
    }
    return node
  }

  for (const parameter of cell.parameters) add(parameter, null, 'parameter')
  for (const variable of cell.variables) if (variable.times === 'initial') add(variable, 0, 'given')
  const order = byDependence(cell)
  for (const t of range(1, tau))
    for (const variable of order)
      if (existsAt(variable, t, tau) && (!variable.needsTarget || hasTarget(t)))
        compute(variable, t)
  for (const variable of order) if (variable.times === 'total') compute(variable, null)

  for (const { outputs } of nodes) outputs.reverse()
  return { cell, tau, nodes, edges, byKey: new Map(nodes.map((node) => [node.key, node])) }
}

const existsAt = ({ times }: Variable, t: number, tau: number): boolean =>
  times !== 'total' && (times !== 'last' || t === tau)

interface Building extends GraphNode {
  readonly inputs: number[]
  readonly outputs: number[]
}

const placeOf = (name: string, t: number | null) => (t === null ? name : `${name}@${t}`)

export const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

/** Variables so ordered that each comes after those of the same step that it is computed from. */
const byDependence = (cell: Cell): readonly Variable[] => {
  const order: Variable[] = []
  const visit = (variable: Variable) => {
    if (order.includes(variable)) return
    if (variable.source.kind === 'computed')
      for (const { from, delay } of variable.source.inputs) {
        const source = cell.variables.find(({ name }) => name === from)
        if (source && delay !== 1) visit(source)
      }
    order.push(variable)
  }
  cell.variables.forEach(visit)
  return order
}

/** Does a gradient that comes here end here, since no parameter lies behind it? An input's is of use all the same: it says what the input does. */
const endsGradient = (of: Variable | Parameter): boolean => {
  if (!('source' in of)) return false
  const { source } = of
  if (source.kind !== 'computed') return source.kind !== 'inputs'
  return (
    source.inputs.length > 0 &&
    source.inputs.every((_, index) => isAbsence(vjpAt(operations[source.operation], index)))
  )
}

const isAbsence = (vjp: ReturnType<typeof vjpAt>): vjp is Absence => typeof vjp === 'string'

/** Why no gradient flows back along an edge; null where one does, or where none would arrive at its other end. */
export const absenceOf = (
  { nodes }: Graph,
  { from, to, index, carries }: GraphEdge,
): Absence | null => {
  if (carries) return null
  const vjp = vjpAt(operations[nodes[to]!.operation!], index)
  if (isAbsence(vjp)) return vjp
  const { of } = nodes[from]!
  if (!nodes[to]!.carries || !endsGradient(of)) return null
  const source = 'source' in of ? of.source : null
  if (source?.kind !== 'computed') return 'constant'
  return vjpAt(operations[source.operation], 0) as Absence
}

/** Why no gradient comes to a node that is used; null where one does, or where nothing that is used hangs on it. */
export const whyNoGradient = (graph: Graph, node: GraphNode): Absence | null =>
  node.carries
    ? null
    : node.outputs.reduce<Absence | null>(
        (found, id) => found ?? absenceOf(graph, graph.edges[id]!),
        null,
      )

/** Names of the variables and parameters from which the objective can be reached along differentiable edges. */
const carryingNames = (cell: Cell): ReadonlySet<string> => {
  const reached = new Set<string>()
  const visit = (name: string) => {
    if (reached.has(name)) return
    reached.add(name)
    const source = cell.variables.find((variable) => variable.name === name)?.source
    if (source?.kind !== 'computed') return
    source.inputs.forEach(({ from }, index) => {
      if (!isAbsence(vjpAt(operations[source.operation], index))) visit(from)
    })
  }
  visit(cell.objective)
  return reached
}
