/** RunTo, tested: it leads to the first step after which what is asked for is there, and nowhere that the run never comes to. */
import { expect, it } from 'vitest'
import { hell, openUnfold } from '../../../testing/unfold'
import { overflowing } from '../../../testing/overflow'
import { storyOf } from '../unfold'
import { stepsTo } from './runTo'
import { setGrain } from './view'

it.each(['timeStep', 'variable', 'contribution'] as const)(
  'by %s it leads to the first step after which all of a value or a gradient is computed',
  (grain) => {
    const { unfold } = openUnfold(hell)
    setGrain(unfold, grain)
    const { trace, schedule } = storyOf(unfold)
    const { progress } = unfold.derived.planOf(hell)
    const isThere = (
      steps: number,
      node: (typeof trace.graph.nodes)[number],
      gradient: boolean,
    ) => {
      const done = schedule.steps[grain][steps - 1]?.to ?? 0
      const { count, all } = gradient ? progress.gradient(node, done) : progress.value(node, done)
      return count === all
    }
    for (const node of trace.graph.nodes)
      for (const isGradient of node.carries ? [false, true] : [false]) {
        if (!isGradient && node.kind !== 'computed') continue
        const steps = stepsTo(unfold, { node, isGradient })!
        expect(isThere(steps, node, isGradient), node.key).toBe(true)
        expect(isThere(steps - 1, node, isGradient), node.key).toBe(false)
      }
  },
)

it('there is no way to what lies beyond the number at which the run stops', () => {
  const { unfold } = openUnfold(overflowing.state.network)
  const { byKey } = storyOf(unfold).trace.graph
  expect(stepsTo(unfold, { node: byKey.get('L')!, isGradient: false })).toBeNull()
  expect(stepsTo(unfold, { node: byKey.get('a(1)')!, isGradient: false })).not.toBeNull()
})
