/** Running: what is fed back, drawn symbols among it; and the way to one of the steps. */
import { type Feedback, wiringOf } from '../../engine/network'
import { graphOf } from '../../engine/run'
import { type Running, asRun } from '../../engine/running'
import type { Unfold } from '../unfold'
import { attempt } from './attempt'
import { setWiring } from './edit'
import { keepHalf } from './view'

/** What runs feeds this back. Files know no drawn symbols: a network that draws them is one of argmax. */
export const setFeedback = (unfold: Unfold, feedback: Feedback): void => {
  const isOwn = feedback === 'argmax' || feedback === 'sample'
  if (isOwn) setRunning(unfold, { choice: feedback })
  const given = feedback === 'sample' ? 'argmax' : feedback
  if (unfold.store.getState().document.network.architecture.feedback !== given)
    setWiring(unfold, wiringOf('fedBack', given))
}

/** Not an edit: the document stays as it is. */
export const setRunning = (unfold: Unfold, change: Partial<Running>): boolean => {
  const { store, clock } = unfold
  const { document, order, running } = store.getState()
  const next = { ...running, ...change }
  const apply = () => store.setState({ running: next })
  return attempt(unfold, () => {
    // Refused here, if at all: a network on its own has more to keep.
    graphOf(asRun(document.network, next))
    const { playhead } = clock.store.getState()
    // What ran all at once has no step in common with what runs one after another; and a finished run stays so.
    if (order === 'atOnce' || playhead >= lengthOf(unfold)) keepHalf(unfold, apply)
    else apply()
  })
}

/** Steps of the run as it runs now. */
const lengthOf = ({ store, derived }: Unfold): number => {
  const { document, grain } = store.getState()
  return derived.planOf(document.network).schedule.steps[grain].length
}

export const drawSeeds = { min: 0, max: 999_999 } as const

/** False where it is no seed: then nothing changes. */
export const setDrawSeed = (unfold: Unfold, seed: number): boolean =>
  Number.isInteger(seed) &&
  seed >= drawSeeds.min &&
  seed <= drawSeeds.max &&
  setRunning(unfold, { seed })

/** To the moment at which all of step t has been computed. */
export const goToTime = ({ store, clock, derived }: Unfold, t: number): void => {
  const { document, grain } = store.getState()
  const { schedule, runner } = derived.planOf(document.network)
  const last = schedule.steps[grain].findLastIndex(
    ({ phase, nodes }) =>
      phase === 'forward' && nodes.some((id) => runner.graph.nodes[id]!.t === t),
  )
  clock.jump(last + 1)
}
