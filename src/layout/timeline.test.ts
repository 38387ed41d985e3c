/** Timeline, tested: there and back on the stage's own time axis, and every place leads to a playhead. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNetwork } from '../../testing/networks'
import { createMemory } from '../engine/memory'
import { graphOf } from '../engine/run'
import { type Grain, createSchedule, grains, turnOf } from '../engine/schedule'
import { range } from '../engine/unfold'
import { toLayout } from './layout'
import { playheadAt, pointOf, toPlaces } from './timeline'

interface Case {
  readonly tau: number
  readonly targets: number
  readonly grain: Grain
  readonly width: number
}

const lay = ({ tau, targets, grain, width }: Case) => {
  const network = createNetwork(tau, {
    ...{ inputSize: 3, hiddenSize: 4, outputSize: 2, tau, activation: 'tanh' },
    ...{ inputs: 'classes', targets, hasInitialState: false },
  })
  const graph = graphOf(network)
  const layout = toLayout(graph, createMemory(graph, network.architecture), { width, height: 800 })
  const schedule = createSchedule(graph)
  const steps = schedule.steps[grain]
  return { layout, steps, turn: turnOf(schedule, grain), places: toPlaces(layout, steps) }
}

const anyCase: fc.Arbitrary<Case> = fc.record({
  tau: fc.integer({ min: 1, max: 25 }),
  targets: fc.constantFrom(0, 0.5, 1),
  grain: fc.constantFrom(...grains),
  width: fc.integer({ min: 320, max: 2000 }),
})

const all = [
  ...grains.map((grain) => ({ tau: 1, targets: 1, grain, width: 320 })),
  ...fc.sample(anyCase, { numRuns: 30, seed: 1 }),
].map((which) => ({ name: JSON.stringify(which), ...lay(which) }))

describe('the timeline', () => {
  it('has a point for the start and for every step', () => {
    for (const { steps, places, name } of all)
      expect(places.points.length, name).toBe(steps.length + 1)
  })

  it('has each whole playhead at its point', () => {
    for (const { places, name } of all) {
      const far = places.points.filter((point, i) => {
        const { x, y } = pointOf(places, i)
        return Math.hypot(x - point.x, y - point.y) > 1e-9
      })
      expect(far, name).toEqual([])
    }
  })

  it('leads from the point of a whole playhead back to it', () => {
    for (const { places, name } of all) {
      const found = places.points.map((_, k) => playheadAt(places, pointOf(places, k)))
      expect(found, name).toEqual(range(0, places.points.length - 1))
    }
  })

  it('goes forward in the upper lane to the right, and backward in the lower lane to the left', () => {
    for (const { layout, places, turn, name } of all) {
      const { forward, backward } = layout.timeline
      const [there, back] = [places.points.slice(0, turn + 1), places.points.slice(turn + 1)]
      expect(forward).toBeLessThan(backward)
      expect(new Set(there.map(({ y }) => y)), name).toEqual(new Set([forward]))
      expect(new Set(back.map(({ y }) => y)), name).toEqual(new Set([backward]))
      expect(
        there.slice(1).every(({ x }, i) => x > there[i]!.x),
        name,
      ).toBe(true)
      expect(
        back.slice(1).every(({ x }, i) => x < back[i]!.x),
        name,
      ).toBe(true)
    }
  })

  it('has the steps of a time in its column', () => {
    for (const { layout, steps, places, name } of all) {
      const outside = steps.filter(({ t }, i) => {
        const column = layout.timeline.columns.find((one) => one.t === t)!
        const { x } = places.points[i + 1]!
        return x < column.x || x > column.x + column.width
      })
      expect(outside, name).toEqual([])
    }
  })

  it('starts at its left, turns at its right, and ends at its left', () => {
    for (const { layout, places, turn } of all) {
      const { left, right } = layout.timeline
      const { points } = places
      expect(points[0]!.x).toBeCloseTo(left, 6)
      expect(points[turn]!.x).toBeCloseTo(right, 6)
      expect(points.at(-1)!.x).toBeCloseTo(left, 6)
    }
  })

  it('has no jumps: a small step of the playhead is a small step of its point', () => {
    const fine = 100
    for (const { layout, places, steps, name } of all) {
      const { forward, backward } = layout.timeline
      // Within one step nothing moves further than across its column, and once round the bend, in half of its time.
      const most =
        (3 * (layout.timeline.columns.at(-1)!.width + Math.PI * (backward - forward))) / fine
      const points = range(0, steps.length * fine).map((i) => pointOf(places, i / fine))
      const jumps = points.flatMap(({ x, y }, i) => {
        const before = points[Math.max(0, i - 1)]!
        return Math.hypot(x - before.x, y - before.y) > most ? [i / fine] : []
      })
      expect(jumps, name).toEqual([])
    }
  })

  it('moves in every moment of a step', () => {
    for (const { places, steps, name } of all) {
      const still = range(0, steps.length * 10 - 1).filter((i) => {
        const [a, b] = [pointOf(places, i / 10), pointOf(places, (i + 1) / 10)]
        return Math.hypot(a.x - b.x, a.y - b.y) === 0
      })
      expect(still, name).toEqual([])
    }
  })

  it('stays between its lanes, and within the layout', () => {
    for (const { layout, places, steps, name } of all) {
      const { forward, backward, left } = layout.timeline
      const outside = range(0, steps.length * 10)
        .map((i) => pointOf(places, i / 10))
        .filter(
          ({ x, y }) =>
            y < forward - 1e-9 || y > backward + 1e-9 || x < left - 1e-9 || x > layout.width,
        )
      expect(outside, name).toEqual([])
    }
  })

  it('takes any place for the whole playhead that is nearest in the nearest lane', () => {
    const anyPlace = fc.record({
      x: fc.double({ min: -500, max: 3000, noNaN: true }),
      y: fc.double({ min: -500, max: 2000, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.constantFrom(...all), anyPlace, ({ layout, places, turn }, place) => {
        const { forward, backward } = layout.timeline
        const { points } = places
        const found = playheadAt(places, place)
        expect(Number.isInteger(found) && found >= 0 && found < points.length).toBe(true)
        if (place.y < (forward + backward) / 2 - 1e-6) expect(found).toBeLessThanOrEqual(turn)
        if (place.y > (forward + backward) / 2 + 1e-6) expect(found).toBeGreaterThan(turn)
        const lane = points.filter(({ y }) => y === points[found]!.y)
        const nearest = Math.min(...lane.map(({ x }) => Math.abs(x - place.x)))
        expect(Math.abs(points[found]!.x - place.x)).toBe(nearest)
      }),
    )
  })

  it('holds a thousand steps at the finest grain', () => {
    const { places, steps } = lay({ tau: 1000, targets: 1, grain: 'contribution', width: 1440 })
    expect(places.points).toHaveLength(steps.length + 1)
    expect(playheadAt(places, places.points[9000]!)).toBe(9000)
  })
})
