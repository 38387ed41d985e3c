/** Frame, tested: the picture of a playhead depends on nothing else, and rises with it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Kind, createNetwork, randomWiredNetwork } from '../../testing/networks'
import { changeGrain, keepPlayhead, toFrame } from './frame'
import { graphOf } from './run'
import { type Grain, type Schedule, createSchedule, grains } from './schedule'
import { range } from './unfold'

const schedules = range(0, 39).map((seed) => createSchedule(graphOf(randomWiredNetwork(seed))))

const anyGrain = fc.constantFrom(...grains)
/** Evenly from [0, 1]: doubles of fast-check lie mostly near 0. */
const anyPart = fc.integer({ min: 0, max: 1e6 }).map((millionths) => millionths / 1e6)
/** A schedule, a grain and a playhead in [0, number of steps]. */
const anyPlace = fc
  .tuple(fc.constantFrom(...schedules), anyGrain, anyPart)
  .map(([schedule, grain, part]) => ({
    schedule,
    grain,
    playhead: part * schedule.steps[grain].length,
  }))

describe('the frame at a playhead', () => {
  it('is the same whenever it is asked for', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, (a, b) => {
        const first = toFrame(a.schedule, a.grain, a.playhead)
        toFrame(b.schedule, b.grain, b.playhead)
        expect(toFrame(a.schedule, a.grain, a.playhead)).toEqual(first)
      }),
    )
  })

  it('has finished as many steps as the playhead has whole ones', () => {
    fc.assert(
      fc.property(anyPlace, ({ schedule, grain, playhead }) => {
        const { finished } = toFrame(schedule, grain, playhead)
        expect(finished).toBe(Math.floor(playhead))
      }),
    )
  })

  it('has nothing under way where the playhead is whole, and all that was finished is done', () => {
    for (const schedule of schedules)
      for (const grain of grains)
        range(0, schedule.steps[grain].length).forEach((playhead) => {
          const done = schedule.steps[grain][playhead - 1]?.to ?? 0
          expect(toFrame(schedule, grain, playhead)).toEqual({
            ...{ finished: playhead, done, from: done, to: done, progress: 0 },
          })
        })
  })

  it('has one variable or contribution of its step under way between whole playheads', () => {
    fc.assert(
      fc.property(anyPlace, ({ schedule, grain, playhead }) => {
        fc.pre(!Number.isInteger(playhead))
        const { finished, done, from, to, progress } = toFrame(schedule, grain, playhead)
        const step = schedule.steps[grain][finished]!
        expect(from).toBe(done)
        expect(from).toBeGreaterThanOrEqual(step.from)
        expect(to).toBeLessThanOrEqual(step.to)
        const variable = schedule.steps.variable.find((part) => from < part.to)!
        if (grain === 'contribution') expect(to).toBe(from + 1)
        else expect([from, to]).toEqual([variable.from, variable.to])
        expect(progress).toBeGreaterThanOrEqual(0)
        expect(progress).toBeLessThan(1)
      }),
    )
  })

  it('rises with the playhead: what is done stays done, what is under way goes on', () => {
    fc.assert(
      fc.property(anyPlace, anyPart, (place, part) => {
        const { schedule, grain, playhead } = place
        const earlier = toFrame(schedule, grain, playhead * part)
        const later = toFrame(schedule, grain, playhead)
        expect(earlier.done).toBeLessThanOrEqual(later.done)
        if (earlier.from === later.from && later.to > later.from)
          expect(earlier.progress).toBeLessThanOrEqual(later.progress)
      }),
      { numRuns: 500 },
    )
  })

  it('gives each variable of a time step an equal share of it, from 0 to 1', () => {
    const schedule = schedules[3]!
    schedule.steps.timeStep.forEach((step, finished) => {
      const parts = schedule.steps.variable.filter(
        ({ from }) => step.from <= from && from < step.to,
      )
      parts.forEach(({ from, to }, k) => {
        for (const progress of [0.25, 0.75]) {
          const playhead = finished + (k + progress) / parts.length
          const found = toFrame(schedule, 'timeStep', playhead)
          expect([found.from, found.to]).toEqual([from, to])
          expect(found.progress).toBeCloseTo(progress, 9)
        }
      })
    })
  })

  it('shows every variable of a time step in turn', () => {
    for (const schedule of schedules.slice(0, 10)) {
      const seen = new Set<number>()
      for (let playhead = 0; playhead < schedule.steps.timeStep.length; playhead += 1 / 64) {
        const { from, to } = toFrame(schedule, 'timeStep', playhead)
        if (to > from) seen.add(from)
      }
      expect([...seen]).toEqual(schedule.steps.variable.map(({ from }) => from))
    }
  })
})

describe('another grain', () => {
  it('keeps what is finished, or goes back to the nearest whole step', () => {
    fc.assert(
      fc.property(anyPlace, anyGrain, ({ schedule, grain, playhead }, to) => {
        const finished = Math.floor(playhead)
        const changed = changeGrain(schedule, grain, to, finished)
        const done = doneAfter(schedule, grain, finished)
        expect(doneAfter(schedule, to, changed)).toBeLessThanOrEqual(done)
        const next = schedule.steps[to][changed]
        if (next) expect(next.to).toBeGreaterThan(done)
      }),
    )
  })

  it('that is finer leads there and back', () => {
    fc.assert(
      fc.property(anyPlace, anyGrain, ({ schedule, grain, playhead }, finer) => {
        fc.pre(grains.indexOf(finer) >= grains.indexOf(grain))
        const finished = Math.floor(playhead)
        const there = changeGrain(schedule, grain, finer, finished)
        expect(doneAfter(schedule, finer, there)).toBe(doneAfter(schedule, grain, finished))
        expect(changeGrain(schedule, finer, grain, there)).toBe(finished)
      }),
    )
  })
})

describe('another schedule', () => {
  const kind = (tau: number, hiddenSize: number): Kind => ({
    ...{ inputSize: 2, hiddenSize, outputSize: 2, tau, activation: 'tanh' },
    ...{ inputs: 'classes', targets: 1, hasInitialState: false },
  })
  const scheduleOf = (tau: number, hiddenSize = 3) =>
    createSchedule(graphOf(createNetwork(1, kind(tau, hiddenSize))))

  it('has no two steps of one key', () => {
    for (const grain of grains) {
      const keys = scheduleOf(3).steps[grain].map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('keeps the playhead under any other number of hidden units', () => {
    for (const grain of grains)
      for (const finished of range(0, scheduleOf(3).steps[grain].length))
        expect(keepPlayhead(scheduleOf(3), scheduleOf(3, 7), grain, finished)).toBe(finished)
  })

  it('keeps the same step under a longer or shorter τ, or the nearest earlier one that is left', () => {
    for (const [before, after] of [
      [scheduleOf(3), scheduleOf(5)],
      [scheduleOf(5), scheduleOf(3)],
      [scheduleOf(4), scheduleOf(1)],
    ] as const)
      for (const grain of grains) {
        const left = new Set(after.steps[grain].map(({ key }) => key))
        for (const finished of range(0, before.steps[grain].length)) {
          const kept = keepPlayhead(before, after, grain, finished)
          const keys = before.steps[grain].slice(0, finished).map(({ key }) => key)
          const expected = keys.findLast((key) => left.has(key)) ?? null
          expect(after.steps[grain][kept - 1]?.key ?? null).toBe(expected)
        }
      }
  })

  it('keeps the end an end', () => {
    for (const grain of grains) {
      const [before, after] = [scheduleOf(4), scheduleOf(6)]
      expect(keepPlayhead(before, after, grain, before.steps[grain].length)).toBe(
        after.steps[grain].length,
      )
    }
  })
})

const doneAfter = (schedule: Schedule, grain: Grain, finished: number): number =>
  schedule.steps[grain][finished - 1]?.to ?? 0
