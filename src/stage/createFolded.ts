/** Folded graph: the network as one circle for each variable, its loop through time marked by a black square. */
import { type Selection, select } from 'd3'
import type { Variable } from '../engine/cells/cell'
import type { Graph, GraphNode } from '../engine/unfold'
import type { Layout } from '../layout/layout'
import { hueOf } from '../notation/names'
import { writeName } from './boxes'
import type { Picture, StageActions } from './picture'

type Root = Selection<SVGGElement, unknown, null, undefined>

export interface Folded {
  readonly update: (picture: Picture) => void
  readonly destroy: () => void
}

/** A use of one variable by another, told from any one step of the unfolded graph. */
interface FoldedLink {
  readonly from: Variable
  readonly to: Variable
  readonly parameter: GraphNode | null
  readonly isDelayed: boolean
}

const foldedWidth = 124
const center = 54
const radius = 19
const smallRadius = 15

export const createFolded = (svg: SVGSVGElement, actions: StageActions): Folded => {
  const root = select(svg)
  root.selectAll('*').remove()
  const group = root.append('g').attr('class', 'folded').attr('role', 'group')
  let drawn: Picture | null = null
  let drawnKey = ''
  return {
    update: (picture) => {
      const { layout, trace, dictionary } = picture
      const places = toPlaces(picture)
      const links = linksOf(trace.graph, layout)
      // An edit of the sequence leaves it as it is.
      const key = toKey(picture, places, links)
      if (drawn?.dictionary === dictionary && drawnKey === key) return
      drawn = picture
      drawnKey = key
      root
        .attr('width', foldedWidth * layout.zoom)
        .attr('height', layout.height * layout.zoom)
        .attr('viewBox', `0 0 ${foldedWidth} ${layout.height}`)
      group.attr('aria-label', dictionary.stage.folded)
      group.selectAll('*').remove()
      group
        .append('text')
        .attr('class', 'heading')
        .attr('x', center)
        .attr('y', 20)
        .text(dictionary.stage.foldedHeading)
      for (const link of links) drawLink(group, link, places, picture, actions)
      for (const [variable, y] of places) drawVariable(group, variable, y)
      drawTrackName(group, picture)
    },
    destroy: () => root.selectAll('*').remove(),
  }
}

/** All that the folded graph is drawn from, apart from words. */
const toKey = (
  { layout, selection, trace }: Picture,
  places: Places,
  links: readonly FoldedLink[],
): string =>
  JSON.stringify([
    [layout.height, layout.zoom, layout.track.base, selection, trace.architecture],
    [...places].map(([{ name }, y]) => [name, y]),
    links.map(({ from, to, parameter, isDelayed }) => [
      ...[from.name, to.name, parameter?.key, isDelayed],
      parameter && trace.memory.size[parameter.id],
    ]),
  ])

type Places = ReadonlyMap<Variable, number>

/** Each variable at the height of its row; a total stands in the row of what it adds. */
const toPlaces = ({ layout, trace }: Picture): Places =>
  new Map(
    trace.graph.cell.variables
      .filter(({ times }) => times !== 'total')
      .map((variable) => {
        const box = layout.boxes.find(
          ({ node, y }) => trace.graph.nodes[node]!.of === variable && y >= 0,
        )
        return [
          variable,
          box ? box.valueY + (box.kind === 'vector' ? box.cellHeight / 2 : box.height / 2) : null,
        ] as const
      })
      .filter((entry): entry is readonly [Variable, number] => entry[1] !== null),
  )

const linksOf = (graph: Graph, layout: Layout): readonly FoldedLink[] => {
  const seen = new Map<string, FoldedLink>()
  for (const link of layout.links) {
    const [from, to] = [graph.nodes[link.from]!, graph.nodes[link.to]!]
    const [a, b] = [from.of as Variable, to.of as Variable]
    if (b.times === 'total') continue
    const parameter = link.parameter === null ? null : graph.nodes[link.parameter]!
    const isDelayed = from.t !== to.t
    seen.set(`${a.name} ${b.name} ${parameter?.key} ${isDelayed}`, {
      from: a,
      to: b,
      parameter,
      isDelayed,
    })
  }
  return [...seen.values()]
}

const radiusOf = ({ role }: Variable): number =>
  role === 'preactivation' || role === 'probabilities' ? smallRadius : radius

const drawVariable = (root: Root, variable: Variable, y: number): void => {
  const g = root
    .append('g')
    .attr('class', 'variable')
    .attr('transform', `translate(${center},${y})`)
  g.append('circle').attr('r', radiusOf(variable))
  writeName(
    g
      .append('text')
      .attr('class', 'name')
      .attr('text-anchor', 'middle')
      .attr('dy', '0.33em')
      .node()!,
    {
      of: variable,
      t: null,
    },
  )
}

const drawLink = (
  root: Root,
  link: FoldedLink,
  places: Places,
  picture: Picture,
  actions: StageActions,
): void => {
  const { from, to, parameter, isDelayed } = link
  const [a, b] = [places.get(from), places.get(to)]
  if (a === undefined || b === undefined) return
  const hue = parameter && hueOf(picture.trace.graph.cell, parameter.of.name)
  const colour = hue === null ? 'plain' : `hue-${hue}`
  const g = root.append('g').attr('class', `way acted ${colour}`)
  const between = [...places.values()].some((y) => y > Math.min(a, b) + 1 && y < Math.max(a, b) - 1)
  const [start, end] = [radiusOf(from), radiusOf(to)]
  const up = b < a ? -1 : 1
  if (isDelayed) drawLoop(g, a, b, start, end)
  else if (between) drawAround(g, a, b, start, end)
  else {
    const tip = b - up * (end + 1)
    g.append('path')
      .attr('class', 'line')
      .attr('d', `M${center},${a + up * start}V${tip}`)
    g.append('path')
      .attr('class', 'head')
      .attr('d', `M${center},${tip}l-3.6,${-up * 8}h7.2Z`)
  }
  if (parameter) {
    const label = isDelayed ? { x: 112, y: (a + b) / 2 - 30 } : { x: center + 18, y: (a + b) / 2 }
    drawParameter(g, parameter, label.x, label.y, actions, picture)
  }
}

/** Out of a state, through a delay of one step, into what the next step computes from it. */
const drawLoop = (g: Root, a: number, b: number, start: number, end: number): void => {
  const middle = (a + b) / 2
  const [x, tip] = [center + start, center + end + 1]
  g.append('path')
    .attr('class', 'line')
    .attr(
      'd',
      `M${x},${a}C${x + 34},${a - 8} 102,${middle - 20} 102,${middle}C102,${middle + 22} ${tip + 30},${b + 8} ${tip},${b}`,
    )
  g.append('path').attr('class', 'head').attr('d', `M${tip},${b}l8.6,-1.4l-2.8,6.6Z`)
  g.append('rect')
    .attr('class', 'delay')
    .attr('x', 96)
    .attr('y', middle - 6)
    .attr('width', 12)
    .attr('height', 12)
}

/** Past what stands between, on the left. */
const drawAround = (g: Root, a: number, b: number, start: number, end: number): void => {
  const [from, to] = [center - start + 2, center - end - 1]
  g.append('path')
    .attr('class', 'line')
    .attr('d', `M${from},${a - 8}C${from - 30},${a - 30} ${to - 26},${b + 26} ${to},${b + 2}`)
  g.append('path')
    .attr('class', 'head')
    .attr('d', `M${to},${b + 2}l-8.4,1.6l3.6,6Z`)
}

const drawParameter = (
  g: Root,
  node: GraphNode,
  x: number,
  y: number,
  actions: StageActions,
  { selection, dictionary, trace }: Picture,
): void => {
  const { memory } = trace
  writeName(
    g
      .append('text')
      .attr('class', 'parameter chosen')
      .attr('role', 'button')
      .attr('tabindex', -1)
      .attr('data-key', node.key)
      .attr('aria-pressed', String(selection === node.key))
      .attr('aria-label', dictionary.stage.symbol(node.key, `${memory.size[node.id]!}`))
      .attr('x', x)
      .attr('y', y)
      .attr('dy', '0.32em')
      .attr('text-anchor', 'middle')
      .on('click', () => actions.select(node.key))
      .node()!,
    node,
  )
}

/** The name of the track under the graph. */
const drawTrackName = (root: Root, { layout, dictionary }: Picture): void => {
  root
    .append('text')
    .attr('class', 'track-name')
    .attr('x', 14)
    .attr('y', layout.track.base - 8)
    .attr('dy', '0.33em')
    .text(dictionary.timeline.norm)
}
