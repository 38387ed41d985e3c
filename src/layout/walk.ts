/** Walk: from one variable to the next: along its row through time, along its column through the step. */
import type { Layout } from './layout'
import type { Box } from './shapes'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** The key of the variable that an arrow leads to; null at the edge of the graph. */
export const neighbourOf = (layout: Layout, key: string, direction: Direction): string | null => {
  const from = layout.boxes.find((box) => box.key === key)
  if (!from) return null
  const isAcross = direction === 'left' || direction === 'right'
  const line = layout.boxes
    .filter((box) => (isAcross ? isSameRow(layout, box, from) : isSameColumn(box, from)))
    .toSorted((a, b) => (isAcross ? middle(a) - middle(b) : a.y - b.y))
  const step = direction === 'left' || direction === 'up' ? -1 : 1
  return line[line.indexOf(from) + step]?.key ?? null
}

const middle = ({ x, width }: Box): number => x + width / 2

const isSameColumn = (a: Box, b: Box): boolean => Math.abs(middle(a) - middle(b)) < 1

const isSameRow = ({ rows }: Layout, a: Box, b: Box): boolean => {
  const rowOf = ({ y, height }: Box) =>
    rows.findIndex((row) => y + height / 2 >= row.top && y + height / 2 <= row.top + row.height)
  return rowOf(a) === rowOf(b)
}
