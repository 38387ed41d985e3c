/** Track: the length of the state's gradient at each step, on the stage's own time axis. */
import type { Selection } from 'd3'
import { gradientOf } from '../engine/run'
import type { GraphNode } from '../engine/unfold'
import { toDigits } from '../notation/numbers'
import { placeInFold } from '../layout/inFold'
import type { Picture, StageActions } from './picture'
import { thinned } from './thinned'
import { writeAttribute, writeAttributes, writeText } from './write'

type Root = Selection<SVGGElement, unknown, null, undefined>

interface Bar {
  readonly node: GraphNode
  readonly norm: number
  readonly x: number
  readonly width: number
}

/** A bar that is pressed opens the gradient whose length it is. */
export const createTrack = (root: Root, { select }: Pick<StageActions, 'select'>) => {
  const group = root.append('g').attr('class', 'track').attr('role', 'img')
  let bars: readonly Bar[] = []

  return {
    update: (picture: Picture): void => {
      const { trace, layout, dictionary, names } = picture
      const { columns, track } = layout
      const all = trace.graph.nodes.filter(isState).flatMap((node): readonly Bar[] => {
        const place = placeInFold(layout.fold, node.t!) ?? columns[node.t! - columns[0]!.t]!
        const width = Math.min(88, place.width * (place.width > 12 ? 0.5 : 1))
        const gradient = gradientOf(trace, node)
        return gradient
          ? [{ node, norm: Math.hypot(...gradient), x: place.x + (place.width - width) / 2, width }]
          : []
      })
      bars = thinned(all)
      const longest =
        bars.reduce((most, { norm }) => (norm > most && norm < Infinity ? norm : most), 0) || 1
      const most = track.base - track.top - 14
      const height = (norm: number) => Math.max(1.5, most * Math.min(1, (norm || 0) / longest))
      writeAttribute(group.node()!, 'aria-label', dictionary.timeline.normLabel('h'))
      group
        .selectAll<SVGGElement, Bar>('g.bar')
        .data(bars, ({ node }) => node.key)
        .join((enter) => {
          const g = enter.append('g').attr('class', 'bar')
          g.on('click', (_, { node }) => select(node.key, null, 'backward'))
          g.append('rect').attr('class', 'base')
          g.append('rect').attr('class', 'norm')
          g.append('text')
          return g
        })
        .each(function ({ node, norm, x, width }) {
          const [base, bar, text] = this.children as unknown as [Element, Element, Element]
          writeAttributes(this, { transform: `translate(${x},${track.base})` })
          writeAttributes(base, { y: -1.5, height: 1.5, width })
          writeAttributes(bar, { y: -height(norm), height: height(norm), width })
          writeAttributes(text, { x: width / 2, y: -height(norm) - 5 })
          // Where the timeline shows all, its times do not stand under these bars, and what they are may be out of sight.
          const isNamed = layout.timeline.isOverview && width > 58
          const name = isNamed ? `∥∇${names.text(node)}∥ = ` : ''
          writeText(text, width > 24 ? `${name}${toDigits(norm, 3)}` : '')
        })
    },
    paint: (isReady: (node: GraphNode) => boolean): void => {
      group.selectAll<SVGGElement, Bar>('g.bar').each(function ({ node }) {
        this.classList.toggle('ready', isReady(node))
      })
    },
  }
}

const isState = ({ of, t }: GraphNode): boolean =>
  'role' in of && of.role === 'state' && t !== null && t > 0
