/** Folded grid, tested: what is folded. */
import { expect, it } from 'vitest'
import { isFolded } from './FoldedGrid'
import { toTensor } from '../engine/tensor'

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
