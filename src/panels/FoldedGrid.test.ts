/** Folded grid, tested: what is left of a long vector, and where its gaps are. */
import { expect, it } from 'vitest'
import { endsOf, isFolded } from './FoldedGrid'
import { toTensor } from '../engine/tensor'

it('keeps the first, the last, and one between them, with a gap wherever some are left out', () => {
  expect(endsOf(27, 13)).toEqual([0, null, 13, null, 26])
  for (const between of [0, 1]) expect(endsOf(27, between)).toEqual([0, 1, null, 26])
  for (const between of [25, 26]) expect(endsOf(27, between)).toEqual([0, null, 25, 26])
})

it('folds what is long or wide, and nothing else', () => {
  const isLong = (...shape: [number] | [number, number]) =>
    isFolded(toTensor(shape, new Float64Array(shape.reduce((a, b) => a * b))))
  expect([isLong(10), isLong(11), isLong(16, 16), isLong(3, 27)]).toEqual([
    false,
    true,
    false,
    true,
  ])
})
