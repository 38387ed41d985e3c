/** Share: what one step adds to the gradient of a parameter, as a small picture that opens; drawn anew only when it changes. */
import { memo } from 'react'
import { type Trace, contributionOf } from '../../engine/run'
import { entriesOf } from '../../engine/ledger'
import { readingsOf, toTerm } from '../../engine/term'
import type { Graph, GraphNode } from '../../engine/unfold'
import type { Scale } from '../../notation/scales'
import { openShare } from '../../store/actions/explain'
import { select } from '../../store/actions/view'
import { keyOfEdge } from '../../store/keyOfEdge'
import type { OpenShare } from '../../store/store'
import { MatrixThumb } from '../MatrixThumb'
import { useDictionary, useNames, useUnfold } from '../useUnfold'

/** The longest side of a matrix, in pixels. */
export const thumbSize = 32

interface Props {
  readonly trace: Trace
  readonly edge: number
  readonly parameter: GraphNode
  readonly t: number
  readonly rows: number
  readonly columns: number
  readonly scale: Scale
  readonly isReady: boolean
  readonly isOpen: boolean
}

const Plain = (props: Props) => {
  const { trace, edge, parameter, t, rows, columns, scale, isReady, isOpen } = props
  const unfold = useUnfold()
  const { ledger } = useDictionary()
  const names = useNames(trace.graph.cell)
  const isCut = trace.cuts.has(edge)
  const labelOf = (name: string) =>
    `${ledger[isReady ? 'share' : 'notYet'](name, t)}${isCut ? `: ${ledger.heldBack(t)}` : ''}`
  const label = labelOf(names.spoken(parameter))
  return (
    <button
      type="button"
      tabIndex={-1}
      className={isCut ? 'share cut' : 'share'}
      aria-label={label}
      aria-pressed={isOpen}
      disabled={!isReady}
      title={labelOf(names.closed(parameter))}
      onClick={() => {
        openShare(unfold, isOpen ? null : toShare(trace.graph, parameter, edge))
        // Under the name of something else one would not know whose it is.
        const { selection } = unfold.store.getState()
        if (selection !== null && selection !== parameter.key) select(unfold, parameter.key)
      }}
    >
      <MatrixThumb
        {...{ rows, columns, isReady, scale }}
        label={null}
        read={() => contributionOf(trace, trace.graph.edges[edge]!)!}
        source={trace}
        name={String(edge)}
        size={thumbSize}
      />
    </button>
  )
}

/** With the variables that it is the product of. */
const toShare = (graph: Graph, parameter: GraphNode, edge: number): OpenShare => {
  const entry = entriesOf(graph, parameter).find((one) => one.edge === edge)!
  const nodes = readingsOf(toTerm(graph, entry)).map(({ node }) => node.key)
  return {
    ...{ cell: graph.cell, edge: keyOfEdge(graph, graph.edges[edge]!) },
    // By their keys, which an edit keeps; edges are counted anew.
    pointed: { phase: 'backward', edges: [], nodes },
  }
}

/** What is not compared follows from what is. */
export const Share = memo(
  Plain,
  (a, b) =>
    a.trace === b.trace &&
    a.edge === b.edge &&
    a.scale === b.scale &&
    a.isReady === b.isReady &&
    a.isOpen === b.isOpen,
)
