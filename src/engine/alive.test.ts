/** Alive, tested: what is not alive has a gradient of exactly zero, and nothing that is needed is called dead. */
import { expect, it } from 'vitest'
import { randomWiredNetwork } from '../../testing/networks'
import { aliveNodes } from './alive'
import { createRunner, gradientOf, graphOf, run } from './run'
import { range } from './unfold'

it('a node that is not alive gets no gradient at all', () => {
  let dead = 0
  for (const seed of range(0, 119)) {
    const network = randomWiredNetwork(seed)
    const trace = run(createRunner(graphOf(network), network.architecture), network)
    const alive = aliveNodes(trace.graph)
    for (const node of trace.graph.nodes) {
      const gradient = gradientOf(trace, node)
      if (!gradient || alive[node.id]) continue
      dead++
      expect(gradient.every((g) => g === 0)).toBe(true)
    }
  }
  expect(dead).toBeGreaterThan(50)
})

it('a node is alive as soon as one of its consumers is', () => {
  for (const seed of range(0, 59)) {
    const graph = graphOf(randomWiredNetwork(seed))
    const alive = aliveNodes(graph)
    for (const { id, outputs } of graph.nodes) {
      const ways = outputs.map((edge) => graph.edges[edge]!).filter(({ carries }) => carries)
      const isNeeded = ways.some(({ to }) => alive[to] === 1)
      if (id !== graph.nodes.length - 1 && ways.length > 0) expect(alive[id] === 1).toBe(isNeeded)
    }
  }
})
