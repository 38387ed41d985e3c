/** Rows: the numbers of a vector as coloured cells in a line, or what stands for them: an outline, an image. */
import type { Box } from '../layout/shapes'
import { isWide, toCellText } from '../notation/numbers'
import { type Scale, lightInk } from '../notation/scales'
import { toImage } from '../notation/pixels'
import { createMark, writeAttribute, writeText } from './write'

export type RowName = 'value' | 'gradient'

/** Narrower cells are drawn as one line of pixels. */
const leastCell = 6

/** Where a row stands in its box, and what its cells have room for. */
export interface RowPlace extends Pick<Box, 'cellWidth' | 'cellHeight'> {
  readonly name: RowName
  readonly x: number
  readonly y: number
  readonly size: number
  readonly hasNumbers: boolean
  /** Shown in place of numbers. */
  readonly letters: readonly string[] | null
}

export interface Row {
  /** Null: blank. `isPart`: of a sum that is not complete. */
  readonly paint: (numbers: Float64Array | null, isPart: boolean, scale: Scale) => void
  /** Writes what a blank row will show, hidden, so that a step has only to show it. */
  readonly prepare: (numbers: Float64Array, scale: Scale) => void
}

/**
 * What is blank is one outline; cells that are prepared lie clear beside it, where nobody can see,
 * hear or copy them; a browser's search for text alone comes upon them.
 */
export const createRow = (slot: SVGElement, place: RowPlace): Row => {
  const isLane = place.cellWidth < leastCell
  const cells = isLane ? createLane(place) : createCells(place)
  let outline: SVGElement | null = null
  const attach = (element: SVGElement) => {
    if (element.parentNode !== slot) slot.append(element)
  }
  return {
    paint: (numbers, isPart, scale) => {
      slot.classList.toggle('empty', !numbers)
      if (!numbers) {
        outline ??= isLane ? createLaneOutline(place) : createOutline(place)
        return attach(outline)
      }
      cells.paint(numbers, scale)
      cells.element.classList.toggle('part', isPart)
      outline?.remove()
      attach(cells.element)
    },
    prepare: (numbers, scale) => {
      if (!slot.classList.contains('empty')) return
      cells.paint(numbers, scale)
      attach(cells.element)
    },
  }
}

interface Cells {
  readonly element: SVGGElement
  readonly paint: (numbers: Float64Array, scale: Scale) => void
}

/** Around each cell: as wide as it is but for a gap, its corners rounded. */
const frameOf = ({ cellWidth, cellHeight }: RowPlace) => {
  const gap = Math.min(1, cellWidth / 12)
  return {
    gap,
    width: cellWidth - 2 * gap,
    height: cellHeight - 2,
    radius: Math.min(4, cellWidth / 5),
  }
}

const createOutline = (place: RowPlace): SVGElement => {
  const { gap, width, height, radius: r } = frameOf(place)
  const [across, down] = [width - 2 * r, height - 2 * r]
  const one = `h${across}a${r},${r} 0 0 1 ${r},${r}v${down}a${r},${r} 0 0 1 ${-r},${r}h${-across}a${r},${r} 0 0 1 ${-r},${-r}v${-down}a${r},${r} 0 0 1 ${r},${-r}z`
  const d = Array.from(
    { length: place.size },
    (_, i) => `M${place.x + i * place.cellWidth + gap + r},${place.y + 1}${one}`,
  ).join('')
  return createMark('path', { class: 'blank', d })
}

const createCells = (place: RowPlace): Cells => {
  const element = copyOfCells(place)
  const children = [...element.children]
  const rects = children.slice(0, place.size) as SVGRectElement[]
  const texts = children.slice(place.size) as SVGTextElement[]
  // What was written is remembered: asking the page for it takes longer.
  const fills: string[] = []
  const inks: string[] = []
  const wide: boolean[] = []
  return {
    element,
    paint: (numbers, scale) => {
      for (let i = 0; i < rects.length; i++) {
        const { fill, ink } = scale(numbers[i]!)
        if (fill !== fills[i]) rects[i]!.setAttribute('fill', (fills[i] = fill))
        const text = texts[i]
        if (!text) continue
        const written = place.letters?.[i] ?? toCellText(numbers[i]!)
        writeText(text, written)
        const isLong = !place.letters && isWide(written)
        if (isLong !== (wide[i] ?? false)) text.classList.toggle('wide', (wide[i] = isLong))
        if (ink !== inks[i]) writeInk(text, (inks[i] = ink))
      }
    },
  }
}

/** The same row stands in many columns: it is drawn once and copied. */
const drawnCells = new Map<string, SVGGElement>()
const mostDrawn = 100

const copyOfCells = (place: RowPlace): SVGGElement => {
  const { name, x, y, size, cellWidth, cellHeight, hasNumbers, letters } = place
  const places = [x, y, cellWidth, cellHeight].map((length) => length.toFixed(6))
  const key = [name, size, hasNumbers || letters !== null, ...places].join(' ')
  let drawn = drawnCells.get(key)
  if (!drawn) {
    if (drawnCells.size >= mostDrawn) drawnCells.clear()
    drawnCells.set(key, (drawn = drawCells(place)))
  }
  return drawn.cloneNode(true) as SVGGElement
}

/** First the rectangles, then the texts. */
const drawCells = (place: RowPlace): SVGGElement => {
  const element = createMark('g', { class: 'cells' })
  const { gap, width, height, radius } = frameOf(place)
  const rects: SVGElement[] = []
  const texts: SVGElement[] = []
  for (let i = 0; i < place.size; i++) {
    const x = place.x + i * place.cellWidth
    rects.push(
      createMark('rect', {
        ...{ class: 'cell', x: x + gap, y: place.y + 1, width, height, rx: radius },
      }),
    )
    if (place.hasNumbers || place.letters)
      texts.push(createNumber(place.name, x + place.cellWidth / 2, place.y + place.cellHeight / 2))
  }
  element.append(...rects, ...texts)
  return element
}

/** A text for one number, its middle at a place; `kind`: what it is a number of. */
export const createNumber = (kind: string, x: number, y: number): SVGTextElement =>
  createMark('text', { class: `number ${kind}`, x, y, dy: '0.35em' })

export const writeInk = (text: SVGTextElement, ink: string): void => {
  text.classList.toggle('on-dark', ink === lightInk)
}

const laneAttributes = ({ x, y, size, cellWidth, cellHeight }: RowPlace) => ({
  ...{ x, y: y + 1, width: size * cellWidth, height: cellHeight - 2 },
})

const createLaneOutline = (place: RowPlace): SVGElement =>
  createMark('rect', { class: 'blank', ...laneAttributes(place) })

/** One line of pixels in place of cells. */
const createLane = (place: RowPlace): Cells => {
  const element = createMark('g', { class: 'cells' })
  const image = createMark('image', { preserveAspectRatio: 'none', ...laneAttributes(place) })
  element.append(
    createMark('rect', { class: 'cell', fill: 'none', ...laneAttributes(place) }),
    image,
  )
  let drawn: Float64Array | null = null
  let drawnScale: Scale | null = null
  return {
    element,
    paint: (numbers, scale) => {
      if (numbers === drawn && scale === drawnScale) return
      drawn = numbers
      drawnScale = scale
      writeAttribute(
        image,
        'href',
        toImage(numbers.length, 1, (x) => numbers[x]!, scale),
      )
    },
  }
}
