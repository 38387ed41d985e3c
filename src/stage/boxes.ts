/** Boxes: a variable at one time: its name, its row of values, its row of gradients. */
import { type Selection, pointer, select } from 'd3'
import type { Network } from '../engine/network'
import type { Reading } from '../engine/term'
import type { GraphNode } from '../engine/unfold'
import { cellAt } from '../layout/cellAt'
import { letterCell, numberCell } from '../layout/columns'
import type { Box } from '../layout/shapes'
import { type Names, toVisible } from '../notation/names'
import { toCellText, toList } from '../notation/numbers'
import type { Scale } from '../notation/scales'
import { inputSymbols, outputSymbols, symbolsRead, symbolsWanted } from '../store/document'
import { type Arrived, arrivedGradient, arrivedValue } from '../store/progress'
import { type Picture, type StageActions, isSameDrawing } from './picture'
import { type Row, type RowName, type RowPlace, createNumber, createRow, writeInk } from './rows'
import { createMark, writeAttribute, writeText } from './write'
import { writeName } from './writeName'

export interface BoxMarks {
  readonly update: (picture: Picture, boxes: readonly Box[]) => void
  /** Makes room for numbers in some boxes, and takes it away in the others, unless all are to be kept. */
  readonly look: (isNear: (box: Box) => boolean, keepsAll?: boolean) => void
  /** Draws the rows of one node as far as they have arrived. */
  readonly paint: (node: GraphNode, value: Arrived, gradient: Arrived) => void
  /** Writes, hidden, what one more box will show; false: there is none. */
  readonly prepare: () => boolean
  /** Lets a row appear by degrees, 0 … 1; null: as it stands. */
  readonly fade: (node: number, row: RowName, opacity: number | null) => void
  /** What is pointed at stands out. */
  readonly point: (keys: readonly string[]) => void
  /** Marks what the step that was finished last is about. */
  readonly setCurrent: (subjects: readonly Reading[]) => void
}

/** What is drawn of one box, remembered so that only what changes is written. */
interface Mark {
  readonly element: SVGGElement
  /** The same for the same content. */
  readonly key: string
  /** What fades with a row. */
  readonly parts: Readonly<Record<RowName, readonly SVGElement[]>>
  readonly inside: Inside
  /** Over a row of symbols that has no room for them: which one is read, or is the most likely. */
  readonly caption: SVGTextElement | null
  box: Box
  node: GraphNode
  /** Are its numbers drawn? */
  isOpen: boolean
  /** How far value and gradient had arrived when they were painted; null: not painted. */
  painted: readonly [value: number, gradient: number] | null
  isPrepared: boolean
}

/** The part of a box that is only drawn near the window. */
interface Inside {
  readonly open: () => void
  readonly close: () => void
  readonly prepare: (row: RowName, numbers: Float64Array | null, scale: Scale) => void
  readonly paint: (
    row: RowName,
    numbers: Float64Array | null,
    isPart: boolean,
    scale: Scale,
  ) => void
}

export const createBoxMarks = (
  root: Selection<SVGGElement, unknown, null, undefined>,
  actions: StageActions,
): BoxMarks => {
  const group = root.node()!
  let picture: Picture | null = null
  let symbols: Symbols
  let marks = new Map<string, Mark>()
  const byNode = new Map<number, Mark>()
  let current: readonly Mark[] = []
  let pointed: readonly Mark[] = []

  // One listener for all: a box in it is found by its key.
  group.addEventListener('click', (event) => {
    const mark = marks.get((event.target as Element).closest<SVGElement>('.box')?.dataset.key ?? '')
    if (!mark) return
    const [x, y] = pointer(event, group)
    const size = picture!.trace.memory.size[mark.box.node]!
    actions.select(mark.box.key, cellAt(mark.box, size, { x, y }))
  })

  const describe = (
    { kind }: Box,
    node: GraphNode,
    values: Float64Array | null,
    gradients: Float64Array | null,
  ): string => {
    const { dictionary, names } = picture!
    if (kind === 'symbol')
      return dictionary.stage.symbol(names.spoken(node), symbols.wanted[node.t! - 1] ?? '')
    return dictionary.stage.node({
      key: names.spoken(node),
      values: values && toList(values),
      gradient: gradients && toList(gradients),
    })
  }

  return {
    update: (next, boxes) => {
      const isSame = isSameDrawing(picture, next)
      picture = next
      if (!isSame) {
        symbols = symbolsOf(picture.network)
        group.style.setProperty('--number', `${numberSize(boxes)}px`)
        group.style.setProperty('--letter', `${letterSize(boxes)}px`)
      }
      byNode.clear()
      current = []
      const before = marks
      marks = new Map()
      let place = group.firstElementChild
      for (const box of boxes) {
        const node = picture.trace.graph.nodes[box.node]!
        const content = toContent(picture, symbols, box, node)
        const key = toKey(content)
        let mark = before.get(box.key)
        if (mark?.key !== key) mark = createBox(picture, box, node, content, key)
        else before.delete(box.key)
        mark.box = box
        select(mark.element).datum(box)
        mark.node = node
        if (!isSame) mark.painted = null
        if (!isSame) mark.isPrepared = false
        const { element } = mark
        element.classList.remove('current', 'backward')
        writeAttribute(element, 'transform', `translate(${box.x},${box.y})`)
        writeAttribute(element, 'aria-pressed', String(box.key === picture.selection))
        if (place === element) place = element.nextElementSibling
        else group.insertBefore(element, place)
        marks.set(box.key, mark)
        byNode.set(box.node, mark)
      }
      for (const { element } of before.values()) element.remove()
    },
    look: (isNear, keepsAll = false) => {
      for (const mark of marks.values()) {
        const isOpen = (keepsAll && mark.isOpen) || isNear(mark.box)
        if (isOpen === mark.isOpen) continue
        mark.isOpen = isOpen
        mark.painted = null
        if (isOpen) mark.inside.open()
        else mark.inside.close()
      }
    },
    paint: (node, value, gradient) => {
      const mark = byNode.get(node.id)
      if (!mark) return
      const { painted } = mark
      if (painted && painted[0] === value.count && painted[1] === gradient.count) return
      mark.painted = [value.count, gradient.count]
      const { trace, scales } = picture!
      const values = arrivedValue(trace, node, value)
      const gradients = arrivedGradient(trace, node, gradient)
      writeAttribute(mark.element, 'aria-label', describe(mark.box, node, values, gradients))
      if (!mark.isOpen || mark.box.kind === 'symbol') return
      if (mark.caption) writeText(mark.caption, values ? captionOf(symbols, node, values) : '')
      mark.inside.paint('value', values, value.count < value.all, scales.valueScale(node))
      if (mark.box.gradientY !== null)
        mark.inside.paint(
          'gradient',
          gradients,
          gradient.count < gradient.all,
          scales.gradientScale(node),
        )
    },
    prepare: () => {
      const mark = [...marks.values()].find(({ isOpen, isPrepared }) => isOpen && !isPrepared)
      if (!mark) return false
      mark.isPrepared = true
      const { trace, scales, progress, schedule } = picture!
      const { node, inside } = mark
      const end = schedule.contributions.length
      const values = arrivedValue(trace, node, progress.value(node, end))
      inside.prepare('value', values, scales.valueScale(node))
      if (mark.box.gradientY === null) return true
      const gradients = arrivedGradient(trace, node, progress.gradient(node, end))
      inside.prepare('gradient', gradients, scales.gradientScale(node))
      return true
    },
    fade: (node, row, opacity) => {
      for (const part of byNode.get(node)?.parts[row] ?? [])
        if (opacity === null) part.removeAttribute('opacity')
        else part.setAttribute('opacity', String(opacity))
    },
    point: (keys) => {
      for (const { element } of pointed) element.classList.remove('pointed')
      pointed = keys.flatMap((key) => marks.get(key) ?? [])
      for (const { element } of pointed) element.classList.add('pointed')
    },
    setCurrent: (subjects) => {
      for (const { element } of current) element.classList.remove('current', 'backward')
      current = subjects.flatMap(({ node, isGradient }) => {
        const mark = byNode.get(node.id)
        mark?.element.classList.add('current', ...(isGradient ? ['backward'] : []))
        return mark ?? []
      })
    },
  }
}

/** In pixels: numbers grow with their cells, and fit into the narrowest that has any. */
const numberSize = (boxes: readonly Box[]): number => {
  const sizes = boxes
    .filter(({ cellWidth }) => cellWidth >= numberCell)
    .map((box) => Math.min((leastNumber * box.cellWidth) / numberCell, 0.7 * box.cellHeight))
  const least = sizes.reduce((a, b) => Math.min(a, b), sizes.length > 0 ? mostNumber : leastNumber)
  return Math.max(leastNumber, least)
}
const [leastNumber, mostNumber] = [13, 16]

/** Letters fit into cells that have no room for numbers, too. */
const letterSize = (boxes: readonly Box[]): number =>
  boxes
    .filter(isLettered)
    .reduce((least, { cellWidth }) => Math.min(least, cellWidth - 1), numberSize(boxes))

const isLettered = ({ kind, cellWidth }: Box): boolean =>
  kind === 'vector' && cellWidth >= letterCell && cellWidth < numberCell

const roleOf = ({ of }: GraphNode): string => ('role' in of ? of.role : 'parameter')

/** The symbols of a sequence and of its vocabularies. */
interface Symbols {
  readonly wanted: readonly (string | null)[]
  readonly read: readonly (string | null)[]
  readonly input: readonly string[] | null
  readonly output: readonly string[] | null
}

const symbolsOf = (network: Network): Symbols => ({
  wanted: symbolsWanted(network),
  read: symbolsRead(network),
  input: network.inputVocabulary && inputSymbols(network).map(toVisible),
  output: network.outputVocabulary && outputSymbols(network).map(toVisible),
})

/** The symbol of the largest entry; of probabilities with its own. */
const captionOf = (symbols: Symbols, node: GraphNode, values: Float64Array): string => {
  const largest = Math.max(...values)
  // Of a step without one, and of what stands for step 0, all are 0.
  if (!(largest > 0)) return ''
  const symbol = symbolsIn(symbols, node)![values.indexOf(largest)]!
  return isPrediction(node) ? `${symbol} ${toCellText(largest)}` : symbol
}

/** All that a box is drawn from, apart from its place and from what has been computed. */
interface Content {
  readonly width: number
  readonly height: number
  /** The rows of a vector. */
  readonly rows: readonly RowPlace[]
  /** Symbols over the cells of what predicts one. */
  readonly header: readonly string[] | null
  readonly hasCaption: boolean
  /** What a target wants to see. */
  readonly wanted: string | null
  readonly name: Box['name']
}

const toContent = (picture: Picture, symbols: Symbols, box: Box, node: GraphNode): Content => {
  const { x, y, width, height, cellWidth, cellHeight, name } = box
  const names = symbolsIn(symbols, node)
  const drawn = cellWidth >= letterCell ? names : null
  const row = (own: RowName, top: number, letters: readonly string[] | null): RowPlace => ({
    ...{ name: own, x: box.cellX - x, y: top - y, size: picture.trace.memory.size[node.id]! },
    ...{ cellWidth, cellHeight, letters, hasNumbers: cellWidth >= numberCell },
  })
  return {
    ...{ width, height },
    rows: [
      ...(box.kind === 'vector'
        ? [row('value', box.valueY, isPrediction(node) ? null : drawn)]
        : []),
      ...(box.gradientY === null ? [] : [row('gradient', box.gradientY, null)]),
    ],
    header: isPrediction(node) ? drawn : null,
    hasCaption: names !== drawn && width >= leastCaptioned,
    wanted: symbols.wanted[node.t! - 1] ?? null,
    name: { ...name, x: name.x - x, y: name.y - y },
  }
}

const isPrediction = (node: GraphNode): boolean => roleOf(node) === 'probabilities'

/** What the entries stand for, where symbols are read or predicted: a one-hot vector shows them in place of its ones and zeros. */
const symbolsIn = (symbols: Symbols, node: GraphNode): readonly string[] | null => {
  const role = roleOf(node)
  if (role === 'input') return (symbols.read[node.t! - 1] ?? null) === null ? null : symbols.input
  const isOneHot = (role === 'target' || role === 'fedBack') && node.t! > 0
  return isOneHot || isPrediction(node) ? symbols.output : null
}

/** From this width on there is room over a box, beside its name, before the arrow in its middle. */
const leastCaptioned = 130

/** A sum of coordinates is not exact: the same place may differ in its last digits. */
const toKey = (content: Content): string =>
  JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'number' ? Math.round(100 * value) / 100 : value,
  )

const createBox = (
  { names }: Picture,
  box: Box,
  node: GraphNode,
  content: Content,
  key: string,
): Mark => {
  const element = createMark('g', {
    ...{ class: `box ${box.kind} ${roleOf(node)}${isLettered(box) ? ' lettered' : ''}` },
    ...{ role: 'button', tabindex: -1 },
    'data-key': box.key,
  })
  const { elements, parts, inside } = draws[box.kind](content)
  const caption = content.hasCaption ? drawCaption(node) : null
  element.append(...elements, ...(caption ? [caption] : []), drawName(content, names, node))
  const state = { isOpen: false, painted: null, isPrepared: false }
  return { ...{ element, key, parts, inside, caption, box, node }, ...state }
}

/** Beside its name. */
const drawCaption = (node: GraphNode): SVGTextElement =>
  createMark('text', {
    ...{ class: 'header', x: isPrediction(node) ? 22 : 52, y: -5 },
  })

/** The elements of a box, without its name. */
interface Drawn extends Pick<Mark, 'parts' | 'inside'> {
  readonly elements: readonly SVGElement[]
}

const drawVector = (content: Content): Drawn => {
  const slots = content.rows.map(({ name }) => createMark('g', { class: `row ${name}` }))
  const header = createMark('g', { class: 'headers' })
  const rows = new Map<RowName, Row>()
  let symbols: readonly SVGElement[] | null = null
  const slotOf = (name: RowName) => slots.filter((_, i) => content.rows[i]!.name === name)
  return {
    elements: [drawFrame(content, 9), header, ...slots],
    parts: { value: slotOf('value'), gradient: slotOf('gradient') },
    inside: {
      open: () => {
        if (!symbols)
          content.rows.forEach((place, i) => rows.set(place.name, createRow(slots[i]!, place)))
        header.append(...(symbols ??= drawHeader(content)))
      },
      // What has been made is kept: the window comes back.
      close: () => {
        for (const part of [header, ...slots]) {
          part.replaceChildren()
          part.classList.remove('empty')
        }
      },
      prepare: (name, numbers, scale) => numbers && rows.get(name)?.prepare(numbers, scale),
      paint: (name, numbers, isPart, scale) => rows.get(name)?.paint(numbers, isPart, scale),
    },
  }
}

const drawHeader = ({ header, wanted, rows: [row] }: Content): readonly SVGElement[] =>
  (header ?? []).map((symbol, i) => {
    const text = createMark('text', {
      class: symbol === toVisible(wanted ?? '') ? 'header wanted' : 'header',
      x: row!.x + (i + 0.5) * row!.cellWidth,
      y: -5,
    })
    text.textContent = symbol
    return text
  })

const drawScalar = ({ width, height }: Content): Drawn => {
  const circle = createMark('circle', {
    ...{ class: 'frame value', cx: width / 2, cy: height / 2, r: width / 2 },
  })
  const slot = createMark('g', { class: 'row value' })
  const text = createNumber('value', width / 2, height / 2)
  return {
    elements: [circle, slot],
    parts: { value: [circle, slot], gradient: [] },
    inside: {
      open: () => {},
      prepare: () => {},
      close: () => {
        circle.classList.remove('blank', 'part')
        circle.removeAttribute('fill')
        slot.replaceChildren()
      },
      paint: (name, numbers, isPart, scale) => {
        if (name !== 'value') return
        circle.classList.toggle('blank', numbers === null)
        circle.classList.toggle('part', numbers !== null && isPart)
        if (!numbers) {
          circle.removeAttribute('fill')
          return slot.replaceChildren()
        }
        const { fill, ink } = scale(numbers[0]!)
        writeAttribute(circle, 'fill', fill)
        writeText(text, toCellText(numbers[0]!))
        writeInk(text, ink)
        if (slot.firstChild !== text) slot.replaceChildren(text)
      },
    },
  }
}

const drawSymbol = (content: Content): Drawn => {
  const text = createNumber('symbol', content.width / 2, content.height / 2)
  text.textContent = toVisible(content.wanted ?? '')
  return {
    elements: [drawFrame(content, 6), text],
    parts: { value: [], gradient: [] },
    inside: { open: () => {}, close: () => {}, prepare: () => {}, paint: () => {} },
  }
}

const draws: Readonly<Record<Box['kind'], (content: Content) => Drawn>> = {
  vector: drawVector,
  scalar: drawScalar,
  symbol: drawSymbol,
}

const drawFrame = ({ width, height }: Content, rx: number): SVGElement =>
  createMark('rect', { class: 'frame', x: 0, y: 0, width, height, rx })

const drawName = ({ name }: Content, names: Names, node: GraphNode): SVGElement => {
  const text = createMark('text', {
    ...{ class: 'name', 'text-anchor': name.anchor, x: name.x, y: name.y },
  })
  writeName(text, names, node)
  return text
}
