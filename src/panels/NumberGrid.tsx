/** NumberGrid: a vector as a column, a matrix as rows, a number alone: coloured cells, each of which leads to what it was made from. */
import { type MouseEvent, type ReactNode, memo } from 'react'
import type { Tensor } from '../engine/tensor'
import { toVisible } from '../notation/names'
import { toCellText, toColumnText } from '../notation/numbers'
import type { Scale } from '../notation/scales'
import { MatrixThumb } from './MatrixThumb'

export interface GridProps {
  readonly tensor: Tensor
  /** As rows of a transposed matrix, or a vector lying down. */
  readonly isTransposed: boolean
  /** Four digits after the point, or as many as a small cell holds. */
  readonly isPrecise: boolean
  readonly scale: Scale
  readonly label: string
  /** The entry that is taken apart. */
  readonly chosen?: number | null
  /** Makes buttons of the cells. */
  readonly onChoose?: ((entry: number) => void) | null
  /** What a cell is called, where it is a button. */
  readonly nameOf?: ((entry: number) => string) | null
}

export interface NumberProps extends GridProps {
  /** Shown in place of a class index. */
  readonly symbol: string | null
}

/** Rows and columns, as they are shown. */
export const sizesOf = ({
  tensor: { shape },
  isTransposed,
}: Pick<GridProps, 'tensor' | 'isTransposed'>): readonly [rows: number, columns: number] => {
  const [first = 1, second = 1] = shape
  return isTransposed ? [second, first] : [first, second]
}

/** Which number of the tensor stands in a row and a column, of what is shown so large. */
export const entryAt = (
  [rows, columns]: readonly [number, number],
  [row, column]: readonly [number, number],
  isTransposed: boolean,
): number => (isTransposed ? column * rows + row : row * columns + column)

/** A longer vector is folded where it stands among others. */
export const longVector = 10
/** A larger matrix is drawn as a picture. */
const mostColumns = 6
const mostRows = 8
const thumbCell = 9
/** More than the style sheet gives room to. */
const scrolledRows = 18
/** Of more rows each is lower. */
const longRows = 5

export const NumberGrid = (props: NumberProps) => {
  const { tensor, isTransposed, scale, label, symbol } = props
  const sizes = sizesOf(props)
  const [rows, columns] = sizes
  const isVector = tensor.shape.length < 2
  if (!isVector && (columns > mostColumns || rows > mostRows))
    return (
      <Picture {...props} columns={columns} rows={rows}>
        <MatrixThumb
          rows={rows}
          columns={columns}
          isReady
          read={() => (isTransposed ? transposed(tensor) : tensor.data)}
          source={tensor.data.buffer}
          name={`${label} ${tensor.data.byteOffset} ${String(isTransposed)}`}
          scale={scale}
          label={label}
          size={Math.min(150, thumbCell * Math.max(rows, columns))}
        />
      </Picture>
    )
  const order = Array.from({ length: rows * columns }, (_, i) =>
    entryAt(sizes, [Math.floor(i / columns), i % columns], isTransposed),
  )
  return (
    <div
      role="group"
      // What scrolls can be scrolled by keys.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={rows > scrolledRows ? 0 : undefined}
      className={`grid${isVector && !isTransposed ? '' : ' matrix'}${rows > longRows ? ' long' : ''}`}
      aria-label={label}
      style={{ gridTemplateColumns: `repeat(${columns}, auto)` }}
    >
      {order.map((entry) => (
        <Cell
          key={entry}
          value={tensor.data[entry]!}
          entry={entry}
          isChosen={props.chosen === entry}
          isPrecise={props.isPrecise}
          scale={scale}
          symbol={symbol}
          onChoose={props.onChoose}
          nameOf={props.nameOf}
        />
      ))}
    </div>
  )
}

interface PictureProps extends NumberProps {
  readonly rows: number
  readonly columns: number
  readonly children: ReactNode
}

/** A picture of many entries leads to the one that is pressed; by keys to the first, from which one goes on. */
const Picture = ({ rows, columns, isTransposed, label, onChoose, children }: PictureProps) => {
  if (!onChoose || isTransposed) return children
  const choose = ({ clientX, clientY, detail, currentTarget }: MouseEvent) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    const placeOf = (share: number, count: number) =>
      Math.max(0, Math.min(count - 1, Math.floor(share * count)))
    const isPressed = detail > 0
    onChoose(
      isPressed
        ? placeOf((clientY - top) / height, rows) * columns +
            placeOf((clientX - left) / width, columns)
        : 0,
    )
  }
  return (
    <button type="button" className="picture-button" aria-label={label} onClick={choose}>
      {children}
    </button>
  )
}

interface CellProps {
  readonly value: number
  readonly entry: number
  readonly isChosen: boolean
  readonly isPrecise: boolean
  readonly scale: Scale
  readonly symbol: string | null
  readonly onChoose: GridProps['onChoose']
  readonly nameOf: GridProps['nameOf']
}

export const Cell = memo((props: CellProps) => {
  const { value, entry, isChosen, isPrecise, scale, symbol, onChoose, nameOf } = props
  const { fill, ink } = scale(value)
  const text =
    symbol === null ? (isPrecise ? toColumnText(value) : toCellText(value)) : toVisible(symbol)
  const style = symbol === null ? { background: fill, color: ink } : undefined
  return onChoose ? (
    <button
      type="button"
      className="cell-button"
      style={style}
      aria-pressed={isChosen}
      aria-label={`${nameOf!(entry)}: ${text}`}
      onClick={() => onChoose(entry)}
    >
      {text}
    </button>
  ) : (
    <span data-entry={entry} style={style}>
      {text}
    </span>
  )
})
Cell.displayName = 'Cell'

const transposed = ({ shape, data }: Tensor): Float64Array => {
  const [rows, columns] = shape as readonly [number, number]
  return data.map((_, i) => data[(i % rows) * columns + Math.floor(i / rows)]!)
}
