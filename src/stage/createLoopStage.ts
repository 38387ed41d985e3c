/** Loop stage: draws the folded graph and the copies of it that have left its loop, for any position between folded and unfolded. */
import { type Selection, select } from 'd3'
import type { Folded } from '../layout/folded'
import { type MovingBox, type MovingLink, type Unfolding, scaleOf } from '../layout/unfolding'
import { isBias } from '../layout/links'
import type { Box, Point } from '../layout/shapes'
import { hueOf } from '../notation/names'
import { createBoxMarks } from './boxes'
import { drawFoldedHeading, drawFoldedLink, drawFoldedPlace, drawParameter } from './createFolded'
import { headOf } from './links'
import type { Picture, StageActions } from './picture'
import { writeParameter } from './writeName'

export interface LoopPicture {
  /** Its layout is of the forward pass alone. */
  readonly picture: Picture
  readonly folded: Folded
  readonly at: (position: number) => Unfolding
  /** What the asked state depends on; null: nothing is asked. */
  readonly lit: ReadonlySet<number> | null
  /** What another input changes; null: none is tried. */
  readonly changed: ReadonlySet<number> | null
}

export interface LoopStage {
  readonly update: (loop: LoopPicture) => void
  readonly paint: (position: number) => void
  readonly destroy: () => void
}

type Root = Selection<SVGGElement, unknown, null, undefined>

/** Below the last row, for the times. */
const footing = 30

export const createLoopStage = (svg: SVGSVGElement, actions: StageActions): LoopStage => {
  const root = select(svg)
  root.selectAll('*').remove()
  const unfolded = root.append('g').attr('class', 'unfolded').attr('role', 'group')
  const fold = unfolded.append('g').attr('class', 'fold')
  const lines = unfolded.append('g').attr('class', 'lines')
  const boxRoot = unfolded.append('g').attr('class', 'boxes')
  const boxes = createBoxMarks(boxRoot, actions)
  let elements = new Map<string, SVGGElement>()
  const letters = unfolded.append('g').attr('class', 'letters')
  const marks = unfolded.append('g').attr('class', 'marks')
  const times = unfolded.append('g').attr('class', 'times')
  const foldedRoot = root.append('g').attr('class', 'folded').attr('role', 'group')
  let loop: LoopPicture | null = null

  const isLit = (...nodes: readonly number[]) =>
    loop!.lit === null || nodes.every((node) => loop!.lit!.has(node))
  const isLinkLit = ({ link }: MovingLink) =>
    isBias(link) ? isLit(link.to) : isLit(link.from, link.to)

  const paintLinks = (moving: readonly MovingLink[]) => {
    const { graph } = loop!.picture.trace
    const keyOf = ({ link: { parameter } }: MovingLink) =>
      parameter === null ? null : graph.nodes[parameter]!.key
    const colourOf = ({ link: { parameter } }: MovingLink) => {
      const hue = parameter === null ? null : hueOf(graph.cell, graph.nodes[parameter]!.of.name)
      return hue === null ? 'plain' : `hue-${hue}`
    }
    lines
      .selectAll<SVGGElement, MovingLink>('g.way')
      .data(moving, ({ link }) => link.id)
      .join((entering) => {
        const g = entering.append('g')
        g.append('path').attr('class', 'line')
        g.append('path').attr('class', 'head')
        return g
      })
      .attr('class', (link) => `way forward acted ${colourOf(link)}`)
      .classed('dim', (link) => !isLinkLit(link))
      .attr('data-uses', keyOf)
      .attr('stroke-opacity', opacityOf)
      .attr('fill-opacity', opacityOf)
      .each(function ({ route }) {
        const g = select(this)
        g.select('.line').attr('d', route.path)
        g.select('.head').attr('d', headOf(route))
      })
      .order()
    letters
      .selectAll<SVGTextElement, MovingLink>('text')
      .data(
        moving.filter(({ label, link }) => label !== null && link.parameter !== null),
        ({ link }) => link.id,
      )
      .join('text')
      .attr('class', (link) => `parameter ${colourOf(link)}`)
      .classed('dim', (link) => !isLinkLit(link))
      .attr('data-uses', keyOf)
      .attr('x', ({ label }) => label!.x)
      .attr('y', ({ label }) => label!.y)
      .attr('dy', '0.32em')
      .attr('opacity', ({ share }) => (share < 1 ? written(share) : null))
      .attr('transform', ({ label, scale }) => scaled(label!, scale))
      .each(function ({ link }) {
        writeParameter(this, loop!.picture.names, graph.nodes[link.parameter!]!)
      })
      .order()
  }

  /** The time of each copy, under what stands lowest of it. */
  const paintTimes = (moving: readonly MovingBox[]) => {
    const { layout, trace, dictionary } = loop!.picture
    const lowest = new Map<number, MovingBox>()
    for (const box of moving) {
      const { t } = trace.graph.nodes[box.box.node]!
      const known = t === null ? undefined : lowest.get(t)
      if (t !== null && t > 0 && (!known || known.box.y < box.box.y)) lowest.set(t, box)
    }
    const last = layout.rows.at(-1)!
    times
      .selectAll('text')
      .data([...lowest])
      .join('text')
      .attr('x', ([, { center }]) => center.x)
      .attr('y', last.top + last.height + 20)
      .attr('opacity', ([, { share }]) => share)
      .text(([t]) => dictionary.timeline.time(t))
  }

  const paintMarks = (moving: readonly MovingBox[]) => {
    const { changed } = loop!
    marks
      .selectAll('text')
      .data(moving.filter(({ box, share }) => share === 1 && changed?.has(box.node)))
      .join('text')
      .attr(
        'x',
        ({ box: { kind, x, width } }) => x + (kind === 'vector' ? width - 12 : width * 0.88),
      )
      .attr('y', ({ box: { kind, y, height } }) => (kind === 'vector' ? y + height + 13 : y + 6))
      .text('≠')
  }

  return {
    update: (next) => {
      loop = next
      const { picture, folded, lit, changed } = next
      const { layout, trace, dictionary, progress, schedule } = picture
      const last = layout.rows.at(-1)!
      const [width, height] = [folded.width + layout.width, last.top + last.height + footing]
      root
        .attr('width', width * layout.zoom)
        .attr('height', height * layout.zoom)
        .attr('viewBox', `0 0 ${width} ${height}`)
      unfolded.attr('aria-label', dictionary.stage.unfolded)
      foldedRoot.attr('aria-label', dictionary.stage.folded)
      drawFolded(foldedRoot, next, actions)
      drawFold(fold, picture)
      boxes.update(picture, layout.boxes)
      boxes.look(() => true)
      elements = new Map(
        [...boxRoot.node()!.querySelectorAll<SVGGElement>('g.box')].map((element) => [
          element.dataset.key!,
          element,
        ]),
      )
      for (const { node: id } of layout.boxes) {
        const node = trace.graph.nodes[id]!
        boxes.paint(node, progress.value(node, schedule.contributions.length), nothing)
        const { classList } = elements.get(node.key)!
        classList.toggle('dim', !isLit(id))
        classList.toggle('asked', lit !== null && node.key === picture.selection)
        classList.toggle('changed', changed?.has(id) ?? false)
      }
    },
    paint: (position) => {
      if (!loop) return
      const { picture, folded } = loop
      const { layout } = picture
      const now = loop.at(position)
      unfolded.attr('transform', `translate(${folded.width - now.back},0)`)
      foldedRoot.attr('transform', now.shift > 0 ? `translate(${now.shift},0)` : null)
      const moving = new Map(now.boxes.map((box) => [box.box.node, box]))
      for (const box of layout.boxes)
        placeBox(elements.get(box.key)!, box, moving.get(box.node) ?? null)
      paintLinks(now.links)
      paintTimes(now.boxes)
      paintMarks(now.boxes)
      fold.attr('opacity', now.foldShare)
    },
    destroy: () => root.selectAll('*').remove(),
  }
}

const nothing = { count: 0, all: 1 }

/** A circle that becomes a box; nothing of its way is left behind once it stands in its place, or is away. */
const placeBox = (element: SVGGElement, box: Box, moving: MovingBox | null): void => {
  const wasMoving = element.classList.contains('moving')
  element.classList.toggle('away', moving === null)
  const isMoving = element.classList.toggle('moving', moving !== null && moving.share < 1)
  if (!isMoving && !wasMoving) return
  const own = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const { share, center, width, height } =
    isMoving && moving ? moving : { ...box, share: 1, center: own }
  const frame = select(element).select('.frame')
  if (box.kind === 'scalar') frame.attr('r', width / 2)
  else {
    const corner = box.kind === 'vector' ? 9 : 6
    frame
      .attr('x', (box.width - width) / 2)
      .attr('y', (box.height - height) / 2)
      .attr('width', width)
      .attr('height', height)
      .attr('rx', corner + (Math.min(width, height) / 2 - corner) * (1 - share))
  }
  const place = isMoving
    ? `${center.x - box.width / 2},${center.y - box.height / 2}`
    : `${box.x},${box.y}`
  element.setAttribute('transform', `translate(${place})`)
  frame.attr('opacity', isMoving ? appeared(share) : null)
  placeWritten(select(element), box, isMoving ? moving : null)
}

/** Numbers are as large as their box; its name is inside as long as there is no room for them, and then in its place. */
const placeWritten = (
  element: Selection<SVGGElement, unknown, null, undefined>,
  box: Box,
  moving: MovingBox | null,
): void => {
  const [scale, shown] = moving ? [scaleOf(moving), written(moving.share)] : [1, null]
  const middle = { x: box.width / 2, y: box.height / 2 }
  const name = { x: box.name.x - box.x, y: box.name.y - box.y }
  element.selectAll('.row, .symbol').attr('opacity', shown).attr('transform', scaled(middle, scale))
  element
    .selectAll('.headers, .frame ~ .header')
    .attr('opacity', shown)
    .attr('transform', scaled({ x: middle.x, y: -5 }, scale))
  const isInside = moving !== null && moving.share < nameOut
  element.classed('named', isInside)
  element.select('circle').attr('fill-opacity', isInside ? null : shown)
  element
    .select('.name')
    .attr('opacity', isInside ? moving.past * clamp((nameOut - moving.share) / 0.08) : shown)
    .attr('text-anchor', isInside ? 'middle' : box.name.anchor)
    .attr('x', isInside ? middle.x : name.x)
    .attr('y', isInside ? middle.y + 5 : name.y)
    .attr(
      'transform',
      isInside
        ? scaled(middle, box.kind === 'scalar' ? 0.8 : 1)
        : scaled({ x: middle.x, y: name.y }, scale),
    )
}

/** Around a point. */
const scaled = ({ x, y }: Point, scale: number): string | null =>
  scale === 1 ? null : `translate(${x * (1 - scale)},${y * (1 - scale)}) scale(${scale})`

const clamp = (share: number): number => Math.max(0, Math.min(1, share))
/** A name is inside its box up to here. */
const nameOut = 0.68
/** What is written comes when there is room for it: beside the loop it would stand on what stands there. */
const written = (share: number): number => clamp((share - 0.7) / 0.3)
/** What leaves the loop is not seen twice as long as it covers it. */
const appeared = (share: number): number => clamp(6 * share - 0.3)

/** A bias comes with its letter: alone its arrow is none. */
const opacityOf = ({ link, share, room }: MovingLink): number | null =>
  share * room < 1 ? (isBias(link) ? written(share) : appeared(share) * room) : null

const drawFolded = (root: Root, { picture, folded }: LoopPicture, actions: StageActions): void => {
  root.selectAll('*').remove()
  drawFoldedHeading(root, folded, picture)
  for (const link of folded.links) drawFoldedLink(root, link, picture)
  for (const place of folded.places) drawFoldedPlace(root, place, picture)
  for (const { parameter, label } of folded.links)
    if (parameter && label) drawParameter(root, parameter, label, actions, picture, 0)
}

/** Where the middle of a long sequence is folded away. */
const drawFold = (root: Root, { layout, dictionary }: Picture): void => {
  root.selectAll('*').remove()
  const { fold, rows } = layout
  if (!fold) return
  const [top, bottom] = [rows[0]!.top - 12, rows.at(-1)!.top + rows.at(-1)!.height + 12]
  root
    .append('rect')
    .attr('class', 'folded-away')
    .attr('x', fold.x + 4)
    .attr('width', fold.width - 8)
    .attr('y', top)
    .attr('height', bottom - top)
    .attr('rx', 10)
  root
    .append('text')
    .attr('x', fold.x + fold.width / 2)
    .attr('y', top + 24)
    .attr('text-anchor', 'middle')
    .text(dictionary.stage.foldedSteps(fold.to - fold.from + 1))
}
