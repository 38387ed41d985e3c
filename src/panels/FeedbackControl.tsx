/** FeedbackControl: what of the output is fed back, and what that means; and whether all steps run at once where none needs another. */
import { type Feedback, givenFeedbacks } from '../engine/network'
import { asRun } from '../engine/running'
import { feedbackWords } from '../i18n/feedback'
import { setFeedback } from '../store/actions/running'
import { setOrder } from '../store/actions/view'
import { DrawSeed } from './DrawSeed'
import { useField, useNetwork, useUnfold, useValue, useWords } from './useUnfold'

const offered: readonly Feedback[] = [...givenFeedbacks, 'sample']

export const FeedbackControl = () => {
  const unfold = useUnfold()
  const words = useWords(feedbackWords)
  const feedback = asRun(useNetwork(), useField('running')).architecture.feedback!
  return (
    <>
      <label className="field" title={words.feedbackHints[feedback]}>
        <span className="label">{words.feeds}</span>
        <select
          aria-label={words.feedback}
          aria-describedby="feedback-note"
          value={feedback}
          onChange={({ target }) => setFeedback(unfold, target.value as Feedback)}
        >
          {offered.map((id) => (
            <option key={id} value={id}>
              {words.feedbacks[id]}
            </option>
          ))}
        </select>
      </label>
      {feedback === 'sample' && <DrawSeed />}
      <span id="feedback-note" className="feedback-note">
        {words.feedbackHints[feedback]}
      </span>
      <AtOnce />
    </>
  )
}

/** Offered where no step needs what another computes. */
const AtOnce = () => {
  const unfold = useUnfold()
  const words = useWords(feedbackWords)
  const network = useNetwork()
  const order = useValue((state) => state.order)
  const { isDecoupled } = unfold.derived.planOf(network)
  if (network.sequence.inputs.length < 2 || !isDecoupled) return null
  return (
    <label className="check-field" title={words.atOnceHint}>
      <input
        type="checkbox"
        checked={order === 'atOnce'}
        onChange={({ target }) => setOrder(unfold, target.checked ? 'atOnce' : 'byTime')}
      />
      {words.atOnce}
    </label>
  )
}
