/** Sight: which stretch of the drawing can be seen, and what brings a part of it into view. */
import { timeAt, xAt } from '../layout/timeAt'

import type { Layout } from '../layout/layout'
import type { Column } from '../layout/shapes'

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
  /** Scrolls to a column where it can't be seen whole; says whether it did. */
  readonly follow: (column: Column | undefined) => boolean
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
  let seen: readonly [number, number] = [0, 0]
  return {
    seen: () => seen,
    look: () => (seen = view()),
    follow: (column) => {
      const { width, zoom } = layout()
      const [from, to] = seen
      if (!column || (from <= 0 && to >= width)) return false
      if (column.x >= from && column.x + column.width <= to) return false
      const before = scroller.scrollLeft
      scroller.scrollBy({ left: (column.center - (from + to) / 2) * zoom })
      return scroller.scrollLeft !== before
    },
    bring: (key) => {
      const { boxes, zoom } = layout()
      const box = boxes.find((each) => each.key === key)
      if (!box) return
      const { top, bottom } = scroller.getBoundingClientRect()
      const origin = graph.getBoundingClientRect().top
      scroller.scrollBy({
        left: toMiddle(box.x + box.width / 2, view()) * zoom,
        top:
          toMiddle(box.y + box.height / 2, [(top - origin) / zoom, (bottom - origin) / zoom]) *
          zoom,
      })
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

/** How far a place is from the middle of a stretch, 0 where it is in it. */
const toMiddle = (place: number, [from, to]: readonly [number, number]): number =>
  place < from || place > to ? place - (from + to) / 2 : 0
