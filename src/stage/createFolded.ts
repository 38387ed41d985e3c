/** Folded graph: the network as one circle for each variable, its loop through time marked by a black square. */
import { type Selection, select } from 'd3'
import type { Trace } from '../engine/run'
import type { GraphNode } from '../engine/unfold'
import {
  type Folded as FoldedGraph,
  type FoldedLink,
  type FoldedPlace,
  toFolded,
} from '../layout/folded'
import type { Point } from '../layout/shapes'
import { hueOf } from '../notation/names'
import { headOf } from './links'
import type { Picture, StageActions } from './picture'
import { writeName } from './writeName'

type Root = Selection<SVGGElement, unknown, null, undefined>

export interface Folded {
  readonly update: (picture: Picture) => void
  readonly destroy: () => void
}

export const createFolded = (svg: SVGSVGElement, actions: StageActions): Folded => {
  const root = select(svg)
  root.selectAll('*').remove()
  const group = root.append('g').attr('class', 'folded').attr('role', 'group')
  let drawn: Drawn | null = null
  return {
    update: (picture) => {
      const { layout, trace, dictionary } = picture
      const folded = toFolded(trace.graph, layout)
      const next = toDrawn(picture, folded)
      // Another letter of the word changes nothing here.
      if (drawn && next.every((each, i) => each === drawn![i])) return
      drawn = next
      root
        .attr('width', folded.width * layout.zoom)
        .attr('height', layout.height * layout.zoom)
        .attr('viewBox', `0 0 ${folded.width} ${layout.height}`)
      group.attr('aria-label', dictionary.stage.folded)
      group.selectAll('*').remove()
      drawFoldedHeading(group, folded, picture)
      for (const link of folded.links) {
        drawFoldedLink(group, link, picture)
        if (link.parameter) drawParameter(group, link.parameter, link.label, actions, picture, -1)
      }
      for (const place of folded.places) drawFoldedPlace(group, place, picture)
      drawTrackName(group, picture)
    },
    destroy: () => root.selectAll('*').remove(),
  }
}

type Drawn = readonly unknown[]

/** All that the drawing is made of. */
const toDrawn = (
  { layout, trace, dictionary, names, selection }: Picture,
  { width, places, links }: FoldedGraph,
): Drawn => [
  ...[trace.graph.cell, dictionary, names, selection],
  ...[width, layout.height, layout.zoom, layout.track.base],
  ...places.flatMap(({ variable, x, y, radius }) => [variable, x, y, radius]),
  ...links.flatMap(({ parameter, route, label, delay }) => [
    ...[route.path, delay?.x, delay?.y, label.x, label.y],
    ...[parameter?.key, parameter && trace.memory.size[parameter.id]],
  ]),
]

/** Where there is room for it. */
export const drawFoldedHeading = (
  root: Root,
  { center }: FoldedGraph,
  { layout, dictionary }: Picture,
): void => {
  if (!layout.hasHeadings) return
  root
    .append('text')
    .attr('class', 'heading')
    .attr('x', center)
    .attr('y', 20)
    .text(dictionary.stage.foldedHeading)
}

export const drawFoldedPlace = (
  root: Root,
  { variable, x, y, radius }: FoldedPlace,
  { names }: Pick<Picture, 'names'>,
): void => {
  const g = root.append('g').attr('class', 'variable').attr('transform', `translate(${x},${y})`)
  g.append('circle').attr('r', radius)
  // What there is at every step needs no word.
  if (variable.times === 'last')
    g.append('text')
      .attr('class', 'heading when')
      .attr('x', radius + 5)
      .attr('dy', '0.33em')
      .text('t = τ')
  writeName(
    g
      .append('text')
      .attr('class', 'name')
      .attr('text-anchor', 'middle')
      .attr('dy', '0.33em')
      .node()!,
    names,
    {
      of: variable,
      t: null,
    },
  )
}

export const drawFoldedLink = (
  root: Root,
  { parameter, route, delay }: FoldedLink,
  { trace }: Pick<Picture, 'trace'>,
): void => {
  const g = root
    .append('g')
    .attr('class', `way acted ${colourOf(trace, parameter)}`)
    .attr('data-uses', parameter?.key ?? null)
  g.append('path').attr('class', 'line').attr('d', route.path)
  g.append('path').attr('class', 'head').attr('d', headOf(route))
  if (delay)
    g.append('rect')
      .attr('class', 'delay')
      .attr('x', delay.x - 6)
      .attr('y', delay.y - 6)
      .attr('width', 12)
      .attr('height', 12)
}

const colourOf = ({ graph }: Trace, parameter: GraphNode | null): string => {
  const hue = parameter && hueOf(graph.cell, parameter.of.name)
  return hue === null ? 'plain' : `hue-${hue}`
}

export const drawParameter = (
  g: Root,
  node: GraphNode,
  { x, y }: Point,
  actions: Pick<StageActions, 'select'>,
  {
    selection,
    dictionary,
    trace,
    names,
  }: Pick<Picture, 'selection' | 'dictionary' | 'trace' | 'names'>,
  tabIndex: 0 | -1,
): void => {
  const { memory } = trace
  const choose = () => actions.select(node.key)
  // A letter is smaller than a finger: what is round it answers, too.
  g.append('circle')
    .attr('class', 'finger')
    .attr('data-for', node.key)
    .attr('cx', x)
    .attr('cy', y)
    .attr('r', 26)
    .on('click', choose)
  writeName(
    g
      .append('text')
      .attr('class', `parameter chosen ${colourOf(trace, node)}`)
      .attr('role', 'button')
      .attr('tabindex', tabIndex)
      .attr('data-key', node.key)
      .attr('data-uses', node.key)
      .attr('aria-pressed', String(selection === node.key))
      .attr('aria-label', dictionary.stage.parameter(names.spoken(node), memory.size[node.id]!))
      .attr('x', x)
      .attr('y', y)
      .attr('dy', '0.32em')
      .attr('text-anchor', 'middle')
      .on('click', choose)
      .node()!,
    names,
    node,
    true,
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
