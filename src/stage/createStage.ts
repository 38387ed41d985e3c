/** Stage: draws a picture and a frame into an SVG element. React makes the element, D3 owns its inside. */
import { select } from 'd3'
import { type Frame, toFrame } from '../engine/frame'
import type { Contribution, Schedule } from '../engine/schedule'
import { isShare, subjectsOf } from '../engine/subjects'
import type { GraphNode } from '../engine/unfold'
import { placeInFold } from '../layout/inFold'
import type { Layout, LinkRoute } from '../layout/layout'
import type { Pointed } from '../store/store'
import { createBoxMarks } from './boxes'
import { createEndings } from './endings'
import { createFold } from './fold'
import { whenIdle } from './idle'
import { createLegend } from './legend'
import { createLinkMarks } from './links'
import { filledBy, travelled } from './motion'
import { type Picture, type StageActions, isSameDrawing } from './picture'
import { listenToPointing } from './pointing'
import type { RowName } from './rows'
import { createTimeline } from './timeline'
import { createTrack } from './track'
import { writeAttribute, writeAttributes, writeText } from './write'

export interface Stage {
  /** Joins: network, layout, selection, theme, language. `window`: the stretch of the stage that can be seen, in pixels. */
  readonly update: (picture: Picture, window: readonly [number, number]) => void
  /** Writes only what differs from the frame painted last. */
  readonly paint: (playhead: number) => void
  /** What is pointed at lights up, here or in an equation. */
  readonly point: (pointed: Pointed | null) => void
  /** Says which stretch can be seen, in pixels of the layout. */
  readonly look: (window: readonly [number, number]) => void
  readonly destroy: () => void
}

/** Up to so many times and cells all are drawn: then every variable can be found by its name. */
const modestTimes = 40
const modestCells = 4000

/** Up to so many cells all have room for their numbers from the start, and keep it until the picture changes: what scrolls into view needs nothing made. */
const fewCells = 1000

const preparedAtOnce = 4

const cellsOf = ({ layout, trace }: Picture): number =>
  layout.boxes.reduce((cells, { node }) => cells + trace.memory.size[node]!, 0)

const isModest = (picture: Picture): boolean =>
  picture.trace.graph.tau <= modestTimes && cellsOf(picture) <= modestCells

/** Pixels beyond the window that are drawn all the same, and how far it moves until more is drawn. */
const overscan = 340
const tolerance = 160

/** A stretch of the stage, in pixels of the layout. */
type Stretch = readonly [number, number]

/** The elements that the stage draws in: the graph scrolls; the timeline and the legend beside it stay. */
export interface StageElements {
  readonly graph: SVGSVGElement
  readonly timeline: SVGSVGElement
  readonly legend?: HTMLElement
}

export const createStage = (elements: StageElements, actions: StageActions): Stage => {
  const root = select(elements.graph)
  root.selectAll('*').remove()
  const group = root.append('g').attr('class', 'unfolded').attr('role', 'group').attr('tabindex', 0)
  const unfolded = group.node()!
  const column = group.append('rect').attr('class', 'column').attr('rx', 10).node()!
  const heading = group.append('text').attr('class', 'heading').node()!
  const legend = elements.legend && createLegend(elements.legend)
  const links = createLinkMarks(group.append('g').attr('class', 'links'))
  const targetless = group.append('g').attr('class', 'targetless')
  const boxes = createBoxMarks(group.append('g').attr('class', 'boxes'), actions)
  const endings = createEndings(group.append('g'), actions)
  const fold = createFold(group.append('g'), actions)
  const track = createTrack(root.append('g'), actions)
  const timeline = createTimeline(elements.timeline, actions)

  let picture: Picture | null = null
  /** The stretch that can be seen, and the one that was drawn for. */
  let seen: Stretch = [0, 0]
  let drawnFor: Stretch = [0, 0]
  let visible: readonly GraphNode[] = []
  let painted: Frame | null = null
  let paintedAt = 0
  let pointed: Pointed | null = null
  let fading: readonly { readonly node: number; readonly row: RowName }[] = []

  const paintPointed = () => {
    links.point(pointed)
    boxes.point(pointed?.nodes ?? [])
  }
  listenToPointing(unfolded, links.isSeen, actions.point, (chosen, half) => {
    const key = typeof chosen === 'string' ? chosen : picture!.trace.graph.nodes[chosen]!.key
    if (key !== picture!.selection) actions.select(key, null, half)
  })

  const settle = () => {
    for (const { node, row } of fading) boxes.fade(node, row, null)
    fading = []
  }

  /** Is a stretch in or near the window? */
  const isNear = (x: number, width: number): boolean =>
    x + width > drawnFor[0] - overscan && x < drawnFor[1] + overscan

  /** Elements for what is near the window; for all of a sequence of modest size, but numbers near the window alone. */
  const draw = (next: Picture) => {
    const { layout, trace } = next
    const { nodes } = trace.graph
    const isAll = isModest(next)
    const shown = isAll ? layout.boxes : layout.boxes.filter(({ x, width }) => isNear(x, width))
    visible = shown.map(({ node }) => nodes[node]!)
    boxes.update(next, shown)
    const near = isAll ? layout.links : layout.links.filter((link) => isLinkNear(next, link))
    links.update(next, near, isAll ? layout.pluses : layout.pluses.filter(({ x }) => isNear(x, 0)))
    endings.update(
      next,
      layout.links.filter(({ ending }) => ending !== null && (isAll || isNear(ending.to.x, 0))),
    )
    targetless
      .selectAll('text')
      .data(layout.targetless.filter(({ x }) => isAll || isNear(x, 0)))
      .join('text')
      .attr('class', 'heading')
      .attr('x', ({ x }) => x)
      .attr('y', ({ y }) => y)
      .attr('dy', '0.33em')
      .text(next.dictionary.stage.targetless)
    lookAtBoxes()
    paintPointed()
  }

  const lookAtBoxes = () => {
    // Before anything is computed all are blank, which is drawn soon.
    const isAll = paintedAt === 0 && cellsOf(picture!) <= fewCells
    boxes.look(({ x, width }) => isAll || isNear(x, width))
  }

  let stopPreparing = () => {}
  /** Some boxes: a step then only shows what is there. */
  const prepare = (): boolean => {
    for (let i = 0; i < preparedAtOnce; i++) if (!boxes.prepare()) return false
    return true
  }

  const isLinkNear = ({ layout, trace }: Picture, { from, to }: LinkRoute): boolean => {
    // What runs into a total would all be drawn at its column.
    if (trace.graph.nodes[to]!.t === null) {
      const { x, width } = layout.boxOf.get(from) ?? layout.fold!
      return isNear(x, width)
    }
    const ends = [from, to].flatMap((id) => layout.boxOf.get(id) ?? [])
    const start = Math.min(...ends.map(({ x }) => x))
    return isNear(start, Math.max(...ends.map(({ x, width }) => x + width)) - start)
  }

  const paintNode = (node: GraphNode, done: number) => {
    const { progress } = picture!
    boxes.paint(node, progress.value(node, done), progress.gradient(node, done))
  }

  /** What changes when a step is finished. */
  const paintFinished = (frame: Frame) => {
    const { schedule, progress, trace, layout, grain } = picture!
    const { nodes } = trace.graph
    const changed = painted && changedBetween(schedule, painted, frame)
    for (const node of changed ? nodesOf(changed, nodes) : visible) paintNode(node, frame.done)
    const last = schedule.steps[grain][frame.finished - 1]
    links.paint({
      changed,
      recent: last ? schedule.contributions.slice(last.from, last.to) : [],
      isShare: last !== undefined && isShare(trace.graph, last),
      hasActed: (phase, link) => progress.hasActed(phase, link, frame.done),
      adds: (node) => progress.gradient(nodes[node]!, frame.done).count > 0,
    })
    endings.paint((node) => schedule.gradientReady[node]! <= frame.done)
    legend?.paint(frame.done, last?.nodes ?? [])
    fold.paint((node, row) =>
      row === 'value'
        ? schedule.valueReady[node.id]! <= frame.done
        : schedule.gradientReady[node.id]! <= frame.done,
    )
    track.paint((node) => schedule.gradientReady[node.id]! <= frame.done)
    boxes.setCurrent(last ? subjectsOf(trace.graph, schedule, last) : [])
    // What happens in all columns at once is marked in none; what is folded away, in the fold.
    const isMarked = last?.t !== null && !placeInFold(layout.fold, last?.t ?? 1)
    writeAttribute(column, 'visibility', isMarked ? 'inherit' : 'hidden')
    paintColumn(layout, last?.t ?? 1)
    fold.mark(last?.t ?? null)
  }

  const paintColumn = ({ columns, rows }: Layout, t: number) => {
    const { x, width } = columns[t - columns[0]!.t]!
    const [first, final] = [rows[0]!, rows.at(-1)!]
    const inset = Math.min(3, width / 4)
    // A vector has its name above it; what is over that is the legend's.
    const y = first.top - (first.variables.some(({ dimensions }) => dimensions.length > 0) ? 24 : 7)
    writeAttributes(column, {
      ...{ x: x + inset, width: width - 2 * inset, y },
      height: final.top + final.height + 12 - y,
    })
  }

  /** What is under way: colour runs along the links, then fills the node. */
  const paintMotion = ({ from, to, progress: share }: Frame) => {
    const { schedule, trace } = picture!
    const active = schedule.contributions.slice(from, to)
    const phase = active[0]?.phase ?? 'forward'
    const row = phase === 'forward' ? 'value' : 'gradient'
    links.travel(phase, new Set(active.flatMap(({ edges }) => edges)), travelled(share))
    const filled = filledBy(share)
    if (filled === 0) settle()
    for (const id of new Set(active.map(({ node }) => node))) {
      paintNode(trace.graph.nodes[id]!, filled > 0 ? to : from)
      if (filled === 0) continue
      boxes.fade(id, row, filled)
      if (!fading.some((f) => f.node === id && f.row === row))
        fading = [...fading, { node: id, row }]
    }
  }

  const paint = (playhead: number) => {
    if (!picture) return
    const frame = toFrame(picture.schedule, picture.grain, playhead)
    if (painted?.done !== frame.done || painted.finished !== frame.finished) {
      settle()
      paintFinished(frame)
    }
    if (frame.to > frame.from) paintMotion(frame)
    else if (!painted || painted.to > painted.from) {
      settle()
      links.travel('forward', new Set(), 0)
      if (painted) paintFinished(frame)
    }
    if (painted?.finished !== frame.finished) timeline.say(frame.finished)
    timeline.move(playhead)
    painted = frame
    paintedAt = playhead
  }

  return {
    update: (next, window) => {
      const isSame = isSameDrawing(picture, next)
      const { layout, dictionary } = next
      picture = next
      seen = drawnFor = window
      settle()
      writeAttributes(elements.graph, {
        ...{ width: layout.width * layout.zoom, height: layout.height * layout.zoom },
        viewBox: `0 0 ${layout.width} ${layout.height}`,
      })
      writeAttribute(unfolded, 'aria-label', dictionary.stage.unfolded)
      writeAttributes(heading, { x: layout.columns[0]!.x + 8, y: 20 })
      writeText(heading, layout.hasHeadings ? dictionary.stage.unfoldedHeading : '')
      draw(next)
      legend?.update(next)
      if (!isSame) {
        fold.update(next)
        track.update(next)
      }
      timeline.update(next)
      timeline.look(seen)
      painted = null
      stopPreparing()
      if (cellsOf(next) <= fewCells) stopPreparing = whenIdle(prepare)
    },
    paint,
    point: (next) => {
      pointed = next
      paintPointed()
    },
    look: (window) => {
      if (!picture) return
      seen = window
      timeline.look(seen)
      const isDrawn =
        Math.abs(seen[0] - drawnFor[0]) <= tolerance && Math.abs(seen[1] - drawnFor[1]) <= tolerance
      if (isDrawn) return
      drawnFor = seen
      settle()
      const isKept = isModest(picture)
      if (isKept) boxes.look(({ x, width }) => isNear(x, width), cellsOf(picture) <= fewCells)
      else draw(picture)
      if (!painted) return
      // Where all is drawn, nothing but what has come into view lacks its numbers.
      if (isKept) for (const node of visible) paintNode(node, painted.done)
      else painted = null
      paint(paintedAt)
    },
    destroy: () => {
      stopPreparing()
      root.selectAll('*').remove()
      elements.legend?.replaceChildren()
      timeline.destroy()
    },
  }
}

/** What can differ between two frames: what is done in one of them alone, or under way. */
const changedBetween = (schedule: Schedule, a: Frame, b: Frame): readonly Contribution[] =>
  schedule.contributions.slice(Math.min(a.done, b.done), Math.max(a.to, b.to, a.done, b.done))

const nodesOf = (
  contributions: readonly Contribution[],
  nodes: readonly GraphNode[],
): readonly GraphNode[] =>
  [...new Set(contributions.map(({ node }) => node))].map((id) => nodes[id]!)
