/** Ancestors, tested: what a node is computed from, and nothing else. */
import { describe, expect, it } from 'vitest'
import { randomNetwork, randomWiredNetwork, wiringName, wirings } from '../../testing/networks'
import { hell } from '../../testing/unfold'
import { ancestorsOf, argumentsOf, doArgumentsGrow, writtenArgumentsOf } from './ancestors'
import { type Slab } from './operation'
import { createRunner, fillGiven, forward, graphOf } from './run'
import { stateAt } from './states'
import { nodeAt, range } from './unfold'

describe('ancestors of a node', () => {
  it('of a state are the inputs and states up to its step, and what they are made with', () => {
    const graph = graphOf(hell)
    const keys = [...ancestorsOf(graph, nodeAt(graph, 'h', 2)!)].map((id) => graph.nodes[id]!.key)
    expect(keys.toSorted()).toEqual(
      [...['U', 'W', 'b', 'h(0)', 'x(1)', 'a(1)', 'h(1)', 'x(2)', 'a(2)', 'h(2)']].toSorted(),
    )
  })

  it('alone decide its value: other numbers in all other given nodes leave it as it was', () => {
    for (const seed of range(1, 70)) {
      const network = randomWiredNetwork(seed)
      const runner = createRunner(graphOf(network), network.architecture)
      const { graph, memory } = runner
      const node = graph.nodes[(seed * 7919) % graph.nodes.length]!
      const ancestors = ancestorsOf(graph, node)
      const read = (values: Slab) => {
        const at = memory.address[node.id]!
        return values.slice(at, at + memory.size[node.id]!)
      }
      const values = new Float64Array(memory.values)
      fillGiven(runner, network, values)
      const others = values.slice()
      for (const { id, kind, of } of graph.nodes)
        if (!ancestors.has(id) && kind !== 'computed' && of.dimensions.length > 0)
          others.fill(0.123, memory.address[id], memory.address[id]! + memory.size[id]!)
      forward(runner, values)
      forward(runner, others)
      expect(read(others), `seed ${seed}, ${node.key}`).toEqual(read(values))
    }
  })
})

describe('arguments of g(t)', () => {
  it('are the inputs from the latest to the first, and last the initial state', () => {
    const graph = graphOf(hell)
    const keys = argumentsOf(graph, nodeAt(graph, 'h', 3)!).map(({ key }) => key)
    expect(keys).toEqual(['x(3)', 'x(2)', 'x(1)', 'h(0)'])
  })

  it('grow by one with each step', () => {
    for (const seed of range(1, 20)) {
      const graph = graphOf(randomNetwork(seed))
      const count = (t: number) =>
        argumentsOf(graph, nodeAt(graph, 'h', t)!).filter(({ of }) => of.name === 'x').length
      for (const t of range(1, graph.tau)) expect(count(t)).toBe(t)
    }
  })

  it('grow with each step, in any pattern, unless all of the past is given', () => {
    for (const wiring of wirings) {
      const graph = graphOf({ ...hell, architecture: { ...hell.architecture, ...wiring } })
      const counts = range(1, 4).map((t) => writtenArgumentsOf(graph, stateAt(graph, t)!).length)
      const isGrowing = wiring.feedback !== 'target'
      const more = wiring.feedback === 'sample' ? 2 : 1
      const expected = range(0, 3).map((i) => (isGrowing ? 1 + more * i : 2))
      expect(counts, wiringName(wiring)).toEqual(expected)
      expect(doArgumentsGrow(graph, stateAt(graph, 1)!), wiringName(wiring)).toBe(isGrowing)
    }
  })
})
