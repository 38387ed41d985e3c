/** Routes: the line that each link follows, forward and back. */
import type { Graph, GraphNode } from '../engine/unfold'
import { rightMargin } from './columns'
import { type Link, isBias } from './links'
import { nameFrame } from './nameFrame'
import type { Box, NameWidth, Plus, Point, Route, Routes } from './shapes'

/** Half the distance between the two directions of a vertical link. */
const lane = 7
const plusRadius = 9

const up: Point = { x: 0, y: -1 }
const down: Point = { x: 0, y: 1 }
const right: Point = { x: 1, y: 0 }
const left: Point = { x: -1, y: 0 }

/** How a link runs follows from where its ends stand, from nothing else. */
export const createRouter = (
  graph: Graph,
  boxOf: ReadonlyMap<number, Box>,
  pluses: readonly Plus[],
  nameWidth: NameWidth,
): ((link: Link) => Routes) => {
  const plusOf = new Map(pluses.map((plus) => [plus.node, plus]))
  const columns = new Map<number | null, Box[]>()
  for (const box of boxOf.values()) {
    const { t } = graph.nodes[box.node]!
    const column = columns.get(t)
    if (column) column.push(box)
    else columns.set(t, [box])
  }
  /** Up to the same variable of the next step. */
  const gapAfter = (box: Box): number => {
    const { t, of } = graph.nodes[box.node]!
    const next = (columns.get(t! + 1) ?? []).find(({ node }) => graph.nodes[node]!.of === of)
    return next ? next.x - box.x - box.width : rightMargin
  }
  const isPassed = isPassedBy(graph, boxOf, columns)
  return (link) => {
    const half = link.parameter === null ? 0 : nameWidth(graph.nodes[link.parameter]!) / 2
    if (isBias(link)) {
      const box = boxOf.get(link.to)!
      return plusOf.has(link.to)
        ? box.width < leastBelow
          ? fromLeft(box, half)
          : fromBelow(box, half)
        : aside(box, half, isPassed ? 'passed' : gapAfter(box))
    }
    const [from, to] = [boxOf.get(link.from)!, boxOf.get(link.to)!]
    const [source, target] = [graph.nodes[link.from]!, graph.nodes[link.to]!]
    const routes = between(from, to, plusOf.get(link.from) ?? null, {
      isTotal: target.t === null,
      isRecurrent: source.t !== target.t,
      t: target.t,
      column: columns.get(target.t)!,
      own: columns.get(source.t)!,
      pluses: columns.get(source.t)!.flatMap(({ node }) => plusOf.get(node) ?? []),
      half,
    })
    // That a class has no gradient is no surprise; that what is fed back has none is.
    const isMissed = link.absence !== null && !isLoss(target)
    return {
      ...routes,
      backward: link.carries ? routes.backward : null,
      ending: isMissed ? routes.ending : null,
    }
  }
}

/** Does what goes on to the next step pass other variables on its way down? Then it needs the room beside them. */
const isPassedBy = (
  { nodes, edges }: Graph,
  boxOf: ReadonlyMap<number, Box>,
  columns: ReadonlyMap<number | null, readonly Box[]>,
): boolean =>
  edges.some((edge) => {
    const [source, target] = [nodes[edge.from]!, nodes[edge.to]!]
    const [from, to] = [boxOf.get(edge.from), boxOf.get(edge.to)]
    if (source.t === null || target.t === null || source.t === target.t || !from || !to)
      return false
    return isBetween(from, to, columns.get(target.t)!)
  })

const isBetween = (from: Box, to: Box, boxes: readonly Box[]): boolean =>
  boxes.some(({ y, height }) => y >= from.y + from.height && y + height <= to.y)

const isLoss = ({ of }: GraphNode): boolean => of.dimensions.length === 0

interface Ends {
  readonly isTotal: boolean
  readonly isRecurrent: boolean
  /** When what it leads to is. */
  readonly t: number | null
  /** All boxes of its column, and of that where the link starts. */
  readonly column: readonly Box[]
  readonly own: readonly Box[]
  readonly pluses: readonly Plus[]
  /** Half the width of the name beside it. */
  readonly half: number
}

const between = (from: Box, to: Box, plus: Plus | null, ends: Ends): Routes => {
  if (ends.isTotal) return alongRow(from, to)
  if (ends.isRecurrent) return acrossTime(from, to, plus, ends)
  if (from.y + from.height <= to.y) return downward(from, to)
  const inTheWay = ends.column.filter((box) => box.y > to.y && box.y + box.height < from.y)
  if (inTheWay.length === 0) return upward(from, to, plus, ends.half)
  return aroundBoxes(from, to, Math.max(...[from, ...inTheWay].map(({ x, width }) => x + width)))
}

const centerOf = ({ x, width }: Box): number => x + width / 2
const valueMiddle = ({ kind, valueY, cellHeight, y, height }: Box): number =>
  kind === 'vector' ? valueY + cellHeight / 2 : y + height / 2
const gradientMiddle = (box: Box): number =>
  box.gradientY === null ? valueMiddle(box) : box.gradientY + box.cellHeight / 2

const line = (a: Point, b: Point, heading: Point): Route => ({
  path: `M${a.x},${a.y}L${b.x},${b.y}`,
  end: b,
  heading,
})

/** From a box to the one above it; the way back bends to the ⊕ where the box below has one. */
const upward = (from: Box, to: Box, plus: Plus | null, half: number): Routes => {
  const x = centerOf(from)
  const bottom = to.y + to.height + 2
  const middle = (bottom + from.y) / 2
  const start = { x: x + lane, y: bottom }
  return {
    forward: line({ x: x - lane, y: from.y - 1 }, { x: x - lane, y: bottom }, up),
    backward: plus
      ? {
          path: `M${start.x},${start.y}C${start.x},${middle} ${plus.x},${middle} ${plus.x},${plus.y - plusRadius}`,
          end: { x: plus.x, y: plus.y - plusRadius },
          heading: down,
        }
      : line(start, { x: x + lane, y: from.y - 2 }, down),
    label: labelOf(x, bottom, from.y, plus !== null, half, to.width < leastBelow ? 4 : 7),
    ending: { from: start, to: { x: start.x, y: start.y + 16 } },
  }
}

/** The least gap in which a letter stands above the name of the lower box. */
const roomyGap = 46

/**
 * Above the middle, on the side of the name of the lower box. Where the two would touch, on the other side:
 * past a way straight back, under one that bends to a ⊕.
 */
const labelOf = (
  x: number,
  top: number,
  bottom: number,
  bends: boolean,
  half: number,
  beside: number,
): Point => {
  const gap = bottom - top
  // What stands low behind a letter stays clear of the name below.
  const down = half > 6 ? Math.min(11, gap * 0.36) : gap * 0.36
  if (gap >= roomyGap) return { x: x - lane - 7 - half, y: top + down }
  return bends
    ? { x: x - 2 + half, y: bottom - 8 }
    : { x: x + lane + beside + half, y: top + gap / 2 }
}

const downward = (from: Box, to: Box): Routes => ({
  forward: line(
    { x: centerOf(from), y: from.y + from.height },
    { x: centerOf(to), y: to.y - 1 },
    down,
  ),
  backward: null,
  label: null,
  ending: null,
})

/** How long the arrow of a bias is, and how much stands between its name and the next column, or arrows. */
const stub = 13
const afterBias = 8

/** A bias comes from nowhere: a short arrow into the right side of the box, below what else leaves there; its name behind it, or where a line passes there, below. */
const aside = (to: Box, half: number, gap: number | 'passed'): Routes => {
  const x = to.x + to.width
  const y = to.gradientY === null ? to.y + to.height - 6 : gradientMiddle(to)
  const apart = to.gradientY === null ? 0 : lane / 2
  const [near, far] = [x + 1, x + stub]
  return {
    forward: line({ x: far, y: y - apart }, { x: near + 1, y: y - apart }, left),
    backward: line({ x: near, y: y + apart }, { x: far, y: y + apart }, right),
    label:
      gap === 'passed'
        ? { x: (near + far) / 2, y: y + apart + 11 }
        : stub + 2 + 2 * half + afterBias <= gap
          ? { x: far + 2 + half, y }
          : null,
    ending: null,
  }
}

/** Where a ⊕ stands on the right: under the corner, with its name on the inner side if the arrows there leave room, else under the ⊕. */
const fromBelow = (to: Box, half: number): Routes => {
  const [middle, side] = [centerOf(to), to.x + to.width]
  const x = Math.max(side - 9, Math.min(side - 4, middle + 2 * lane))
  const [near, far] = [to.y + to.height + 1, to.y + to.height + stub]
  const isRoomy = x - middle > 38 + 2 * half
  const outer = { x: x + lane / 2 + 5 + half, y: near + 5 }
  return {
    forward: line({ x: x - lane / 2, y: far }, { x: x - lane / 2, y: near + 1 }, up),
    backward: line({ x: x + lane / 2, y: near }, { x: x + lane / 2, y: far }, down),
    label: half > mostBelow ? null : isRoomy ? { x: x - 6 - half, y: far - 3 } : outer,
    ending: null,
  }
}
const mostBelow = 9
/** Under a narrower box the two would run into what comes up to it. */
const leastBelow = 50

/** Where a narrow box has a ⊕ on its right: from where nothing else comes. */
const fromLeft = (to: Box, half: number): Routes => {
  const y = gradientMiddle(to)
  const apart = lane / 2
  const [near, far] = [to.x - 1, to.x - stub]
  return {
    forward: line({ x: far, y: y - apart }, { x: near - 1, y: y - apart }, right),
    backward: line({ x: near, y: y + apart }, { x: far, y: y + apart }, left),
    label: half > mostBelow ? null : { x: far - 2 - half, y },
    ending: null,
  }
}

/** From the right side of a box to the left side of one in the next column. */
const acrossTime = (from: Box, to: Box, plus: Plus | null, ends: Ends): Routes => {
  const { half, t, column } = ends
  if (isBetween(from, to, column)) return pastBoxes(from, to, plus, ends)
  const [a, b] = [
    { x: from.x + from.width + 1, y: valueMiddle(from) },
    { x: to.x - 2, y: valueMiddle(to) },
  ]
  const back = { x: to.x - 1, y: gradientMiddle(to) }
  const home = plus
    ? { x: plus.x + plusRadius, y: plus.y }
    : { x: from.x + from.width + 2, y: gradientMiddle(from) }
  const name = nameFrame(to, t)
  const before = name.x - besideName
  const middleOf = (p: Point, q: Point) => Math.min((p.x + q.x) / 2, before - besideName)
  const bend = (p: Point, q: Point, middle: number) =>
    `M${p.x},${p.y}C${middle},${p.y} ${middle},${q.y} ${q.x},${q.y}`
  // Past the name, and the way back beside it.
  const past = bendPast(a, b, { x: name.x - 4, y: name.y + name.height })
  const [there, wayBack] = [middleOf(a, b), middleOf(back, home)]
  const beside = past < there ? Math.max(home.x + 2, Math.min(wayBack, past - besideName)) : wayBack
  return {
    forward: { path: bend(a, b, Math.min(there, past)), end: b, heading: right },
    backward: { path: bend(back, home, beside), end: home, heading: left },
    label: labelAcross(a, b, before, half, plus !== null),
    ending: { from: back, to: { x: back.x - 20, y: back.y } },
  }
}

/** Where a line that leaves `p` and comes to `q` level has both of its handles, to pass the point `corner`. */
const bendPast = (p: Point, q: Point, corner: Point): number => {
  const share = (corner.y - p.y) / (q.y - p.y)
  if (!(share > 0 && share < 1)) return Infinity
  // share = 3s² − 2s³
  const s = 0.5 - Math.sin(Math.asin(1 - 2 * share) / 3)
  const handles = 3 * s * (1 - s)
  const passing = (corner.x - p.x * (1 - s) ** 3 - q.x * s ** 3) / handles
  return Math.max(Math.min(p.x, q.x), passing)
}

/** How far from the boxes the way back runs, and the way there from it. */
const besideColumn = 17
const besideWay = 5
/** Of the corners of a line. */
const round = 12
/** Between a ⊕ and what comes to it from its right: an arrow head and a corner. */
const besidePlus = plusRadius + 8 + round

/** Down between the columns to a lower row of the next, past what stands between: the way back nearer to where it ends, so that the two do not cross. */
const pastBoxes = (from: Box, to: Box, plus: Plus | null, ends: Ends): Routes => {
  const { half, own, pluses, column, t } = ends
  const passed = own.filter(({ y }) => y >= from.y && y <= to.y)
  const clear = Math.max(...[from, ...passed].map(({ x, width }) => x + width))
  const isUnder = plus !== null && plus.x >= clear + 8
  const inner = isUnder
    ? plus.x
    : Math.max(
        clear + besideColumn,
        ...pluses.filter(({ y }) => y > from.y && y < to.y).map(({ x }) => x + plusRadius + 4),
        plus ? plus.x + besidePlus : -Infinity,
      )
  const outer = inner + besideWay
  const start = { x: from.x + from.width + 1, y: valueMiddle(from) }
  const tip = { x: to.x - 2, y: valueMiddle(to) }
  const back = { x: to.x - 1, y: gradientMiddle(to) }
  const home = isUnder
    ? { x: plus.x, y: plus.y + plusRadius }
    : plus
      ? { x: plus.x + plusRadius, y: plus.y }
      : { x: from.x + from.width + 2, y: gradientMiddle(from) }
  const [near, far] = [
    Math.min(round, outer - start.x),
    Math.max(0, Math.min(round, tip.x - 8 - outer)),
  ]
  // Over the tip, or where a name stands before its box, beside the one above it.
  const hasRoom = nameFrame(to, t).x >= to.x
  const above = column.filter(({ y }) => y < to.y).reduce((low, box) => (box.y > low.y ? box : low))
  const turn = isUnder
    ? `V${home.y}`
    : `V${home.y + round}Q${inner},${home.y} ${Math.max(home.x, inner - round)},${home.y}H${home.x}`
  return {
    forward: {
      path: `M${start.x},${start.y}H${outer - near}Q${outer},${start.y} ${outer},${start.y + near}V${tip.y - far}Q${outer},${tip.y} ${outer + far},${tip.y}H${tip.x}`,
      end: tip,
      heading: right,
    },
    backward: {
      path: `M${back.x},${back.y}H${inner + round}Q${inner},${back.y} ${inner},${back.y - round}${turn}`,
      end: home,
      heading: isUnder ? up : left,
    },
    label: {
      x: outer + 3 + 2 * half > to.x ? inner - 4 - half : outer + 3 + half,
      y: hasRoom ? tip.y - far - 7 : above.y + above.height / 2,
    },
    ending: { from: back, to: { x: back.x - 20, y: back.y } },
  }
}

/** How far from the boxes a line goes past them, and between the ways there and back: names stand close by. */
const besideBoxes = 4
const backBeside = 5

/** Between a letter and the name that follows it. */
const besideName = 6
/** A line of this length is flat where the letter of it stands. */
const flatLine = 64
const shortLine = 56

/**
 * Beside the tip, and before the name of what it leads to: between columns both directions cross.
 * Over a steep line it stands higher; where nothing is between line and tip, on the line's other side.
 */
const labelAcross = (
  start: Point,
  tip: Point,
  before: number,
  half: number,
  hasPlus: boolean,
): Point => {
  const length = tip.x - start.x
  // Above its start, right of what comes down to the ⊕, and beside the edge of the column that is marked.
  if ((length < shortLine || before < tip.x) && half < 9)
    return hasPlus
      ? { x: start.x + 24 + half, y: start.y - 4 }
      : { x: start.x + 7 + half, y: start.y - 13 }
  const isFlat = length >= flatLine && before > tip.x
  return { x: Math.min(tip.x - 2, before) - half, y: tip.y - (isFlat ? 16 : 26) }
}

/** Past the boxes between two rows, on their right: the loss hangs on o, not on ŷ. */
const aroundBoxes = (from: Box, to: Box, clear: number): Routes => {
  const way = (offset: number) => {
    const x = clear + besideBoxes + offset
    const start = { x: from.x + from.width + 1, y: valueMiddle(from) + offset / 2 }
    const end = { x: centerOf(to) + offset - lane / 2, y: to.y + to.height + 1 }
    const turn = end.y + 13 + offset
    const [r, near] = [8, besideBoxes - 1]
    return {
      out: `M${start.x},${start.y}H${x - near}Q${x},${start.y} ${x},${start.y - near}V${turn + r}Q${x},${turn} ${x - r},${turn}H${end.x + r}Q${end.x},${turn} ${end.x},${turn - r}V${end.y}`,
      back: `M${end.x},${end.y}V${turn - r}Q${end.x},${turn} ${end.x + r},${turn}H${x - r}Q${x},${turn} ${x},${turn + r}V${start.y - near}Q${x},${start.y} ${x - near},${start.y}H${start.x}`,
      start,
      end,
    }
  }
  const [there, back] = [way(0), way(backBeside)]
  return {
    forward: { path: there.out, end: there.end, heading: up },
    backward: { path: back.back, end: back.start, heading: left },
    label: null,
    ending: { from: back.end, to: { x: back.end.x, y: back.end.y + 14 } },
  }
}

/** Along one row to the total at its end, behind what stands between. */
const alongRow = (from: Box, to: Box): Routes => {
  const [a, b] = [from.y + from.height / 2, to.y + to.height / 2]
  const [start, end] = [from.x + from.width, to.x]
  return {
    forward: line({ x: start, y: a - 3 }, { x: end - 1, y: b - 3 }, right),
    backward: line({ x: end, y: b + 3 }, { x: start + 1, y: a + 3 }, left),
    label: null,
    ending: null,
  }
}
