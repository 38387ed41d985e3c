/** Model drawing: the directed graphical model of a sequence, between the drawing without h and the one with h. */
import { type Selection, line, select } from 'd3'
import {
  type ModelAxis,
  type ModelEdge,
  type ModelUse,
  nodeHalf,
  nodeRadius,
  toModelLayout,
} from '../layout/model'
import { type Names, hueOf } from '../notation/names'
import type { Point } from '../layout/shapes'

export interface ModelPicture {
  readonly axis: ModelAxis
  readonly zoom: number
  readonly names: Names
  /** What stands before the first step, and the symbol that it is; what stands for a vector. */
  readonly start: { readonly key: string; readonly name: WrittenName; readonly symbol: string }
  /** The symbol that is known at a step, or null: the variable is random. */
  readonly given: readonly (string | null)[]
  /** The step that is asked for. */
  readonly asked: number | null
  /** Steps 1 … askable can be asked for. */
  readonly askable: number
  /** The parameters that each kind of edge uses. */
  readonly parameters: Readonly<Record<ModelUse['kind'], readonly string[]>>
  readonly words: {
    readonly label: string
    readonly node: (name: string, symbol: string | null) => string
  }
}

export interface ModelActions {
  /** A variable was pressed: its step is asked for. */
  readonly ask: (t: number) => void
}

export interface ModelDrawing {
  readonly update: (picture: ModelPicture) => void
  /** A pure function of the place between the drawings and the column of the playhead. */
  readonly paint: (morph: number, t: number | null) => void
  readonly destroy: () => void
}

interface NodeDatum {
  readonly t: number
  readonly symbol: string | null
}

export const createModelDrawing = (svg: SVGSVGElement, actions: ModelActions): ModelDrawing => {
  const root = select(svg)
  root.selectAll('*').remove()
  const group = root.append('g').attr('class', 'model-graph').attr('role', 'group')
  const column = group.append('rect').attr('class', 'column').attr('rx', 10)
  const edges = group.append('g').attr('class', 'model-edges')
  const uses = group.append('g').attr('class', 'model-uses')
  const states = group.append('g').attr('class', 'model-states')
  const variables = group.append('g').attr('class', 'model-variables')
  let picture: ModelPicture
  const canAsk = (t: number) => t > 0 && t <= picture.askable

  const update = (next: ModelPicture) => {
    picture = next
    const { axis, zoom, words, given, start } = picture
    const { height } = toModelLayout(axis, 0, true)
    root
      .attr('width', axis.width * zoom)
      .attr('height', height * zoom)
      .attr('viewBox', `0 0 ${axis.width} ${height}`)
    group.attr('aria-label', words.label)
    const known: readonly NodeDatum[] = [
      { t: 0, symbol: start.symbol },
      ...given.map((symbol, i) => ({ t: i + 1, symbol })),
    ]
    states
      .selectAll<SVGGElement, NodeDatum>('g')
      .data(known.slice(1), ({ t }) => t)
      .join((enter) => enter.append('g').call(buildState))
    variables
      .selectAll<SVGGElement, NodeDatum>('g')
      .data(known, ({ t }) => t)
      .join((enter) => enter.append('g').call(buildVariable))
      .attr('class', ({ t, symbol }) =>
        symbol === null ? 'random' : t === 0 ? 'observed start' : 'observed',
      )
      .classed('asked', ({ t }) => t === picture.asked)
      .attr('aria-label', ({ t, symbol }) => words.node(t === 0 ? start.key : `y(${t})`, symbol))
      .attr('role', ({ t }) => (canAsk(t) ? 'button' : 'img'))
      .attr('tabindex', ({ t }) => (canAsk(t) ? 0 : null))
      .attr('aria-pressed', ({ t }) => (canAsk(t) ? String(t === picture.asked) : null))
      .each(function ({ t, symbol }) {
        const g = select(this)
        // What is known stands below: inside, an h would be read as the state.
        g.select('.known').text(symbol ?? '')
        g.select<SVGTextElement>('.name').call(write, t === 0 ? start.name : nameOf('y', t))
      })
  }

  const buildVariable = (g: Nodes): void => {
    g.append('circle').attr('r', nodeRadius)
    g.append('text')
      .attr('class', 'known')
      .attr('y', nodeRadius + 19)
    g.append('text').attr('class', 'name').attr('y', 5)
    g.on('click', (_, { t }) => canAsk(t) && actions.ask(t)).on(
      'keydown',
      (event: KeyboardEvent, { t }) => {
        if (!canAsk(t) || (event.key !== 'Enter' && event.key !== ' ')) return
        event.preventDefault()
        actions.ask(t)
      },
    )
  }

  const paint = (morph: number, current: number | null) => {
    const { axis, parameters, names } = picture
    const layout = toModelLayout(axis, morph, parameters.keep.length > 0)
    const shown = axis.columns.find(({ t }) => t === current)
    column
      .attr('visibility', shown ? 'visible' : 'hidden')
      .attr('x', (shown?.x ?? 0) + 3)
      .attr('width', Math.max(0, (shown?.width ?? 6) - 6))
      .attr('y', 2)
      .attr('height', layout.height - 4)
    paintEdges(edges, layout.edges, current, morph)
    // Where columns are narrow, the letters stand once: they are the same at every step.
    const isRoomy = axis.columns[0]!.width >= 90
    paintUses(uses, layout.uses, arrival(morph), parameters, names, isRoomy)
    states
      .attr('opacity', presence(morph))
      .selectAll<SVGGElement, NodeDatum>('g')
      .attr('transform', ({ t }) => place(layout.h[t - 1]!, 0.4 + 0.6 * presence(morph)))
      .classed('current', ({ t }) => t === current)
    states.attr('aria-hidden', String(presence(morph) === 0))
    variables
      .selectAll<SVGGElement, NodeDatum>('g')
      .attr('transform', ({ t }) => place(t === 0 ? layout.start : layout.y[t - 1]!, 1))
      .classed('current', ({ t }) => t === current)
  }

  return { update, paint, destroy: () => root.selectAll('*').remove() }
}

type Nodes = Selection<SVGGElement, NodeDatum, SVGGElement, unknown>

const buildState = (g: Nodes): void => {
  for (const inset of [0, 4])
    g.append('rect')
      .attr('x', inset - nodeHalf)
      .attr('y', inset - nodeHalf)
      .attr('width', 2 * (nodeHalf - inset))
      .attr('height', 2 * (nodeHalf - inset))
      .attr('rx', 4)
  g.append('text')
    .attr('class', 'name')
    .attr('dy', '0.35em')
    // Two digits have room inside the inner frame, too.
    .attr('transform', ({ t }) => (t < 10 ? null : `scale(${t < 100 ? 0.82 : 0.68})`))
    .each(function ({ t }) {
      select(this).call(write, nameOf('h', t))
    })
}

/** A variable at a time, as it is written. */
export interface WrittenName {
  readonly letter: string
  readonly time: string
}

const nameOf = (letter: string, t: number): WrittenName => ({ letter, time: `(${t})` })

const write = (
  text: Selection<SVGTextElement, unknown, null, undefined>,
  { letter, time }: WrittenName,
): void => {
  text.selectAll('*').remove()
  text.append('tspan').attr('class', 'letter').text(letter)
  text.append('tspan').attr('class', 'time').attr('dy', '-0.45em').text(time)
}

/** h shows in the second half of the way, when the edges come near it. */
const presence = (morph: number): number => Math.max(0, Math.min(1, (morph - 0.35) / 0.6))

/** Heads and letters stand where lines end, once they end there. */
const arrival = (morph: number): number => Math.max(0, (morph - 0.85) / 0.15)

const place = ({ x, y }: Point, scale: number) => `translate(${x},${y}) scale(${scale})`

const toPath = line<Point>(
  ({ x }) => x,
  ({ y }) => y,
)

const headAt = ({ tip, direction }: Pick<ModelUse, 'tip' | 'direction'>): string => {
  const [length, half] = [8, 3.8]
  const back = { x: tip.x - direction.x * length, y: tip.y - direction.y * length }
  const [dx, dy] = [-direction.y * half, direction.x * half]
  return `M${tip.x},${tip.y}L${back.x + dx},${back.y + dy}L${back.x - dx},${back.y - dy}Z`
}

type Group = Selection<SVGGElement, unknown, null, undefined>

/** Up to so many edges are drawn in full. */
const mostPlain = 24

const paintEdges = (
  root: Group,
  edges: readonly ModelEdge[],
  current: number | null,
  morph: number,
): void => {
  // Where many run side by side, each alone stands back; where they meet they add up again.
  const isCrowded = edges.length > mostPlain
  root
    .selectAll<SVGGElement, ModelEdge>('g')
    .data(edges, ({ from, to }) => `${from} ${to}`)
    .join((enter) => {
      const g = enter.append('g')
      g.append('path').attr('class', 'line')
      g.append('path').attr('class', 'head')
      return g
    })
    .classed('current', ({ to }) => to === current)
    .attr('opacity', ({ isCut }) => (isCut ? 1 - morph : null))
    .attr('stroke-opacity', ({ to }) => (isCrowded && to !== current ? 0.45 : null))
    .each(function (edge) {
      const g = select(this)
      g.select('.line').attr('d', toPath(edge.points))
      g.select('.head').attr('d', headAt(edge))
    })
    .sort((a, b) => Number(a.to === current) - Number(b.to === current))
}

const paintUses = (
  root: Group,
  uses: readonly ModelUse[],
  opacity: number,
  parameters: ModelPicture['parameters'],
  names: Names,
  isRoomy: boolean,
): void => {
  root
    .attr('opacity', opacity)
    .selectAll<SVGGElement, ModelUse>('g')
    .data(uses, ({ kind, t }) => `${kind} ${t}`)
    .join((enter) => {
      const g = enter.append('g')
      g.append('path').attr('class', 'head')
      g.append('text').attr('class', 'parameter')
      return g
    })
    .each(function (use) {
      const g = select(this)
      const [name] = parameters[use.kind]
      const text = parameters[use.kind].map((each) => textOf(names, each)).join(' ')
      const beside = Math.max(0, 4.5 * text.length - 6)
      const hue = name === undefined ? null : hueOf(names.cell, name)
      g.attr('class', hue === null ? 'plain' : `hue-${hue}`)
      g.select('.head').attr('d', headAt(use))
      g.select('.parameter')
        .attr(
          'x',
          use.label.x +
            (use.kind === 'tell' ? 12 + beside : use.kind === 'read' ? -11 - beside : 0),
        )
        .attr('y', use.label.y + (use.kind === 'keep' ? -9 : use.kind === 'read' ? -3 : 4))
        .text(isRoomy || use.t === 2 ? text : '')
    })
}

const textOf = (names: Names, name: string): string => {
  const of = names.cell.parameters.find((parameter) => parameter.name === name)!
  return names.text({ of, t: null })
}
