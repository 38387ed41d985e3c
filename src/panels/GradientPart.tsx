/** GradientPart: what a gradient is the sum of: formula, shapes, numbers. */
import { type Bound, summandsOfGradient } from '../engine/explain'
import { shapeOf } from '../engine/memory'
import type { Trace } from '../engine/run'
import { type GraphNode, absenceOf, whyNoGradient } from '../engine/unfold'
import { shapesOf, toShapeText } from '../notation/shapes'
import { texOf, texOfGradient, texOfGradientSum, timesBeside, timesByNumber } from '../notation/tex'
import { targetSymbol } from '../store/document'
import { storyOf } from '../store/unfold'
import { Equation } from './Equation'
import type { ValueProps } from './ValuePart'
import { VectorColumns } from './VectorColumns'
import { toGradientColumns } from './columns'
import { useScales } from './useScales'
import { useDictionary, useUnfold } from './useUnfold'

interface GradientProps extends ValueProps {
  /** The column of the step under the playhead: the share that a parameter is shown with. */
  readonly t: number | null
  readonly isSelected: boolean
}

export const GradientPart = ({ node, done, isBrief, origin, t, isSelected }: GradientProps) => {
  const unfold = useUnfold()
  const { trace, network } = storyOf(unfold)
  const { inspector, patterns } = useDictionary()
  const scales = useScales()
  const symbolOf = (of: GraphNode) => targetSymbol(network, of)
  const { graph } = trace
  const arriving = summandsOfGradient(graph, node)
  if (!node.carries) {
    const why = whyNoGradient(graph, node)
    return isBrief ? null : (
      <p className="note">
        {why
          ? patterns.absence[why]
          : node.outputs.length === 0 && node.kind === 'computed'
            ? inspector.sideBranch
            : inspector.noGradient}
      </p>
    )
  }
  const arrived = unfold.derived.planOf(network).progress.gradient(node, done)
  const isReady = arrived.count > 0
  const isShared = node.kind === 'parameter'
  const share =
    isShared && !isSelected ? arriving.find(({ at }) => (at.t ?? graph.tau) === t) : undefined
  const names = arriving.map(({ at }) => at.key)
  const timeName = origin === null ? timesByNumber : timesBeside(origin)
  const name = texOfGradient(graph.cell, node, timeName)
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
            ? `${name} = 1`
            : share
              ? `${name} \\mathrel{+}= ${texOf(graph, share, timeName)}`
              : texOfGradientSum(graph, node, 3, timeName)
        }
        shapes={gradientShapes(trace, node, share ? [share] : arriving)}
        number={last ?? node.of.equations.backward}
        isBrief={isBrief}
      />
      {!isBrief && isReady && !share && !isTerminal && (
        <VectorColumns
          label={`∇${node.key}`}
          columns={toGradientColumns(trace, node, arrived, scales, symbolOf, inspector.from)}
        />
      )}
      {isSelected &&
        node.outputs.map((id) => {
          const edge = graph.edges[id]!
          const why = absenceOf(graph, edge)
          return (
            why && (
              <p className="note" key={id}>
                {inspector.toward(graph.nodes[edge.to]!.key)} {patterns.absence[why]}
              </p>
            )
          )
        })}
      {!isBrief && !isReady && !isShared && <p className="note">{inspector.notYet}</p>}
    </section>
  )
}

/** At most this many summands are written out in shapes and columns. */
const mostSummands = 3

const gradientShapes = (
  trace: Trace,
  node: GraphNode,
  arriving: readonly Bound[],
): string | null => {
  if (arriving.length === 0 || arriving.length > mostSummands) return null
  const terms = arriving.map((bound) => shapesOf(trace, bound))
  return `${toShapeText(shapeOf(trace.architecture, node))} = ${terms.join(' + ')}`
}
