/** Reach: how far the run has come, as the view of the graphical model needs it. */
import type { Grain, Schedule } from '../../engine/schedule'
import type { Graph } from '../../engine/unfold'

export interface Reach {
  /** The column of the step that was finished last; null before the first. */
  readonly t: number | null
  /** Steps whose ŷ has been computed. */
  readonly predicted: number
}

export const reachAt = (
  schedule: Schedule,
  graph: Graph,
  grain: Grain,
  finished: number,
): Reach => {
  const step = schedule.steps[grain][finished - 1]
  const done = step?.to ?? 0
  const predicted = graph.nodes.filter(
    ({ id, of }) => 'role' in of && of.role === 'probabilities' && schedule.valueReady[id]! <= done,
  ).length
  return { t: step?.t ?? null, predicted }
}
