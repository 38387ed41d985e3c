/** Legend: which colours stand for values, which for gradients, from most negative to most positive. */
import type { Selection } from 'd3'
import { range } from '../engine/unfold'
import { toCellText } from '../notation/numbers'
import type { Picture } from './picture'

type Root = Selection<SVGGElement, unknown, null, undefined>

export interface Legend {
  readonly update: (picture: Picture) => void
  /** `isComplete`: has every gradient been computed? */
  readonly paint: (isComplete: boolean) => void
}

export const swatches = range(-4, 4).map((quarters) => quarters / 4)
const width = 13
const height = 11

/** More than the text takes, without asking the page: Chinese characters are square. */
const roomFor = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 14 : 7), 0)

/** Values, then gradients: what each is called, its colours, and what stands at its ends until they are known. */
export const barsOf = ({ scales, dictionary: { stage } }: Picture) =>
  [
    [stage.legendValue, scales.legend.value, stage.legendEnd],
    [stage.legendGradient, scales.legend.gradient, stage.legendEnd],
  ] as const

export const createLegend = (root: Root): Legend => {
  root.attr('class', 'legend').attr('aria-hidden', 'true')
  let drawn = ''
  /** Writes the ends of the gradients' bar; known once the run has come to its end. */
  let writeEnds = (_isKnown: boolean): void => {}
  return {
    update: (picture) => {
      const { scales, dictionary, layout } = picture
      const { stage } = dictionary
      const bars = barsOf(picture)
      const extent = toCellText(scales.gradientExtent)
      // Behind the heading, and behind what is written before the first bar.
      const before = roomFor(stage.unfoldedHeading) + roomFor(`−${bars[0][2]}`)
      const left = layout.columns[0]!.x + Math.max(150, before + 14)
      const ends = bars.flatMap(([name, scale, end]) => [name, end, scale(-1).fill, scale(1).fill])
      const next = [left, extent, ...ends].join(' ')
      if (next === drawn) return
      drawn = next
      root.selectAll('*').remove()
      let x = left
      bars.forEach(([name, scale, end]) => {
        const g = root.append('g').attr('transform', `translate(${x},10)`)
        const room = Math.max(roomFor(end), roomFor(extent))
        x += 14 + swatches.length * width + roomFor(`${end} · ${name}−`) + room + 8
        g.selectAll('rect')
          .data(swatches)
          .join('rect')
          .attr('x', (_, k) => 14 + k * width)
          .attr('width', width)
          .attr('height', height)
          .attr('fill', (value) => scale(value).fill)
        const label = (text: string, x: number, anchor: string) =>
          g.append('text').attr('x', x).attr('y', 10).attr('text-anchor', anchor).text(text)
        const below = label(`−${end}`, 10, 'end')
        const above = label(`${end} · ${name}`, 18 + swatches.length * width, 'start')
        // The last bar is that of the gradients.
        let written: boolean | null = null
        writeEnds = (isKnown) => {
          if (isKnown === written) return
          written = isKnown
          const text = isKnown ? extent : end
          below.text(`−${text}`)
          above.text(`${text} · ${name}`)
        }
      })
    },
    paint: (isComplete) => writeEnds(isComplete),
  }
}
