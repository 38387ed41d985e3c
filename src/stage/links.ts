/** Links: the arrows, forward in full lines, backward in broken ones; the active ones fill with colour from their start to their end. */
import { aliveNodes } from '../engine/alive'
import { type Selection, select } from 'd3'
import type { Contribution, Phase } from '../engine/schedule'
import type { Graph, GraphNode } from '../engine/unfold'
import type { Layout, LinkRoute } from '../layout/layout'
import { isBias } from '../layout/links'
import type { Plus, Route } from '../layout/shapes'
import { hueOf } from '../notation/names'
import type { Scale } from '../notation/scales'
import { shapeOf } from '../engine/memory'
import { type Trace, valueOf } from '../engine/run'
import type { Pointed } from '../store/store'
import { toImage } from '../notation/pixels'
import type { Picture } from './picture'
import { createMark, writeAttribute, writeAttributes } from './write'
import { writeParameter } from './writeName'

type Root = Selection<SVGGElement, unknown, null, undefined>

export interface LinkMarks {
  readonly update: (picture: Picture, links: readonly LinkRoute[], pluses: readonly Plus[]) => void
  /** Which links have acted, which acted in the step finished last, which ⊕ have something to add. */
  readonly paint: (state: LinkState) => void
  /** Can a way be seen: has what it brings been under way yet? */
  readonly isSeen: (way: Way) => boolean
  /** What is pointed at stands out. */
  readonly point: (pointed: Pointed | null) => void
  /** Fills the acting links with colour up to a share of their length. */
  readonly travel: (phase: Phase, links: ReadonlySet<number>, share: number) => void
}

export interface LinkState {
  /** All that can differ from what was painted last; null: everything. */
  readonly changed: readonly Contribution[] | null
  /** The step finished last. */
  readonly recent: readonly Contribution[]
  /** Did it bring a parameter its share, and nothing else? */
  readonly isShare: boolean
  readonly hasActed: (phase: Phase, link: number) => boolean
  readonly adds: (node: number) => boolean
}

/** What is drawn of one way, remembered so that only what changes is written. */
interface Mark {
  readonly element: SVGGElement
  readonly line: SVGPathElement
  readonly head: SVGPathElement
  /** Wider than the line, to be hit by a pointer. */
  readonly near: SVGPathElement
  way: Way
  path: string
  hasActed: boolean
}

export const createLinkMarks = (root: Root): LinkMarks => {
  const lines = root.append('g').attr('class', 'lines').node()!
  const near = root.append('g').attr('class', 'nears').node()!
  const letters = root.append('g').attr('class', 'letters').node()!
  const travelling = root.append('g').attr('class', 'travelling')
  const matrices = root.append('g').attr('class', 'matrices')
  const plusRoot = root.append('g').attr('class', 'pluses')
  let links: readonly LinkRoute[] = []
  let drawnLayout: Layout | null = null
  let marks = new Map<string, Mark>()
  /** Those of the step finished last. */
  let recents: ReadonlySet<Mark> = new Set()
  let pluses: ReadonlyMap<number, SVGGElement> = new Map()
  let cuts = ''
  let pointed: readonly Mark[] = []
  let moving = ''
  let movingPaths: readonly SVGPathElement[] = []
  let picture: Picture | null = null

  /** A parameter's share is made of what goes both ways along the arrow on which it acts. */
  const marksOf = (phase: Phase, edge: number): readonly Mark[] => {
    const own = marks.get(`${phase} ${edge}`)
    if (own && !isBias(own.way.link)) return [own]
    const acted = [...marks.values()].filter(({ way }) => way.matrixEdge === edge)
    return acted.filter(({ way }) => phase === 'backward' || way.phase === phase)
  }

  const marksIn = (contributions: readonly Contribution[]): readonly Mark[] =>
    contributions.flatMap(({ phase, edges }) =>
      edges.flatMap((edge) => marks.get(`${phase} ${edge}`) ?? []),
    )

  return {
    update: (nextPicture, nextLinks, nextPluses) => {
      picture = nextPicture
      if (moving !== '') {
        moving = ''
        movingPaths = []
        travelling.selectAll('*').remove()
        matrices.selectAll('*').remove()
      }
      // Where all stands as it stood, all links are as they were.
      const nextCuts = [...picture.trace.cuts].join(' ')
      const isSame =
        drawnLayout === picture.layout && cuts === nextCuts && isSameList(links, nextLinks)
      drawnLayout = picture.layout
      cuts = nextCuts
      if (isSame) return
      links = nextLinks
      marks = drawLines(lines, near, marks, recents, waysOf(picture, links))
      drawLetters(letters, picture, links)
      pluses = drawPluses(plusRoot, nextPluses)
    },
    paint: ({ changed, recent, isShare, hasActed, adds }) => {
      for (const mark of changed ? marksIn(changed) : marks.values()) {
        const acted = hasActed(mark.way.phase, mark.way.link.id)
        if (acted !== mark.hasActed) mark.element.classList.toggle('acted', acted)
        mark.hasActed = acted
      }
      const before = recents
      const acting = isShare
        ? recent.flatMap(({ phase, edges }) => edges.flatMap((edge) => marksOf(phase, edge)))
        : marksIn(recent)
      recents = new Set(acting.filter(({ hasActed: acted }) => acted))
      for (const mark of before) if (!recents.has(mark)) mark.element.classList.remove('recent')
      for (const mark of recents) if (!before.has(mark)) mark.element.classList.add('recent')
      for (const node of changed ? changed.map((each) => each.node) : pluses.keys())
        pluses.get(node)?.classList.toggle('adds', adds(node))
    },
    isSeen: (way) => way.phase === 'forward' || (marks.get(wayKey(way))?.hasActed ?? false),
    point: (at) => {
      for (const { element } of pointed) element.classList.remove('pointed')
      pointed = at ? [...new Set(at.edges.flatMap((edge) => marksOf(at.phase, edge)))] : []
      for (const { element } of pointed) element.classList.add('pointed')
    },
    travel: (phase, acting, share) => {
      const key = acting.size === 0 ? '' : `${phase} ${[...acting].join(' ')}`
      if (key !== moving) {
        moving = key
        const active = [...acting].flatMap((id) => marks.get(`${phase} ${id}`)?.way ?? [])
        movingPaths = travelling
          .selectAll<SVGPathElement, Way>('path')
          .data(active, wayKey)
          .join('path')
          .attr('class', (way) => `travel ${way.phase} ${classOf(way)}`)
          .attr('pathLength', 1)
          .attr('d', ({ route }) => route.path)
          .nodes()
        showMatrices(matrices, picture!, active)
      }
      for (const path of movingPaths) path.setAttribute('stroke-dasharray', `${share} 2`)
    },
  }
}

const isSameList = (a: readonly object[], b: readonly object[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i])

/** The longest side of a matrix that shows itself, and the least of one that is long and thin, in pixels. */
const matrixSize = 24
const leastThick = 9

/** A matrix is seen beside its letter as long as it acts, away from the line and the name on its other side. */
const showMatrices = (root: Root, { trace, scales }: Picture, ways: readonly Way[]): void => {
  const { graph, architecture } = trace
  const acting = ways.filter(
    ({ link }) => link.parameter !== null && link.label !== null && !isBias(link),
  )
  root
    .selectAll<SVGImageElement, Way>('image')
    .data(acting, wayKey)
    .join('image')
    .each(function ({ link }) {
      const node = graph.nodes[link.parameter!]!
      const { x, y } = link.label!
      const [rows, columns] = shapeOf(architecture, node) as readonly [number, number]
      const block = Math.min(9, matrixSize / Math.max(rows, columns))
      const [width, height] = [columns, rows].map((count) => Math.max(leastThick, count * block))
      select(this)
        .attr('href', matrixImage(trace, scales.valueScale(node), node, rows, columns))
        .attr('preserveAspectRatio', 'none')
        .attr('x', x > link.forward.end.x ? x + 9 : x - width! - 9)
        .attr('y', y - height! / 2)
        .attr('width', width!)
        .attr('height', height!)
    })
}

/** Of each run the image of each matrix, as long as its colours stay. */
const images = new WeakMap<Trace, Map<Scale, string>>()

const matrixImage = (
  trace: Trace,
  scale: Scale,
  node: GraphNode,
  rows: number,
  columns: number,
): string => {
  let known = images.get(trace)
  if (!known) images.set(trace, (known = new Map()))
  let image = known.get(scale)
  if (image === undefined) {
    const values = valueOf(trace, node)
    image = toImage(columns, rows, (x, y) => values[y * columns + x]!, scale)
    known.set(scale, image)
  }
  return image
}

export interface Way {
  readonly phase: Phase
  readonly link: LinkRoute
  readonly route: Route
  readonly hue: number | null
  /** Is the gradient held back? */
  readonly isCut: boolean
  /** Is the loss no longer computed through it? */
  readonly isIdle: boolean
  /** The key of the parameter that acts on it: by it the hairlines find its uses. */
  readonly uses: string | null
  /** The edge on which that parameter acts; of a bias the arrow's own. */
  readonly matrixEdge: number | null
}

const waysOf = ({ trace }: Picture, links: readonly LinkRoute[]): readonly Way[] => {
  const alive = aliveNodes(trace.graph)
  return links.flatMap((link) => {
    const hue = hueOfLink(trace.graph, link)
    const uses = usedBy(trace.graph, link)
    const matrixEdge = matrixEdgeOf(trace.graph, link)
    const isIdle = link.carries && alive[link.to] === 0
    const there = {
      ...({ phase: 'forward', link, route: link.forward } as const),
      ...{ hue, isCut: false, isIdle, uses, matrixEdge },
    }
    const isCut = trace.cuts.has(link.id)
    return link.backward
      ? [there, { ...there, phase: 'backward', route: link.backward, isCut } as const]
      : [there]
  })
}

const hueOfLink = ({ cell, nodes }: Graph, { parameter }: LinkRoute): number | null =>
  parameter === null ? null : hueOf(cell, nodes[parameter]!.of.name)

const usedBy = ({ nodes }: Graph, { parameter }: LinkRoute): string | null =>
  parameter === null ? null : nodes[parameter]!.key

const matrixEdgeOf = ({ nodes, edges }: Graph, { parameter, to }: LinkRoute): number | null =>
  nodes[to]!.inputs.find((id) => edges[id]!.from === parameter) ?? null

const wayKey = ({ phase, link }: Way): string => `${phase} ${link.id}`
const classOf = ({ hue }: Pick<Way, 'hue'>): string => (hue === null ? 'plain' : `hue-${hue}`)

/** Keeps the elements of ways that have the same number, in the order of the ways. */
const drawLines = (
  root: SVGGElement,
  nearRoot: SVGGElement,
  before: ReadonlyMap<string, Mark>,
  recents: ReadonlySet<Mark>,
  ways: readonly Way[],
): Map<string, Mark> => {
  const marks = new Map<string, Mark>()
  let place = root.firstElementChild
  for (const way of ways) {
    const key = wayKey(way)
    const mark = before.get(key) ?? createLine(way)
    mark.way = way
    select(mark.element).datum(way)
    select(mark.near).datum(way)
    const acting = `${mark.hasActed ? ' acted' : ''}${recents.has(mark) ? ' recent' : ''}`
    const cut = way.isCut ? ' cut' : ''
    const idle = way.isIdle ? ' idle' : ''
    writeAttribute(mark.element, 'class', `way ${way.phase} ${classOf(way)}${acting}${cut}${idle}`)
    for (const part of [mark.element, mark.near])
      if (way.uses !== null) writeAttribute(part, 'data-uses', way.uses)
      else part.removeAttribute('data-uses')
    const path = `${way.route.path}${cut}`
    if (mark.path !== path) {
      mark.path = path
      mark.line.setAttribute('d', way.route.path)
      mark.near.setAttribute('d', way.route.path)
      mark.head.setAttribute('d', headOf(way.route))
      const parts = [mark.line, mark.head]
      if (way.isCut) parts.push(createMark('path', { class: 'cross', d: crossOn(way.route) }))
      mark.element.replaceChildren(...parts)
    }
    if (place === mark.element) place = place.nextElementSibling
    else root.insertBefore(mark.element, place)
    if (!mark.near.parentNode) nearRoot.append(mark.near)
    marks.set(key, mark)
  }
  for (const [key, { element, near }] of before)
    if (!marks.has(key)) {
      element.remove()
      near.remove()
    }
  return marks
}

const createLine = (way: Way): Mark => {
  const element = createMark('g', {})
  const line = createMark('path', { class: 'line' })
  const head = createMark('path', { class: 'head' })
  const near = createMark('path', { class: 'near' })
  element.append(line, head)
  return { ...{ element, line, head, near, way, path: '' }, hasActed: false }
}

/** The letter of the matrix that acts on the way. */
const drawLetters = (
  root: SVGGElement,
  { trace, names }: Picture,
  links: readonly LinkRoute[],
): void => {
  const { graph } = trace
  const labelled = links.filter(({ label, parameter }) => label && parameter !== null)
  while (root.childElementCount > labelled.length) root.lastElementChild!.remove()
  labelled.forEach((link, i) => {
    const text =
      (root.children[i] as SVGTextElement | undefined) ??
      root.appendChild(createMark('text', { dy: '0.32em' }))
    // What this step adds to the matrix's gradient may be held back.
    const cut = trace.cuts.has(matrixEdgeOf(graph, link)!) ? ' cut' : ''
    writeAttributes(text, {
      class: `parameter ${classOf({ hue: hueOfLink(graph, link) })}${cut}`,
      ...{ x: link.label!.x, y: link.label!.y },
      'data-uses': usedBy(graph, link)!,
    })
    writeParameter(text, names, graph.nodes[link.parameter!]!)
  })
}

const arrowLength = 8
const arrowHalf = 3.6

/** A triangle with its tip at the route's end. */
export const headOf = ({ end, heading }: Route): string => {
  const back = { x: end.x - heading.x * arrowLength, y: end.y - heading.y * arrowLength }
  const side = { x: -heading.y * arrowHalf, y: heading.x * arrowHalf }
  return `M${end.x},${end.y}L${back.x + side.x},${back.y + side.y}L${back.x - side.x},${back.y - side.y}Z`
}

/** Shortly before the end of a line. */
export const crossAt = ({ end, heading }: Route): readonly [number, number] => [
  end.x - 9 * heading.x,
  end.y - 9 * heading.y,
]

const crossOn = (route: Route): string => {
  const [x, y] = crossAt(route)
  return `M${x - 5},${y - 5}L${x + 5},${y + 5}M${x - 5},${y + 5}L${x + 5},${y - 5}`
}

const drawPluses = (root: Root, pluses: readonly Plus[]): ReadonlyMap<number, SVGGElement> => {
  const drawn = root
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
  drawn.select('path.stem').attr('d', 'M-8.5,0H-16')
  return new Map(drawn.nodes().map((element, i) => [drawn.data()[i]!.node, element]))
}
