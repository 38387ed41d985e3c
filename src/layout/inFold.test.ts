/** In fold, tested: the times of a fold follow each other from one end of its lanes to the other. */
import { expect, it } from 'vitest'
import { range } from '../engine/unfold'
import { laneOfFold, placeInFold } from './inFold'

it('the times of a fold share its lanes, in their order', () => {
  const fold = { from: 3, to: 12, x: 100, width: 300 }
  const lane = laneOfFold(fold)
  const places = range(fold.from, fold.to).map((t) => placeInFold(fold, t)!)
  expect(places[0]!.x).toBe(lane.x)
  for (const [i, { x, width }] of places.entries())
    expect(x + width).toBeCloseTo(places[i + 1]?.x ?? lane.x + lane.width)
  for (const t of [fold.from - 1, fold.to + 1]) expect(placeInFold(fold, t)).toBeNull()
  expect(placeInFold(null, 5)).toBeNull()
})
