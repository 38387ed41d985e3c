/** NameFrame: about as much as the name of a variable takes up: a letter, and its time in small digits. */
import type { Box } from './shapes'

export const nameFrame = ({ name }: Pick<Box, 'name'>, t: number | null) => {
  const width = 11 + (t === null ? 0 : widthOfTime(t))
  const left = { start: 0, middle: width / 2, end: width }[name.anchor]
  return { x: name.x - left, y: name.y - 12, width, height: 14 }
}

const widthOfDigit = 6
const widthOfTime = (t: number): number => 8 + widthOfDigit * String(t).length

/** What a time of more than one digit takes up beside one of one digit. */
export const widthOfMoreDigits = (t: number): number => widthOfTime(t) - widthOfTime(1)
