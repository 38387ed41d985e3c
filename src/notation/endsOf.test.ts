/** Ends, tested: what is left of a long vector, and where its gaps are. */
import { expect, it } from 'vitest'
import { endsOf, largestOf } from './endsOf'

it('keeps the first, the last, and one between them, with a gap wherever some are left out', () => {
  expect(endsOf(27, 13)).toEqual([0, null, 13, null, 26])
  for (const between of [0, 1]) expect(endsOf(27, between)).toEqual([0, 1, null, 26])
  for (const between of [25, 26]) expect(endsOf(27, between)).toEqual([0, null, 25, 26])
})

it('finds the largest by its size, whatever its sign', () => {
  expect(largestOf(Float64Array.of(0.1, -0.7, 0.6))).toBe(1)
})
