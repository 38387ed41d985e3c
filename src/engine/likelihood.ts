/** Likelihood: −L as a sum of the logarithms of conditional probabilities, one for each step with a target (10.15–10.16). */
import { type Trace, objectiveOf, valueOf } from './run'
import type { Graph, GraphNode } from './unfold'

/** log p(y(t) | …), which is −L(t). */
export interface Factor {
  readonly t: number
  readonly target: GraphNode
  readonly log: number
}

export interface Likelihood {
  /** The first step first. */
  readonly factors: readonly Factor[]
  /** −L. */
  readonly log: number
}

const hasRole =
  (role: string) =>
  ({ of }: GraphNode): boolean =>
    'role' in of && of.role === role

const isInput = hasRole('input')

export const likelihoodOf = (trace: Trace): Likelihood => {
  const { graph } = trace
  const objective = objectiveOf(graph)
  const losses = objective.inputs.map((edge) => sourceOf(graph, edge))
  return {
    factors: losses.map((loss) => ({
      t: loss.t!,
      target: loss.inputs.map((edge) => sourceOf(graph, edge)).find(hasRole('target'))!,
      // A loss of 0 is the logarithm 0, not −0.
      log: 0 - valueOf(trace, loss)[0]!,
    })),
    log: 0 - valueOf(trace, objective)[0]!,
  }
}

/** What the chain rule conditions a factor on: every y before it, and all of x; in the order of time. */
export const chainConditions = (
  { nodes }: Graph,
  factors: readonly Factor[],
  { t }: Pick<Factor, 't'>,
): readonly GraphNode[] => [
  ...factors.filter((factor) => factor.t < t).map(({ target }) => target),
  ...nodes.filter(isInput),
]

/** What the network makes a prediction from, told by its edges: what comes back from the step before, then what it reads, in the order of time. */
export const conditionsOf = (graph: Graph, { target, t }: Factor): readonly GraphNode[] => {
  const loss = graph.nodes.find((node) => node.t === t && hasRole('stepLoss')(node))!
  const found = new Set<GraphNode>()
  const visit = (node: GraphNode): void => {
    if (node === target || node.t === 0 || node.kind === 'parameter' || found.has(node)) return
    found.add(node)
    // What is chosen is one symbol: nothing else of what it was chosen from goes on.
    if (!hasRole('fedBack')(node))
      for (const edge of node.inputs) waiting.push(sourceOf(graph, edge))
  }
  const waiting = [loss]
  for (let next = waiting.pop(); next; next = waiting.pop()) visit(next)
  return [...found]
    .filter((node) => node.kind === 'given' || hasRole('fedBack')(node))
    .toSorted((a, b) => Number(isInput(a)) - Number(isInput(b)) || a.t! - b.t!)
}

const sourceOf = (graph: Graph, edge: number): GraphNode => graph.nodes[graph.edges[edge]!.from]!
