/** Sight: which stretch of the drawing can be seen, and what brings a part of it into view. */
import { timeAt, xAt } from '../layout/timeAt'

import type { Layout } from '../layout/layout'
import type { Row } from '../layout/rows'
import type { Box, Column } from '../layout/shapes'

export interface SightElements {
  readonly scroller: HTMLElement
  readonly graph: SVGSVGElement
  readonly folded: SVGSVGElement
}

export interface Sight {
  /** The stretch that was seen last, in the layout's pixels: asking the page would make it lay itself out. */
  readonly seen: () => readonly [number, number]
  /** Asks the page anew. */
  readonly look: () => readonly [number, number]
  /** Where the graph is not seen whole at first: what it is about, with as much before it as there is room for. No page moves. */
  readonly begin: (column: Column | undefined, box: Box | null) => void
  /** Scrolls to a column where it can't be seen whole, and to a box in it or beside it; says whether it did. */
  readonly follow: (column: Column | undefined, box: Box | null) => boolean
  /** Where nothing has been computed yet the graph is seen from its beginning; says whether it was scrolled. */
  readonly toStart: (column: Column | undefined, box: Box | null) => boolean
  /** What the playhead was let go at comes into view in the graph; no page moves. */
  readonly settle: (box: Box | null) => void
  /** What is chosen elsewhere, by its name or in an equation, comes into view. */
  readonly bring: (key: string | null) => void
  readonly timeAtClient: (clientX: number) => number
  /** Scrolls so that a time stands at an x of the screen. */
  readonly keepAt: (time: number, clientX: number) => void
  /** Where columns become wider or narrower from: the present one if it is seen, else the middle. */
  readonly center: (column: Column | undefined) => number
}

export const createSight = (
  { scroller, graph, folded }: SightElements,
  layout: () => Layout,
): Sight => {
  const left = () => graph.getBoundingClientRect().left
  const view = (): readonly [number, number] => {
    const { zoom } = layout()
    const { left: from, right } = scroller.getBoundingClientRect()
    // Where the folded graph stays in place it covers what is under it.
    const covered = Math.max(from, folded.getBoundingClientRect().right)
    return [(covered - left()) / zoom, (right - left()) / zoom]
  }
  const down = (): readonly [number, number] => {
    const { zoom } = layout()
    const origin = graph.getBoundingClientRect().top
    const [top, bottom] = uncovered(scroller)
    return [(top - origin) / zoom, (bottom - origin) / zoom]
  }
  /** What there is room for, whatever of it the page shows. */
  const inPlace = (): readonly [number, number] => {
    const { zoom } = layout()
    const origin = graph.getBoundingClientRect().top
    const { top, bottom } = scroller.getBoundingClientRect()
    return [(top - origin) / zoom, (bottom - origin) / zoom]
  }
  const bringInPlace = (box: Box) =>
    scroller.scrollBy({ top: toInside(withName(box), inPlace()) * layout().zoom })
  const bringDown = (box: Box) => {
    const stretch = withName(box)
    // What is seen moves no page.
    if (toMiddle(stretch, down()) !== 0) pageTo(scroller)
    // What a sheet covers can be scrolled out from under it.
    const [, end] = uncovered(scroller)
    const covered = isSheetOver(scroller) ? scroller.getBoundingClientRect().bottom - end : 0
    scroller.style.paddingBottom = covered > 0 ? `${covered}px` : ''
    const by = toMiddle(stretch, down())
    if (by !== 0) {
      const whole = toWhole(layout().rows, moved(down(), by), stretch)
      scroller.scrollBy({ top: (by + whole) * layout().zoom })
    }
    // Where the graph itself has no further to go, the page has; no further than it must.
    pageBy(toInside(stretch, down()) * layout().zoom)
  }
  let seen: readonly [number, number] = [0, 0]
  let seenDown: readonly [number, number] = [0, 0]
  const begin: Sight['begin'] = (column, box) => {
    const { zoom, rows } = layout()
    const [from, to] = view()
    const first = box ? columnOf(layout(), box) : column
    const beyond = first ? (first.x + first.width - to) * zoom : 0
    if (beyond > 0) {
      // Either the folded graph is seen whole, or none of it.
      const gone = folded.getBoundingClientRect().right - scroller.getBoundingClientRect().left
      const canGo = (first!.x - from) * zoom >= gone
      scroller.scrollBy({ left: canGo ? Math.max(beyond, gone) : beyond })
    }
    if (!box) return
    // With what it is made from, below it.
    const { top, height } = rows.at(-1)!
    scroller.scrollBy({ top: toInside([box.y - nameAbove, top + height], inPlace()) * zoom })
    bringInPlace(box)
  }
  return {
    seen: () => seen,
    look: () => {
      seenDown = down()
      return (seen = view())
    },
    begin,
    toStart: (column, box) => {
      const { scrollLeft, scrollTop } = scroller
      scroller.scrollTo({ left: 0, top: 0 })
      begin(column, box)
      return scroller.scrollLeft !== scrollLeft || scroller.scrollTop !== scrollTop
    },
    settle: (box) => {
      if (box) bringInPlace(box)
    },
    follow: (column, box) => {
      const { width, zoom } = layout()
      const { scrollLeft, scrollTop } = scroller
      const isAcross = seen[0] > 0 || seen[1] < width
      const at = isAcross && column ? toMiddle([column.x, column.x + column.width], seen) : 0
      // The total stands beside the last column.
      const beside = isAcross && box ? toInside(withFrame(box), [seen[0] + at, seen[1] + at]) : 0
      const left = wholeStart(layout(), at + beside, seen, column) * zoom
      if (left !== 0) scroller.scrollBy({ left })
      if (box && (box.y < seenDown[0] || box.y + box.height > seenDown[1])) bringDown(box)
      return scroller.scrollLeft !== scrollLeft || scroller.scrollTop !== scrollTop
    },
    bring: (key) => {
      const { boxes, zoom } = layout()
      const box = boxes.find((each) => each.key === key)
      if (!box) return
      // With what leads to it and from it, where there is room.
      const own = columnOf(layout(), box)
      const across = view()
      const by = toMiddle([own.x, own.x + own.width], across)
      const left = wholeStart(layout(), by, across, own) * zoom
      if (left !== 0) scroller.scrollBy({ left })
      bringDown(box)
    },
    timeAtClient: (clientX) => timeAt(layout().columns, (clientX - left()) / layout().zoom),
    keepAt: (time, clientX) => {
      const x = left() + xAt(layout().columns, time) * layout().zoom
      scroller.scrollBy({ left: x - clientX, behavior: 'instant' })
    },
    center: (column) => {
      const [from, to] = view()
      const isSeen = column && column.center > from && column.center < to
      return left() + (isSeen ? column.center : (from + to) / 2) * layout().zoom
    },
  }
}

/** Beside the columns a variable stands by itself. */
const columnOf = ({ columns }: Layout, box: Box): Pick<Column, 'x' | 'width'> => {
  const center = box.x + box.width / 2
  return columns.find(({ x, width }) => x <= center && center < x + width) ?? box
}

/** A variable has its name above it. */
const nameAbove = 24

const withName = ({ y, height }: Box): readonly [number, number] => [y - nameAbove, y + height]

/** How far the middle of a stretch is from that of another, 0 where it is inside. */
const toMiddle = (
  [start, end]: readonly [number, number],
  [from, to]: readonly [number, number],
): number => (start < from - 1 || end > to + 1 ? (start + end - from - to) / 2 : 0)

/** So much is left between a variable and what covers the graph. */
const leastApart = 8

const withFrame = ({ x, width }: Box): readonly [number, number] => [
  x - leastApart,
  x + width + leastApart,
]

/** What stands before the first column is seen whole or not at all, not with some of its cells: as far as what is brought stays in sight. So is the air beside the total, at the end. */
const wholeStart = (
  { columns, width }: Layout,
  by: number,
  [from, to]: readonly [number, number],
  brought: { readonly x: number; readonly width: number } | undefined,
): number => {
  const first = columns[0]!.x
  const start = from + by
  const beyond = width - to - by
  if (by !== 0 && beyond > 0 && beyond < littlePx + leastApart) return by + beyond
  if (by === 0 || !brought || start <= 0 || start >= first) return by
  const isSeenFromStart = brought.x + brought.width <= to - from
  return (isSeenFromStart ? 0 : first) - from
}

const moved = ([from, to]: readonly [number, number], by: number): readonly [number, number] => [
  from + by,
  to + by,
]

/** A row of which so little is beyond an edge is seen whole. */
const littlePx = 14

/** How far the next row at either edge is from being seen whole; 0 where it is, or what is brought would go out of sight. */
const toWhole = (
  rows: readonly Row[],
  [from, to]: readonly [number, number],
  stretch: readonly [number, number],
): number => {
  const beyond = rows
    .flatMap(({ top, height }) => [Math.max(0, top + height - to), Math.min(0, top - from)])
    .find((by) => by !== 0 && Math.abs(by) < littlePx)
  const by = beyond === undefined ? 0 : beyond + Math.sign(beyond) * leastApart
  return toInside(stretch, moved([from, to], by)) === 0 ? by : 0
}

/** How far a stretch is from lying inside another, 0 where it does or cannot. */
const toInside = (
  [start, end]: readonly [number, number],
  [from, to]: readonly [number, number],
): number => {
  if (end - start + 2 * leastApart > to - from) return 0
  if (start < from - 1) return start - leastApart - from
  return end > to + 1 ? end + leastApart - to : 0
}

/** A tall one is for reading: the graph is left as it is. */
const sheetOver = ({ left }: DOMRect): DOMRect | null => {
  const sheet = document.querySelector('.inspector:not(.tall)')?.getBoundingClientRect()
  return sheet && sheet.height > 0 && sheet.left <= left ? sheet : null
}

const isSheetOver = (scroller: HTMLElement): boolean =>
  sheetOver(scroller.getBoundingClientRect()) !== null

/** What can be seen of the graph, from top to bottom of the screen: less what a sheet, the transport or a bar that stays covers. */
const uncovered = (scroller: HTMLElement): readonly [number, number] => {
  const place = scroller.getBoundingClientRect()
  const sheet = sheetOver(place)
  const transport = document.querySelector('.transport')?.getBoundingClientRect()
  const ends = [place.bottom, sheet?.top ?? Infinity, transport?.top ?? Infinity]
  const bar = document.querySelector('.top')?.getBoundingClientRect()
  return [Math.max(0, place.top, bar?.bottom ?? 0), Math.min(...ends)]
}

/** So much of the graph is left over a sheet, in pixels, or the page scrolls. */
const leastStrip = 100

/** Where the page itself scrolls: to the graph, but not away from what is typed, nor for a sheet that leaves room. */
const pageTo = (scroller: HTMLElement): void => {
  const [start, end] = uncovered(scroller)
  if (isSheetOver(scroller) && end - start >= leastStrip) return
  const { top, bottom } = scroller.getBoundingClientRect()
  const below = Math.max(0, bottom - end)
  pageBy(top < start ? top - start : Math.min(top, below))
}

const pageBy = (top: number): void => {
  if (top === 0 || document.activeElement?.closest('.top')) return
  document.scrollingElement?.scrollBy({ top, behavior: 'instant' })
}
