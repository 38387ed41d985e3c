/** Sample strips: each ŷ(t) as a strip of length 1, the random number that falls on it, the symbol drawn and read. On the time axis. */
import { select } from 'd3'
import type { SampleStep } from '../engine/model/sample'
import type { ModelAxis } from '../layout/model'
import type { Column } from '../layout/shapes'
import { toDigits } from '../notation/numbers'

export interface StripsPicture {
  readonly axis: ModelAxis
  readonly zoom: number
  /** One for each column. */
  readonly steps: readonly SampleStep[]
  readonly symbols: readonly string[]
  readonly words: {
    readonly label: string
    readonly strip: (t: number, list: string) => string
  }
}

export interface SampleStrips {
  readonly update: (picture: StripsPicture) => void
  /** How many steps are drawn: a pure function of it. */
  readonly paint: (done: number) => void
  readonly destroy: () => void
}

interface StripDatum {
  readonly step: SampleStep
  readonly column: Column
}

const height = 128
const stripTop = 40
const stripHeight = 26
const symbolY = 102
/** Air on either side of a strip. */
const air = 9

export const createSampleStrips = (svg: SVGSVGElement): SampleStrips => {
  const root = select(svg)
  root.selectAll('*').remove()
  const group = root.append('g').attr('class', 'strips').attr('role', 'group')
  let strips: readonly StripDatum[] = []
  let picture: StripsPicture

  const left = ({ column }: StripDatum) => column.x + air
  const length = ({ column }: StripDatum) => Math.max(4, column.width - 2 * air)
  const last = () => strips.length

  const update = (next: StripsPicture) => {
    picture = next
    const { axis, zoom, steps, words, symbols } = picture
    strips = steps.map((step, i) => ({ step, column: axis.columns[i]! }))
    root
      .attr('width', axis.width * zoom)
      .attr('height', height * zoom)
      .attr('viewBox', `0 0 ${axis.width} ${height}`)
    group.attr('aria-label', words.label)
    group
      .selectAll<SVGGElement, StripDatum>('g.strip')
      .data(strips, ({ step }) => step.t)
      .join((enter) => {
        const g = enter.append('g').attr('class', 'strip').attr('role', 'img')
        g.append('rect')
          .attr('class', 'frame')
          .attr('y', stripTop)
          .attr('height', stripHeight)
          .attr('rx', 4)
        g.append('g').attr('class', 'segments')
        g.append('path').attr('class', 'marker')
        g.append('text').attr('class', 'number').attr('y', 18)
        g.append('path').attr('class', 'falls')
        g.append('circle').attr('class', 'drawn').attr('r', 15).attr('cy', symbolY)
        g.append('text').attr('class', 'symbol').attr('y', symbolY).attr('dy', '0.35em')
        g.append('path').attr('class', 'line')
        g.append('path').attr('class', 'head')
        return g
      })
      .attr('aria-label', ({ step }) =>
        words.strip(
          step.t,
          Array.from(step.probabilities, (p, y) => `${symbols[y]} ${toDigits(p, 3)}`).join(', '),
        ),
      )
      .each(function (strip) {
        drawStrip(this, strip)
      })
  }

  const drawStrip = (element: SVGGElement, strip: StripDatum) => {
    const { step, column } = strip
    const g = select(element)
    const [x, width] = [left(strip), length(strip)]
    g.select('.frame').attr('x', x).attr('width', width)
    let reached = 0
    const segments = Array.from(step.probabilities, (probability, y) => {
      const segment = { y, probability, x: x + reached * width, width: probability * width }
      reached += probability
      return segment
    })
    const part = g
      .select('.segments')
      .selectAll<SVGGElement, (typeof segments)[number]>('g')
      .data(segments)
      .join((enter) => {
        const s = enter.append('g')
        s.append('rect').attr('y', stripTop).attr('height', stripHeight)
        s.append('text')
          .attr('y', stripTop + stripHeight / 2)
          .attr('dy', '0.35em')
        return s
      })
      .attr('class', ({ y }) => (y === step.y ? 'chosen' : y % 2 === 0 ? 'even' : 'odd'))
    part
      .select('rect')
      .attr('x', (s) => s.x)
      .attr('width', (s) => s.width)
    part
      .select('text')
      .attr('x', (s) => s.x + s.width / 2)
      .text((s) => (s.width > 13 ? picture.symbols[s.y]! : ''))
    const middle = x + ((step.from + step.to) / 2) * width
    const falls = step.draw === null ? middle : x + step.draw * width
    g.select('.marker').attr('d', `M${falls},${stripTop + 1}l-5,-10h10Z`)
    g.select('text.number')
      .attr('x', Math.max(x + 16, Math.min(x + width - 16, falls)))
      .text(step.draw === null ? '' : step.draw.toFixed(3))
    const [top, bottom] = [stripTop + stripHeight + 2, symbolY - 16]
    g.select('.falls').attr(
      'd',
      `M${middle},${top}C${middle},${top + 12} ${column.center},${bottom - 12} ${column.center},${bottom}`,
    )
    g.select('.drawn').attr('cx', column.center)
    g.select('text.symbol').attr('x', column.center).text(picture.symbols[step.y]!)
    // Read by the next step: to the start of its strip.
    const next = strips[step.t]
    const tip = next ? left(next) + 10 : 0
    g.select('.line').attr(
      'd',
      next
        ? `M${column.center + 16},${symbolY}H${tip - 6}Q${tip},${symbolY} ${tip},${symbolY - 8}V${stripTop + stripHeight + 10}`
        : null,
    )
    g.select('.head').attr('d', next ? `M${tip},${stripTop + stripHeight + 3}l-4,9h8Z` : null)
  }

  const paint = (done: number) => {
    group
      .selectAll<SVGGElement, StripDatum>('g.strip')
      .classed('blank', ({ step }) => step.t > done)
      .classed('recent', ({ step }) => step.t === Math.min(done, last()))
      .attr('aria-hidden', ({ step }) => (step.t > done ? 'true' : null))
  }

  return { update, paint, destroy: () => root.selectAll('*').remove() }
}
