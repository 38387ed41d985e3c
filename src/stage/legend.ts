/** Legend: which colours stand for values, which for gradients, from most negative to most positive. It stays while the graph scrolls. */
import { select } from 'd3'
import { range } from '../engine/unfold'
import { toCellText } from '../notation/numbers'
import type { Picture } from './picture'

export interface Legend {
  readonly update: (picture: Picture) => void
  /** `isComplete`: has every gradient been computed? */
  readonly paint: (isComplete: boolean) => void
}

const swatches = range(-4, 4).map((quarters) => quarters / 4)

/** Values, then gradients: what each is called, its colours, and what stands at its ends until they are known. */
const barsOf = ({ scales, dictionary: { stage } }: Picture) =>
  [
    [stage.legendValue, scales.legend.value, stage.legendEnd],
    [stage.legendGradient, scales.legend.gradient, stage.legendEnd],
  ] as const

export const createLegend = (element: HTMLElement): Legend => {
  const root = select(element)
  let drawn = ''
  let writeEnds = (_isKnown: boolean): void => {}
  return {
    update: (picture) => {
      const bars = barsOf(picture)
      const extent = toCellText(picture.scales.gradientExtent)
      const ends = bars.flatMap(([name, scale, end]) => [name, end, scale(-1).fill, scale(1).fill])
      // Another letter of the word changes little here.
      const next = [extent, ...ends].join(' ')
      if (next === drawn) return
      drawn = next
      root.selectAll('*').remove()
      for (const [name, scale, end] of bars) {
        const line = root.append('div')
        const below = line.append('span').attr('class', 'end')
        const bar = line.append('span').attr('class', 'swatches')
        bar
          .selectAll('i')
          .data(swatches)
          .join('i')
          .style('background', (value) => scale(value).fill)
        const above = line.append('span')
        const write = (text: string) => {
          below.text(`−${text}`)
          above.text(`${text} · ${name}`)
        }
        write(end)
        // The last bar is that of the gradients.
        let written = false
        writeEnds = (isKnown) => {
          if (isKnown === written) return
          written = isKnown
          write(isKnown ? extent : end)
        }
      }
    },
    paint: (isComplete) => writeEnds(isComplete),
  }
}
