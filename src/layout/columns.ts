/** Columns: how wide a cell is, where each time stands, and which times are folded away in the middle. */
import type { Memory } from '../engine/memory'
import { type Graph, range } from '../engine/unfold'
import { widthOfMoreDigits } from './nameFrame'
import type { Column, Fold } from './shapes'

export interface Columns {
  readonly cellWidth: number
  /** By time; those that are folded away share the width of the fold. */
  readonly columns: readonly Column[]
  readonly fold: Fold | null
  readonly width: number
}

/** How the user wants to see time. */
export interface View {
  /** Each level makes cells wider (above 0) or narrower by a third. */
  readonly zoomLevel: number
  readonly isFoldOpen: boolean
}

/** All that there is, at the size that suits it. */
export const plainView: View = { zoomLevel: 0, isFoldOpen: true }

/** In pixels: a cell with a number in it, and the narrowest and widest that any cell may be. */
export const numberCell = 33
/** One with a letter. */
export const letterCell = 13
const leastCell = 2
const mostCell = 72
const comfortableCell = 48
/** A vector that has more entries than fit in this gets narrower cells. */
const vectorWidth = 8 * numberCell
/** What the graph has on a screen of 1440: in more, its cells grow before more columns come. */
export const plainWidth = 964
export const padding = 4
const gutter = 43
/** Beside the name of a matrix between two columns. */
const besideName = 6
/** Room for the arrow out of the first column. */
const startGutter = 34
export const rightMargin = 58
/** Room for the folded graph, left of the stage and of all that shares its time axis. */
export const foldedWidth = 124
export const leftMargin = 2
const mostColumn = 300
/** Up to so many times are never folded. */
export const neverFolded = 12
const leastFold = 200
/** Where no more than the least columns stay beside it, so that all is seen. */
const narrowestFold = 136
/** Between a fold and what stands beside it: names, and arrows into it. */
export const foldMargin = 20
/** At least so many columns stay, half of them at either end. */
const leastColumns = 2

export interface Sizes {
  readonly tau: number
  /** Entries of the longest vector, and of the longest initial state (0: there is none). */
  readonly widest: number
  readonly start: number
  /** Between two columns. */
  readonly gutter: number
}

/** What leads from column to column: the longest name of a matrix on the way, and the entries of what is there. */
export interface Across {
  readonly nameWidth: number
  readonly entries: number
}

export const sizesOf = (graph: Graph, memory: Memory, across: Across): Sizes => {
  const vectors = graph.nodes.filter(
    ({ kind, of }) => kind !== 'parameter' && of.dimensions.length > 0,
  )
  const entries = (nodes: typeof vectors) =>
    nodes.reduce((most, { id }) => Math.max(most, memory.size[id]!), 0)
  const widest = entries(vectors)
  // A name stands before a vector, and has the room that others need beside it.
  const room = (widest - across.entries) * numberCell
  return {
    ...{ tau: graph.tau, widest },
    start: entries(vectors.filter(({ t }) => t === 0)),
    gutter: Math.max(gutter + widthOfMoreDigits(graph.tau), across.nameWidth + besideName - room),
  }
}

/** The width at which every number of a sequence stands on the stage. */
export const leastWidth = (sizes: Sizes, growth: number): number =>
  fixedWidth(sizes) + sizes.tau * sizes.widest * numberCell + sizes.start * startCell(sizes, growth)

/** What comes before the first step is as large as what is of its kind. */
const startCell = ({ start, widest }: Sizes, growth: number): number =>
  start > 0 ? ownCell(start, widest, numberCell, growth, plainView) : 0

/** The width at which the first column stands whole on the stage, after what is before it. */
export const firstWidth = ({ start, widest, gutter: between }: Sizes): number =>
  leftMargin + startWidth(start, numberCell) + columnWidth(widest, numberCell, between)

/** Where the longest vector has no room for numbers, a shorter one may have it, within the width of the longest. */
export const ownCell = (
  entries: number,
  widest: number,
  cellWidth: number,
  growth: number,
  { zoomLevel }: View,
): number => {
  const most = zoomed(numberCell * growth, zoomLevel)
  const own = Math.min(most, (widest * cellWidth) / entries)
  return own >= zoomed(numberCell, zoomLevel) ? Math.max(cellWidth, own) : cellWidth
}

/** By how much what a stage of that width has is larger than on a plain one. */
export const grownBy = (width: number): number => Math.max(1, width / plainWidth)

/** As wide as is wanted, within what any cell may be. */
const zoomed = (cellWidth: number, zoomLevel: number): number => {
  const wanted = cellWidth * 1.5 ** zoomLevel
  return Math.max(leastCell, Math.min(mostCell, wanted >= 6 ? Math.floor(wanted) : wanted))
}

const startWidth = (entries: number, cellWidth: number): number =>
  entries > 0 ? entries * cellWidth + 2 * padding + startGutter : 0

const columnWidth = (entries: number, cellWidth: number, between: number): number =>
  entries * cellWidth + 2 * padding + between

export const toColumns = (sizes: Sizes, width: number, growth: number, view: View): Columns => {
  const cellWidth = cellWidthFor(sizes, width, growth, view)
  const start = startWidth(sizes.start, ownCell(sizes.start, sizes.widest, cellWidth, growth, view))
  const least = columnWidth(sizes.widest, cellWidth, sizes.gutter + besideNarrow(sizes, cellWidth))
  const room = width - leftMargin - rightMargin - start
  const each = Math.max(least, Math.min(room / sizes.tau, Math.max(mostColumn, least)))
  const folded = foldedTimes(sizes.tau, room, each, view)
  // What no column has room in is the fold's.
  const kept = folded ? sizes.tau - (folded.to - folded.from + 1) : 0
  const foldWidth = Math.max(narrowestFold, room - kept * each)
  const origin = leftMargin + start
  const column = (t: number, x: number, w: number) => ({ t, x, width: w, center: x + w / 2 })
  const columns = range(1, sizes.tau).map((t) => {
    if (!folded || t < folded.from) return column(t, origin + (t - 1) * each, each)
    const foldX = origin + (folded.from - 1) * each
    const count = folded.to - folded.from + 1
    if (t > folded.to) return column(t, foldX + foldWidth + (t - folded.to - 1) * each, each)
    const share = foldWidth / count
    return column(t, foldX + (t - folded.from) * share, share)
  })
  const last = columns.at(-1)!
  return {
    cellWidth,
    columns: sizes.start > 0 ? [column(0, leftMargin, start), ...columns] : columns,
    fold: folded && { ...folded, x: origin + (folded.from - 1) * each, width: foldWidth },
    width: last.x + last.width + rightMargin,
  }
}

const fixedWidth = ({ tau, start, gutter: between }: Sizes): number =>
  leftMargin +
  rightMargin +
  tau * (2 * padding + between) +
  (start > 0 ? 2 * padding + startGutter : 0)

/** Where no numbers are told, the name of what is narrower than it begins left of it: what passes there has room, too. */
const besideNarrow = ({ tau, widest }: Sizes, cellWidth: number): number =>
  cellWidth < numberCell
    ? Math.max(0, halfNamed + widthOfMoreDigits(tau) - padding - (widest * cellWidth) / 2)
    : 0
const halfNamed = 38

const cellWidthFor = (sizes: Sizes, width: number, growth: number, { zoomLevel }: View): number => {
  const room = width - fixedWidth(sizes)
  const ofStart = startCell(sizes, growth)
  const all = room / (sizes.tau * sizes.widest + sizes.start)
  const fitting = all >= ofStart ? all : (room - sizes.start * ofStart) / (sizes.tau * sizes.widest)
  const least = Math.min(numberCell, vectorWidth / sizes.widest)
  const wanted = fitting >= least ? fitting : least * growth
  return zoomed(Math.min(comfortableCell, wanted), zoomLevel)
}

/** The middle of a long sequence, if it does not fit. */
const foldedTimes = (
  tau: number,
  room: number,
  each: number,
  { isFoldOpen }: View,
): { readonly from: number; readonly to: number } | null => {
  if (isFoldOpen || tau <= neverFolded || tau * each <= room) return null
  const kept = Math.max(leastColumns, Math.floor((room - leastFold) / each))
  const head = Math.ceil(kept / 2)
  const [from, to] = [head + 1, tau - (kept - head)]
  return to > from ? { from, to } : null
}
