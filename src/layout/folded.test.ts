/** Folded, tested: a circle for each variable in its row, a line for each use, lines that end at circles. */
import { describe, expect, it } from 'vitest'
import { randomWiredNetwork } from '../../testing/networks'
import { hell } from '../../testing/unfold'
import { createMemory } from '../engine/memory'
import { graphOf } from '../engine/run'
import { range } from '../engine/unfold'
import { toFolded } from './folded'
import { toLayout } from './layout'

const fold = (network: typeof hell) => {
  const graph = graphOf(network)
  const memory = createMemory(graph, network.architecture)
  const layout = toLayout(graph, memory, { width: 900, height: 700 })
  return { graph, layout, folded: toFolded(graph, layout) }
}

describe('the folded graph', () => {
  it('has each variable of a step once, in the row of its boxes', () => {
    for (const seed of range(1, 20)) {
      const { graph, layout, folded } = fold(randomWiredNetwork(seed))
      const names = folded.places.map(({ variable }) => variable.name)
      expect(new Set(names).size).toBe(names.length)
      for (const { variable, y } of folded.places)
        for (const { node, y: top, height } of layout.boxes)
          if (graph.nodes[node]!.of === variable) {
            expect(y).toBeGreaterThan(top)
            expect(y).toBeLessThan(top + height)
          }
    }
  })

  it('has a loop with a delay for what is used one step later, and for nothing else', () => {
    const { folded } = fold(hell)
    const delayed = folded.links.filter(({ delay }) => delay !== null)
    expect(delayed.map(({ from, to, parameter }) => [from.name, to.name, parameter?.key])).toEqual([
      ['h', 'a', 'W'],
    ])
    for (const { isDelayed, delay } of folded.links) expect(delay !== null).toBe(isDelayed)
  })

  it('has lines that end at the circle they lead to', () => {
    const { folded } = fold(hell)
    for (const { to, route } of folded.links) {
      const place = folded.places.find(({ variable }) => variable === to)!
      const distance = Math.hypot(route.end.x - place.x, route.end.y - place.y)
      expect(distance).toBeGreaterThanOrEqual(place.radius)
      expect(distance).toBeLessThan(place.radius + 3)
      expect(Math.hypot(route.heading.x, route.heading.y)).toBeCloseTo(1, 9)
    }
  })
})
