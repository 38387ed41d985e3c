/** NotYet: of what is not computed yet at the playhead: that it is not, and the way to where it is. */
import type { Reading } from '../engine/term'
import { notYetWords } from '../i18n/notYet'
import { stepsTo } from '../store/actions/runTo'
import { focusTimeline } from './focusTimeline'
import { Prose } from './Prose'
import { useFinished, useNames, useUnfold, useWords } from './useUnfold'
import { endOf, storyOf } from '../store/unfold'

export const NotYet = ({ node, isGradient }: Reading) => {
  const unfold = useUnfold()
  const words = useWords(notYetWords)
  const names = useNames(storyOf(unfold).trace.graph.cell)
  const reading = { node, isGradient }
  const finished = useFinished()
  const steps = stepsTo(unfold, reading)
  return (
    <p className="note">
      {steps === null ? words.never : words.notYet(finished, endOf(unfold), steps)}{' '}
      {steps !== null && (
        <button
          type="button"
          className="small"
          aria-label={words.runTo(names.spokenReading(reading))}
          onClick={() => {
            unfold.clock.jump(steps)
            // The button goes with what it says; the timeline says where the run has come to, and steps on.
            focusTimeline()
          }}
        >
          <Prose>{words.runTo(names.reading(reading))}</Prose>
        </button>
      )}
    </p>
  )
}
