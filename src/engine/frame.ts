/** Frame: what is done and what is under way at one playhead. */
import type { Grain, Schedule, Step } from './schedule'

export interface Frame {
  /** Steps of the grain that are finished. */
  readonly finished: number
  /** Contributions that are done. */
  readonly done: number
  /** Contributions under way, `from` … `to` − 1, and how far they are, in [0, 1); equal ends: nothing moves. */
  readonly from: number
  readonly to: number
  readonly progress: number
}

/** Pure. `playhead` ∈ [0, number of steps]; a whole number means that nothing is under way. */
export const toFrame = (schedule: Schedule, grain: Grain, playhead: number): Frame => {
  const steps = schedule.steps[grain]
  const finished = Math.min(steps.length, Math.floor(playhead))
  const step = steps[finished]
  const start = step ? step.from : schedule.contributions.length
  const fraction = playhead - finished
  if (!step || fraction <= 0) return { finished, done: start, from: start, to: start, progress: 0 }
  // A step that holds several variables shows them one after another, as they are computed.
  const parts = partsOf(schedule, step)
  const place = fraction * parts.length
  const part = parts[Math.min(parts.length - 1, Math.floor(place))]!
  return { finished, done: part.from, from: part.from, to: part.to, progress: place % 1 }
}

/** The playhead at another grain that has finished as much, or the nearest whole step before. */
export const changeGrain = (
  schedule: Schedule,
  from: Grain,
  to: Grain,
  finished: number,
): number => {
  const done = schedule.steps[from][finished - 1]?.to ?? 0
  return countUntil(schedule.steps[to], (step) => step.to <= done)
}

/** The playhead in a new schedule at which the same step is finished as in the old one, or the nearest earlier one that still exists. */
export const keepPlayhead = (
  before: Schedule,
  after: Schedule,
  grain: Grain,
  finished: number,
): number => {
  if (finished === 0) return 0
  const places = new Map(after.steps[grain].map(({ key }, i) => [key, i + 1]))
  for (let i = finished; i > 0; i--) {
    const kept = places.get(before.steps[grain][i - 1]!.key)
    if (kept !== undefined) return kept
  }
  return 0
}

/** The parts of a step: its contributions cut where another variable's turn begins. */
const partsOf = (schedule: Schedule, step: Step): readonly Pick<Step, 'from' | 'to'>[] =>
  schedule.steps.variable
    .slice(
      countUntil(schedule.steps.variable, (part) => part.to <= step.from),
      countUntil(schedule.steps.variable, (part) => part.from < step.to),
    )
    .map(({ from, to }) => ({ from: Math.max(from, step.from), to: Math.min(to, step.to) }))

/** How many steps at the front hold a condition that the rest do not. */
const countUntil = (steps: readonly Step[], holds: (step: Step) => boolean): number => {
  let [low, high] = [0, steps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(steps[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}
