/** Trace: everything that one forward and one backward pass computed → a trace file, its keys as the graph names them. */
import type { Role } from '../engine/cells/cell'
import { shapeOf } from '../engine/memory'
import type { Network } from '../engine/network'
import { type Trace, gradientOf, objectiveOf, tensorOf } from '../engine/run'
import { type GraphNode, nodeAt, range } from '../engine/unfold'
import { type Json, formatJson } from './json'
import { tensorToJson, toNetworkFile } from './network'

/** `trace` is a run of `network`. A number that is not finite becomes null. */
export const formatTrace = (network: Network, trace: Trace): string => {
  const { graph } = trace
  const given = graph.nodes.filter(({ kind, t }) => kind === 'parameter' || t === 0)
  return formatJson({
    format: 'unfold-trace',
    version: 1,
    network: toNetworkFile(network),
    loss: toValue(trace, objectiveOf(graph)),
    steps: range(1, graph.tau).map((t) => toStep(trace, t)),
    gradients: toGradients(trace, given),
  })
}

/** Targets are the sequence's, and stand there; what is fed back follows from o or from them. */
const withoutValue: readonly Role[] = ['target', 'draw', 'fedBack']

/** The format keeps a gradient of what leads to o and of o itself; that of a step's loss is always 1. */
const withoutGradient: readonly Role[] = [
  ...(['probabilities', 'target', 'draw', 'fedBack', 'stepLoss'] as const),
]

const toStep = (trace: Trace, t: number): Json => {
  const variables = trace.graph.cell.variables.filter(({ times }) => times !== 'total')
  const nodes = variables.flatMap(({ symbol }) => nodeAt(trace.graph, symbol, t) ?? [])
  const shown = nodes.filter((node) => !withoutValue.includes(roleOf(node)!))
  return {
    t,
    ...Object.fromEntries(shown.map((node) => [keyOf(node), toValue(trace, node)])),
    gradients: toGradients(
      trace,
      nodes.filter((node) => !withoutGradient.includes(roleOf(node)!)),
    ),
  }
}

const toValue = (trace: Trace, node: GraphNode): Json => tensorToJson(tensorOf(trace, node))

const toGradients = (trace: Trace, nodes: readonly GraphNode[]): Json =>
  Object.fromEntries(
    nodes.flatMap((node) => {
      const data = gradientOf(trace, node)
      const shape = shapeOf(trace.architecture, node)
      return data ? [[keyOf(node), tensorToJson({ shape, data })] as const] : []
    }),
  )

const keyOf = (node: GraphNode): string => {
  if (node.t === 0) return 'initialState'
  return roleOf(node) === 'stepLoss' ? 'loss' : node.of.name
}

/** Parameters have none. */
const roleOf = ({ of }: GraphNode): Role | null => ('role' in of ? of.role : null)
