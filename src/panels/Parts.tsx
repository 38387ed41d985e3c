/** Parts: how a value was made, and what its gradient is the sum of: formula, shapes, numbers. */
import {
  type Bound,
  evaluateBound,
  formulaOf,
  nodeOfLeaf,
  summandsOfGradient,
  summandsOfValue,
} from '../engine/explain'
import { leavesOf } from '../engine/expression'
import { shapeOf } from '../engine/memory'
import { type Trace, contributionOf, gradientOf, valueOf } from '../engine/run'
import type { GraphNode } from '../engine/unfold'
import type { Scales } from '../notation/scales'
import { shapesOf, toShapeText } from '../notation/shapes'
import { texOf, texOfGradient, texOfGradientSum, texOfNode } from '../notation/tex'
import { targetSymbol } from '../store/document'
import { type Arrived, arrivedGradient, arrivedValue } from '../store/progress'
import { storyOf } from '../store/unfold'
import { Formula } from './Formula'
import { type VectorColumn, VectorColumns } from './VectorColumns'
import { useDictionary, useUnfold, useValue } from './useUnfold'

interface ValueProps {
  readonly node: GraphNode
  /** Contributions that are done. */
  readonly done: number
  readonly isBrief: boolean
}

const useScales = (): Scales => {
  const { derived } = useUnfold()
  const network = useValue(({ document }) => document.network)
  const theme = useValue((state) => state.theme)
  return derived.scalesOf(network, theme)
}

export const ValuePart = ({ node, done, isBrief }: ValueProps) => {
  const unfold = useUnfold()
  const { trace, network } = storyOf(unfold)
  const { inspector } = useDictionary()
  const scales = useScales()
  const symbolOf = (of: GraphNode) => targetSymbol(network, of)
  const bound = formulaOf(node)
  const arrived = unfold.derived.planOf(network).progress.value(node, done)
  const isReady = arrived.count > 0
  return (
    <section className="part value">
      {bound ? (
        <Equation
          tex={`${texOfNode(trace.graph.cell, node)} = ${texOf(trace.graph, bound)}`}
          shapes={`${shapeText(trace, node)} = ${shapesOf(trace, bound)}`}
          number={node.of.equations.forward}
          isBrief={isBrief}
        />
      ) : (
        !isBrief && <p className="note">{inspector.given}</p>
      )}
      {!isBrief && isReady && (
        <VectorColumns columns={valueColumns(trace, node, arrived, scales, symbolOf)} />
      )}
      {!isBrief && !isReady && <p className="note">{inspector.notYet}</p>}
    </section>
  )
}

interface GradientProps extends ValueProps {
  /** The column of the step under the playhead: the share that a parameter is shown with. */
  readonly t: number | null
  readonly isSelected: boolean
}

export const GradientPart = ({ node, done, isBrief, t, isSelected }: GradientProps) => {
  const unfold = useUnfold()
  const { trace, network } = storyOf(unfold)
  const { inspector } = useDictionary()
  const scales = useScales()
  const symbolOf = (of: GraphNode) => targetSymbol(network, of)
  const { graph } = trace
  const arriving = summandsOfGradient(graph, node)
  if (!node.carries)
    return isBrief ? null : (
      <p className="note">
        {node.outputs.length === 0 && node.kind === 'computed'
          ? inspector.sideBranch
          : inspector.noGradient}
      </p>
    )
  const arrived = unfold.derived.planOf(network).progress.gradient(node, done)
  const isReady = arrived.count > 0
  const isShared = node.kind === 'parameter'
  const share =
    isShared && !isSelected ? arriving.find(({ at }) => (at.t ?? graph.tau) === t) : undefined
  const names = arriving.map(({ at }) => at.key)
  const isTerminal = graph.cell.objective === node.of.name
  const last = node.t === graph.tau ? node.of.equations.backwardAtEnd : null
  return (
    <section className="part gradient">
      {isSelected && !isTerminal && arriving.length !== 1 && (
        <p className="paths">
          {isShared
            ? inspector.sharedPaths(arriving.length)
            : names.length > 1
              ? inspector.paths(names)
              : inspector.noPath}
        </p>
      )}
      <Equation
        tex={
          isTerminal
            ? `${texOfGradient(graph.cell, node)} = 1`
            : share
              ? `${texOfGradient(graph.cell, node)} \\mathrel{+}= ${texOf(graph, share)}`
              : texOfGradientSum(graph, node, 3)
        }
        shapes={gradientShapes(trace, node, share ? [share] : arriving)}
        number={last ?? node.of.equations.backward}
        isBrief={isBrief}
      />
      {!isBrief && isReady && !isShared && !isTerminal && (
        <VectorColumns
          columns={gradientColumns(trace, node, arrived, scales, symbolOf, inspector.from)}
        />
      )}
      {!isBrief && !isReady && !isShared && <p className="note">{inspector.notYet}</p>}
    </section>
  )
}

interface EquationProps {
  readonly tex: string
  readonly shapes: string | null
  readonly number: string | null
  readonly isBrief: boolean
}

const Equation = ({ tex, shapes, number, isBrief }: EquationProps) => {
  const { inspector } = useDictionary()
  return (
    <div className={isBrief ? 'equation brief' : 'equation'}>
      <Formula tex={tex} />
      <span className="beside">
        {number && <span title={inspector.equation(number)}>({number})</span>}
        {shapes && !isBrief && <span>{shapes}</span>}
      </span>
    </div>
  )
}

const shapeText = (trace: Trace, node: GraphNode): string =>
  toShapeText(shapeOf(trace.architecture, node))

/** At most this many summands are written out in shapes and columns. */
const mostSummands = 3

const gradientShapes = (
  trace: Trace,
  node: GraphNode,
  arriving: readonly Bound[],
): string | null => {
  if (arriving.length === 0 || arriving.length > mostSummands) return null
  const terms = arriving.map((bound) => shapesOf(trace, bound))
  return `${shapeText(trace, node)} = ${terms.join(' + ')}`
}

/** The value, and what it is the sum of, or what it is a function of. */
const valueColumns = (
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

const gradientColumns = (
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
  )
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

const toColumn = (
  sign: string,
  tex: string,
  numbers: ArrayLike<number>,
  scale: VectorColumn['scale'],
): VectorColumn => ({
  key: `${sign}${tex}`,
  sign,
  caption: <Formula tex={tex} />,
  numbers,
  scale,
  symbol: null,
})
