/** Clock: the only owner of time and of the playhead. It sleeps when nothing moves; in a test a loop is its driver. */
import { createStore } from 'zustand/vanilla'

export interface ClockState {
  /** A whole number: that many steps are finished. Between: one is under way. */
  readonly playhead: number
  readonly isPlaying: boolean
}

/** What a clock needs to know of the rest. */
export interface ClockSource {
  /** Number of steps at the present grain. */
  readonly length: () => number
  /** 1: a motion takes 400 ms. */
  readonly speed: () => number
  /** Steps appear at once. */
  readonly isStill: () => boolean
}

/** Calls back before each frame with the time that has passed, in ms, until told to stop. */
export type Driver = (tick: (elapsedMs: number) => void) => () => void

/** The longest motion of one step, and the rest before the next while playing, at speed 1. */
export const motionMs = 400
export const restMs = 550
/** Slower than so, motions take longer; rests do not: nothing happens in them. */
const slowestRest = 1

export const frameDriver: Driver = (tick) => {
  let before = performance.now()
  let id = requestAnimationFrame(function frame(now) {
    id = requestAnimationFrame(frame)
    const elapsed = Math.max(0, now - before)
    before = now
    tick(elapsed)
  })
  return () => cancelAnimationFrame(id)
}

export const createClock = (source: ClockSource, driver: Driver) => {
  const store = createStore<ClockState>()(() => ({ playhead: 0, isPlaying: false }))
  let stop: (() => void) | null = null
  let rested = 0
  /** Where a single step forward ends; at most one more waits. */
  let goal: number | null = null

  const state = () => store.getState()
  const clamp = (playhead: number) => Math.max(0, Math.min(source.length(), playhead))
  /** Where what is under way, or waits for its first frame, will end. */
  const whole = () => goal ?? Math.ceil(state().playhead)
  const wake = () => {
    stop ??= driver(tick)
  }
  const sleep = () => {
    stop?.()
    stop = null
  }

  /** Moves time on by so many milliseconds. */
  const tick = (elapsedMs: number): void => {
    const { playhead, isPlaying } = state()
    if (!isPlaying && goal === null) return sleep()
    const speed = source.speed()
    const elapsed = elapsedMs * speed
    if (isPlaying && Number.isInteger(playhead) && playhead > 0 && rested < restMs) {
      // Where steps appear at once, the rest is all that there is to see of the speed.
      rested += source.isStill() ? elapsed : elapsedMs * Math.max(slowestRest, speed)
      return
    }
    rested = 0
    const next = Math.floor(playhead) + 1
    const moved = source.isStill() ? next : Math.min(next, playhead + elapsed / motionMs)
    const reached = clamp(moved)
    const isDone = reached >= source.length() || (goal !== null && reached >= goal)
    if (goal !== null && reached >= goal) goal = null
    store.setState({ playhead: reached, isPlaying: isPlaying && !isDone })
    if (isDone) sleep()
  }

  const jump = (playhead: number): void => {
    goal = null
    rested = 0
    sleep()
    store.setState({ playhead: clamp(playhead), isPlaying: false })
  }

  return {
    store,
    tick,
    /** Puts the playhead on a whole number of finished steps, without motion. */
    jump,
    /** Takes part of a step already under way as done, then moves on by one. */
    stepForward: (): void => {
      const start = whole()
      if (start >= source.length()) return jump(start)
      if (source.isStill()) return jump(start + 1)
      goal = start + 1
      rested = 0
      store.setState({ playhead: start, isPlaying: false })
      wake()
    },
    /** Lands on the finished step before. */
    stepBack: (): void => jump(whole() - 1),
    play: (): void => {
      if (source.length() === 0) return
      goal = null
      rested = restMs
      const { playhead } = state()
      store.setState({ playhead: playhead >= source.length() ? 0 : playhead, isPlaying: true })
      wake()
    },
    /** What is under way is completed at once. */
    pause: (): void => jump(whole()),
    destroy: sleep,
  }
}

export type Clock = ReturnType<typeof createClock>
