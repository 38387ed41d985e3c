/** Thinned, tested; and that a timeline of thousands of steps fits its room. */
import { expect, it } from 'vitest'
import { openUnfold, textNetwork } from '../../testing/unfold'
import { range } from '../engine/unfold'
import { thinned } from './thinned'

it('a bar for each half pixel, the longest of those that stand there; wider ones stay', () => {
  const narrow = range(0, 999).map((i) => ({ norm: i % 10, x: i * 0.05, width: 0.05 }))
  const wide = [
    { norm: 1, x: 0, width: 8 },
    { norm: 2, x: 0.1, width: 8 },
  ]
  const kept = thinned([...wide, ...narrow])
  expect(kept.slice(0, 2)).toEqual(wide)
  expect(kept.length).toBeLessThan(110)
  expect(kept.slice(3, -1).every(({ norm }) => norm === 9)).toBe(true)
})

it('the timeline of more steps than pixels is as wide as its room', () => {
  const room = { width: 500, height: 900 }
  const { unfold } = openUnfold(textNetwork('ab'.repeat(400), 'ba'.repeat(400), 1), { room })
  const { document, view } = unfold.store.getState()
  const { timeline } = unfold.derived.layoutOf(document.network, room, view)
  expect(timeline.right).toBeLessThan(room.width)
})
