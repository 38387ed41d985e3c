/** Endings: where a gradient could be missed, the end of its way, with the reason. */
import { type Selection, select } from 'd3'
import type { LinkRoute } from '../layout/layout'
import type { Picture, StageActions } from './picture'

type Root = Selection<SVGGElement, unknown, null, undefined>

const radius = 7
const arm = 3

export const createEndings = (root: Root, actions: StageActions) => {
  root.attr('class', 'endings')
  let marks: readonly LinkRoute[] = []
  return {
    update: ({ trace, dictionary }: Picture, links: readonly LinkRoute[]): void => {
      const { graph } = trace
      marks = links.filter(({ ending, absence }) => ending !== null && absence !== null)
      root
        .selectAll<SVGGElement, LinkRoute>('g.ending')
        .data(marks, ({ id }) => id)
        .join((enter) => {
          const g = enter.append('g').attr('class', 'ending').attr('role', 'button')
          g.append('title')
          g.append('path').attr('class', 'stub')
          g.append('circle').attr('r', radius)
          g.append('path').attr('class', 'cross')
          // Large enough for a thumb.
          g.append('circle').attr('class', 'hit').attr('r', 18)
          return g
        })
        .attr('tabindex', -1)
        .attr('aria-label', ({ absence }) => dictionary.patterns.absence[absence!])
        .on('click', (_, { from }) => actions.select(graph.nodes[from]!.key))
        .each(function ({ ending, absence }) {
          const { from, to } = ending!
          const g = select(this)
          g.select('title').text(dictionary.patterns.absence[absence!])
          g.select('path.stub').attr('d', `M${from.x},${from.y}L${to.x},${to.y}`)
          g.selectAll('circle').attr('cx', to.x).attr('cy', to.y)
          g.select('path.cross').attr(
            'd',
            `M${to.x - arm},${to.y - arm}l${2 * arm},${2 * arm}m${-2 * arm},0l${2 * arm},${-2 * arm}`,
          )
        })
    },
    /** An ending is seen once the gradient that ends there has been computed. */
    paint: (hasArrived: (node: number) => boolean): void => {
      root.selectAll<SVGGElement, LinkRoute>('g.ending').each(function ({ to }) {
        this.classList.toggle('reached', hasArrived(to))
      })
    },
  }
}
