/** FeedbackControl: what of the output is fed back, and whether all steps run at once where none needs another. */
import { useMemo } from 'react'
import { type Feedback, givenFeedbacks, wiringOf } from '../engine/network'
import { graphOf } from '../engine/run'
import { isDecoupled } from '../engine/schedule'
import { feedbackWords } from '../i18n/feedback'
import { setWiring } from '../store/actions/edit'
import { setOrder } from '../store/actions/view'
import { useField, useUnfold, useValue } from './useUnfold'

export const FeedbackControl = ({ feedback }: { readonly feedback: Feedback }) => {
  const unfold = useUnfold()
  const words = feedbackWords[useField('language')]
  return (
    <>
      <label className="field" title={words.feedbackHints[feedback]}>
        <span className="label">{words.feeds}</span>
        <select
          aria-label={words.feedback}
          value={feedback}
          onChange={({ target }) =>
            setWiring(unfold, wiringOf('fedBack', target.value as Feedback))
          }
        >
          {givenFeedbacks.map((id) => (
            <option key={id} value={id}>
              {words.feedbacks[id]}
            </option>
          ))}
        </select>
      </label>
      <AtOnce />
    </>
  )
}

/** Offered where no step needs what another computes; it keeps its place while the network runs on its own. */
const AtOnce = () => {
  const unfold = useUnfold()
  const words = feedbackWords[useField('language')]
  const network = useValue(({ document }) => document.network)
  const order = useValue((state) => state.order)
  const isOffered = unfold.derived.planOf(network).isDecoupled
  const isKept = useMemo(() => isDecoupled(graphOf(network)), [network])
  if (network.sequence.inputs.length < 2 || !(isOffered || isKept)) return null
  return (
    <label className="check-field" title={words.atOnceHint}>
      <input
        type="checkbox"
        checked={isOffered && order === 'atOnce'}
        disabled={!isOffered}
        onChange={({ target }) => setOrder(unfold, target.checked ? 'atOnce' : 'byTime')}
      />
      {words.atOnce}
    </label>
  )
}
