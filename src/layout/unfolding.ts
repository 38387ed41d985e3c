/** Unfolding: a position between the folded graph (0) and the unfolded one (τ) → where everything stands. Copies leave the loop one by one, the last step first: h(3) = f(h(2), x(3)) = f(f(h(1), x(2)), x(3)). */
import { easeCubicInOut } from 'd3'
import type { Variable } from '../engine/cells/cell'
import type { Graph } from '../engine/unfold'
import type { Folded, FoldedPlace } from './folded'
import type { Layout, LinkRoute } from './layout'
import { isBias } from './links'
import { between, samplePath } from './samplePath'
import type { Box, Column, Point, Route } from './shapes'

/** A box on its way: its middle and size; with share 1 it stands where the layout has it. */
export interface MovingBox {
  readonly box: Box
  /** 0: still part of the folded graph. */
  readonly share: number
  readonly center: Point
  readonly width: number
  readonly height: number
  /** 0 as long as it is not past the loop, 1 when it is. */
  readonly past: number
}

export interface MovingLink {
  readonly link: LinkRoute
  /** How far its later end is out. */
  readonly share: number
  /** 0: its ends are too near to each other for a line between them. */
  readonly room: number
  /** How large its label is. */
  readonly scale: number
  readonly route: Route
  readonly label: Point | null
}

/** In the layout's pixels; x = 0 is the left edge of the unfolded graph. */
export interface Unfolding {
  /** How far right of its place the folded graph stands: alone, it is in the middle. */
  readonly shift: number
  /** How far left of its place the unfolded graph stands: where it is too wide, what has just left is beside the loop. */
  readonly back: number
  /** Only what is out, or on its way. */
  readonly boxes: readonly MovingBox[]
  readonly links: readonly MovingLink[]
  /** How far the times that the layout folds away are out. */
  readonly foldShare: number
}

/** The graph of the forward pass alone: nothing comes back along its edges. */
export const withoutGradients = (graph: Graph): Graph => ({
  ...graph,
  nodes: graph.nodes.map((node) => ({ ...node, carries: false })),
  edges: graph.edges.map((edge) => ({ ...edge, carries: false })),
})

/** `width`: what can be seen at once, the folded graph's place included. */
export const createUnfolding = (
  graph: Graph,
  layout: Layout,
  folded: Folded,
  width: number,
): ((position: number) => Unfolding) => {
  const places = new Map(folded.places.map((place) => [place.variable, place]))
  const homes = layout.boxes.map((box) => homeOf(graph, box, places, folded))
  const lines = layout.links.map((link) => toLine(graph, link, folded, places))
  const middle = Math.max(0, width / 2 - folded.center)
  const most = Math.max(0, folded.width + layout.width - width)
  /** From the place of the first copy to that of another. */
  const before = (t: number): number =>
    columnAt(layout, Math.min(t, graph.tau)).x - columnAt(layout, 1).x
  return (position) => {
    const shareOf = (t: number | null) => easeCubicInOut(outAt(graph.tau, t, position))
    const shift = middle * (1 - easeCubicInOut(clamp(position)))
    const leaving = Math.max(1, graph.tau - Math.floor(position))
    const back = Math.min(most, mix(before(leaving + 1), before(leaving), shareOf(leaving)))
    const dx = shift + back - folded.width
    const boxes = layout.boxes.map((box, i) =>
      moveBox(box, homes[i]!, shareOf(graph.nodes[box.node]!.t), dx, shift + back),
    )
    const moved = new Map(boxes.map((moving) => [moving.box.node, moving]))
    const { fold } = layout
    return {
      shift,
      back,
      boxes: boxes.filter(({ share }) => share > 0),
      links: withoutTwins(
        lines.flatMap((line) => moveLink(line, moved, shareOf, dx) ?? []),
        graph,
        shareOf,
      ),
      foldShare: fold ? (shareOf(fold.from) + shareOf(fold.to)) / 2 : 0,
    }
  }
}

const columnAt = ({ columns }: Layout, t: number): Column => columns[t - columns[0]!.t]!

const clamp = (share: number): number => Math.max(0, Math.min(1, share))

/** Copy τ leaves between 0 and 1, copy 1 between τ − 1 and τ; a total goes with the last, what stands for step 0 with the first. */
const outAt = (tau: number, t: number | null, position: number): number =>
  clamp(position - (tau - Math.max(1, t ?? tau)))

/** Where a box comes from: its variable's circle; a total from what it adds. */
const homeOf = (
  graph: Graph,
  box: Box,
  places: ReadonlyMap<Variable, FoldedPlace>,
  { center }: Folded,
): Pick<FoldedPlace, 'x' | 'y' | 'radius'> => {
  const { of, inputs } = graph.nodes[box.node]!
  const first = inputs[0]
  const source = first === undefined ? undefined : graph.nodes[graph.edges[first]!.from]!.of
  return (
    places.get(of as Variable) ??
    places.get(source as Variable) ?? { x: center, y: box.y + box.height / 2, radius: 19 }
  )
}

const mix = (a: number, b: number, share: number): number => a + (b - a) * share

const moveBox = (
  box: Box,
  home: Pick<FoldedPlace, 'x' | 'y' | 'radius'>,
  share: number,
  dx: number,
  loopEnd: number,
): MovingBox => {
  const own = middleOf(box)
  if (share === 1) return { box, share, center: own, width: box.width, height: box.height, past: 1 }
  const center = between({ x: home.x + dx, y: home.y }, own, share)
  // It stays a circle until it is past the loop; where arrows meet it, it soon has its own height.
  const width = mix(2 * home.radius, box.width, clamp((share - 0.3) / 0.7))
  const height = mix(2 * home.radius, box.height, clamp(4 * share))
  return { box, share, center, width, height, past: clamp((center.x - width / 2 - loopEnd) / 12) }
}

const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })

/** How large what is written in a box, and beside it, is on its way. */
export const scaleOf = ({ box, width }: MovingBox): number => Math.min(1, width / box.width)

/** Where a point of the unfolded graph is, as long as a box that it belongs to is on its way. */
const carried = (point: Point, moving: MovingBox, scale: number): Point => {
  const own = middleOf(moving.box)
  return {
    x: moving.center.x + (point.x - own.x) * scale,
    y: moving.center.y + point.y - own.y,
  }
}

/** A link with the points of its line in the folded graph and in the unfolded one. */
interface Line {
  readonly link: LinkRoute
  readonly from: number | null
  readonly to: number | null
  readonly before: readonly Point[]
  readonly after: readonly Point[]
  /** The square that it comes out of, as long as the step before is part of the folded graph. */
  readonly delay: Point | null
}

const points = 49

const toLine = (
  graph: Graph,
  link: LinkRoute,
  folded: Folded,
  places: ReadonlyMap<Variable, FoldedPlace>,
): Line => {
  const to = graph.nodes[link.to]!
  const from = isBias(link) ? { ...graph.nodes[link.from]!, t: to.t } : graph.nodes[link.from]!
  const twin = folded.links.find(
    (other) =>
      other.from === from.of &&
      other.to === to.of &&
      other.isDelayed === (from.t !== to.t) &&
      (other.parameter?.id ?? null) === link.parameter,
  )
  const after = samplePath(link.forward.path, points)
  const home = places.get(from.of as Variable) ?? after[0]!
  return {
    link,
    from: from.t,
    to: to.t,
    before: twin ? samplePath(twin.route.path, points) : after.map(() => home),
    after,
    delay: twin?.delay ?? null,
  }
}

/** Null as long as what it leads to is part of the folded graph. */
const moveLink = (
  line: Line,
  moved: ReadonlyMap<number, MovingBox>,
  shareOf: (t: number | null) => number,
  dx: number,
): MovingLink | null => {
  const { link, before, after } = line
  const [start, end] = [shareOf(line.from), shareOf(line.to)]
  if (end === 0) return null
  const still = { link, share: 1, room: 1, scale: 1 }
  if (start === 1 && end === 1) return { ...still, route: link.forward, label: link.label }
  const to = moved.get(link.to)
  const from = isBias(link) ? to : moved.get(link.from)
  // One of them may be folded away in the middle.
  const known = from && to
  const scale = to ? scaleOf(to) : 1
  const label = to && link.label ? carried(link.label, to, scale) : link.label
  const moving = { ...still, share: end, scale, label }
  if (known && line.delay) {
    const square = { x: line.delay.x + dx + delayHalf, y: line.delay.y }
    const out = carried(after[0]!, from, scaleOf(from))
    const ends = [
      between(square, out, clamp(6 * start)),
      carried(after.at(-1)!, to, scale),
    ] as const
    const route = toRoute(bend(after, link.forward.heading, ends, start))
    return { ...moving, route, room: clamp((ends[1].x - ends[0].x - 8) / 40) }
  }
  if (known && line.from === line.to) {
    const own = scaleOf(from)
    const points = after.map((point, i) =>
      between(carried(point, from, own), carried(point, to, own), i / (after.length - 1)),
    )
    return { ...moving, route: toRoute(points) }
  }
  const points = after.map((point, i) => {
    const home = { x: before[i]!.x + dx, y: before[i]!.y }
    return between(home, point, mix(start, end, i / (after.length - 1)))
  })
  return { ...moving, route: toRoute(points) }
}

/** Half the side of the square of a delay. */
const delayHalf = 6

/** One bend from end to end, which becomes the line of the unfolded graph by a share. */
const bend = (
  after: readonly Point[],
  heading: Point,
  [start, end]: readonly [Point, Point],
  share: number,
): readonly Point[] => {
  const [bent, own] = [bendPoint(start, end, heading), bendPoint(after[0]!, after.at(-1)!, heading)]
  return after.map((point, i) => {
    const s = i / (after.length - 1)
    const [{ x, y }, there] = [bent(s), own(s)]
    return { x: x + (point.x - there.x) * share, y: y + (point.y - there.y) * share }
  })
}

/** A Bézier curve that leaves to the right. */
const bendPoint = (a: Point, d: Point, heading: Point) => {
  const reach = Math.abs(d.x - a.x) / 2
  const [b, c] = [
    { x: a.x + reach, y: a.y },
    { x: d.x - reach * heading.x, y: d.y - reach * heading.y },
  ]
  return (s: number): Point => {
    const [ab, bc, cd] = [between(a, b, s), between(b, c, s), between(c, d, s)]
    return between(between(ab, bc, s), between(bc, cd, s), s)
  }
}

const toRoute = (line: readonly Point[]): Route => {
  const [before, end] = [line.at(-3)!, line.at(-1)!]
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1
  return {
    path: `M${line.map(({ x, y }) => `${x},${y}`).join('L')}`,
    end,
    heading: { x: (end.x - before.x) / length, y: (end.y - before.y) / length },
  }
}

/** Links that leave one circle of the folded graph for one box are one line. */
const withoutTwins = (
  links: readonly MovingLink[],
  graph: Graph,
  shareOf: (t: number | null) => number,
): readonly MovingLink[] => {
  const seen = new Set<string>()
  return links
    .toReversed()
    .filter(({ link }) => {
      const { from, to, parameter } = link
      const { of, t } = graph.nodes[from]!
      if (isBias(link) || shareOf(t) > 0) return true
      const key = `${of.name} ${to} ${parameter}`
      return !seen.has(key) && seen.add(key)
    })
    .toReversed()
}
