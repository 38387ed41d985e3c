import { expect, it } from 'vitest'
import { besideLines, halfText } from './besideLines'

it('leaves a number where no line goes through it', () => {
  expect(besideLines(50, [])).toBe(50)
  expect(besideLines(50, [50 + halfText, 20])).toBe(50)
})

it('goes up out of a line’s way, be it further than down, and past the next line, too', () => {
  expect(besideLines(50, [47])).toBe(47 - halfText)
  expect(besideLines(50, [50, 50 - halfText])).toBe(50 - 2 * halfText)
})

it('goes down where there is no room above', () => {
  expect(besideLines(6, [5])).toBe(5 + halfText)
})
