/** Stage: draws a picture and a frame into an SVG element. React makes the element, D3 owns its inside. */
import { select } from 'd3'
import { type Frame, toFrame } from '../engine/frame'
import type { GraphNode } from '../engine/unfold'
import type { Layout } from '../layout/layout'
import type { Pointed } from '../store/store'
import { createBoxMarks } from './boxes'
import { createEndings } from './endings'
import { createFold } from './fold'
import { createLegend } from './legend'
import { createLinkMarks } from './links'
import { filledBy, travelled } from './motion'
import { type Picture, type StageActions, isSameDrawing } from './picture'
import { listenToPointing } from './pointing'
import { createTimeline } from './timeline'
import { createTrack } from './track'

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

const isModest = ({ layout, trace }: Picture): boolean =>
  trace.graph.tau <= modestTimes &&
  layout.boxes.reduce((cells, { node }) => cells + trace.memory.size[node]!, 0) <= modestCells

/** Pixels beyond the window that are drawn all the same, where there are more. */
const overscan = 340

/** The elements that the stage draws in: the graph scrolls, the timeline stays. */
export interface StageElements {
  readonly graph: SVGSVGElement
  readonly timeline: SVGSVGElement
}

export const createStage = (elements: StageElements, actions: StageActions): Stage => {
  const root = select(elements.graph)
  root.selectAll('*').remove()
  const unfolded = root
    .append('g')
    .attr('class', 'unfolded')
    .attr('role', 'group')
    .attr('tabindex', 0)
  const column = unfolded.append('rect').attr('class', 'column').attr('rx', 10)
  const heading = unfolded.append('text').attr('class', 'heading')
  const legend = createLegend(unfolded.append('g'))
  const links = createLinkMarks(unfolded.append('g').attr('class', 'links'))
  const boxes = createBoxMarks(unfolded.append('g').attr('class', 'boxes'), actions)
  const endings = createEndings(unfolded.append('g'), actions)
  const fold = createFold(unfolded.append('g'), actions)
  const track = createTrack(root.append('g'))
  const timeline = createTimeline(elements.timeline, actions)

  let picture: Picture | null = null
  let visible: readonly GraphNode[] = []
  let painted: Frame | null = null
  let pointed: Pointed | null = null
  let fading: readonly { readonly node: number; readonly row: 'value' | 'gradient' }[] = []

  const paintPointed = () => {
    links.point(pointed)
    for (const { id, key } of visible)
      boxes.elementOf(id)?.classList.toggle('pointed', pointed?.nodes.includes(key) ?? false)
  }
  listenToPointing(unfolded.node()!, actions.point, (id) => {
    const { key } = picture!.trace.graph.nodes[id]!
    if (key !== picture!.selection) actions.select(key)
  })

  const settle = () => {
    for (const { node, row } of fading) boxes.fade(node, row, null)
    fading = []
  }

  /** What changes when a step is finished. */
  const paintFinished = (frame: Frame) => {
    const { schedule, progress, trace, layout, grain } = picture!
    const { nodes } = trace.graph
    for (const node of visible)
      boxes.paint(node, progress.value(node, frame.done), progress.gradient(node, frame.done))
    const last = schedule.steps[grain][frame.finished - 1]
    const recent = new Set(
      last
        ? schedule.contributions
            .slice(last.from, last.to)
            .flatMap(({ phase, edges }) => edges.map((edge) => `${phase} ${edge}`))
        : [],
    )
    links.paint({
      hasActed: (phase, link) => progress.hasActed(phase, link, frame.done),
      isRecent: (phase, link) => recent.has(`${phase} ${link}`),
      adds: (node) => progress.gradient(nodes[node]!, frame.done).count > 0,
    })
    endings.paint((node) => schedule.gradientReady[node]! <= frame.done)
    fold.paint((node, row) =>
      row === 'value'
        ? schedule.valueReady[node.id]! <= frame.done
        : schedule.gradientReady[node.id]! <= frame.done,
    )
    track.paint((node) => schedule.gradientReady[node.id]! <= frame.done)
    const current = new Set(last?.nodes ?? [])
    for (const node of visible) {
      const element = boxes.elementOf(node.id)
      element?.classList.toggle('current', current.has(node.id))
      element?.classList.toggle('backward', last?.phase === 'backward')
    }
    // What happens in all columns at once is marked in none.
    column.attr('visibility', last?.t === null ? 'hidden' : null)
    paintColumn(layout, last?.t ?? 1)
  }

  const paintColumn = ({ columns, rows }: Layout, t: number) => {
    const { x, width } = columns[t - columns[0]!.t]!
    const [first, final] = [rows[0]!, rows.at(-1)!]
    const inset = Math.min(3, width / 4)
    column
      .attr('x', x + inset)
      .attr('width', width - 2 * inset)
      .attr('y', first.top - 12)
      .attr('height', final.top + final.height - first.top + 24)
  }

  /** What is under way: colour runs along the links, then fills the node. */
  const paintMotion = ({ from, to, progress: share }: Frame) => {
    const { schedule, progress } = picture!
    const active = schedule.contributions.slice(from, to)
    const phase = active[0]?.phase ?? 'forward'
    const row = phase === 'forward' ? 'value' : 'gradient'
    links.travel(phase, new Set(active.flatMap(({ edges }) => edges)), travelled(share))
    const filled = filledBy(share)
    if (filled === 0) settle()
    for (const id of new Set(active.map(({ node }) => node))) {
      const node = picture!.trace.graph.nodes[id]!
      const done = filled > 0 ? to : from
      boxes.paint(node, progress.value(node, done), progress.gradient(node, done))
      if (filled === 0) continue
      boxes.fade(id, row, filled)
      if (!fading.some((f) => f.node === id && f.row === row))
        fading = [...fading, { node: id, row }]
    }
  }

  return {
    update: (next, [left, right]) => {
      const isSame = isSameDrawing(picture, next)
      picture = next
      const { layout, trace, dictionary } = picture
      const { nodes } = trace.graph
      settle()
      root
        .attr('width', layout.width * layout.zoom)
        .attr('height', layout.height * layout.zoom)
        .attr('viewBox', `0 0 ${layout.width} ${layout.height}`)
      const beyond = isModest(picture) ? Infinity : overscan
      const near = (x: number, width: number) => x + width > left - beyond && x < right + beyond
      const shown = layout.boxes.filter(({ x, width }) => near(x, width))
      visible = shown.map(({ node }) => nodes[node]!)
      unfolded.attr('aria-label', dictionary.stage.unfolded)
      heading
        .text(dictionary.stage.unfoldedHeading)
        .attr('x', layout.columns[0]!.x + 8)
        .attr('y', 20)
      if (!isSame) legend.update(picture)
      boxes.update(picture, shown)
      links.update(
        picture,
        layout.links.filter(({ from, to }) => {
          // What runs into a total would all be drawn at its column.
          if (nodes[to]!.t === null) {
            const { x, width } = layout.boxOf.get(from) ?? layout.fold!
            return near(x, width)
          }
          const ends = [from, to].flatMap((id) => layout.boxOf.get(id) ?? [])
          const [left, right] = [
            Math.min(...ends.map(({ x }) => x)),
            Math.max(...ends.map(({ x, width }) => x + width)),
          ]
          return near(left, right - left)
        }),
        layout.pluses.filter(({ x }) => near(x, 0)),
      )
      endings.update(
        picture,
        layout.links.filter(({ ending }) => ending !== null && near(ending.to.x, 0)),
      )
      if (!isSame) {
        fold.update(picture)
        track.update(picture)
      }
      timeline.update(picture)
      timeline.look([left, right])
      paintPointed()
      painted = null
    },
    paint: (playhead) => {
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
    },
    point: (next) => {
      pointed = next
      paintPointed()
    },
    look: (window) => timeline.look(window),
    destroy: () => {
      root.selectAll('*').remove()
      timeline.destroy()
    },
  }
}
