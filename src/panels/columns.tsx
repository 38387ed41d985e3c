/** Columns: the vectors that make up a value or a gradient, as far as they have arrived. */
import type { ReactNode } from 'react'
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
import { type Arrived, arrivedGradient, arrivedValue } from '../store/progress'
import { MathName } from './MathName'
import type { VectorColumn } from './VectorColumns'

/** The value, and what it is the sum of, or what it is a function of. */
export const toValueColumns = (
  trace: Trace,
  node: GraphNode,
  arrived: Arrived,
  scales: Scales,
  symbolOf: (node: GraphNode) => string | null,
): readonly VectorColumn[] => {
  const scale = scales.valueScale(node)
  const own = {
    ...toColumn('', nameOf(trace, node), arrivedValue(trace, node, arrived)!, scale),
    width: widthOf(trace, node),
    symbol: symbolOf(node),
  }
  const summands = summandsOfValue(node).slice(0, arrived.count)
  if (node.kind !== 'computed') return [own]
  if (arrived.all === 1 || summands.length > mostSummands)
    return [own, ...operandColumns(trace, summands, scales, symbolOf)]
  const terms = summands.map((bound, i) =>
    toColumn(signAt(i), factorsOf(trace, bound), evaluateBound(trace, bound).data, scale),
  )
  return [own, ...terms]
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
  const scale = scales.gradientScale(node)
  const own = {
    ...toColumn('', nameOf(trace, node, true), arrivedGradient(trace, node, arrived)!, scale),
    width: widthOf(trace, node),
  }
  if (node.kind === 'parameter') return [own]
  const arriving = summandsOfGradient(graph, node).slice(0, arrived.count)
  if (arrived.all === 1) return [own, ...operandColumns(trace, arriving, scales, symbolOf)]
  const terms = arriving.map(({ edge, at }, i) =>
    toColumn(signAt(i), from(at.key), contributionOf(trace, graph.edges[edge]!)!, scale),
  )
  return [own, ...terms]
}

/** Longer sums are shown without their summands. */
const mostSummands = 12

const signAt = (index: number): string => (index === 0 ? '=' : '+')

/** The vectors that a formula reads. */
const operandColumns = (
  trace: Trace,
  bounds: readonly Bound[],
  scales: Scales,
  symbolOf: (node: GraphNode) => string | null,
): readonly VectorColumn[] => {
  const operands = bounds
    .flatMap(({ expression, at }) =>
      leavesOf(expression).map((leaf) => nodeOfLeaf(trace.graph, at, leaf)),
    )
    .filter(({ node }) => node.of.dimensions.length < 2)
  return operands.map(({ node, isGradient }, i) => ({
    ...toColumn(
      i === 0 ? '←' : ',',
      nameOf(trace, node, isGradient),
      isGradient ? gradientOf(trace, node)! : valueOf(trace, node),
      isGradient ? scales.gradientScale(node) : scales.valueScale(node),
    ),
    symbol: isGradient ? null : symbolOf(node),
  }))
}

const nameOf = ({ graph }: Trace, node: GraphNode, isGradient = false): ReactNode => (
  <MathName cell={graph.cell} node={node} isGradient={isGradient} />
)

/** The factors of a summand side by side: W h(1). */
const factorsOf = (trace: Trace, { expression, at }: Bound): ReactNode =>
  leavesOf(expression).map((leaf, i) => {
    const { node, isGradient } = nodeOfLeaf(trace.graph, at, leaf)
    return <MathName key={i} cell={trace.graph.cell} node={node} isGradient={isGradient} />
  })

const widthOf = (trace: Trace, node: GraphNode): number => shapeOf(trace.architecture, node)[1] ?? 1

const toColumn = (
  sign: string,
  caption: ReactNode,
  numbers: Float64Array,
  scale: VectorColumn['scale'],
): VectorColumn => ({ sign, caption, numbers, width: 1, scale, symbol: null })
