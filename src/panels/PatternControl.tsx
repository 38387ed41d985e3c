/** PatternControl: which of the three design patterns the network follows, and what the second feeds back. */
import { Suspense, lazy } from 'react'
import { type PatternId, patternIds, patternOf, wiringOf } from '../engine/network'
import { setWiring } from '../store/actions/edit'
import { late } from './late'
import { PatternPicture } from './PatternPicture'
import { useDictionary, useUnfold, useValue } from './useUnfold'

const FeedbackControl = lazy(async () => ({
  default: (await import('./FeedbackControl')).FeedbackControl,
}))

export const PatternControl = () => {
  const unfold = useUnfold()
  const { patterns } = useDictionary()
  const architecture = useValue(({ document }) => document.network.architecture)
  const { feedback } = architecture
  const pattern = patternOf(architecture)
  const choose = (id: PatternId) =>
    setWiring(unfold, wiringOf(id, unfold.store.getState().document.fedBack))
  return (
    <div className="pattern">
      <fieldset className="choices" role="radiogroup" aria-label={patterns.label}>
        {patternIds.map((id) => (
          <label key={id} title={`${patterns.names[id]}: ${patterns.hints[id]}`}>
            <input
              type="radio"
              name="pattern"
              aria-label={patterns.names[id]}
              checked={pattern === id}
              onChange={() => choose(id)}
            />
            <span>
              <PatternPicture id={id} />
              <span className="name">
                {patterns.names[id]}
                {/* What is looked for by its own name, where what is fed back is not yet to be seen. */}
                {id === 'fedBack' && <small>{patterns.feeds}</small>}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {feedback !== null && (
        <div className="late">
          <Suspense fallback={late}>
            <FeedbackControl />
          </Suspense>
        </div>
      )}
    </div>
  )
}
