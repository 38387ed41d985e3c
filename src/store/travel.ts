/** Travel: a position between 0 and a length, moved one stage at a time, both ways. It sleeps when nothing moves. */
import { createStore } from 'zustand/vanilla'
import type { ClockSource, Driver } from './clock'

export interface TravelState {
  /** A whole number: that many stages are done. */
  readonly position: number
  /** Where it is going; null: it rests. */
  readonly goal: number | null
}

/** One stage takes so long at speed 1; where less motion is asked for, it rests so long before the next. */
export const stageMs = 900

export const createTravel = (source: ClockSource, driver: Driver) => {
  const store = createStore<TravelState>()(() => ({ position: 0, goal: null }))
  let stop: (() => void) | null = null
  let rested = 0

  const clamp = (position: number) => Math.max(0, Math.min(source.length(), position))
  const sleep = () => {
    stop?.()
    stop = null
    rested = 0
  }
  const rest = (position: number) => {
    sleep()
    store.setState({ position, goal: null })
  }

  const tick = (elapsedMs: number): void => {
    const { position, goal } = store.getState()
    if (goal === null) return sleep()
    let moved = (elapsedMs * source.speed()) / stageMs
    if (source.isStill()) {
      rested += moved
      if (rested < 1) return
      rested = 0
      moved = 1
    }
    const way = goal - position
    if (Math.abs(way) <= moved) rest(goal)
    else store.setState({ position: position + Math.sign(way) * moved })
  }

  const travelTo = (goal: number): void => {
    const end = clamp(goal)
    if (end === store.getState().position) return rest(end)
    store.setState({ goal: end })
    stop ??= driver(tick)
  }

  return {
    store,
    /** Puts the position anywhere, without motion; where less motion is asked for, on a whole stage. */
    jump: (position: number): void => {
      const end = clamp(position)
      rest(source.isStill() ? Math.round(end) : end)
    },
    travelTo,
    /** To the next whole stage in a direction; one after the other where one is under way. */
    step: (direction: 1 | -1): void => {
      const { position, goal } = store.getState()
      const from = goal ?? (direction > 0 ? Math.floor(position) : Math.ceil(position))
      const next = clamp(Math.round(from) + direction)
      if (source.isStill()) rest(next)
      else {
        // What is under way in the same direction is completed at once.
        if (goal !== null && Math.sign(goal - position) === direction) rest(clamp(goal))
        travelTo(next)
      }
    },
    /** Rests where it is, on a hundredth of a stage, where a slider can be put as well. */
    pause: (): void => rest(Math.round(100 * store.getState().position) / 100),
    destroy: sleep,
  }
}

export type Travel = ReturnType<typeof createTravel>
