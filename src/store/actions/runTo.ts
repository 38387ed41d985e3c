/** RunTo: the run as far as to where a value or a gradient is computed. */
import type { Reading } from '../../engine/term'
import { type Unfold, endOf, storyOf } from '../unfold'

/** Finished steps, at the present step size, by which it is computed; null where the run stops before. */
export const stepsTo = (unfold: Unfold, { node, isGradient }: Reading): number | null => {
  const { schedule } = storyOf(unfold)
  const ready = (isGradient ? schedule.gradientReady : schedule.valueReady)[node.id]!
  const steps = schedule.steps[unfold.store.getState().grain]
  const last = steps.findIndex(({ to }) => to >= ready) + 1
  return last > 0 && last <= endOf(unfold) ? last : null
}
