/** DrawSeed: from what symbols are drawn. */
import { feedbackWords } from '../i18n/feedback'
import { drawSeeds, setDrawSeed } from '../store/actions/running'
import { DraftField } from './DraftField'
import { Icon } from './icons'
import { useField, useUnfold, useWords } from './useUnfold'

export const DrawSeed = () => {
  const unfold = useUnfold()
  const { draws } = useWords(feedbackWords)
  const { seed } = useField('running')
  return (
    <div className="group draw-seed">
      <DraftField
        label={draws.seed}
        value={String(seed)}
        onApply={(text) => text !== '' && setDrawSeed(unfold, Number(text))}
        hint={draws.seedHint}
        placeholder=""
        type="number"
        range={drawSeeds}
      >
        {draws.seedLead}
      </DraftField>
      <button
        type="button"
        className="plain"
        aria-label={draws.again}
        title={draws.again}
        onClick={() => setDrawSeed(unfold, (seed + 1) % (drawSeeds.max + 1))}
      >
        <Icon name="dice" />
      </button>
    </div>
  )
}
