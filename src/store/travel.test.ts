/** Travel, tested: both ways, with a hand on the clock; where less motion is asked for, by whole stages. */
import { describe, expect, it } from 'vitest'
import { createHandDriver } from '../../testing/unfold'
import { createTravel, stageMs } from './travel'

const open = (isStill = false, length = 4, speed = 1) => {
  const hand = createHandDriver()
  const travel = createTravel(
    { length: () => length, speed: () => speed, isStill: () => isStill },
    hand.driver,
  )
  const position = () => travel.store.getState().position
  return { ...hand, travel, position }
}

describe('travel', () => {
  it('goes to its goal and back again in even steps of time, and sleeps', () => {
    const { travel, tick, position, isRunning } = open()
    travel.travelTo(4)
    tick(stageMs / 2)
    expect(position()).toBeCloseTo(0.5, 9)
    for (let i = 0; i < 7; i++) tick(stageMs / 2)
    expect(position()).toBe(4)
    expect(isRunning()).toBe(false)
    travel.travelTo(0)
    tick(stageMs)
    expect(position()).toBeCloseTo(3, 9)
    for (let i = 0; i < 3; i++) tick(stageMs)
    expect(position()).toBe(0)
    expect(isRunning()).toBe(false)
  })

  it('at any speed ends in the same place', () => {
    for (const speed of [0.25, 1, 8]) {
      const { travel, settle, position } = open(false, 4, speed)
      travel.travelTo(3)
      settle(16, 10_000)
      expect(position()).toBe(3)
    }
  })

  it('steps to whole stages; a second step completes the first', () => {
    const { travel, tick, settle, position } = open()
    travel.step(1)
    tick(stageMs / 3)
    travel.step(1)
    expect(position()).toBe(1)
    settle(16, 1000)
    expect(position()).toBe(2)
    travel.jump(2.5)
    travel.step(-1)
    settle(16, 1000)
    expect(position()).toBe(2)
    travel.step(1)
    tick(100)
    travel.step(-1)
    settle(16, 1000)
    expect(position()).toBe(2)
  })

  it('pauses where it is, and goes on from there', () => {
    const { travel, tick, position, isRunning } = open()
    travel.travelTo(4)
    tick(1.5 * stageMs)
    travel.pause()
    expect(isRunning()).toBe(false)
    expect(position()).toBeCloseTo(1.5, 9)
    travel.travelTo(4)
    tick(stageMs)
    expect(position()).toBeCloseTo(2.5, 9)
  })

  it('where less motion is asked for knows whole stages only', () => {
    const { travel, tick, position, settle } = open(true)
    travel.step(1)
    expect(position()).toBe(1)
    travel.jump(2.4)
    expect(position()).toBe(2)
    travel.travelTo(4)
    const seen = new Set<number>()
    for (let i = 0; i < 200; i++) {
      tick(16)
      seen.add(position())
    }
    expect([...seen]).toEqual([2, 3, 4])
    expect(settle(16, 10)).toBe(0)
  })

  it('stays between its ends', () => {
    const { travel, settle, position } = open()
    travel.jump(9)
    expect(position()).toBe(4)
    travel.step(1)
    expect(position()).toBe(4)
    travel.travelTo(-3)
    settle(50, 1000)
    expect(position()).toBe(0)
  })
})
