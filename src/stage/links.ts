/** Links: the arrows, forward in full lines, backward in broken ones; the active ones fill with colour from their start to their end. */
import { aliveNodes } from '../engine/alive'
import { type Selection, select } from 'd3'
import type { Phase } from '../engine/schedule'
import type { LinkRoute } from '../layout/layout'
import type { Plus, Route } from '../layout/shapes'
import { hueOf, toWrittenName } from '../notation/names'
import { shapeOf } from '../engine/memory'
import { valueOf } from '../engine/run'
import type { Pointed } from '../store/store'
import { toImage } from './lane'
import type { Picture } from './picture'

type Root = Selection<SVGGElement, unknown, null, undefined>

export interface LinkMarks {
  readonly update: (picture: Picture, links: readonly LinkRoute[], pluses: readonly Plus[]) => void
  /** Which links have acted, which acted in the step finished last, which ⊕ have something to add. */
  readonly paint: (state: LinkState) => void
  /** What is pointed at stands out. */
  readonly point: (pointed: Pointed | null) => void
  /** Fills the acting links with colour up to a share of their length. */
  readonly travel: (phase: Phase, links: ReadonlySet<number>, share: number) => void
}

export interface LinkState {
  readonly hasActed: (phase: Phase, link: number) => boolean
  readonly isRecent: (phase: Phase, link: number) => boolean
  readonly adds: (node: number) => boolean
}

export const createLinkMarks = (root: Root): LinkMarks => {
  const lines = root.append('g').attr('class', 'lines')
  const letters = root.append('g').attr('class', 'letters')
  const travelling = root.append('g').attr('class', 'travelling')
  const matrices = root.append('g').attr('class', 'matrices')
  const plusRoot = root.append('g').attr('class', 'pluses')
  let links: readonly LinkRoute[] = []
  let pluses: readonly Plus[] = []
  let moving = ''
  let picture: Picture | null = null

  return {
    update: (nextPicture, nextLinks, nextPluses) => {
      picture = nextPicture
      links = nextLinks
      pluses = nextPluses
      moving = ''
      travelling.selectAll('*').remove()
      matrices.selectAll('*').remove()
      drawLines(lines, picture, links)
      drawLetters(letters, picture, links)
      drawPluses(plusRoot, pluses)
    },
    paint: ({ hasActed, isRecent, adds }) => {
      lines.selectAll<SVGGElement, Way>('g.way').each(function ({ phase, link }) {
        const acted = hasActed(phase, link.id)
        this.classList.toggle('acted', acted)
        this.classList.toggle('recent', acted && isRecent(phase, link.id))
      })
      plusRoot.selectAll<SVGGElement, Plus>('g.plus').each(function ({ node }) {
        this.classList.toggle('adds', adds(node))
      })
    },
    point: (pointed) => {
      lines.selectAll<SVGGElement, Way>('g.way').each(function ({ phase, link }) {
        const isPointed = pointed?.phase === phase && pointed.edges.includes(link.id)
        this.classList.toggle('pointed', isPointed)
      })
    },
    travel: (phase, acting, share) => {
      const key = `${phase} ${[...acting].join(' ')}`
      if (key !== moving) {
        moving = key
        const active = waysOf(links).filter((way) => way.phase === phase && acting.has(way.link.id))
        travelling
          .selectAll<SVGPathElement, Way>('path')
          .data(active, wayKey)
          .join('path')
          .attr('class', (way) => `travel ${way.phase} ${classOf(way)}`)
          .attr('pathLength', 1)
          .attr('d', ({ route }) => route.path)
        showMatrices(matrices, picture!, active)
      }
      travelling.selectAll<SVGPathElement, Way>('path').attr('stroke-dasharray', `${share} 2`)
    },
  }
}

/** The longest side of a matrix that shows itself, in pixels. */
const matrixSize = 24

/** A matrix is seen beside its letter as long as it acts. */
const showMatrices = (root: Root, { trace, scales }: Picture, ways: readonly Way[]): void => {
  const { graph, architecture } = trace
  const acting = ways.filter(({ link }) => link.parameter !== null && link.label !== null)
  root
    .selectAll<SVGImageElement, Way>('image')
    .data(acting, wayKey)
    .join('image')
    .each(function ({ link }) {
      const node = graph.nodes[link.parameter!]!
      const [rows, columns] = shapeOf(architecture, node) as readonly [number, number]
      const values = valueOf(trace, node)
      const block = Math.min(9, matrixSize / Math.max(rows, columns))
      const [width, height] = [columns * block, rows * block]
      const scale = scales.valueScale(node)
      select(this)
        .attr(
          'href',
          toImage(columns, rows, (x, y) => values[y * columns + x]!, scale),
        )
        .attr('preserveAspectRatio', 'none')
        .attr('x', link.label!.x - width - 9)
        .attr('y', link.label!.y - height / 2)
        .attr('width', width)
        .attr('height', height)
    })
}

export interface Way {
  readonly phase: Phase
  readonly link: LinkRoute
  readonly route: Route
  readonly hue: number | null
}

const hues = new WeakMap<LinkRoute, number | null>()

const waysOf = (links: readonly LinkRoute[]): readonly Way[] =>
  links.flatMap((link) => {
    const hue = hues.get(link) ?? null
    const there = { phase: 'forward', link, route: link.forward, hue } as const
    return link.backward
      ? [there, { phase: 'backward', link, route: link.backward, hue } as const]
      : [there]
  })

const wayKey = ({ phase, link }: Way): string => `${phase} ${link.id}`
const classOf = ({ hue }: Way): string => (hue === null ? 'plain' : `hue-${hue}`)

const drawLines = (root: Root, picture: Picture, links: readonly LinkRoute[]): void => {
  const { graph } = picture.trace
  const alive = aliveNodes(graph)
  for (const link of links)
    hues.set(
      link,
      link.parameter === null ? null : hueOf(graph.cell, graph.nodes[link.parameter]!.of.name),
    )
  root
    .selectAll<SVGGElement, Way>('g.way')
    .data(waysOf(links), wayKey)
    .join((enter) => {
      const g = enter.append('g')
      g.append('path').attr('class', 'line')
      g.append('path').attr('class', 'head')
      // Wider than the line, to be hit by a pointer.
      g.append('path').attr('class', 'near')
      return g
    })
    .attr('class', (way) => `way ${way.phase} ${classOf(way)}`)
    .each(function ({ phase, link, route }) {
      const isCut = phase === 'backward' && picture.trace.cuts.has(link.id)
      this.classList.toggle('cut', isCut)
      // The loss is no longer computed through it.
      this.classList.toggle('idle', link.carries && alive[link.to] === 0)
      select(this)
        .selectAll('path.cross')
        .data(isCut ? [route] : [])
        .join('path')
        .attr('class', 'cross')
        .attr('d', crossOn)
      select(this).select('path.line').attr('d', route.path)
      select(this).select('path.near').attr('d', route.path)
      select(this).select('path.head').attr('d', headOf(route))
    })
    .order()
}

/** The letter of the matrix that acts on the way. */
const drawLetters = (root: Root, { trace }: Picture, links: readonly LinkRoute[]): void => {
  const { graph } = trace
  root
    .selectAll<SVGTextElement, LinkRoute>('text.parameter')
    .data(
      links.filter(({ label, parameter }) => label && parameter !== null),
      ({ id }) => id,
    )
    .join('text')
    .order()
    .attr('class', (link) => `parameter hue-${hues.get(link)}`)
    .attr('x', ({ label }) => label!.x)
    .attr('y', ({ label }) => label!.y)
    .attr('dy', '0.32em')
    .text(({ parameter }) => toWrittenName(graph.nodes[parameter!]!).letter)
}

const arrowLength = 8
const arrowHalf = 3.6

/** A triangle with its tip at the route's end. */
const headOf = ({ end, heading }: Route): string => {
  const back = { x: end.x - heading.x * arrowLength, y: end.y - heading.y * arrowLength }
  const side = { x: -heading.y * arrowHalf, y: heading.x * arrowHalf }
  return `M${end.x},${end.y}L${back.x + side.x},${back.y + side.y}L${back.x - side.x},${back.y - side.y}Z`
}

/** Across a line, shortly before its end. */
const crossOn = ({ end, heading }: Route): string => {
  const [x, y] = [end.x - 16 * heading.x, end.y - 16 * heading.y]
  return `M${x - 5},${y - 5}L${x + 5},${y + 5}M${x - 5},${y + 5}L${x + 5},${y - 5}`
}

const drawPluses = (root: Root, pluses: readonly Plus[]): void => {
  root
    .selectAll<SVGGElement, Plus>('g.plus')
    .data(pluses, ({ node }) => node)
    .join((enter) => {
      const g = enter.append('g')
      g.append('path').attr('class', 'stem')
      g.append('circle').attr('r', 8.5)
      g.append('path').attr('class', 'cross').attr('d', 'M-4,0H4M0,-4V4')
      return g
    })
    .attr('class', 'plus')
    .attr('transform', ({ x, y }) => `translate(${x},${y})`)
    .select('path.stem')
    .attr('d', 'M-8.5,0H-16')
}
