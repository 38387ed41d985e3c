/** CutButton: holds back what comes back along one edge, or lets it through again. */
import type { GraphEdge } from '../engine/unfold'
import { toggleCut } from '../store/actions/explain'
import { keyOfEdge } from '../store/derived'
import { storyOf } from '../store/unfold'
import { useDictionary, useNames, useUnfold, useValue } from './useUnfold'

export const CutButton = ({ edge }: { readonly edge: GraphEdge }) => {
  const unfold = useUnfold()
  const { explain } = useDictionary()
  const { graph } = storyOf(unfold).trace
  const cut = keyOfEdge(graph, edge)
  const isCut = useValue(({ explaining }) => explaining.cuts.has(cut))
  const from = useNames(graph.cell).reading({ node: graph.nodes[edge.to]!, isGradient: true })
  return (
    <button
      type="button"
      className={isCut ? 'small cut' : 'small'}
      aria-pressed={isCut}
      title={isCut ? explain.restoreHint(from) : explain.cutHint(from)}
      aria-label={isCut ? explain.restoreFrom(from) : explain.cutFrom(from)}
      onClick={() => toggleCut(unfold, cut)}
    >
      {isCut ? explain.restore : explain.cut}
    </button>
  )
}
