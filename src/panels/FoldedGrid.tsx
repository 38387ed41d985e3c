/** FoldedGrid: of a long vector or a wide matrix its ends, in numbers that can be read; all of it on demand. */
import { type ReactNode, useState } from 'react'
import type { Tensor } from '../engine/tensor'
import { range } from '../engine/unfold'
import { endsOf, largestOf } from '../notation/endsOf'
import { Cell, type GridProps, NumberGrid, entryAt, longVector, sizesOf } from './NumberGrid'
import { useDictionary } from './useUnfold'

/** Up to here the picture of a matrix shows each of its cells. */
const mostInPicture = 16
/** More would be slow to show, and nobody reads them. */
const mostCells = 4096

const isVector = ({ shape }: Tensor): boolean => shape.length < 2

export const isFolded = (tensor: Tensor): boolean =>
  Math.max(...tensor.shape) > (isVector(tensor) ? longVector : mostInPicture)

export const FoldedGrid = (props: GridProps) => {
  const { tensor, label } = props
  const { shapes } = useDictionary().explain
  const [isOpen, setOpen] = useState(false)
  const [rows, columns] = sizesOf(props)
  const size = isVector(tensor) ? shapes.numbers(rows * columns) : shapes.matrix(rows, columns)
  return (
    <span className="folded-grid">
      {isOpen && rows * columns > mostCells ? (
        <NumberGrid {...props} symbol={null} />
      ) : (
        <Ends {...props} rows={rows} columns={columns} isWhole={isOpen} />
      )}
      <button
        type="button"
        className="small"
        aria-label={`${label}: ${size}`}
        title={size}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? '⋯' : isVector(tensor) ? `⋯ ${rows * columns}` : `⋯ ${rows}×${columns}`}
      </button>
    </span>
  )
}

interface EndsProps extends GridProps {
  readonly rows: number
  readonly columns: number
  readonly isWhole: boolean
}

const Ends = (props: EndsProps) => {
  const { tensor, isTransposed, isPrecise, scale, label, rows, columns, isWhole } = props
  const { chosen, onChoose, nameOf } = props
  const between = isVector(tensor) ? (chosen ?? largestOf(tensor.data)) : 1
  const placesOf = (n: number) => (isWhole || n <= 4 ? range(0, n - 1) : endsOf(n, between))
  const across = placesOf(columns)
  const cell = (i: number | null, j: number | null): ReactNode => {
    if (i === null || j === null)
      return (
        <i key={`${i} ${j}`} aria-hidden="true">
          {i === null ? (j === null ? '⋱' : '⋮') : '⋯'}
        </i>
      )
    const entry = entryAt([rows, columns], [i, j], isTransposed)
    return (
      <Cell
        key={`${i} ${j}`}
        value={tensor.data[entry]!}
        entry={entry}
        {...{ isChosen: entry === chosen, isPrecise, scale, symbol: null, onChoose, nameOf }}
      />
    )
  }
  return (
    <div
      role="group"
      // What scrolls can be scrolled by keys.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isWhole ? 0 : undefined}
      className={`grid${isVector(tensor) && !isTransposed ? '' : ' matrix'}`}
      aria-label={label}
      style={{ gridTemplateColumns: `repeat(${across.length}, auto)` }}
    >
      {placesOf(rows).flatMap((i) => across.map((j) => cell(i, j)))}
    </div>
  )
}
