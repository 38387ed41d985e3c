/** Legend: which colours stand for values, which for gradients, and from which number to which. It stays while the graph scrolls. */
import { select } from 'd3'
import { type GraphNode, range } from '../engine/unfold'
import { toCellText } from '../notation/numbers'
import type { Picture } from './picture'
import { writeText } from './write'

export interface Legend {
  readonly update: (picture: Picture) => void
  /** `done`: contributions that are; `current`: the variables of the step finished last. */
  readonly paint: (done: number, current: readonly number[]) => void
}

const swatches = range(-4, 4).map((quarters) => quarters / 4)

/** Values, then gradients: what is said before and after the letter, and its colours. */
const barsOf = ({ scales, dictionary: { stage } }: Picture) =>
  [
    [[...stage.legendValue('|').split('|'), stage.legendRest], scales.legend.value],
    [stage.legendGradient('|').split('|'), scales.legend.gradient],
  ] as const

export const createLegend = (element: HTMLElement): Legend => {
  const root = select(element)
  let drawn = ''
  let writes: readonly ((end: string, letter: string) => void)[] = []
  let picture: Picture
  let selected: GraphNode | undefined
  let ends = new Map<string, End>()
  /** That of a variable at all of its times. */
  const endOf = ({ trace, schedule, scales }: Picture, node: GraphNode): End => {
    const { name } = node.of
    let end = ends.get(name)
    if (!end) {
      const times = trace.graph.nodes.filter(({ of }) => of.name === name)
      const readyAt = Math.max(...times.map(({ id }) => schedule.valueReady[id]!))
      ends.set(name, (end = { text: toCellText(scales.valueExtent(node)), readyAt }))
    }
    return end
  }
  return {
    update: (next) => {
      picture = next
      const { nodes } = next.trace.graph
      ends = new Map()
      selected = nodes.find(({ key }) => key === next.selection)
      const bars = barsOf(next)
      // Another letter of the word changes nothing here.
      const key = bars
        .flatMap(([words, scale]) => [...words, scale(-1).fill, scale(1).fill])
        .join(' ')
      if (key === drawn) return
      drawn = key
      root.selectAll('*').remove()
      writes = bars.map(([[before, after, rest], scale]) => {
        const line = root.append('span').attr('class', 'scale')
        const below = line.append('span').attr('class', 'end').node()!
        line
          .append('span')
          .attr('class', 'swatches')
          .selectAll('i')
          .data(swatches)
          .join('i')
          .style('background', (value) => scale(value).fill)
        const above = line.append('span').node()!
        const of = line.append('span').attr('class', 'of')
        of.append('span').text(`· ${before}`)
        const letterOf = of.append('i').attr('class', 'math-name').node()!
        of.append('span').text(after!)
        of.append('span')
          .attr('class', 'rest')
          .text(rest ?? '')
        return (end, letter) => {
          writeText(below, `−${end}`)
          writeText(above, end)
          writeText(letterOf, letter)
        }
      })
    },
    // No number is told before it is computed.
    paint: (done, current) => {
      const { schedule, trace, scales, dictionary, names } = picture
      const { nodes } = trace.graph
      const shown = [selected, current.length === 1 ? nodes[current[0]!] : undefined]
      const node = shown.find(isColoured) ?? nodes.find(isState)!
      const { text, readyAt } = endOf(picture, node)
      const { legendEnd } = dictionary.stage
      writes[0]!(readyAt <= done ? text : legendEnd, names.letter(node))
      const isComplete = done >= schedule.contributions.length
      writes[1]!(isComplete ? toCellText(scales.gradientExtent) : legendEnd, '∇')
    },
  }
}

/** The end of a scale, and when the number that it is may be told. */
interface End {
  readonly text: string
  readonly readyAt: number
}

const isState = ({ of }: GraphNode): boolean => 'role' in of && of.role === 'state'
/** Parameters and the total have no colour here, a target is a symbol. */
const isColoured = (node: GraphNode | undefined): boolean =>
  node !== undefined && node.t !== null && 'role' in node.of && node.of.role !== 'target'
