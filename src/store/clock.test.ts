/** Clock, tested: here a loop is the clock. Time comes in ticks, and the playhead is where they have led. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHandDriver } from '../../testing/unfold'
import { range } from '../engine/unfold'
import { createClock, motionMs, restMs } from './clock'

const open = ({ length = 5, speed = 1, isStill = false } = {}) => {
  const settings = { length, speed, isStill }
  const hand = createHandDriver()
  const clock = createClock(
    {
      length: () => settings.length,
      speed: () => settings.speed,
      isStill: () => settings.isStill,
    },
    hand.driver,
  )
  const playheads: number[] = []
  clock.store.subscribe(({ playhead }) => playheads.push(playhead))
  return {
    ...{ ...hand, clock, settings, playheads },
    playhead: () => clock.store.getState().playhead,
    isPlaying: () => clock.store.getState().isPlaying,
  }
}

/** More frames than any of these runs needs. */
const most = 10_000

describe('a clock', () => {
  it('begins at the start, asleep', () => {
    const { playhead, isPlaying, isRunning } = open()
    expect([playhead(), isPlaying(), isRunning()]).toEqual([0, false, false])
  })

  it('is not moved by time alone', () => {
    const { clock, playhead, playheads } = open()
    for (const _ of range(1, 100)) clock.tick(16)
    expect(playhead()).toBe(0)
    expect(playheads).toEqual([])
  })
})

describe('play', () => {
  it('reaches the end and sleeps', () => {
    const { clock, playhead, isPlaying, isRunning, settle } = open()
    clock.play()
    expect([isPlaying(), isRunning()]).toEqual([true, true])
    expect(settle(16, most)).toBeLessThan(most)
    expect([playhead(), isPlaying(), isRunning()]).toEqual([5, false, false])
  })

  it('moves at once, without a rest before the first step', () => {
    const { clock, playhead, tick } = open()
    clock.jump(2)
    clock.play()
    tick(16)
    expect(playhead()).toBeGreaterThan(2)
  })

  it('travels slowly at a low speed, and rests no longer for it', () => {
    for (const isStill of [false, true]) {
      const { clock, tick, playhead } = open({ speed: 0.25, isStill })
      clock.play()
      let [motion, rest] = [0, 0]
      while (playhead() < 2) {
        tick(10)
        if (Number.isInteger(playhead())) rest += 10
        else motion += 10
      }
      expect(Math.abs(motion - (isStill ? 0 : 8 * motionMs))).toBeLessThan(50)
      expect(Math.abs(rest - (isStill ? 4 : 1) * restMs)).toBeLessThan(50)
    }
  })

  it('goes through every step in order, and rests at each', () => {
    for (const elapsed of [1, 16, 100, 399, 5000]) {
      const { clock, playheads, settle } = open()
      clock.play()
      settle(elapsed, most)
      const whole = playheads.filter(Number.isInteger)
      expect([...new Set(whole)]).toEqual(range(0, 5))
      playheads.slice(1).forEach((playhead, i) => {
        expect(playhead).toBeGreaterThanOrEqual(playheads[i]!)
        expect(Math.ceil(playhead) - Math.floor(playheads[i]!)).toBeLessThanOrEqual(1)
      })
    }
  })

  it('begins again at the end', () => {
    const { clock, playhead, tick } = open()
    clock.jump(5)
    clock.play()
    expect(playhead()).toBe(0)
    tick(40)
    expect(playhead()).toBeCloseTo(40 / motionMs, 9)
  })

  it('goes on from the middle of a step', () => {
    const { clock, playhead, tick } = open()
    clock.stepForward()
    tick(100)
    const before = playhead()
    clock.play()
    tick(16)
    expect(playhead()).toBeGreaterThan(before)
    expect(playhead()).toBeLessThan(1)
  })

  it('of nothing does nothing', () => {
    const { clock, isPlaying, isRunning } = open({ length: 0 })
    clock.play()
    expect([isPlaying(), isRunning()]).toEqual([false, false])
  })

  it('twice is the same as once', () => {
    const [once, twice] = [open(), open()]
    for (const { clock } of [once, twice, twice]) clock.play()
    for (const { tick } of [once, twice]) range(1, 100).forEach(() => tick(16))
    expect(twice.playhead()).toBe(once.playhead())
  })

  it('is faster at a higher speed, by as much, and ends at the same playhead', () => {
    const frames = [1, 4].map((speed) => {
      const { clock, playhead, settle } = open({ speed })
      clock.play()
      const count = settle(4, most)
      expect(playhead()).toBe(5)
      return count
    })
    expect(frames[0]! / frames[1]!).toBeCloseTo(4, 1)
  })
})

describe('pause', () => {
  it('completes what is under way at once, and sleeps', () => {
    const { clock, playhead, isPlaying, isRunning, tick } = open()
    clock.play()
    for (const _ of range(1, 5)) tick(16)
    expect(Number.isInteger(playhead())).toBe(false)
    clock.pause()
    expect([playhead(), isPlaying(), isRunning()]).toEqual([1, false, false])
  })

  it('between two steps stays where it is', () => {
    const { clock, playhead, tick } = open()
    clock.play()
    for (const _ of range(1, 30)) tick(16)
    expect(playhead()).toBe(1)
    clock.pause()
    expect(playhead()).toBe(1)
  })
})

describe('a step forward', () => {
  it('takes at most 400 ms at speed 1, and sleeps', () => {
    const { clock, playhead, isRunning, settle } = open()
    clock.stepForward()
    expect(isRunning()).toBe(true)
    const frames = settle(10, most)
    expect(frames).toBeLessThanOrEqual(40)
    expect(motionMs).toBeLessThanOrEqual(400)
    expect([playhead(), isRunning()]).toEqual([1, false])
  })

  it('moves evenly', () => {
    const { clock, playheads, settle } = open()
    clock.stepForward()
    settle(40, most)
    expect(playheads.at(-1)).toBe(1)
    const moving = playheads.filter((playhead) => playhead > 0)
    moving.forEach((playhead, i) => {
      expect(playhead).toBeCloseTo(Math.min(1, (i + 1) * 0.1), 9)
    })
  })

  it('during a motion completes it and goes on with the next', () => {
    const { clock, playhead, tick, settle } = open()
    clock.stepForward()
    tick(100)
    clock.stepForward()
    expect(playhead()).toBe(1)
    tick(100)
    expect(playhead()).toBeGreaterThan(1)
    expect(playhead()).toBeLessThan(2)
    settle(16, most)
    expect(playhead()).toBe(2)
  })

  it('is one step for each press, however fast the key repeats', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 40 }), (pauses) => {
        const { clock, playhead, tick } = open({ length: 100 })
        pauses.forEach((pause, pressed) => {
          clock.stepForward()
          // What the presses before have asked for is done; nothing more than this one is under way.
          expect(playhead()).toBe(pressed)
          for (let rest = pause; rest > 0; rest -= 16) tick(Math.min(16, rest))
          expect(playhead()).toBeLessThanOrEqual(pressed + 1)
        })
        range(1, 100).forEach(() => tick(16))
        expect(playhead()).toBe(pauses.length)
      }),
    )
  })

  it('ends play', () => {
    const { clock, playhead, isPlaying, settle, tick } = open()
    clock.play()
    tick(100)
    clock.stepForward()
    expect(isPlaying()).toBe(false)
    settle(16, most)
    expect(playhead()).toBe(2)
  })

  it('at the end stays there', () => {
    const { clock, playhead, isRunning } = open()
    clock.jump(5)
    clock.stepForward()
    expect([playhead(), isRunning()]).toEqual([5, false])
  })

  it('in the last motion lands at the end', () => {
    const { clock, playhead, tick, isRunning } = open()
    clock.jump(4)
    clock.stepForward()
    tick(100)
    clock.stepForward()
    expect([playhead(), isRunning()]).toEqual([5, false])
  })
})

describe('a step back', () => {
  it('lands on the finished step before, at once', () => {
    const { clock, playhead, isRunning } = open()
    clock.jump(3)
    clock.stepBack()
    expect([playhead(), isRunning()]).toEqual([2, false])
  })

  it('during a motion lands on the step from which it began', () => {
    const { clock, playhead, isRunning, tick } = open()
    clock.jump(3)
    clock.stepForward()
    tick(100)
    clock.stepBack()
    expect([playhead(), isRunning()]).toEqual([3, false])
  })

  it('ends play', () => {
    const { clock, playhead, isPlaying, isRunning, tick } = open()
    clock.jump(2)
    clock.play()
    tick(100)
    clock.stepBack()
    expect([playhead(), isPlaying(), isRunning()]).toEqual([2, false, false])
  })

  it('at the start stays there', () => {
    const { clock, playhead } = open()
    clock.stepBack()
    expect(playhead()).toBe(0)
  })
})

describe('a jump', () => {
  it('ends within the run, on whatever side it was meant', () => {
    const { clock, playhead } = open()
    const reached = [-3, 0, 2, 5, 99].map((to) => {
      clock.jump(to)
      return playhead()
    })
    expect(reached).toEqual([0, 0, 2, 5, 5])
  })

  it('ends play and any step under way', () => {
    const { clock, playhead, isPlaying, isRunning, tick } = open()
    clock.play()
    tick(100)
    clock.jump(3)
    expect([playhead(), isPlaying(), isRunning()]).toEqual([3, false, false])
    clock.stepForward()
    tick(100)
    clock.jump(1)
    range(1, 50).forEach(() => clock.tick(16))
    expect(playhead()).toBe(1)
  })
})

describe('with less motion asked for', () => {
  it('a step appears at once', () => {
    const { clock, playhead, playheads, isRunning } = open({ isStill: true })
    clock.stepForward()
    clock.stepForward()
    expect([playhead(), isRunning()]).toEqual([2, false])
    expect(playheads.every(Number.isInteger)).toBe(true)
  })

  it('play goes from step to step, without anything between, and still rests', () => {
    const { clock, playhead, playheads, isRunning, settle } = open({ isStill: true })
    clock.play()
    const frames = settle(16, most)
    expect([playhead(), isRunning()]).toEqual([5, false])
    expect(playheads.every(Number.isInteger)).toBe(true)
    expect(frames).toBeGreaterThan(5 * 10)
  })

  it('asked for while a step is under way, it ends in the next frame', () => {
    const { clock, playhead, settings, tick } = open()
    clock.stepForward()
    tick(16)
    settings.isStill = true
    tick(16)
    expect(playhead()).toBe(1)
  })
})

describe('whatever is done', () => {
  type Open = ReturnType<typeof open>
  const anyDeed: fc.Arbitrary<readonly [string, (of: Open) => void]> = fc.oneof(
    fc.constantFrom(
      ...(['play', 'pause', 'stepForward', 'stepBack'] as const).map(
        (name) => [name, ({ clock }: Open) => clock[name]()] as const,
      ),
    ),
    fc
      .integer({ min: -2, max: 8 })
      .map((to) => [`jump ${to}`, ({ clock }: Open) => clock.jump(to)] as const),
    fc
      .integer({ min: 0, max: 700 })
      .map((ms) => [`tick ${ms}`, ({ tick }: Open) => tick(ms)] as const),
    fc.constantFrom(0.25, 1, 8).map(
      (speed) =>
        [
          `speed ${speed}`,
          ({ settings }: Open) => {
            settings.speed = speed
          },
        ] as const,
    ),
  )

  it('the playhead stays within the run, a driver runs only while something moves, and it comes to rest', () => {
    fc.assert(
      fc.property(fc.array(anyDeed, { maxLength: 30 }), (deeds) => {
        const it = open()
        for (const [, deed] of deeds) {
          deed(it)
          expect(it.playhead()).toBeGreaterThanOrEqual(0)
          expect(it.playhead()).toBeLessThanOrEqual(5)
          if (!it.isRunning()) {
            expect(Number.isInteger(it.playhead())).toBe(true)
            expect(it.isPlaying()).toBe(false)
          }
        }
        it.settle(16, most)
        expect(it.isRunning()).toBe(false)
        expect(Number.isInteger(it.playhead())).toBe(true)
      }),
    )
  })

  it('a clock that is destroyed is stopped', () => {
    const { clock, isRunning } = open()
    clock.play()
    clock.destroy()
    expect(isRunning()).toBe(false)
  })
})
