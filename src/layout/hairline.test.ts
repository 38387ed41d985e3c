/** Hairline, tested: it comes to the height of the next use beside where it begins, and stays there. */
import { expect, it } from 'vitest'
import { hairline } from './hairline'

it('runs along the height of what it leads to', () => {
  expect(hairline({ x: 10, y: 50 }, { x: 200, y: 50 })).toBe('M10,50H200')
  expect(hairline({ x: 10, y: 20 }, { x: 200, y: 50 })).toMatch(/^M10,20C.* 54,50H200$/)
})

it('bends within what room there is', () => {
  expect(hairline({ x: 10, y: 20 }, { x: 30, y: 50 })).toMatch(/ 20,50H30$/)
})
