/** Columns: the vectors that make up a value or a gradient, as far as they have arrived. */
import {
  type Bound,
  evaluateBound,
  nodeOfLeaf,
  summandsOfGradient,
  summandsOfValue,
} from '../engine/explain'
import { leavesOf } from '../engine/expression'
import { shapeOf } from '../engine/memory'
import { type Trace, contributionOf, gradientOf, valueOf } from '../engine/run'
import type { GraphNode } from '../engine/unfold'
import type { Scales } from '../notation/scales'
import { texOf, texOfGradient, texOfNode } from '../notation/tex'
import { type Arrived, arrivedGradient, arrivedValue } from '../store/progress'
import { Formula } from './Formula'
import type { VectorColumn } from './VectorColumns'

/** The value, and what it is the sum of, or what it is a function of. */
export const toValueColumns = (
  trace: Trace,
  node: GraphNode,
  arrived: Arrived,
  scales: Scales,
  symbolOf: (node: GraphNode) => string | null,
): readonly VectorColumn[] => {
  const { graph } = trace
  const { cell } = graph
  const own = {
    ...toColumn(
      '',
      texOfNode(cell, node),
      arrivedValue(trace, node, arrived)!,
      scales.valueScale(node),
      widthOf(trace, node),
    ),
    symbol: symbolOf(node),
  }
  const summands = summandsOfValue(node).slice(0, arrived.count)
  if (node.kind !== 'computed') return [own]
  if (arrived.all > 1 && summands.length <= 12)
    return [
      own,
      ...summands.map((bound, i) =>
        toColumn(
          i === 0 ? '=' : '+',
          texOf(graph, bound),
          evaluateBound(trace, bound).data,
          scales.valueScale(node),
        ),
      ),
    ]
  return [own, ...operandColumns(trace, summands, scales, symbolOf)]
}

export const toGradientColumns = (
  trace: Trace,
  node: GraphNode,
  arrived: Arrived,
  scales: Scales,
  symbolOf: (node: GraphNode) => string | null,
  from: (name: string) => string,
): readonly VectorColumn[] => {
  const { graph } = trace
  const own = toColumn(
    '',
    texOfGradient(graph.cell, node),
    arrivedGradient(trace, node, arrived)!,
    scales.gradientScale(node),
    widthOf(trace, node),
  )
  if (node.kind === 'parameter') return [own]
  const arriving = summandsOfGradient(graph, node).slice(0, arrived.count)
  if (arrived.all > 1)
    return [
      own,
      ...arriving.map(({ edge, at }, i) => ({
        ...toColumn(
          i === 0 ? '=' : '+',
          '',
          contributionOf(trace, graph.edges[edge]!)!,
          scales.gradientScale(node),
        ),
        key: at.key,
        caption: from(at.key),
      })),
    ]
  return [own, ...operandColumns(trace, arriving, scales, symbolOf)]
}

/** The vectors that a formula reads. */
const operandColumns = (
  trace: Trace,
  bounds: readonly Bound[],
  scales: Scales,
  symbolOf: (node: GraphNode) => string | null,
): readonly VectorColumn[] => {
  const { graph } = trace
  const operands = bounds
    .flatMap(({ expression, at }) =>
      leavesOf(expression).map((leaf) => nodeOfLeaf(graph, at, leaf)),
    )
    .filter(({ node }) => node.of.dimensions.length < 2)
  return operands.map(({ node, isGradient }, i) => {
    const sign = i === 0 ? '←' : ','
    return isGradient
      ? toColumn(
          sign,
          texOfGradient(graph.cell, node),
          gradientOf(trace, node)!,
          scales.gradientScale(node),
        )
      : {
          ...toColumn(
            sign,
            texOfNode(graph.cell, node),
            valueOf(trace, node),
            scales.valueScale(node),
          ),
          symbol: symbolOf(node),
        }
  })
}

const widthOf = (trace: Trace, node: GraphNode): number => shapeOf(trace.architecture, node)[1] ?? 1

const toColumn = (
  sign: string,
  tex: string,
  numbers: Float64Array,
  scale: VectorColumn['scale'],
  width = 1,
): VectorColumn => ({
  key: `${sign}${tex}`,
  sign,
  caption: <Formula tex={tex} />,
  numbers,
  width,
  scale,
  symbol: null,
})
