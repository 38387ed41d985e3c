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
}

export interface MovingLink {
  readonly link: LinkRoute
  /** How far its later end is out. */
  readonly share: number
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
      moveBox(box, homes[i]!, shareOf(graph.nodes[box.node]!.t), dx),
    )
    const { fold } = layout
    return {
      shift,
      back,
      boxes: boxes.filter(({ share }) => share > 0),
      links: withoutTwins(
        lines.flatMap((line) => moveLink(line, shareOf, dx) ?? []),
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
): MovingBox => {
  const own = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  return {
    box,
    share,
    center: share === 1 ? own : between({ x: home.x + dx, y: home.y }, own, share),
    width: mix(2 * home.radius, box.width, share),
    height: mix(2 * home.radius, box.height, share),
  }
}

/** A link with the points of its line in the folded graph and in the unfolded one. */
interface Line {
  readonly link: LinkRoute
  readonly from: number | null
  readonly to: number | null
  readonly before: readonly Point[]
  readonly after: readonly Point[]
  readonly labelBefore: Point | null
}

const points = 25

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
    labelBefore: twin?.label ?? null,
  }
}

/** Null as long as what it leads to is part of the folded graph. */
const moveLink = (
  { link, from, to, before, after, labelBefore }: Line,
  shareOf: (t: number | null) => number,
  dx: number,
): MovingLink | null => {
  const [start, end] = [shareOf(from), shareOf(to)]
  if (end === 0) return null
  const label =
    link.label && labelBefore
      ? between({ x: labelBefore.x + dx, y: labelBefore.y }, link.label, end)
      : link.label
  if (start === 1 && end === 1) return { link, share: 1, route: link.forward, label: link.label }
  const line = after.map((point, i) => {
    const home = { x: before[i]!.x + dx, y: before[i]!.y }
    return between(home, point, mix(start, end, i / (points - 1)))
  })
  return { link, share: end, route: toRoute(line), label }
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
