/** ValuePart: how a value was made: formula, shapes, numbers. */
import { formulaOf } from '../engine/explain'
import { shapeOf } from '../engine/memory'
import type { GraphNode } from '../engine/unfold'
import { shapesOf, toShapeText } from '../notation/shapes'
import { texOf, texOfNode, timesBeside, timesByNumber } from '../notation/tex'
import { targetSymbol } from '../store/document'
import { storyOf } from '../store/unfold'
import { Equation } from './Equation'
import { VectorColumns } from './VectorColumns'
import { toValueColumns } from './columns'
import { useScales } from './useScales'
import { useDictionary, useUnfold } from './useUnfold'

export interface ValueProps {
  readonly node: GraphNode
  /** Contributions that are done. */
  readonly done: number
  /** The equation alone. */
  readonly isBrief: boolean
  /** Times are written beside this one, so that the equation is the same at every step; null: as numbers. */
  readonly origin: number | null
}

export const ValuePart = ({ node, done, isBrief, origin }: ValueProps) => {
  const unfold = useUnfold()
  const { trace, network } = storyOf(unfold)
  const { inspector } = useDictionary()
  const scales = useScales()
  const symbolOf = (of: GraphNode) => targetSymbol(network, of)
  const bound = formulaOf(node)
  const timeName = origin === null ? timesByNumber : timesBeside(origin)
  const arrived = unfold.derived.planOf(network).progress.value(node, done)
  const isReady = arrived.count > 0
  return (
    <section className="part value">
      {bound ? (
        <Equation
          tex={`${texOfNode(trace.graph.cell, node, timeName)} = ${texOf(trace.graph, bound, timeName)}`}
          shapes={`${toShapeText(shapeOf(trace.architecture, node))} = ${shapesOf(trace, bound)}`}
          number={node.of.equations.forward}
          isBrief={isBrief}
        />
      ) : (
        !isBrief && <p className="note">{inspector.given}</p>
      )}
      {!isBrief && isReady && (
        <VectorColumns
          label={node.key}
          columns={toValueColumns(trace, node, arrived, scales, symbolOf)}
        />
      )}
      {!isBrief && !isReady && <p className="note">{inspector.notYet}</p>}
    </section>
  )
}
