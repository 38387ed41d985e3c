/** Running, tested: what is fed back is one choice; drawn symbols are in no file; the place in the run is kept. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFileNetwork, wirings } from '../../../testing/networks'
import { hell, lengthOf, openUnfold } from '../../../testing/unfold'
import { formatTrace } from '../../formats/trace'
import { type Feedback, givenFeedbacks, wiringOf } from '../../engine/network'
import { createRunner, graphOf, run } from '../../engine/run'
import { asRun } from '../../engine/running'
import { grains } from '../../engine/schedule'
import { range } from '../../engine/unfold'
import { withWiring } from '../document'
import { type Unfold, currentSentence, storyOf } from '../unfold'
import { setWiring, undo } from './edit'
import { networkFile, openText } from './files'
import { traceFile } from './traceFile'
import { goToTime, setDrawSeed, setFeedback } from './running'
import { setOrder } from './view'

const ways: readonly Feedback[] = [...givenFeedbacks, 'sample']
const anyWay = fc.constantFrom(...ways)
const anyWiring = fc.constantFrom(...wirings.filter(({ feedback }) => feedback !== 'sample'))

const { network: taught } = withWiring(
  openUnfold(hell).unfold.store.getState().document,
  wiringOf('fedBack', 'target'),
)

/** Everything that is shown is that of the network as it runs now. */
const expectFresh = (unfold: Unfold) => {
  const { document, running } = unfold.store.getState()
  const asked = asRun(document.network, running)
  const { network, trace } = storyOf(unfold)
  expect(network.architecture).toEqual(asked.architecture)
  expect(trace.values).toEqual(run(createRunner(graphOf(asked), asked.architecture), asked).values)
  const { playhead } = unfold.clock.store.getState()
  expect(playhead).toBeLessThanOrEqual(lengthOf(unfold))
  expect(currentSentence(unfold)).not.toBe('')
}

describe('another way to run', () => {
  it('shows the numbers of that run at any playhead, grain and order, and undo takes it back', () => {
    fc.assert(
      fc.property(
        ...[fc.nat(29), fc.constantFrom(...grains), fc.nat(), fc.boolean()],
        fc.array(anyWay, { minLength: 1, maxLength: 4 }),
        (seed, grain, place, isAtOnce, asked) => {
          const { unfold } = openUnfold(randomFileNetwork(seed), { grain })
          if (isAtOnce) setOrder(unfold, 'atOnce')
          const { document } = unfold.store.getState()
          unfold.clock.jump(place % (lengthOf(unfold) + 1))
          for (const way of asked) {
            setFeedback(unfold, way)
            expectFresh(unfold)
            expect(storyOf(unfold).network.architecture.feedback).toBe(way)
            expect(unfold.store.getState().document.network.architecture.feedback).toBe(
              way === 'sample' ? 'argmax' : way,
            )
          }
          while (unfold.store.temporal.getState().pastStates.length > 0) undo(unfold)
          expect(unfold.store.getState().document).toBe(document)
          expectFresh(unfold)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('keeps the step that was finished last, and an end stays an end', () => {
    const { unfold } = openUnfold(taught)
    for (const order of ['byTime', 'atOnce'] as const) {
      setOrder(unfold, order)
      unfold.clock.jump(lengthOf(unfold))
      for (const way of [...ways, 'target' as const]) {
        setFeedback(unfold, way)
        expect(unfold.clock.store.getState().playhead).toBe(lengthOf(unfold))
      }
    }
    setOrder(unfold, 'byTime')
    goToTime(unfold, 3)
    const stepOf = () => {
      const { document, grain } = unfold.store.getState()
      const { playhead } = unfold.clock.store.getState()
      return unfold.derived.planOf(document.network).schedule.steps[grain][playhead - 1]
    }
    expect(stepOf()).toMatchObject({ phase: 'forward', t: 3 })
    const { key } = stepOf()!
    setFeedback(unfold, 'argmax')
    expect(stepOf()!.key).toBe(key)
  })

  it('goes on through edits, undo and other patterns, and never shows a stale number', () => {
    fc.assert(
      fc.property(anyWay, anyWiring, anyWiring, fc.nat(), (way, before, after, place) => {
        const { unfold } = openUnfold(taught)
        setWiring(unfold, before)
        setFeedback(unfold, way)
        expectFresh(unfold)
        unfold.clock.jump(place % (lengthOf(unfold) + 1))
        const { document } = unfold.store.getState()
        setWiring(unfold, after)
        expectFresh(unfold)
        undo(unfold)
        expectFresh(unfold)
        expect(unfold.store.getState().document).toEqual(document)
      }),
      { numRuns: 30 },
    )
  })

  it('is kept in files, but for drawn symbols: a file has the most likely one in place of them', () => {
    const { unfold } = openUnfold(taught)
    for (const way of ways) {
      setFeedback(unfold, way)
      const { text } = networkFile(unfold)
      const given = unfold.store.getState().document.network
      expect(traceFile(unfold).text).toBe(
        formatTrace(given, run(createRunner(graphOf(given), given.architecture), given)),
      )
      openText(unfold, text, 'again')
      expectFresh(unfold)
      const { feedback } = storyOf(unfold).network.architecture
      expect(feedback).toBe(way === 'sample' ? 'argmax' : way)
    }
  })

  it('takes no seed but a whole number in range', () => {
    const { unfold } = openUnfold(taught)
    for (const seed of [-1, 0.5, NaN, 1_000_000, Infinity])
      expect(setDrawSeed(unfold, seed)).toBe(false)
    expect(unfold.store.getState().running.seed).toBe(1)
    expect(setDrawSeed(unfold, 12)).toBe(true)
    expect(unfold.store.getState().running.seed).toBe(12)
  })
})

describe('the way to a step', () => {
  it('ends where all of that step has been computed, at any grain and in either order', () => {
    for (const grain of grains)
      for (const order of ['byTime', 'atOnce'] as const) {
        const { unfold } = openUnfold(taught, { grain, order })
        for (const t of range(1, 4)) {
          goToTime(unfold, t)
          const { schedule, runner } = unfold.derived.planOf(taught)
          const { playhead } = unfold.clock.store.getState()
          const done = schedule.steps[grain][playhead - 1]!.to
          for (const node of runner.graph.nodes)
            if (node.t === t && node.kind === 'computed')
              expect(schedule.valueReady[node.id]).toBeLessThanOrEqual(done)
        }
      }
  })
})
