/** Fold: the middle of a long sequence as heat maps: time to the right, a line for each entry. It opens when pressed. */
import type { Selection } from 'd3'
import { gradientOf, valueOf } from '../engine/run'
import { type GraphNode, nodeAt, range } from '../engine/unfold'
import { frameOfFold, laneOfFold, placeInFold } from '../layout/inFold'
import type { Fold } from '../layout/shapes'
import type { Picture, StageActions } from './picture'
import { toImage } from '../notation/pixels'
import { writeAttribute } from './write'

type Root = Selection<SVGGElement, unknown, null, undefined>

interface Lane {
  readonly key: string
  readonly row: 'value' | 'gradient'
  /** In the order of time; a time at which there is none is left out. */
  readonly nodes: readonly GraphNode[]
  readonly y: number
  readonly height: number
  /** Made when there is first something of it to see. */
  readonly image: () => string
}

export const createFold = (root: Root, actions: StageActions) => {
  root.attr('class', 'fold')
  let picture: Picture | null = null
  let lanes: readonly Lane[] = []

  return {
    update: (next: Picture): void => {
      picture = next
      const { layout, dictionary } = picture
      const { fold, rows } = layout
      root.selectAll('*').remove()
      lanes = []
      if (!fold) return
      lanes = toLanes(picture)
      const { x, width } = frameOfFold(fold)
      const inside = laneOfFold(fold)
      const button = root
        .append('g')
        .attr('class', 'opener')
        .attr('role', 'button')
        .attr('tabindex', 0)
        .attr('aria-label', dictionary.stage.openFold(fold.to - fold.from + 1, fold.from, fold.to))
        .on('click', actions.openFold)
        .on('keydown', (event: KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          actions.openFold()
        })
      const [first, last] = [rows[0]!, rows.at(-1)!]
      button
        .append('rect')
        .attr('class', 'folded-away')
        .attr('x', x)
        .attr('width', width)
        .attr('y', first.top - 6)
        .attr('height', last.top + last.height - first.top + 14)
        .attr('rx', 10)
      const label = (text: string, y: number) =>
        button
          .append('text')
          .attr('x', x + width / 2)
          .attr('y', y)
          .text(text)
      const top = roomAmong(lanes, first.top)
      label(dictionary.stage.foldedSteps(fold.to - fold.from + 1), top + 14)
      label(`t = ${fold.from} … ${fold.to}`, top + 32).attr('class', 'soft')
      for (const lane of lanes) {
        root
          .append('rect')
          .attr('class', 'lane-frame')
          .attr('x', inside.x)
          .attr('width', inside.width)
          .attr('y', lane.y)
          .attr('height', lane.height)
        const clip = root
          .append('clipPath')
          .attr('id', `fold-${lane.key}`)
          .append('rect')
          .attr('y', lane.y)
          .attr('height', lane.height)
        clip.attr('class', `clip ${lane.key}`)
        root
          .append('image')
          .attr('class', `lane ${lane.key}`)
          .attr('x', inside.x)
          .attr('width', inside.width)
          .attr('y', lane.y)
          .attr('height', lane.height)
          .attr('preserveAspectRatio', 'none')
          .attr('clip-path', `url(#fold-${lane.key})`)
      }
    },
    /** Frames the present step, where it is folded away. */
    mark: (t: number | null): void => {
      const layout = picture?.layout
      const place = layout && t !== null ? placeInFold(layout.fold, t) : null
      root.selectAll('.present').remove()
      if (!layout || !place) return
      const [first, last] = [layout.rows[0]!, layout.rows.at(-1)!]
      // A step may be narrower than a line is wide.
      const width = Math.max(3, place.width) + 4
      root
        .append('rect')
        .attr('class', 'present')
        .attr('x', place.x + place.width / 2 - width / 2)
        .attr('width', width)
        .attr('y', first.top + 42)
        .attr('height', last.top + last.height - first.top - 42)
        .attr('rx', 3)
    },
    /** Shows as much as has been computed. */
    paint: (isReady: (node: GraphNode, row: 'value' | 'gradient') => boolean): void => {
      const fold = picture?.layout.fold
      if (!fold) return
      const { x, width } = laneOfFold(fold)
      for (const lane of lanes) {
        const { key, row } = lane
        const share = (width * timesReady(lane, fold, isReady)) / (fold.to - fold.from + 1)
        root
          .select(`rect.clip.${key}`)
          .attr('x', row === 'value' ? x : x + width - share)
          .attr('width', share)
        const image = root.select<SVGImageElement>(`image.${key}`).node()!
        if (share === 0) image.removeAttribute('href')
        else writeAttribute(image, 'href', lane.image())
      }
    },
  }
}

/** The first place between lanes, or over them, that two lines of text have room in. */
const roomAmong = (lanes: readonly Lane[], top: number): number => {
  const tops = [top, ...lanes.map(({ y, height }) => y + height)].toSorted((a, b) => a - b)
  return (
    tops.find((from) => !lanes.some(({ y, height }) => y < from + 36 && y + height > from)) ?? top
  )
}

const toLanes = ({ trace, layout, scales }: Picture): readonly Lane[] => {
  const fold = layout.fold!
  const { graph, memory } = trace
  return graph.cell.variables.flatMap((variable): readonly Lane[] => {
    const times = range(fold.from, fold.to)
    const nodes = times.flatMap((t) => nodeAt(graph, variable.symbol, t) ?? [])
    const sample = layout.boxes.find(({ node }) => graph.nodes[node]!.of === variable)
    if (nodes.length === 0 || !sample || sample.kind === 'symbol' || variable.times === 'total')
      return []
    const size = memory.size[nodes[0]!.id]!
    const height = sample.kind === 'vector' ? sample.cellHeight - 2 : 14
    const lane = (row: Lane['row'], top: number): Lane => {
      const arrays = new Map(
        nodes.map((node) => [node.t, (row === 'value' ? valueOf : gradientOf)(trace, node)]),
      )
      const scale = row === 'value' ? scales.valueScale(nodes[0]!) : scales.gradientScale(nodes[0]!)
      const at = (x: number, y: number) => arrays.get(times[x]!)?.[y] ?? null
      let made: string | null = null
      const image = () => (made ??= toImage(times.length, size, at, scale))
      return { key: `${variable.name}-${row}`, row, nodes, y: top + 1, height, image }
    }
    const valueTop = sample.kind === 'vector' ? sample.valueY : sample.y + sample.height / 2 - 7
    return sample.gradientY === null
      ? [lane('value', valueTop)]
      : [lane('value', valueTop), lane('gradient', sample.gradientY)]
  })
}

/** Up to which time of the fold, counted from the end where its row begins, all that there is is ready. */
const timesReady = (
  lane: Pick<Lane, 'nodes' | 'row'>,
  { from, to }: Pick<Fold, 'from' | 'to'>,
  isReady: (node: GraphNode, row: Lane['row']) => boolean,
): number => {
  const { nodes, row } = lane
  const count = countReady(lane, isReady)
  if (count === 0) return 0
  return row === 'value' ? nodes[count - 1]!.t! - from + 1 : to - nodes.at(-count)!.t! + 1
}

/** Values become ready from the first on, gradients from the last. */
const countReady = (
  { nodes, row }: Pick<Lane, 'nodes' | 'row'>,
  isReady: (node: GraphNode, row: Lane['row']) => boolean,
): number => {
  let [low, high] = [0, nodes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const node = row === 'value' ? nodes[middle]! : nodes[nodes.length - 1 - middle]!
    if (isReady(node, row)) low = middle + 1
    else high = middle
  }
  return low
}
