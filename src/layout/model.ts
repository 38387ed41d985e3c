/** Model: where the nodes and edges of the two drawings of a sequence model stand, at any place between the two. */
import { range } from '../engine/unfold'
import { foldedWidth } from './columns'
import type { Layout } from './layout'
import type { Column, Point } from './shapes'

export interface ModelAxis {
  /** Times 1 … n. */
  readonly columns: readonly Column[]
  /** Where what stands before the first step is drawn. */
  readonly start: number
  readonly width: number
}

/** An edge from y(from) to y(to), from = 0 for the start; its way bends into the one through h. */
export interface ModelEdge {
  readonly from: number
  readonly to: number
  readonly points: readonly Point[]
  /** Is there no way through h, since no h leads to the next? */
  readonly isCut: boolean
  /** The tip of its arrow, and the direction in which it comes, a unit vector. */
  readonly tip: Point
  readonly direction: Point
}

/** One of the edges that exist with h alone: y(t−1) → h(t), h(t−1) → h(t) or h(t) → y(t). */
export interface ModelUse {
  readonly kind: 'read' | 'keep' | 'tell'
  readonly t: number
  readonly tip: Point
  readonly direction: Point
  readonly label: Point
}

export interface ModelLayout {
  readonly y: readonly Point[]
  readonly h: readonly Point[]
  readonly start: Point
  readonly edges: readonly ModelEdge[]
  readonly uses: readonly ModelUse[]
  readonly height: number
}

export const nodeRadius = 19
/** Half the side of the square of a deterministic node. */
export const nodeHalf = 18
const top = 40
const gap = 118
const below = 34
/** Points on each straight stretch of the way through h. */
const pointsEach = 9

/** Pure: `morph` ∈ [0, 1], 0 is figure 10.7, 1 is figure 10.8. `keepsState`: does h lead to the next h? */
export const toModelLayout = (
  { columns, start }: ModelAxis,
  morph: number,
  keepsState: boolean,
): ModelLayout => {
  const tau = columns.length
  const arc = Math.min(28 + 15 * tau, 150)
  const [rowH, rowY] = [top, Math.max(top + gap, arc + 14)]
  const at = (t: number): number => (t === 0 ? start : columns[t - 1]!.center)
  const y = (t: number): Point => ({ x: at(t), y: rowY })
  const h = (t: number): Point => ({ x: at(t), y: rowH })
  const times = range(1, tau)
  return {
    y: times.map(y),
    h: times.map(h),
    start: y(0),
    edges: times.flatMap((to) =>
      range(0, to - 1).map((from) => {
        const arch = { a: y(from), b: y(to), ...archOf(to - from, tau, arc) }
        const corners = [y(from), ...range(from + 1, to).map(h), y(to)]
        return {
          from,
          to,
          isCut: !keepsState && to - from > 1,
          ...between(arcPoints(arch, corners.length), corners, morph),
        }
      }),
    ),
    uses: times.flatMap((t) => [
      toUse('read', t, y(t - 1), h(t)),
      ...(keepsState && t > 1 ? [toUse('keep', t, h(t - 1), h(t))] : []),
      toUse('tell', t, h(t), y(t)),
    ]),
    height: rowY + nodeRadius + below,
  }
}

/** To the next y straight; the farther an edge leads, the steeper it leaves and comes in, and the higher it rises: none runs along another. */
const archOf = (span: number, tau: number, most: number) => {
  const share = (span - 2) / Math.max(1, tau - 2)
  return span === 1
    ? { rise: 0, angle: 0 }
    : { rise: least + (most - least) * share, angle: ((40 + 40 * share) * Math.PI) / 180 }
}
/** Clear of the node between. */
const least = nodeRadius + 15

interface Arch {
  readonly a: Point
  readonly b: Point
  readonly rise: number
  readonly angle: number
}

/** A Bézier curve, with as many points as the way through so many corners has. */
const arcPoints = ({ a, b, rise, angle }: Arch, corners: number): readonly Point[] => {
  const n = (corners - 1) * pointsEach
  const up = rise / 0.75
  const along = rise === 0 ? (b.x - a.x) / 3 : Math.min((b.x - a.x) / 2, up / Math.tan(angle))
  return range(0, n).map((i) => {
    const s = i / n
    const out = 3 * s * (1 - s)
    const x = out * ((1 - s) * along + s * (b.x - a.x - along)) + s ** 3 * (b.x - a.x)
    return { x: a.x + x, y: a.y - out * up }
  })
}

const between = (
  arch: readonly Point[],
  corners: readonly Point[],
  morph: number,
): Pick<ModelEdge, 'points' | 'tip' | 'direction'> => {
  const last = corners.length - 1
  const points = arch.map((point, i) => {
    const at = i / pointsEach
    // On the way the corners are round.
    const reach = Math.min(at, last - at, (1 - morph) * 0.6)
    const around = [-1, -0.5, 0, 0.5, 1].map((share) => along(corners, at + share * reach))
    return mix(point, meanOf(around), morph)
  })
  const [end, before] = [points.at(-1)!, points.at(-3)!]
  return { points, ...arrow(before, end, nodeRadius) }
}

/** `at`: 1.5 is half-way between the second corner and the third. */
const along = (corners: readonly Point[], at: number): Point => {
  const k = Math.min(Math.floor(at), corners.length - 2)
  return mix(corners[k]!, corners[k + 1]!, at - k)
}

const meanOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})

const toUse = (kind: ModelUse['kind'], t: number, a: Point, b: Point): ModelUse => ({
  ...{ kind, t },
  ...arrow(a, b, kind === 'tell' ? nodeRadius : nodeHalf * (kind === 'read' ? 1.25 : 1)),
  label: mix(a, b, kind === 'read' ? 0.42 : 0.5),
})

const mix = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
})

/** The tip on the border of the node at `b`. */
const arrow = (a: Point, b: Point, radius: number) => {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const direction = { x: (b.x - a.x) / length, y: (b.y - a.y) / length }
  return {
    direction,
    tip: { x: b.x - direction.x * (radius + 2), y: b.y - direction.y * (radius + 2) },
  }
}

export interface PlacedAxis {
  readonly axis: ModelAxis
  readonly zoom: number
  /** Are the columns those of the stage, at the same place on the screen? */
  readonly isStage: boolean
}

/** What the stage has and the view's frame does not: how far its content stands inside. */
const inset = 37
const leastColumn = 62

/** The stage's columns where all of them fit and are drawn; else columns of one width. `width` in pixels of the screen. */
export const toModelAxis = (layout: Layout, shown: number, width: number): PlacedAxis => {
  const { zoom, columns, fold, timeline } = layout
  const steps = columns.filter(({ t }) => t >= 1)
  const room = (width - 2 * (inset - 20)) / zoom
  const offset = foldedWidth - inset / zoom
  const last = steps.at(-1)!
  const isStage =
    !timeline.isOverview && !fold && shown === steps.length && offset + last.x + last.width <= room
  if (isStage)
    return {
      zoom,
      isStage,
      axis: {
        columns: steps.map((column) => ({
          ...column,
          x: column.x + offset,
          center: column.center + offset,
        })),
        start: Math.min(steps[0]!.center - 70 + offset, Math.max(30, offset + steps[0]!.x - 60)),
        width: room,
      },
    }
  const start = 34
  const from = 62
  const each = Math.max(leastColumn, Math.min(240, (room - from) / shown))
  return {
    zoom,
    isStage,
    axis: {
      columns: range(1, shown).map((t) => {
        const x = from + (t - 1) * each
        return { t, x, width: each, center: x + each / 2 }
      }),
      start,
      width: Math.max(room, from + shown * each),
    },
  }
}
