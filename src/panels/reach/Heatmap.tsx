/** Heatmap: the triangle as pixels on a canvas, and one cell of it as an element that keyboard and screen reader walk on. */
import {
  type KeyboardEvent,
  type MouseEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Triangle } from '../../engine/reach/triangle'
import { reachWords } from '../../i18n/reach'
import { type LogScale, createLogScale, createNormScale } from '../../notation/logScale'
import { toDigits } from '../../notation/numbers'
import type { Paint } from '../../notation/scales'
import { useValue, useWords } from '../useUnfold'
import { toRoom } from './Chart'
import { drawPixels } from './drawPixels'
import { drawSharp } from './drawSharp'
import type { Axis } from './useAxis'

export interface Place {
  readonly row: number
  readonly column: number
}

interface Props {
  readonly triangle: Triangle
  readonly axis: Axis
  readonly open: Place | null
  readonly onOpen: (place: Place) => void
}

/** Rows are as high as a number, and lower where there are many. */
const mostHeight = 24
const roomForRows = 420
const leastHeight = 2
/** Smaller cells have no frame: they are pixels. */
const framedCell = 10

export const Heatmap = ({ triangle, axis, open, onOpen }: Props) => {
  const words = useWords(reachWords)
  const theme = useValue((state) => state.theme)
  const { losses, states } = triangle
  const canvas = useRef<HTMLCanvasElement>(null)
  const rowHeight = Math.max(leastHeight, Math.min(mostHeight, roomForRows / losses.length))
  const height = rowHeight * losses.length
  const [place, setPlace] = useState<Place>({ row: losses.length - 1, column: 0 })
  const current = {
    row: Math.min(place.row, losses.length - 1),
    column: Math.min(place.column, states.length - 1),
  }
  const [scale, hasZero] = useMemo(() => {
    const norms = normsOf(triangle)
    return [createLogScale(norms, []), norms.includes(0)] as const
  }, [triangle])
  const isFramed = rowHeight > framedCell && axis.columns.some(({ width }) => width > framedCell)
  const paint = useMemo(() => createNormScale(theme), [theme])
  const boxOf = ({ row, column }: Place) => {
    const { x, width } = axis.at(states[column]!.t!)!
    return { x, width, y: row * rowHeight, height: rowHeight }
  }
  useLayoutEffect(() => {
    drawSharp(canvas.current!, { width: axis.width, height }, (context, ratio) => {
      if (!isFramed) {
        drawPixels(context, ratio, {
          columns: states.map(({ t }) => axis.at(t!)!),
          ...{ rows: losses.length, width: axis.width, height },
          colour: (row, column) => colourOf(triangle.norm(row, column), scale, paint),
        })
        return
      }
      losses.forEach((_, row) =>
        states.forEach((__, column) => {
          const norm = triangle.norm(row, column)
          if (norm !== null) drawCell(context, boxOf({ row, column }), norm, scale, paint)
        }),
      )
    })
    // An axis is new at every render; where its columns are the same, so is what is drawn.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [triangle, scale, paint, height, toPlace(axis)])
  const placeAt = ({ nativeEvent, currentTarget }: MouseEvent<HTMLElement>): Place | null => {
    const { left, top, width } = currentTarget.getBoundingClientRect()
    const zoom = width / axis.width
    const [x, y] = [(nativeEvent.clientX - left) / zoom, (nativeEvent.clientY - top) / zoom]
    const row = Math.floor(y / rowHeight)
    const column = states.findIndex(({ t }) => {
      const column = axis.at(t!)!
      return x >= column.x && x < column.x + column.width
    })
    return row >= 0 && row < losses.length && column >= 0 ? { row, column } : null
  }
  const choose = (next: Place) => {
    setPlace(next)
    onOpen(next)
  }
  return (
    <div className="reach-heat">
      <div className="reach-rows" style={{ width: axis.margin, height }}>
        {losses.map(({ key }, row) =>
          rowHeight >= 13 || row % Math.ceil(16 / rowHeight) === 0 ? (
            <span key={key} style={{ top: row * rowHeight, height: rowHeight }}>
              {key}
            </span>
          ) : null,
        )}
      </div>
      {/* The cell in it has the focus, and hears the keys. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */}
      <div
        className="reach-cells"
        style={{ width: axis.width, height }}
        role="grid"
        aria-label={words.triangle(states[0]!.key.replace(/\(.*/, ''))}
        aria-rowcount={losses.length}
        aria-colcount={states.length}
        // Not as soon as it is touched: a finger may be about to scroll the page.
        onClick={(event) => {
          const at = placeAt(event)
          if (at) choose(at)
        }}
      >
        <canvas ref={canvas} aria-hidden="true" style={{ width: axis.width, height }} />
        {open && open.row < losses.length && open.column < states.length && (
          <div className="reach-open" style={toStyle(boxOf(open))} />
        )}
        <ActiveCell
          key={`${current.row} ${current.column}`}
          {...{ triangle, place: current, onOpen: choose }}
          style={toStyle(boxOf(current))}
          onMove={setPlace}
        />
      </div>
      <Legend {...{ scale, paint }} zero={hasZero ? (isFramed ? 'framed' : 'clear') : null} />
    </div>
  )
}

/** Where the columns of an axis stand, as text that can be compared. */
const toPlace = ({ columns, width }: Axis): string =>
  `${width} ${columns.length} ${columns[0]?.x} ${columns.at(-1)?.x} ${columns.at(-1)?.width}`

/** Zero is clear; what is not finite has the colour of the largest. */
const colourOf = (
  norm: number | null,
  scale: LogScale,
  paint: (share: number) => Paint,
): Paint['rgb'] | null =>
  norm === null || norm === 0 ? null : paint(Number.isFinite(norm) ? scale.share(norm) : 1).rgb

const toStyle = ({ x, y, width, height }: Box) => ({ left: x, top: y, width, height })

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const normsOf = ({ losses, states, norm }: Triangle): readonly number[] =>
  losses.flatMap((_, row) => states.flatMap((__, column) => norm(row, column) ?? []))

interface ActiveProps {
  readonly triangle: Triangle
  readonly place: Place
  readonly style: ReturnType<typeof toStyle>
  readonly onMove: (place: Place) => void
  readonly onOpen: (place: Place) => void
}

/** Did the last move come from the keys? Then the cell that comes takes the focus of the one that goes. */
let hadFocus = false

const ActiveCell = ({ triangle, place, style, onMove, onOpen }: ActiveProps) => {
  const words = useWords(reachWords)
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (hadFocus) element.current!.focus()
    hadFocus = false
  }, [])
  const { losses, states, norm } = triangle
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      event.stopPropagation()
      onOpen(place)
      return
    }
    const next = moved(place, event.key, losses.length, states.length)
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    hadFocus = next.row !== place.row || next.column !== place.column
    onMove(next)
  }
  const length = norm(place.row, place.column)
  const label = words.cell(
    losses[place.row]!.key,
    states[place.column]!.key,
    length === null ? null : toDigits(length, 4),
  )
  return (
    <div role="row" aria-rowindex={place.row + 1}>
      <div
        ref={element}
        className="reach-active"
        role="gridcell"
        aria-colindex={place.column + 1}
        aria-label={label}
        title={label}
        tabIndex={0}
        style={style}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}

const moved = (
  { row, column }: Place,
  key: string,
  rows: number,
  columns: number,
): Place | null => {
  const within = (n: number, most: number) => Math.max(0, Math.min(most - 1, n))
  switch (key) {
    case 'ArrowUp':
      return { row: within(row - 1, rows), column }
    case 'ArrowDown':
      return { row: within(row + 1, rows), column }
    case 'ArrowLeft':
      return { row, column: within(column - 1, columns) }
    case 'ArrowRight':
      return { row, column: within(column + 1, columns) }
    case 'Home':
      return { row, column: 0 }
    case 'End':
      return { row, column: columns - 1 }
    default:
      return null
  }
}

/** Zero is an empty frame, not a pale colour; what is not finite is crossed out. */
const drawCell = (
  context: CanvasRenderingContext2D,
  { x, y, width, height }: Box,
  norm: number,
  scale: LogScale,
  paint: (share: number) => Paint,
) => {
  const gap = width > framedCell && height > framedCell ? 1 : 0
  const [w, h] = [width - 2 * gap, height - 2 * gap]
  const { fill, ink } = paint(Number.isFinite(norm) ? scale.share(norm) : 1)
  if (norm === 0) {
    context.strokeStyle = '#8a8f9c'
    context.setLineDash([3, 3])
    if (gap) context.strokeRect(x + gap + 0.5, y + gap + 0.5, w - 1, h - 1)
    context.setLineDash([])
  } else {
    context.fillStyle = fill
    context.fillRect(x + gap, y + gap, w, h)
  }
  if (width < 44 || height < 15) return
  context.fillStyle = norm === 0 ? '#8a8f9c' : ink
  context.fillText(toRoom(norm, width), x + width / 2, y + height / 2)
}

interface LegendProps {
  readonly scale: LogScale
  readonly paint: (share: number) => Paint
  /** How zero is drawn in this map; null: there is none in it. */
  readonly zero: 'framed' | 'clear' | null
}

const Legend = ({ scale, paint, zero }: LegendProps) => {
  const words = useWords(reachWords)
  const power = (n: number) => (n === 0 ? '1' : `1e${n < 0 ? `−${-n}` : n}`)
  return (
    <div className="reach-legend heat-legend">
      <span>{power(scale.from)}</span>
      <span className="ramp" aria-hidden="true">
        {Array.from({ length: 12 }, (_, i) => (
          <i key={i} style={{ background: paint(i / 11).fill }} />
        ))}
      </span>
      <span>{power(scale.to)}</span>
      {zero && (
        <span className={`zero ${zero}`}>
          <i aria-hidden="true" /> {words.zero}
        </span>
      )}
    </div>
  )
}
