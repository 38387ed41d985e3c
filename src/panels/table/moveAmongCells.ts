/** Move among cells: the arrow keys, Home and End lead from number to number of a table, as its rows and columns stand. */
import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
}

/** `wanted`: what in a cell has the focus; cells without it are passed over. */
export const moveAmongCells = (event: KeyboardEvent, wanted = '.run-cell'): void => {
  const step = steps[event.key]
  const cell = (event.target as Element).closest<HTMLTableCellElement>('td, th')
  if (!step || !cell || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const row = cell.closest('tr')!
  const { rows } = row.closest('table')!
  event.preventDefault()
  const [down, right] = step
  // Home and End come in from beyond the ends of the row.
  const from = (x: number, dy: number, dx: number) =>
    focusNext(rows, [row.rowIndex, x], [dy, dx], wanted)
  if (right === -Infinity) from(-1, 0, 1)
  else if (right === Infinity) from(row.cells.length, 0, -1)
  else from(cell.cellIndex, down, right)
}

type Place = readonly [row: number, column: number]

/** The nearest number in one direction; what does not exist at some time is passed over. */
const focusNext = (
  rows: HTMLCollectionOf<HTMLTableRowElement>,
  [y, x]: Place,
  [down, right]: Place,
  wanted: string,
): void => {
  let [i, j] = [y + down, x + right]
  while (rows[i]?.cells[j]) {
    const button = rows[i]!.cells[j]!.querySelector<HTMLButtonElement>(wanted)
    if (button) {
      button.focus({ preventScroll: true })
      return button.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    i += down
    j += right
  }
}
