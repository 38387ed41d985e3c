/** Boxes: a variable at one time: its name, its row of values, its row of gradients. */
import { type Selection, pointer, select } from 'd3'
import type { GraphNode } from '../engine/unfold'
import { cellAt } from '../layout/cellAt'
import type { Box } from '../layout/shapes'
import { toVisible, toWrittenName } from '../notation/names'
import { toCellText, toList } from '../notation/numbers'
import type { Scale } from '../notation/scales'
import { inputSymbols, outputSymbols, symbolsRead, symbolsWanted } from '../store/document'
import { toImage } from './lane'
import { type Picture, type StageActions, isSameDrawing } from './picture'
import { type Arrived, arrivedGradient, arrivedValue } from '../store/progress'

/** Narrower cells are drawn as one line of pixels. */
const leastCell = 6

type Group = Selection<SVGGElement, Box, SVGGElement, unknown>

/** What a box shows, remembered so that only what changes is written. */
interface Shown {
  value: string
  gradient: string
}

export interface BoxMarks {
  readonly update: (picture: Picture, boxes: readonly Box[]) => void
  /** Draws the rows of one node as far as they have arrived. */
  readonly paint: (node: GraphNode, value: Arrived, gradient: Arrived) => void
  /** Lets a row appear by degrees, 0 … 1; null: as it stands. */
  readonly fade: (node: number, row: 'value' | 'gradient', opacity: number | null) => void
  readonly elementOf: (node: number) => SVGGElement | undefined
}

export const createBoxMarks = (
  root: Selection<SVGGElement, unknown, null, undefined>,
  actions: StageActions,
): BoxMarks => {
  let picture: Picture
  let drawn: Picture | null = null
  const elements = new Map<number, SVGGElement>()
  const shown = new Map<number, Shown>()

  const nodeOf = ({ node }: Box) => picture.trace.graph.nodes[node]!

  const enter = (box: Box, element: SVGGElement) => {
    const node = nodeOf(box)
    const g = select(element)
    g.selectAll('*').remove()
    if (box.kind === 'vector') drawFrame(g, box, node)
    else if (box.kind === 'scalar')
      g.append('circle')
        .attr('class', 'frame value')
        .attr('cx', box.x + box.width / 2)
        .attr('cy', box.y + box.height / 2)
        .attr('r', box.width / 2)
    if (box.kind === 'scalar') drawNumber(g, 'value', box.x + box.width / 2, box.y + box.height / 2)
    if (box.kind === 'symbol') {
      g.append('rect').attr('class', 'frame').call(place, box).attr('rx', 6)
      const wanted = symbolsWanted(picture.network)[node.t! - 1] ?? ''
      drawNumber(g, 'symbol', box.x + box.width / 2, box.y + box.height / 2).text(toVisible(wanted))
    }
    drawName(g, box, node)
  }

  const drawFrame = (
    g: Selection<SVGGElement, unknown, null, undefined>,
    box: Box,
    node: GraphNode,
  ) => {
    g.append('rect').attr('class', 'frame').call(place, box).attr('rx', 9)
    const size = picture.trace.memory.size[node.id]!
    if (box.cellWidth < leastCell) {
      drawLane(g, 'value', box.valueY, box, size)
      if (box.gradientY !== null) drawLane(g, 'gradient', box.gradientY, box, size)
      return
    }
    const symbols = headerOf(picture, node)
    for (let i = 0; i < size; i++) {
      const x = box.cellX + i * box.cellWidth
      if (symbols && picture.layout.hasLetters)
        g.append('text')
          .attr(
            'class',
            symbols[i] === symbolsWanted(picture.network)[node.t! - 1] ? 'header wanted' : 'header',
          )
          .attr('x', x + box.cellWidth / 2)
          .attr('y', box.y - 5)
          .text(toVisible(symbols[i]!))
      drawCell(g, 'value', x, box.valueY, box)
      if (box.gradientY !== null) drawCell(g, 'gradient', x, box.gradientY, box)
    }
  }

  const drawName = (
    g: Selection<SVGGElement, unknown, null, undefined>,
    { name }: Box,
    node: GraphNode,
  ) => {
    const text = g.append('text').attr('class', 'name').attr('text-anchor', name.anchor)
    writeName(text.attr('x', name.x).attr('y', name.y), node)
  }

  const describe = (
    node: GraphNode,
    values: Float64Array | null,
    gradients: Float64Array | null,
  ) => {
    const { dictionary, network } = picture
    if (elements.get(node.id)?.querySelector('.symbol'))
      return dictionary.stage.symbol(node.key, symbolsWanted(network)[node.t! - 1] ?? '')
    return dictionary.stage.node({
      key: node.key,
      values: values && toList(values),
      gradient: gradients && toList(gradients),
    })
  }

  const paintRow = (
    node: GraphNode,
    row: 'value' | 'gradient',
    numbers: Float64Array | null,
    isPart: boolean,
    scale: Scale,
  ) => {
    const g = select(elements.get(node.id)!)
    const { hasNumbers, hasLetters } = picture.layout
    const letters = row === 'value' && hasLetters ? lettersOf(picture, node) : null
    g.selectAll<SVGImageElement, unknown>(`image.${row}`).attr(
      'href',
      numbers ? toImage(numbers.length, 1, (x) => numbers[x]!, scale) : null,
    )
    g.selectAll<SVGElement, unknown>(`.${row}.cell, circle.${row}`).each(function (_, i) {
      const paint = numbers && scale(numbers[i]!)
      this.classList.toggle('blank', paint === null)
      this.classList.toggle('part', isPart && paint !== null)
      if (paint) this.setAttribute('fill', paint.fill)
      else this.removeAttribute('fill')
    })
    g.selectAll<SVGTextElement, unknown>(`text.${row}`).each(function (_, i) {
      const isRoomy = hasNumbers || this.parentElement!.classList.contains('scalar')
      this.textContent =
        numbers === null
          ? (letters?.[i] ?? '')
          : (letters?.[i] ?? (isRoomy ? toCellText(numbers[i]!) : ''))
      if (numbers) this.style.setProperty('--own-ink', scale(numbers[i]!).ink)
    })
  }

  return {
    update: (nextPicture, boxes) => {
      const isSame = isSameDrawing(drawn, nextPicture)
      picture = drawn = nextPicture
      elements.clear()
      const draw = (groups: Group) =>
        groups
          .attr('class', (box) => `box ${box.kind} ${roleOf(nodeOf(box))}`)
          .attr('role', 'button')
          .attr('tabindex', -1)
          .attr('data-key', ({ key }) => key)
          .each(function (box) {
            shown.delete(box.node)
            enter(box, this)
          })
          .on('click', function (event: MouseEvent, box) {
            const [x, y] = pointer(event, this)
            actions.select(box.key, cellAt(box, picture.trace.memory.size[box.node]!, { x, y }))
          })
      root
        .selectAll<SVGGElement, Box>('g.box')
        .data(boxes, ({ key }) => key)
        // What only comes into view is drawn; what is there already stays as it is.
        .join(
          (entering) => draw(entering.append('g')),
          (staying) => (isSame ? staying : draw(staying)),
        )
        .attr('aria-pressed', (box) => String(box.key === picture.selection))
        .each(function (box) {
          elements.set(box.node, this)
        })
        .order()
    },
    paint: (node, value, gradient) => {
      const element = elements.get(node.id)
      if (!element) return
      const last = shown.get(node.id) ?? { value: '', gradient: '' }
      const next = {
        value: `${value.count}/${value.all}`,
        gradient: `${gradient.count}/${gradient.all}`,
      }
      if (last.value === next.value && last.gradient === next.gradient) return
      shown.set(node.id, next)
      const { trace, scales } = picture
      const values = arrivedValue(trace, node, value)
      const gradients = arrivedGradient(trace, node, gradient)
      if (last.value !== next.value)
        paintRow(node, 'value', values, value.count < value.all, scales.valueScale(node))
      if (last.gradient !== next.gradient)
        paintRow(
          node,
          'gradient',
          gradients,
          gradient.count < gradient.all,
          scales.gradientScale(node),
        )
      element.setAttribute('aria-label', describe(node, values, gradients))
    },
    fade: (node, row, opacity) => {
      const element = elements.get(node)
      if (!element) return
      for (const part of element.querySelectorAll<SVGElement>(`.${row}`))
        if (opacity === null) part.removeAttribute('opacity')
        else part.setAttribute('opacity', String(opacity))
    },
    elementOf: (node) => elements.get(node),
  }
}

const roleOf = ({ of }: GraphNode): string => ('role' in of ? of.role : 'parameter')

const place = (
  selection: Selection<SVGRectElement, unknown, null, undefined>,
  { x, y, width, height }: Box,
) => selection.attr('x', x).attr('y', y).attr('width', width).attr('height', height)

const drawNumber = (
  g: Selection<SVGGElement, unknown, null, undefined>,
  kind: string,
  x: number,
  y: number,
) => g.append('text').attr('class', `number ${kind}`).attr('x', x).attr('y', y).attr('dy', '0.35em')

/** One line of pixels in place of cells. */
const drawLane = (
  g: Selection<SVGGElement, unknown, null, undefined>,
  row: 'value' | 'gradient',
  y: number,
  { cellX, cellWidth, cellHeight }: Box,
  size: number,
) => {
  const at = (element: Selection<SVGElement, unknown, null, undefined>) =>
    element
      .attr('x', cellX)
      .attr('y', y + 1)
      .attr('width', size * cellWidth)
      .attr('height', cellHeight - 2)
  at(g.append<SVGElement>('rect').attr('class', `cell ${row} blank`))
  at(g.append<SVGElement>('image').attr('class', row).attr('preserveAspectRatio', 'none'))
}

const drawCell = (
  g: Selection<SVGGElement, unknown, null, undefined>,
  row: 'value' | 'gradient',
  x: number,
  y: number,
  { cellWidth, cellHeight }: Box,
) => {
  const gap = Math.min(1, cellWidth / 12)
  g.append('rect')
    .attr('class', `cell ${row} blank`)
    .attr('x', x + gap)
    .attr('y', y + 1)
    .attr('width', cellWidth - 2 * gap)
    .attr('height', cellHeight - 2)
    .attr('rx', Math.min(4, cellWidth / 5))
  drawNumber(g, row, x + cellWidth / 2, y + cellHeight / 2)
}

/** A letter in italics, its time raised behind it. */
export const writeName = (
  text: Selection<SVGTextElement, unknown, null, undefined>,
  node: Pick<GraphNode, 'of' | 't'>,
) => {
  const { letter, time } = toWrittenName(node)
  text.append('tspan').attr('class', 'letter').text(letter)
  if (time) text.append('tspan').attr('class', 'time').attr('dx', 1).attr('dy', -6).text(time)
  return text
}

/** Symbols over the cells of what predicts one. */
const headerOf = ({ network }: Picture, node: GraphNode): readonly string[] | null =>
  roleOf(node) === 'probabilities' && network.outputVocabulary ? outputSymbols(network) : null

/** A one-hot vector shows its symbols in place of its ones and zeros. */
const lettersOf = ({ network }: Picture, node: GraphNode): readonly string[] | null => {
  const role = roleOf(node)
  if (node.t === 0) return null
  if (role === 'input')
    return network.inputVocabulary && symbolsRead(network)[node.t! - 1] !== null
      ? inputSymbols(network).map(toVisible)
      : null
  return (role === 'target' || role === 'fedBack') && network.outputVocabulary
    ? outputSymbols(network).map(toVisible)
    : null
}
