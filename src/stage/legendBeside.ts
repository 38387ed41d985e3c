/** Legend beside the graph: on a small screen the graph scrolls, and what its colours mean stays in view. */
import { select } from 'd3'
import { toCellText } from '../notation/numbers'
import { type Legend, barsOf, swatches } from './legend'

export const createLegendBeside = (element: HTMLElement): Legend => {
  const root = select(element)
  let writeEnds = (_isKnown: boolean): void => {}
  return {
    update: (picture) => {
      root.selectAll('*').remove()
      for (const [name, scale, end] of barsOf(picture)) {
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
        const extent = toCellText(picture.scales.gradientExtent)
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
