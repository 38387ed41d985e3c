/** Folded: the folded graph as plain numbers: a circle for each variable, a line for each use, a loop for each use of the step before. */
import type { Variable } from '../engine/cells/cell'
import type { Graph, GraphNode } from '../engine/unfold'
import { foldedWidth } from './columns'
import type { Layout } from './layout'
import { isBias } from './links'
import type { Point, Route } from './shapes'

export interface FoldedPlace extends Point {
  readonly variable: Variable
  readonly radius: number
}

/** A use of one variable by another, told from any one step of the unfolded graph. */
export interface FoldedLink {
  /** A variable; or a bias, which stands nowhere itself. */
  readonly from: GraphNode['of']
  readonly to: Variable
  readonly parameter: GraphNode | null
  readonly isDelayed: boolean
  readonly route: Route
  /** Where the letter of its parameter stands. */
  readonly label: Point
  /** Half the width of that name. */
  readonly half: number
  /** The middle of the square that stands for a delay of one step. */
  readonly delay: Point | null
}

export interface Folded {
  readonly width: number
  /** The line on which all circles stand. */
  readonly center: number
  readonly places: readonly FoldedPlace[]
  readonly links: readonly FoldedLink[]
}

const center = 54
const radius = 19
const smallRadius = 15
/** Between two circles, for an arrow. */
const leastAir = 9
/** How far to the right a loop goes. */
const loopX = 94

/** In the pixels of the layout, whose rows it shares. */
export const toFolded = (graph: Graph, layout: Layout): Folded => {
  const places = toPlaces(graph, layout)
  const links = toLinks(graph, layout, places)
  const names = links.map(({ label, half }) => (label ? label.x + half + 2 : 0))
  return { width: Math.max(foldedWidth, ...names), center, places, links }
}

/** Each variable at the height of its row; a total stands in the row of what it adds. Between close rows circles are smaller. */
const toPlaces = (graph: Graph, layout: Layout): readonly FoldedPlace[] => {
  const places = placesOf(graph, layout)
  const levels = [...new Set(places.map(({ y }) => y))].toSorted((a, b) => a - b)
  const closest = Math.min(...levels.slice(1).map((y, i) => y - levels[i]!))
  const share = Math.min(1, (closest - leastAir) / (2 * radius))
  return places.map((place) => ({ ...place, radius: place.radius * share }))
}

const placesOf = (graph: Graph, layout: Layout): readonly FoldedPlace[] =>
  graph.cell.variables
    .filter(({ times }) => times !== 'total')
    .flatMap((variable) => {
      const box = layout.boxes.find(({ node }) => graph.nodes[node]!.of === variable)
      if (!box) return []
      const half = box.kind === 'vector' ? box.cellHeight / 2 : box.height / 2
      return [{ variable, x: center, y: box.valueY + half, radius: radiusOf(variable) }]
    })

const radiusOf = ({ role }: Variable): number =>
  role === 'preactivation' || role === 'probabilities' ? smallRadius : radius

const toLinks = (
  graph: Graph,
  layout: Layout,
  places: readonly FoldedPlace[],
): readonly FoldedLink[] => {
  const placeOf = new Map(places.map((place) => [place.variable, place]))
  const links = new Map<string, FoldedLink>()
  for (const link of layout.links) {
    const [from, to] = [graph.nodes[link.from]!, graph.nodes[link.to]!]
    const [a, b] = [placeOf.get(from.of as Variable), placeOf.get(to.of as Variable)]
    if (!b || !(a || isBias(link))) continue
    const parameter = link.parameter === null ? null : graph.nodes[link.parameter]!
    const isDelayed = a !== undefined && from.t !== to.t
    const half = parameter ? layout.nameWidth(parameter) / 2 : 0
    const ends = { from: from.of, to: b.variable, parameter, isDelayed, half }
    const key = `${from.of.name} ${b.variable.name} ${parameter?.key} ${isDelayed}`
    if (!links.has(key))
      links.set(key, { ...ends, ...(a ? between(a, b, isDelayed, places, half) : aside(b, half)) })
  }
  return [...links.values()]
}

type Line = Pick<FoldedLink, 'route' | 'label' | 'delay'>

const between = (
  a: FoldedPlace,
  b: FoldedPlace,
  isDelayed: boolean,
  places: readonly FoldedPlace[],
  half: number,
): Line => {
  if (isDelayed) return loop(a, b, half)
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
  const isBlocked = places.some(({ y }) => y > top + 1 && y < bottom - 1)
  const label = { x: center + 12 + half, y: (a.y + b.y) / 2 }
  return { route: isBlocked ? around(a, b) : straight(a, b), label, delay: null }
}

/** A bias comes from nowhere: a short arrow from below, on the left; a word stands under it, more of them one under the other. */
const aside = ({ x, y, radius: r }: FoldedPlace, half: number): Line => {
  const heading = { x: Math.cos(Math.PI / 6), y: -Math.sin(Math.PI / 6) }
  const at = (distance: number): Point => ({
    x: x - distance * heading.x,
    y: y - distance * heading.y,
  })
  const [start, end] = [at(r + 14), at(r + 1)]
  return {
    route: { path: `M${start.x},${start.y}L${end.x},${end.y}`, end, heading },
    label: half <= 8 ? at(r + 16 + half) : { x: x - 6 - Math.min(22, half), y: y + r + 11 },
    delay: null,
  }
}

const straight = (a: FoldedPlace, b: FoldedPlace): Route => {
  const up = b.y < a.y ? -1 : 1
  const tip = b.y - up * (b.radius + 1)
  return {
    path: `M${a.x},${a.y + up * a.radius}L${b.x},${tip}`,
    end: { x: b.x, y: tip },
    heading: { x: 0, y: up },
  }
}

/** Out of a variable, through a delay of one step, into what the next step computes from it. */
const loop = (a: FoldedPlace, b: FoldedPlace, half: number): Line => {
  const middle = (a.y + b.y) / 2
  const [x, tip] = [a.x + a.radius, b.x + b.radius + 1]
  return {
    route: curve(
      `M${x},${a.y}C${x + 26},${a.y - 8} ${loopX},${middle - 20} ${loopX},${middle}`,
      { x: loopX, y: middle + 22 },
      { x: tip + 30, y: b.y + 8 },
      { x: tip, y: b.y },
    ),
    // Beside the loop, or, where it is longer than a letter, above where it begins: the graph stands where it stood.
    label:
      half > 8
        ? { x: foldedWidth - 2 - half, y: a.y - 17 }
        : { x: loopX + 6 + half, y: middle - 30 },
    delay: { x: loopX, y: middle },
  }
}

/** Past what stands between, on the left. */
const around = (a: FoldedPlace, b: FoldedPlace): Route => {
  const [from, to] = [a.x - a.radius + 2, b.x - b.radius - 1]
  return curve(
    `M${from},${a.y - 8}`,
    { x: from - 30, y: a.y - 30 },
    { x: to - 26, y: b.y + 26 },
    { x: to, y: b.y + 2 },
  )
}

/** A path that ends in a curve; its head points where the curve ends. */
const curve = (start: string, first: Point, second: Point, end: Point): Route => {
  const [dx, dy] = [end.x - second.x, end.y - second.y]
  const length = Math.hypot(dx, dy)
  return {
    path: `${start}C${first.x},${first.y} ${second.x},${second.y} ${end.x},${end.y}`,
    end,
    heading: { x: dx / length, y: dy / length },
  }
}
