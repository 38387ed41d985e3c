/** Layout: (graph, sizes, room) → where everything stands: plain numbers, no DOM. A list of passes. */
import type { Variable } from '../engine/cells/cell'
import type { Memory } from '../engine/memory'
import type { Graph, GraphNode } from '../engine/unfold'
import { range } from '../engine/unfold'
import { type Link, linksOf } from './links'
import { createRouter } from './routes'
import { type Row, type RowHeights, toRows } from './rows'
import type { Box, Column, Plus, Routes } from './shapes'

export interface LinkRoute extends Link, Routes {}

export interface Layout {
  /** In the layout's own pixels; `zoom` of the screen's to each of them. */
  readonly width: number
  readonly height: number
  readonly zoom: number
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly boxes: readonly Box[]
  readonly boxOf: ReadonlyMap<number, Box>
  readonly links: readonly LinkRoute[]
  readonly pluses: readonly Plus[]
  /** The track of ‖∇h(t)‖: base line and height. */
  readonly track: { readonly top: number; readonly base: number }
  readonly timeline: {
    readonly labels: number
    readonly forward: number
    readonly backward: number
    readonly left: number
    readonly right: number
  }
}

export interface Room {
  readonly width: number
  readonly height: number
}

/** Fixed sizes, in pixels. */
const heading = 34
const trackHeight = 78
const timelineHeight = 92
const leastCell = 33
const mostCell = 48
const padding = 4
const gutter = 50
/** Room for the name of the boxes of the first column. */
const startGutter = 34
const mostColumn = 300
const rightMargin = 64
const leftMargin = 2
const leastAir = 38
/** The height at which nothing is cramped. */
const fullHeight = 740
const mostZoom = 1.8
const cellHeight = 23
const rowHeights: RowHeights = {
  vector: cellHeight + 2 * padding,
  gradient: cellHeight + 2,
  header: 16,
  scalar: 42,
  symbol: 22,
}

export const toLayout = (graph: Graph, memory: Memory, screen: Room): Layout => {
  const widest = Math.max(...graph.nodes.filter(isVector).map(({ id }) => memory.size[id]!))
  const hasStart = graph.nodes.some(({ t }) => t === 0)
  const zoom = zoomFor(graph, memory, screen, widest, hasStart)
  const room = { width: screen.width / zoom, height: screen.height / zoom }
  const cellWidth = cellWidthFor(graph, memory, room.width, widest, hasStart)
  const columns = toColumns(graph, memory, room.width, cellWidth, widest, hasStart)
  const carries = (variable: Variable) =>
    graph.nodes.some((node) => node.of === variable && node.carries)
  const rows = toRows(
    graph.cell,
    carries,
    rowHeights,
    heading,
    room.height - heading - trackHeight - timelineHeight,
    leastAir,
  )
  const boxes = graph.nodes
    .filter(({ kind }) => kind !== 'parameter')
    .map((node) => toBox(node, memory, columns, rows, cellWidth))
  const boxOf = new Map(boxes.map((box) => [box.node, box]))
  const bottom = rows.at(-1)!.top + rows.at(-1)!.height
  const last = columns.at(-1)!
  const steps = columns.filter(({ t }) => t >= 1)
  const track = { top: bottom + 30, base: bottom + trackHeight }
  const links = linksOf(graph)
  const pluses = toPluses(graph, links, boxOf)
  const route = createRouter(graph, boxOf, pluses)
  return {
    width: Math.max(room.width, last.x + last.width + rightMargin),
    height: track.base + timelineHeight,
    zoom,
    columns,
    rows,
    boxes,
    boxOf,
    links: links.map((link) => ({ ...link, ...route(link) })),
    pluses,
    track,
    timeline: {
      labels: track.base + 22,
      forward: track.base + 38,
      backward: track.base + 62,
      left: steps[0]!.x + 4,
      right: last.x + last.width - 4,
    },
  }
}

/** On a large screen all grows, as long as everything still has its place. */
const zoomFor = (
  graph: Graph,
  memory: Memory,
  { width, height }: Room,
  widest: number,
  hasStart: boolean,
): number => {
  const least =
    leftMargin +
    rightMargin +
    graph.tau * (widest * leastCell + 2 * padding + gutter) +
    (hasStart ? startWidth(graph, memory, leastCell) : 0)
  return Math.min(mostZoom, Math.max(1, Math.min(height / fullHeight, width / least)))
}

const isVector = ({ kind, of }: GraphNode): boolean =>
  kind !== 'parameter' && of.dimensions.length > 0

const isRead = (name: string, graph: Graph): boolean =>
  graph.cell.variables.some(({ name: own, times }) => own === name && times === 'initial')

/** Width of the column of initial states. */
const startWidth = (graph: Graph, memory: Memory, cellWidth: number): number => {
  const sizes = graph.nodes
    .filter((node) => node.t === 0 && isRead(node.of.name, graph))
    .map(({ id }) => memory.size[id]!)
  return Math.max(0, ...sizes) * cellWidth + 2 * padding + startGutter
}

const cellWidthFor = (
  graph: Graph,
  memory: Memory,
  width: number,
  widest: number,
  hasStart: boolean,
): number => {
  const start = hasStart ? startWidth(graph, memory, 1) - 2 * padding - startGutter : 0
  const fixed =
    leftMargin +
    rightMargin +
    graph.tau * (2 * padding + gutter) +
    (hasStart ? 2 * padding + startGutter : 0)
  const fitting = (width - fixed) / (graph.tau * widest + start)
  return Math.floor(Math.min(mostCell, Math.max(leastCell, fitting)))
}

const toColumns = (
  graph: Graph,
  memory: Memory,
  width: number,
  cellWidth: number,
  widest: number,
  hasStart: boolean,
): readonly Column[] => {
  const start = hasStart ? startWidth(graph, memory, cellWidth) : 0
  const least = widest * cellWidth + 2 * padding + gutter
  const room = (width - leftMargin - rightMargin - start) / graph.tau
  const each = Math.max(least, Math.min(room, Math.max(mostColumn, least)))
  const column = (t: number, x: number, w: number) => ({ t, x, width: w, center: x + w / 2 })
  return [
    ...(hasStart ? [column(0, leftMargin, start)] : []),
    ...range(1, graph.tau).map((t) => column(t, leftMargin + start + (t - 1) * each, each)),
  ]
}

const toBox = (
  node: GraphNode,
  memory: Memory,
  columns: readonly Column[],
  rows: readonly Row[],
  cellWidth: number,
): Box => {
  const row = rows.find(({ variables }) => variables.some((variable) => variable === node.of))!
  const role = 'role' in node.of ? node.of.role : null
  const size = memory.size[node.id]!
  const last = columns.at(-1)!
  const center =
    node.t === null
      ? last.x + last.width + rightMargin / 2 - 6
      : columns[node.t - columns[0]!.t]!.center
  const kind = role === 'target' ? 'symbol' : node.of.dimensions.length === 0 ? 'scalar' : 'vector'
  const width =
    kind === 'vector' ? size * cellWidth + 2 * padding : kind === 'scalar' ? row.height : 40
  const header = role === 'probabilities' ? rowHeights.header : 0
  const isTotal = kind === 'scalar' && node.t === null
  const grown = isTotal ? 8 : 0
  const y = row.top + header - grown / 2
  const place = { x: center - (width + grown) / 2, y, width: width + grown }
  return {
    ...place,
    node: node.id,
    key: node.key,
    kind,
    height: row.height - header + grown,
    cellWidth,
    cellHeight,
    cellX: center - width / 2 + padding,
    valueY: y + (kind === 'vector' ? padding : 0),
    gradientY: kind === 'vector' && node.carries ? y + padding + cellHeight + 2 : null,
    name: namePlace(kind, isTotal, header > 0, place, center, row.height),
  }
}

/** Beside what is round or has a heading; else above, left of the arrow that leaves upward. */
const namePlace = (
  kind: Box['kind'],
  isTotal: boolean,
  hasHeader: boolean,
  { x, y, width }: Pick<Box, 'x' | 'y' | 'width'>,
  center: number,
  height: number,
): Box['name'] => {
  if (isTotal) return { x: center, y: y - 9, anchor: 'middle' }
  if (kind === 'scalar') return { x: x + 1, y: y + 5, anchor: 'end' }
  if (kind === 'symbol') return { x: x + 6, y: y + height / 2 + 5, anchor: 'end' }
  if (hasHeader) return { x: x - 4, y: y + padding + cellHeight / 2 + 6, anchor: 'end' }
  return width > 96
    ? { x: x + 9, y: y - 7, anchor: 'start' }
    : { x: center - 13, y: y - 7, anchor: 'end' }
}

/** A ⊕ stands where more than one gradient comes back to a variable. */
const toPluses = (
  graph: Graph,
  links: readonly Link[],
  boxOf: ReadonlyMap<number, Box>,
): readonly Plus[] => {
  const counts = new Map<number, number>()
  for (const { from, carries } of links) if (carries) counts.set(from, (counts.get(from) ?? 0) + 1)
  return graph.nodes
    .filter(({ id }) => (counts.get(id) ?? 0) > 1)
    .map(({ id }) => {
      const box = boxOf.get(id)!
      return { node: id, x: box.x + box.width + 17, y: (box.gradientY ?? box.y) + cellHeight / 2 }
    })
}
