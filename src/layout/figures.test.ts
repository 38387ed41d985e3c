/** Figures, tested: every node and edge of figures 10.3 to 10.6 of the book is in the graph that is drawn, in the book's order. */
import { describe, expect, it } from 'vitest'
import { createNetwork } from '../../testing/networks'
import { createMemory } from '../engine/memory'
import { type PatternId, wiringOf } from '../engine/network'
import { graphOf } from '../engine/run'
import type { Feedback } from '../engine/network'
import type { Graph, GraphEdge } from '../engine/unfold'
import { range } from '../engine/unfold'
import { plainView } from './columns'
import { toLayout } from './layout'

/** `from → to`, and the parameter that stands beside the arrow in the figure. */
type Arrow = readonly [from: string, to: string, parameter: string | null]

interface Figure {
  readonly name: string
  readonly pattern: PatternId
  readonly feedback: Feedback
  readonly tau: number
  readonly nodes: readonly string[]
  readonly arrows: readonly Arrow[]
  /** Rows, from the bottom up. */
  readonly rows: readonly string[]
}

const tau = 3
const times = range(1, tau)
const at = (names: readonly string[], some = times) =>
  some.flatMap((t) => names.map((name) => `${name}(${t})`))
const upward = (t: number): readonly Arrow[] => [
  [`x(${t})`, `h(${t})`, 'U'],
  [`h(${t})`, `o(${t})`, 'V'],
  [`o(${t})`, `L(${t})`, null],
  [`y(${t})`, `L(${t})`, null],
]
const columns = (recurrence: (t: number) => Arrow): readonly Arrow[] =>
  times.flatMap((t) => [...upward(t), ...(t > 1 ? [recurrence(t)] : [])])
const rows = ['x', 'h', 'o', 'L', 'y']

const figures: readonly Figure[] = [
  {
    ...{ name: '10.3', pattern: 'everyStep', feedback: 'logits', tau, rows },
    nodes: at(['x', 'h', 'o', 'L', 'y']),
    arrows: columns((t) => [`h(${t - 1})`, `h(${t})`, 'W']),
  },
  {
    ...{ name: '10.4', pattern: 'fedBack', feedback: 'logits', tau, rows },
    nodes: at(['x', 'h', 'o', 'L', 'y']),
    arrows: columns((t) => [`o(${t - 1})`, `h(${t})`, 'W']),
  },
  {
    ...{ name: '10.5', pattern: 'atEnd', feedback: 'logits', tau, rows },
    nodes: [...at(['x', 'h']), ...at(['o', 'L', 'y'], [tau])],
    arrows: [
      ...times.map((t): Arrow => [`x(${t})`, `h(${t})`, 'U']),
      ...times.slice(1).map((t): Arrow => [`h(${t - 1})`, `h(${t})`, 'W']),
      ...upward(tau).slice(1),
    ],
  },
  {
    ...{ name: '10.6, training', pattern: 'fedBack', feedback: 'target', tau: 2, rows },
    nodes: at(['x', 'h', 'o', 'L', 'y'], [1, 2]),
    arrows: [...upward(1), ...upward(2), ['y(1)', 'h(2)', 'W']],
  },
  {
    // The figure leaves out L and y here, which are not known then.
    ...{ name: '10.6, test', pattern: 'fedBack', feedback: 'logits', tau: 2 },
    rows: ['x', 'h', 'o'],
    nodes: at(['x', 'h', 'o'], [1, 2]),
    arrows: [...upward(1).slice(0, 2), ...upward(2).slice(0, 2), ['o(1)', 'h(2)', 'W']],
  },
]

const open = ({ pattern, feedback, tau: steps }: Figure) => {
  const network = createNetwork(1, {
    ...{ inputSize: 3, hiddenSize: 3, outputSize: 3, tau: steps, activation: 'tanh' },
    ...{ inputs: 'classes', targets: 1, hasInitialState: true },
    wiring: wiringOf(pattern, feedback),
  })
  const graph = graphOf(network)
  const memory = createMemory(graph, network.architecture)
  return { graph, layout: toLayout(graph, memory, { width: 1000, height: 700 }, plainView) }
}

const splits = (name: string) => !/^[xhoLy]\(\d+\)$/.test(name)

/** The edges on the way from one node to another through none but those that the book does not draw; null: there is no way. */
const wayOf = (graph: Graph, from: string, to: string): readonly GraphEdge[] | null => {
  for (const id of graph.byKey.get(from)!.outputs) {
    const edge = graph.edges[id]!
    const { key } = graph.nodes[edge.to]!
    if (key === to) return [edge]
    const rest = splits(key) ? wayOf(graph, key, to) : null
    if (rest) return [edge, ...rest]
  }
  return null
}

for (const figure of figures)
  describe(`figure ${figure.name}`, () => {
    const { graph, layout } = open(figure)

    it('has its nodes, each in a box', () => {
      for (const key of figure.nodes) {
        expect(graph.byKey.get(key), key).toBeDefined()
        expect(
          layout.boxes.some((box) => box.key === key),
          key,
        ).toBe(true)
      }
    })

    it('has its arrows, each drawn, by way of what it takes together, with its parameter', () => {
      for (const [from, to, parameter] of figure.arrows) {
        const way = wayOf(graph, from, to)
        expect(way, `${from} → ${to}`).not.toBeNull()
        for (const { id } of way!)
          expect(
            layout.links.some((link) => link.id === id),
            `${from} → ${to}`,
          ).toBe(true)
        if (parameter === null) continue
        const [first] = way!
        const used = graph.nodes[first!.to]!.inputs.map((id) => graph.nodes[graph.edges[id]!.from]!)
        expect(used.map(({ key }) => key)).toContain(parameter)
      }
    })

    it('has no arrow between its nodes that the book has not', () => {
      const named = new Set(figure.nodes)
      const drawn = new Set(figure.arrows.map(([from, to]) => `${from} → ${to}`))
      for (const from of named)
        for (const to of named)
          if (wayOf(graph, from, to)) expect(drawn, `${from} → ${to}`).toContain(`${from} → ${to}`)
    })

    it('has its rows in the order of the book, from the bottom up', () => {
      const middle = (key: string) => {
        const box = layout.boxes.find((each) => each.key === key)!
        return box.y + box.height / 2
      }
      for (const t of range(1, figure.tau)) {
        const column = figure.rows
          .map((name) => `${name}(${t})`)
          .filter((key) => figure.nodes.includes(key))
        for (const [i, key] of column.slice(1).entries())
          expect(middle(key), key).toBeLessThan(middle(column[i]!))
      }
    })
  })
