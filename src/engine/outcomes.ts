/** Outcomes: what each step of a run reads of the step before, predicts and pays; and where two runs of one network part. */
import type { Role } from './cells/cell'
import { type Trace, valueOf } from './run'
import type { Graph, GraphNode } from './unfold'

export interface Outcome {
  readonly t: number
  /** What it reads of the step before. */
  readonly read: GraphNode
  /** ŷ(t); null where this step puts nothing out. */
  readonly prediction: GraphNode | null
  /** The symbol that is chosen to be fed back; null where what is fed back is not chosen. */
  readonly chosen: GraphNode | null
  /** L(t); null where the step has no target. */
  readonly loss: GraphNode | null
}

/** Steps 1 … τ. */
export const outcomesOf = (graph: Graph): readonly Outcome[] => {
  const reads = new Map<number, GraphNode>()
  for (const { from, to } of graph.edges) {
    const [source, target] = [graph.nodes[from]!, graph.nodes[to]!]
    if (source.t !== null && target.t === source.t + 1) reads.set(target.t, source)
  }
  const [predictions, chosen, losses] = (['probabilities', 'fedBack', 'stepLoss'] as const).map(
    (role) => byTime(graph, role),
  ) as [Places, Places, Places]
  return [...reads].map(([t, read]) => ({
    ...{ t, read, prediction: predictions.get(t) ?? null },
    ...{ chosen: chosen.get(t) ?? null, loss: losses.get(t) ?? null },
  }))
}

type Places = ReadonlyMap<number, GraphNode>

const byTime = ({ nodes }: Graph, role: Role): Places =>
  new Map(
    nodes.flatMap((node) => ('role' in node.of && node.of.role === role ? [[node.t!, node]] : [])),
  )

/** The class that is chosen at a step, else the most likely one, the smallest where several are; null where nothing is put out. */
export const saidAt = (trace: Trace, { chosen, prediction }: Outcome): number | null => {
  const node = chosen ?? prediction
  if (!node) return null
  const values = valueOf(trace, node)
  return values.reduce((best, value, i) => (value > values[best]! ? i : best), 0)
}

/** The steps at which two runs read something else of the step before. */
export const partingsOf = (
  [first, second]: readonly [Trace, Trace],
  [these, those]: readonly [readonly Outcome[], readonly Outcome[]],
): readonly number[] =>
  these
    .filter(({ read }, i) => {
      const [a, b] = [valueOf(first, read), valueOf(second, those[i]!.read)]
      return a.some((value, j) => value !== b[j])
    })
    .map(({ t }) => t)
