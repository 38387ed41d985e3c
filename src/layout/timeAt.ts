/** Time at: which time stands at an x, between whole times too, and back; so that a time can be kept in its place. */
import type { Column } from './shapes'

/** The number of columns to the left of x, as a fraction; beyond the ends as if they went on. */
export const timeAt = (columns: readonly Column[], x: number): number => {
  const after = columns.findIndex((column) => x < column.x + column.width)
  const i = after < 0 ? columns.length - 1 : after
  const { x: left, width } = columns[i]!
  return i + (x - left) / width
}

export const xAt = (columns: readonly Column[], time: number): number => {
  const i = Math.max(0, Math.min(columns.length - 1, Math.floor(time)))
  const { x, width } = columns[i]!
  return x + (time - i) * width
}
