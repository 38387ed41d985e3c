/** CutButton: holds back what comes back along one edge, or lets it through again. */
import type { GraphEdge } from '../engine/unfold'
import { gradientWords } from '../i18n/gradient'
import { toggleCut } from '../store/actions/explain'
import { keyOfEdge } from '../store/keyOfEdge'
import { storyOf } from '../store/unfold'
import { useNames, useUnfold, useValue, useWords } from './useUnfold'

export const CutButton = ({ edge }: { readonly edge: GraphEdge }) => {
  const unfold = useUnfold()
  const words = useWords(gradientWords)
  const { graph } = storyOf(unfold).trace
  const cut = keyOfEdge(graph, edge)
  const isCut = useValue(({ cuts }) => cuts.has(cut))
  const names = useNames(graph.cell)
  const [from, sum] = [edge.to, edge.from].map((id) =>
    names.reading({ node: graph.nodes[id]!, isGradient: true }),
  ) as [string, string]
  return (
    <>
      <button
        type="button"
        className={isCut ? 'small cut' : 'small'}
        aria-pressed={isCut}
        title={isCut ? words.restoreHint(from) : words.cutHint(from)}
        aria-label={isCut ? words.restoreFrom(from) : words.cutFrom(from)}
        onClick={() => toggleCut(unfold, cut)}
      >
        {isCut ? words.restore : words.cut}
      </button>
      {/* The sum, and what is wrong with it, may be out of sight. */}
      {isCut && <small className="cut-note">{words.leftOut(sum)}</small>}
    </>
  )
}
