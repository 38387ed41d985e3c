/** PatternControl: which of the three design patterns the network follows, and what the second feeds back. */
import {
  type Feedback,
  type PatternId,
  givenFeedbacks,
  patternIds,
  patternOf,
  wiringOf,
} from '../engine/network'
import { setWiring } from '../store/actions/edit'
import { setOrder } from '../store/actions/view'
import { PatternPicture } from './PatternPicture'
import { useDictionary, useUnfold, useValue } from './useUnfold'

/** As in the book's figure of the pattern: what goes round is o itself. */
const firstFeedback: Feedback = 'logits'

export const PatternControl = () => {
  const unfold = useUnfold()
  const { patterns } = useDictionary()
  const architecture = useValue(({ document }) => document.network.architecture)
  const { feedback } = architecture
  const pattern = patternOf(architecture)
  const choose = (id: PatternId) => setWiring(unfold, wiringOf(id, feedback ?? firstFeedback))
  return (
    <div className="pattern">
      <fieldset className="choices" role="radiogroup" aria-label={patterns.label}>
        {patternIds.map((id) => (
          <label key={id} title={patterns.hints[id]}>
            <input
              type="radio"
              name="pattern"
              aria-label={patterns.names[id]}
              checked={pattern === id}
              onChange={() => choose(id)}
            />
            <span>
              <PatternPicture id={id} />
              <span className="name">{patterns.names[id]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {feedback !== null && (
        <label className="field" title={patterns.feedbackHints[feedback]}>
          <span className="label">{patterns.feeds}</span>
          <select
            aria-label={patterns.feedback}
            value={feedback}
            onChange={({ target }) =>
              setWiring(unfold, wiringOf(pattern, target.value as Feedback))
            }
          >
            {givenFeedbacks.map((id) => (
              <option key={id} value={id}>
                {patterns.feedbacks[id]}
              </option>
            ))}
          </select>
        </label>
      )}
      <AtOnce />
    </div>
  )
}

/** Offered where no step needs what another computes. */
const AtOnce = () => {
  const unfold = useUnfold()
  const { patterns } = useDictionary()
  const network = useValue(({ document }) => document.network)
  const order = useValue((state) => state.order)
  if (network.sequence.inputs.length < 2 || !unfold.derived.planOf(network).isDecoupled) return null
  return (
    <label className="check-field" title={patterns.atOnceHint}>
      <input
        type="checkbox"
        checked={order === 'atOnce'}
        onChange={({ target }) => setOrder(unfold, target.checked ? 'atOnce' : 'byTime')}
      />
      {patterns.atOnce}
    </label>
  )
}
