/** Explain: the formula of a value, or of an edge's contribution, with its leaves bound to nodes of the graph. */
import { type Environment, type Expression, type Leaf, evaluate, summandsOf } from './expression'
import { type Vjp, vjpAt } from './operation'
import { operations } from './operations'
import { type Trace, gradientOf, tensorOf } from './run'
import { type Tensor, toTensor } from './tensor'
import type { Graph, GraphNode } from './unfold'
import { shapeOf } from './memory'

/** A formula and the node that applies it: its leaves are that node's edges, value and gradient. */
export interface Bound {
  readonly expression: Expression
  readonly at: GraphNode
}

/** How a computed node's value is made; null for what is given. */
export const formulaOf = (node: GraphNode): Bound | null =>
  node.operation && { expression: operations[node.operation].formula(node.inputs.length), at: node }

/** The summands of a node's value, in the order in which they arrive. */
export const summandsOfValue = (node: GraphNode): readonly Bound[] => {
  const formula = formulaOf(node)
  return formula
    ? summandsOf(formula.expression).map((expression) => ({ expression, at: node }))
    : []
}

/** What each edge sends back to a node, in the order in which it arrives. */
export const summandsOfGradient = (
  graph: Graph,
  node: GraphNode,
): readonly (Bound & { edge: number })[] =>
  node.outputs
    .map((id) => graph.edges[id]!)
    .filter(({ carries }) => carries)
    .map(({ id, to, index }) => ({ ...boundVjp(graph.nodes[to]!, index), edge: id }))

/** What a node sends back along its edge `index`, which carries a gradient. */
export const boundVjp = (at: GraphNode, index: number): Bound => {
  const vjp = vjpAt(operations[at.operation!], index) as Vjp
  return { expression: vjp.formula(at.inputs.length, index), at }
}

/** The node that a leaf stands for, and whether its gradient is meant. */
export const nodeOfLeaf = (
  graph: Graph,
  at: GraphNode,
  leaf: Leaf,
): { readonly node: GraphNode; readonly isGradient: boolean } =>
  leaf.kind === 'edge'
    ? { node: graph.nodes[graph.edges[at.inputs[leaf.index]!]!.from]!, isGradient: false }
    : { node: at, isGradient: leaf.kind === 'gradient' }

/** The number that a bound formula gives in a run. */
export const evaluateBound = (trace: Trace, { expression, at }: Bound): Tensor => {
  const environment: Environment = (leaf) => {
    const { node, isGradient } = nodeOfLeaf(trace.graph, at, leaf)
    return isGradient
      ? toTensor(shapeOf(trace.architecture, node), gradientOf(trace, node)!)
      : tensorOf(trace, node)
  }
  return evaluate(expression, environment)
}
