/** Unfold, tested: edits, undo and the playhead go together. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomWiredNetwork } from '../../testing/networks'
import { hell, lengthOf, openUnfold, stateOf, textNetwork } from '../../testing/unfold'
import { activations } from '../engine/network'
import { grains } from '../engine/schedule'
import { range } from '../engine/unfold'
import {
  redo,
  setActivation,
  setHiddenSize,
  setInput,
  setSeed,
  setTarget,
  undo,
} from './actions/edit'
import { select, setGrain, setLanguage, setSpeed, setTheme, stepTime } from './actions/view'
import { inputText } from './document'
import { type Unfold, currentSentence } from './unfold'

const documentOf = ({ store }: Unfold) => store.getState().document
const playheadOf = ({ clock }: Unfold) => clock.store.getState().playhead

/** The key of the step that was finished last. */
const stepOf = (unfold: Unfold): string | null => {
  const { document, grain } = unfold.store.getState()
  const { schedule } = unfold.derived.planOf(document.network)
  return schedule.steps[grain][playheadOf(unfold) - 1]?.key ?? null
}

const jumpTo = (unfold: Unfold, key: string): void => {
  const { document, grain } = unfold.store.getState()
  const steps = unfold.derived.planOf(document.network).schedule.steps[grain]
  unfold.clock.jump(steps.findIndex((step) => step.key === key) + 1)
  expect(stepOf(unfold)).toBe(key)
}

describe('undo', () => {
  it('takes back one edit after another, redo brings them again', () => {
    const { unfold } = openUnfold(hell)
    const edits = [
      () => setInput(unfold, 'hello'),
      () => setTarget(unfold, 'world'),
      () => setHiddenSize(unfold, 3),
      () => setActivation(unfold, 'relu'),
      () => setSeed(unfold, 42),
    ]
    const documents = [documentOf(unfold)]
    for (const edit of edits) {
      expect(edit()).toBe(true)
      documents.push(documentOf(unfold))
    }
    for (const before of documents.slice(0, -1).toReversed()) {
      undo(unfold)
      expect(documentOf(unfold)).toBe(before)
    }
    undo(unfold)
    expect(documentOf(unfold)).toBe(documents[0])
    for (const after of documents.slice(1)) {
      redo(unfold)
      expect(documentOf(unfold)).toBe(after)
    }
    redo(unfold)
    expect(documentOf(unfold)).toBe(documents.at(-1))
  })

  it('forgets what was taken back once there is a new edit', () => {
    const { unfold } = openUnfold(hell)
    setInput(unfold, 'abc')
    undo(unfold)
    setInput(unfold, 'xyz')
    redo(unfold)
    expect(inputText(documentOf(unfold).network)).toBe('xyz')
    undo(unfold)
    expect(documentOf(unfold).network).toBe(hell)
  })

  it('does not take back what is no edit: time, selection, grain, speed, language, theme', () => {
    const { unfold } = openUnfold(hell)
    setInput(unfold, 'abc')
    select(unfold, 'h(1)')
    setGrain(unfold, 'timeStep')
    setSpeed(unfold, 4)
    setLanguage(unfold, 'zh')
    setTheme(unfold, 'dark')
    unfold.clock.jump(2)
    const before = stateOf(unfold)
    undo(unfold)
    // What undo has done is said.
    const { document: _, message: __, ...rest } = stateOf(unfold)
    expect(before).toMatchObject({ ...rest, playhead: before.playhead })
    undo(unfold)
    expect(unfold.store.temporal.getState().pastStates).toEqual([])
  })
})

describe('an edit that cannot be made', () => {
  it('changes nothing', () => {
    const { unfold } = openUnfold(hell)
    unfold.clock.jump(5)
    const before = stateOf(unfold)
    const refused = [
      ...[setInput(unfold, ''), setSeed(unfold, -1), setSeed(unfold, 0.5), setSeed(unfold, NaN)],
      ...[NaN, 0, -1, 1.5, 65, Infinity].map((size) => setHiddenSize(unfold, size)),
    ]
    expect(refused).toEqual(refused.map(() => false))
    expect(stateOf(unfold)).toEqual(before)
    expect(unfold.store.temporal.getState().pastStates).toEqual([])
  })
})

describe('the playhead after an edit', () => {
  it('is on the same step where that step still exists', () => {
    const { unfold } = openUnfold(hell)
    jumpTo(unfold, 'forward h(3)')
    setInput(unfold, 'hello world')
    expect(stepOf(unfold)).toBe('forward h(3)')
    setHiddenSize(unfold, 7)
    expect(stepOf(unfold)).toBe('forward h(3)')
    jumpTo(unfold, 'backward h(2)')
    setInput(unfold, 'hel')
    expect(stepOf(unfold)).toBe('backward h(2)')
    setTarget(unfold, 'xy')
    expect(stepOf(unfold)).toBe('backward h(2)')
  })

  it('is on an earlier step where that step is gone', () => {
    const { unfold } = openUnfold(hell)
    jumpTo(unfold, 'forward h(4)')
    setInput(unfold, 'he')
    expect(stepOf(unfold)).toMatch(/^forward .*\(2\)$/)
  })

  it('is on the same step again once the edit is undone', () => {
    for (const grain of grains) {
      const { unfold } = openUnfold(hell, { grain })
      unfold.clock.jump(Math.floor(lengthOf(unfold) * 0.7))
      const before = stepOf(unfold)
      setInput(unfold, 'hellohello')
      undo(unfold)
      expect(stepOf(unfold)).toBe(before)
    }
  })

  it('is whole and at rest, even if it was made while something moved', () => {
    const { unfold, tick, isRunning } = openUnfold(hell)
    unfold.clock.play()
    tick(100)
    setInput(unfold, 'ab')
    expect(Number.isInteger(playheadOf(unfold))).toBe(true)
    expect([unfold.clock.store.getState().isPlaying, isRunning()]).toEqual([false, false])
  })

  it('is never out of the run, whatever edits and moves there are', () => {
    const anyWord = fc.string({ unit: fc.constantFrom(...'abc∅'), minLength: 1, maxLength: 8 })
    const anyDeed: fc.Arbitrary<(unfold: Unfold) => unknown> = fc.oneof(
      anyWord.map((text) => (unfold: Unfold) => setInput(unfold, text)),
      anyWord.map((text) => (unfold: Unfold) => setTarget(unfold, text)),
      fc.nat(7).map((size) => (unfold: Unfold) => setHiddenSize(unfold, size)),
      fc
        .constantFrom(...activations)
        .map((name) => (unfold: Unfold) => setActivation(unfold, name)),
      fc.constantFrom(...grains).map((grain) => (unfold: Unfold) => setGrain(unfold, grain)),
      fc.constantFrom(undo, redo),
      fc.constantFrom(1, -1).map((way) => (unfold: Unfold) => stepTime(unfold, way as 1 | -1)),
      fc.nat(100).map((to) => (unfold: Unfold) => unfold.clock.jump(to)),
      fc.constant((unfold: Unfold) => unfold.clock.stepForward()),
      fc.constant((unfold: Unfold) => unfold.clock.play()),
      fc.nat(300).map((ms) => (unfold: Unfold) => unfold.clock.tick(ms)),
    )
    fc.assert(
      fc.property(fc.nat(19), fc.array(anyDeed, { maxLength: 15 }), (seed, deeds) => {
        const { unfold, settle } = openUnfold(randomWiredNetwork(seed))
        for (const deed of deeds) {
          deed(unfold)
          expect(playheadOf(unfold)).toBeGreaterThanOrEqual(0)
          expect(playheadOf(unfold)).toBeLessThanOrEqual(lengthOf(unfold))
          expect(currentSentence(unfold)).not.toBe('')
        }
        settle(50, 1e5)
        expect(Number.isInteger(playheadOf(unfold))).toBe(true)
      }),
    )
  })
})

describe('another grain', () => {
  it('keeps what has been done, as whole steps', () => {
    const { unfold } = openUnfold(hell)
    const doneAt = () => {
      const { document, grain } = unfold.store.getState()
      const { schedule } = unfold.derived.planOf(document.network)
      return schedule.steps[grain][playheadOf(unfold) - 1]?.to ?? 0
    }
    for (const k of range(0, lengthOf(unfold))) {
      setGrain(unfold, 'variable')
      unfold.clock.jump(k)
      const done = doneAt()
      setGrain(unfold, 'contribution')
      expect(doneAt()).toBe(done)
      setGrain(unfold, 'timeStep')
      expect(doneAt()).toBeLessThanOrEqual(done)
    }
  })

  it('at the end is at the end', () => {
    const { unfold } = openUnfold(hell)
    unfold.clock.jump(lengthOf(unfold))
    for (const grain of grains) {
      setGrain(unfold, grain)
      expect(playheadOf(unfold)).toBe(lengthOf(unfold))
    }
  })
})

describe('a whole time step', () => {
  it('on and on stops once at every time, there and back', () => {
    for (const grain of grains) {
      const { unfold } = openUnfold(hell, { grain })
      const stops: number[] = []
      while (playheadOf(unfold) < lengthOf(unfold)) {
        stepTime(unfold, 1)
        stops.push(playheadOf(unfold))
      }
      expect(stops).toHaveLength(8)
      for (const stop of stops.toReversed()) {
        expect(playheadOf(unfold)).toBe(stop)
        stepTime(unfold, -1)
      }
      expect(playheadOf(unfold)).toBe(0)
    }
  })

  it('is one step at the grain of time steps', () => {
    const { unfold } = openUnfold(hell, { grain: 'timeStep' })
    stepTime(unfold, 1)
    expect(playheadOf(unfold)).toBe(1)
    stepTime(unfold, -1)
    stepTime(unfold, -1)
    expect(playheadOf(unfold)).toBe(0)
  })
})

describe('playing', () => {
  it('at speed 1 and at speed 4 ends at the same playhead, with the same picture', () => {
    const ends = [1, 4].map((speed) => {
      const { unfold, settle } = openUnfold(textNetwork('ab', 'ba', 2), { speed })
      unfold.clock.play()
      settle(16, 1e5)
      const { speed: _, ...rest } = stateOf(unfold)
      return [rest.playhead, currentSentence(unfold)]
    })
    expect(ends[0]).toEqual(ends[1])
  })

  it('does not touch the store: only the clock moves', () => {
    const { unfold, tick } = openUnfold(hell)
    let changes = 0
    unfold.store.subscribe(() => changes++)
    unfold.clock.play()
    for (const _ of range(1, 500)) tick(16)
    expect(playheadOf(unfold)).toBeGreaterThan(3)
    expect(changes).toBe(0)
  })

  it('follows a speed that is changed on the way', () => {
    const { unfold, tick } = openUnfold(hell)
    unfold.clock.stepForward()
    tick(40)
    expect(playheadOf(unfold)).toBeCloseTo(0.1, 9)
    setSpeed(unfold, 4)
    tick(40)
    expect(playheadOf(unfold)).toBeCloseTo(0.5, 9)
  })
})

describe('an unfold that is destroyed', () => {
  it('moves no more', () => {
    const { unfold, isRunning } = openUnfold(hell)
    unfold.clock.play()
    unfold.destroy()
    expect(isRunning()).toBe(false)
    unfold.clock.jump(9)
    setInput(unfold, 'a')
    expect(playheadOf(unfold)).toBe(9)
  })
})
