/** Layout: (graph, sizes, room) → where everything stands: plain numbers, no DOM. A list of passes. */
import type { Variable } from '../engine/cells/cell'
import type { Memory } from '../engine/memory'
import type { Graph, GraphNode } from '../engine/unfold'
import {
  type View,
  firstWidth,
  foldedWidth,
  leastWidth,
  leftMargin,
  grownBy,
  ownCell,
  padding,
  plainWidth,
  plainView,
  rightMargin,
  type Sizes,
  sizesOf,
  toColumns,
  type Across,
} from './columns'
import { frameOfFold } from './inFold'
import { type Link, isBias, linksOf } from './links'
import { createRouter } from './routes'
import { type Row, type RowHeights, leastHeightOf, toRows } from './rows'
import type { Box, Column, Fold, NameWidth, Plus, Point, Routes } from './shapes'

export interface LinkRoute extends Link, Routes {}

export interface Layout {
  /** In the layout's own pixels; `zoom` of the screen's to each of them. */
  readonly width: number
  readonly height: number
  readonly zoom: number
  /** Is there room over the graph for what its two forms are called? */
  readonly hasHeadings: boolean
  readonly columns: readonly Column[]
  readonly fold: Fold | null
  readonly rows: readonly Row[]
  readonly boxes: readonly Box[]
  readonly boxOf: ReadonlyMap<number, Box>
  readonly links: readonly LinkRoute[]
  readonly pluses: readonly Plus[]
  /** Where a target would stand, had its step one; where columns are narrow it is not said. */
  readonly targetless: readonly Point[]
  /** The track of ‖∇h(t)‖: base line and height. */
  readonly track: { readonly top: number; readonly base: number }
  /** A drawing of its own, whose x is the graph's as long as all of it fits. */
  readonly timeline: {
    readonly isOverview: boolean
    readonly columns: readonly Column[]
    readonly labels: number
    readonly forward: number
    readonly backward: number
    readonly left: number
    readonly right: number
    readonly height: number
  }
  readonly nameWidth: NameWidth
}

export interface Room {
  readonly width: number
  readonly height: number
  /** With what the folded graph takes of it, which grows and shrinks with the rest. */
  readonly whole?: number
}

const ofLetter: NameWidth = () => 12

const nameHeight = 22
const trackMargin = 8
const timelineHeight = 92
/** The height at which nothing is cramped. */
const fullHeight = 740
/** What there is on a screen of 1440 by 900. */
const plainHeight = 705
const mostZoom = 1.8
/** A little smaller, and all of it is seen: letters stay legible. */
const leastZoom = 0.86
/** Where it is low, as on a phone that lies, still a little smaller: a column is read from one end to the other. */
const leastZoomDown = 0.76
/** Where nothing else is left to give. */
const leastZoomTight = 0.66

/** Heights, in pixels. */
interface Measures {
  readonly heading: number
  readonly cell: number
  readonly rows: RowHeights
  readonly track: number
}

const toMeasures = (
  cell: number,
  heading: number,
  track: number,
  rows: Omit<RowHeights, 'vector' | 'gradient'>,
): Measures => ({
  ...{ cell, heading, track },
  rows: { ...rows, vector: cell + 2 * padding, gradient: cell + 2 },
})

/** Where there is room, in a low window, and on a phone that lies: there no heading stands over the graph. */
const roomy = toMeasures(23, 34, 78, {
  header: 16,
  scalar: 42,
  symbol: 22,
  gap: 24,
  air: 34,
})
const dense = toMeasures(17, 33, 48, {
  header: 14,
  scalar: 30,
  symbol: 18,
  gap: 23,
  air: 24,
})
const tight = toMeasures(15, 8, 30, {
  header: 13,
  scalar: 25,
  symbol: 16,
  gap: 22,
  air: 20,
})

/** `screen`: what there is for the graph, its track and the timeline. */
export const toLayout = (
  graph: Graph,
  memory: Memory,
  screen: Room,
  view: View = plainView,
  nameWidth: NameWidth = ofLetter,
): Layout => {
  const links = linksOf(graph)
  const sizes = sizesOf(graph, memory, acrossOf(graph, memory, links, nameWidth))
  const carries = carriesIn(graph)
  const heightOf = (measures: Measures) =>
    topOf(graph, measures) +
    leastHeightOf(graph.cell, carries, measures.rows) +
    measures.track +
    timelineHeight
  const isTight =
    screen.height < leastZoomDown * heightOf(dense) &&
    screen.height >= leastZoomTight * heightOf(tight)
  const [least, leastDown] = isTight ? [tight, leastZoomTight] : [dense, leastZoomDown]
  const enlarged = enlargedBy(screen)
  const growth = grownBy(screen.width / enlarged)
  const zoom = zoomFor(sizes, heightOf(least), leastDown, screen, enlarged)
  const room = { width: screen.width / zoom, height: screen.height / zoom }
  const { columns, cellWidth, fold, width } = toColumns(sizes, room.width, growth, view)
  const measures = measuresFor(heightOf, least, room.height)
  const top = topOf(graph, measures)
  const height = room.height - top - measures.track - timelineHeight
  const rows = toRows(graph.cell, carries, measures.rows, top, height)
  const isFolded = (t: number | null) =>
    fold !== null && t !== null && fold.from <= t && t <= fold.to
  const shown = graph.nodes.filter(({ kind, t }) => kind !== 'parameter' && !isFolded(t))
  const returnsFrom = topOfReturning(graph, rows)
  const place = (node: GraphNode): Box => {
    const own = ownCell(memory.size[node.id]!, sizes.widest, cellWidth, growth, view)
    return toBox(node, memory, columns, rows, own, measures, returnsFrom)
  }
  const boxes = shown.map(place)
  const boxOf = new Map(boxes.map((box) => [box.node, box]))
  const ends = fold ? withFold(graph, fold, boxOf, place) : boxOf
  const shownLinks = links.filter((link) =>
    isBias(link)
      ? boxOf.has(link.to)
      : ends.has(link.from) && ends.has(link.to) && (boxOf.has(link.from) || boxOf.has(link.to)),
  )
  const pluses = toPluses(graph, shownLinks, boxOf)
  const route = createRouter(graph, ends, pluses, nameWidth)
  const bottom = rows.at(-1)!.top + rows.at(-1)!.height
  const track = { top: bottom + 0.3 * measures.track, base: bottom + measures.track }
  return {
    width: Math.max(room.width, width),
    height: track.base + trackMargin,
    zoom,
    hasHeadings: !isTight,
    columns,
    fold,
    rows,
    boxes,
    boxOf,
    links: shownLinks.map((link) => ({ ...link, ...route(link) })),
    pluses,
    targetless: toTargetless(shown, columns, rows, isFolded),
    track,
    timeline: toTimeline(columns, fold, room.width, width),
    nameWidth,
  }
}

/** A large screen, as a projector's, is a plain one that is read from afar: first all grows, then more comes. */
const enlargedBy = ({ width, height }: Room): number =>
  Math.max(1, Math.min(height / plainHeight, width / plainWidth, mostZoom))

const zoomFor = (
  sizes: Sizes,
  leastHeight: number,
  leastDown: number,
  { width, height, whole }: Room,
  grown: number,
): number => {
  const plain = {
    ...{ width: width / grown, height: height / grown },
    ...(whole !== undefined && { whole: whole / grown }),
  }
  return Math.min(mostZoom, grown * zoomOnPlain(sizes, leastHeight, leastDown, plain))
}

/**
 * All grows as long as everything still has its place; where a little is missing, for all of it or for
 * the first column, all shrinks a little. Where much is missing one scrolls, and nothing is gained by
 * small letters.
 */
const zoomOnPlain = (
  sizes: Sizes,
  leastHeight: number,
  leastDown: number,
  { width, height, whole }: Room,
): number => {
  // What the folded graph takes shrinks, too: beside what it would be now one would never come to that.
  const least = leastWidth(sizes, grownBy(width))
  const across = whole === undefined ? width / least : whole / (foldedWidth + least)
  const first = whole === undefined ? 1 : whole / (foldedWidth + firstWidth(sizes))
  const fits = [
    [across, leastZoom],
    [first, leastZoom],
    [height / leastHeight, leastDown],
  ] as const
  const shrunk = fits.flatMap(([fit, most]) => (fit >= most && fit < 1 ? [fit] : []))
  if (shrunk.length > 0) return Math.min(...shrunk)
  return Math.max(1, Math.min(height / fullHeight, across))
}

/** As roomy as the height allows, the same share of the way for all of them. */
const measuresFor = (
  heightOf: (measures: Measures) => number,
  least: Measures,
  height: number,
): Measures => {
  const [high, low] = [heightOf(roomy), heightOf(least)]
  const share = Math.max(0, Math.min(1, (height - low) / (high - low)))
  const between = (of: (measures: Measures) => number) =>
    Math.floor(of(least) + share * (of(roomy) - of(least)))
  const row = (key: keyof RowHeights) => between(({ rows }) => rows[key])
  return toMeasures(
    between(({ cell }) => cell),
    between(({ heading }) => heading),
    between(({ track }) => track),
    {
      ...{ header: row('header'), scalar: row('scalar'), symbol: row('symbol') },
      ...{ gap: row('gap'), air: row('air') },
    },
  )
}

const topOf = (graph: Graph, { heading }: Measures): number =>
  heading + (isVectorOnTop(graph) ? nameHeight : 0)

const acrossOf = (
  { nodes }: Graph,
  { size }: Memory,
  links: readonly Link[],
  nameWidth: NameWidth,
): Across =>
  links.reduce<Across>(
    (most, { from, to, parameter }) =>
      nodes[from]!.t === nodes[to]!.t || parameter === null || parameter === from
        ? most
        : {
            nameWidth: Math.max(most.nameWidth, nameWidth(nodes[parameter]!)),
            entries: Math.max(most.entries, size[from]!, size[to]!),
          },
    { nameWidth: 0, entries: 0 },
  )

/** Apart from what stands before the first step, which has a column of its own. */
const carriesIn = (graph: Graph): ((variable: Variable) => boolean) => {
  const carrying = new Set(
    graph.nodes.filter(({ carries, t }) => carries && t !== 0).map(({ of }) => of),
  )
  return (variable) => carrying.has(variable)
}

/** The name of a vector stands above it. */
const isVectorOnTop = ({ cell }: Graph): boolean =>
  cell.variables.some(({ role, dimensions }) => role === 'target' && dimensions.length > 0)

/** Times that are folded away to less than this, in pixels, could hardly be told apart on the timeline. */
const leastTime = 8

/** Room for all times together, in pixels. */
const leastTimeline = 100

/** The timeline stands under the columns; where they do not fit, or are folded to almost nothing, it is an overview of all. */
const toTimeline = (
  columns: readonly Column[],
  fold: Fold | null,
  room: number,
  width: number,
): Layout['timeline'] => {
  const steps = columns.filter(({ t }) => t >= 1)
  const isSqueezed = fold !== null && fold.width < leastTime * (fold.to - fold.from + 1)
  const isOverview = width > room + 1 || isSqueezed
  // However many there are: a step may have less than a pixel.
  const each = Math.max(leastTimeline, room - leftMargin - rightMargin) / steps.length
  const own = isOverview
    ? steps.map(({ t }, i) => {
        const x = leftMargin + i * each
        return { t, x, width: each, center: x + each / 2 }
      })
    : steps
  const last = own.at(-1)!
  return {
    isOverview,
    columns: own,
    left: own[0]!.x + Math.min(4, own[0]!.width / 2),
    right: last.x + last.width - Math.min(4, last.width / 2),
    // Over an overview stand other columns: its times are inside it.
    ...(isOverview
      ? { labels: 47, forward: 25, backward: 61 }
      : { labels: 16, forward: 32, backward: 56 }),
    height: 78,
  }
}

/** Boxes, and in place of each folded variable a stretch of the fold in its row, for arrows to lead to. */
const withFold = (
  graph: Graph,
  fold: Fold,
  boxOf: ReadonlyMap<number, Box>,
  place: (node: GraphNode) => Box,
): ReadonlyMap<number, Box> => {
  const ends = new Map(boxOf)
  for (const node of graph.nodes)
    if (node.t === fold.from || node.t === fold.to) {
      const box = place(node)
      const { x, width } = frameOfFold(fold)
      // It bears none.
      const name = { ...box.name, x, anchor: 'start' as const }
      ends.set(node.id, { ...box, x, width, name })
    }
  return ends
}

/** Top of the row from which something goes on to the next step: it passes what stands below, and what stands before that. */
const topOfReturning = ({ nodes, edges }: Graph, rows: readonly Row[]): number => {
  const edge = edges.find(({ from, to }) => {
    const [source, target] = [nodes[from]!.t, nodes[to]!.t]
    return source !== null && target !== null && source !== target
  })
  return edge ? rowOf(rows, nodes[edge.from]!).top : Infinity
}

const rowOf = (rows: readonly Row[], { of }: GraphNode): Row =>
  rows.find(({ variables }) => variables.some((variable) => variable === of))!

const toBox = (
  node: GraphNode,
  memory: Memory,
  columns: readonly Column[],
  rows: readonly Row[],
  cellWidth: number,
  { cell: cellHeight, rows: rowHeights }: Measures,
  returnsFrom: number,
): Box => {
  const row = rowOf(rows, node)
  const role = 'role' in node.of ? node.of.role : null
  const size = memory.size[node.id]!
  const last = columns.at(-1)!
  const center =
    node.t === null
      ? last.x + last.width + rightMargin / 2 - 4
      : columns[node.t - columns[0]!.t]!.center
  const kind = node.of.dimensions.length > 0 ? 'vector' : role === 'target' ? 'symbol' : 'scalar'
  const width =
    kind === 'vector' ? size * cellWidth + 2 * padding : kind === 'scalar' ? row.height : 40
  const header = role === 'probabilities' ? rowHeights.header : 0
  const isTotal = kind === 'scalar' && node.t === null
  const grown = isTotal ? 8 : 0
  const y = row.top + header - grown / 2
  // Beside it is no room where a line passes, nor before the first step: there its name stands over its heading.
  const isBeside = header > 0 && node.t !== 0 && returnsFrom > row.top
  const place = { x: center - (width + grown) / 2, y, width: width + grown }
  return {
    ...place,
    node: node.id,
    key: node.key,
    kind,
    height:
      kind === 'vector'
        ? rowHeights.vector + (node.carries ? rowHeights.gradient : 0)
        : row.height + grown,
    cellWidth,
    cellHeight,
    cellX: center - width / 2 + padding,
    valueY: y + (kind === 'vector' ? padding : 0),
    gradientY: kind === 'vector' && node.carries ? y + padding + cellHeight + 2 : null,
    name: namePlace(
      kind,
      isTotal,
      node.t === 0,
      isBeside,
      isBeside ? place : { ...place, y: y - header },
      center,
      header > 0 ? rowHeights.vector : row.height,
    ),
  }
}

/** Beside what is round or has a heading; else above, left of the arrow that leaves upward. */
const namePlace = (
  kind: Box['kind'],
  isTotal: boolean,
  isFirst: boolean,
  hasHeader: boolean,
  { x, y, width }: Pick<Box, 'x' | 'y' | 'width'>,
  center: number,
  height: number,
): Box['name'] => {
  if (isTotal) return { x: center, y: y - 9, anchor: 'middle' }
  if (kind === 'scalar') return { x: x + 1, y: y + 5, anchor: 'end' }
  if (kind === 'symbol') return { x: x + 6, y: y + height / 2 + 5, anchor: 'end' }
  if (hasHeader) return { x: x - 3, y: y + height / 2 + 6, anchor: 'end' }
  if (width > 96) return { x: x + 9, y: y - 7, anchor: 'start' }
  // Nothing leaves upward from what stands before the first step, and on its left is no room.
  return isFirst
    ? { x: x - 1, y: y - 7, anchor: 'start' }
    : { x: center - 13, y: y - 7, anchor: 'end' }
}

const toTargetless = (
  shown: readonly GraphNode[],
  columns: readonly Column[],
  rows: readonly Row[],
  isFolded: (t: number | null) => boolean,
): readonly Point[] => {
  const isTarget = ({ role, times }: Variable) => role === 'target' && times === 'each'
  const row = rows.find(({ variables }) => variables.some(isTarget))
  if (!row) return []
  const times = new Set(shown.flatMap(({ of, t }) => (isTarget(of as Variable) ? [t] : [])))
  return columns
    .filter(({ t, width }) => t > 0 && width >= leastSaid && !isFolded(t) && !times.has(t))
    .map(({ center }) => ({ x: center, y: row.top + row.height / 2 }))
}
/** The width of a column in which a few words stand, in either language. */
const leastSaid = 90

/** A ⊕ stands where more than one gradient comes back to a variable. */
const toPluses = (
  graph: Graph,
  links: readonly Link[],
  boxOf: ReadonlyMap<number, Box>,
): readonly Plus[] => {
  const counts = new Map<number, number>()
  for (const { from, carries } of links) if (carries) counts.set(from, (counts.get(from) ?? 0) + 1)
  return graph.nodes
    .filter(({ id, kind }) => kind !== 'parameter' && (counts.get(id) ?? 0) > 1)
    .map(({ id }) => {
      const box = boxOf.get(id)!
      return {
        node: id,
        x: box.x + box.width + 17,
        y: (box.gradientY ?? box.y) + box.cellHeight / 2,
      }
    })
}
