/** ToPicture: what the stage is asked to draw, from what is true now. */
import { type Unfold, dictionaryOf, namesOf } from '../store/unfold'
import type { Picture } from './picture'

export const toPicture = (unfold: Unfold): Picture => {
  const { store, derived } = unfold
  const { document, grain, selection, room, theme, view, cuts } = store.getState()
  const { network } = document
  const { schedule, progress } = derived.planOf(network)
  const layout = derived.layoutOf(network, room, view)
  const trace = derived.shownTraceOf(network, cuts)
  return {
    network: derived.runningOf(network),
    trace,
    schedule,
    progress,
    grain,
    layout,
    end: derived.endOf(network, cuts, grain),
    places: derived.placesOf(layout, schedule.steps[grain]),
    selection,
    scales: derived.scalesOf(network, theme),
    dictionary: dictionaryOf(unfold),
    names: namesOf(unfold, trace.graph.cell),
  }
}
