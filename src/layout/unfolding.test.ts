/** Unfolding, tested: folded at 0, the layout at τ, and in between nothing jumps. */
import { describe, expect, it } from 'vitest'
import { randomWiredNetwork } from '../../testing/networks'
import { hell, textNetwork } from '../../testing/unfold'
import { createMemory } from '../engine/memory'
import type { Network } from '../engine/network'
import { graphOf } from '../engine/run'
import { range } from '../engine/unfold'
import { toFolded } from './folded'
import { toLayout } from './layout'
import { createUnfolding, withoutGradients } from './unfolding'

const lay = (network: Network, isFoldOpen = true) => {
  const graph = withoutGradients(graphOf(network))
  const memory = createMemory(graph, network.architecture)
  const layout = toLayout(graph, memory, { width: 900, height: 700 }, { zoomLevel: 0, isFoldOpen })
  const folded = toFolded(graph, layout)
  const at = createUnfolding(graph, layout, folded, 1024)
  return { graph, layout, folded, at }
}

const networks = [...range(1, 14).map(randomWiredNetwork), hell]

describe('unfolding', () => {
  it('begins with the folded graph alone', () => {
    for (const network of networks) {
      const { boxes, links, foldShare } = lay(network).at(0)
      expect([boxes, links, foldShare]).toEqual([[], [], 0])
    }
  })

  it('ends in the layout: every box and every line in its place', () => {
    for (const network of networks) {
      const { graph, layout, at } = lay(network)
      const { boxes, links, shift } = at(graph.tau)
      expect(shift).toBe(0)
      expect(boxes.map(({ box }) => box)).toEqual(layout.boxes)
      for (const { box, center, width, height } of boxes)
        expect({ center, width, height }).toEqual({
          center: { x: box.x + box.width / 2, y: box.y + box.height / 2 },
          width: box.width,
          height: box.height,
        })
      expect(links.map(({ link }) => link)).toEqual(layout.links)
      for (const { link, route, label } of links)
        expect([route, label]).toEqual([link.forward, link.label])
    }
  })

  it('lets one step out after the other, the last first', () => {
    const { graph, at } = lay(hell)
    for (const k of range(0, graph.tau)) {
      const times = at(k).boxes.map(({ box }) => Math.max(1, graph.nodes[box.node]!.t ?? graph.tau))
      expect([...new Set(times)].toSorted((a, b) => a - b)).toEqual(
        range(graph.tau - k + 1, graph.tau),
      )
      for (const { share } of at(k).boxes) expect(share).toBe(1)
    }
  })

  it('joins what is out to the loop by one line for each use', () => {
    const { graph, at } = lay(hell)
    const crossing = (k: number) =>
      at(k).links.filter(({ link }) => {
        const t = graph.nodes[link.from]!.t
        return t !== null && Math.max(1, t) <= graph.tau - k
      })
    const keys = crossing(2).map(({ link }) => graph.nodes[link.to]!.key)
    expect(keys.toSorted()).toEqual(['L', 'a(3)'])
    expect(crossing(graph.tau)).toEqual([])
  })

  it('joins the loop to the next copy from its square to the edge of the box, wherever that is', () => {
    const { graph, folded, at } = lay(hell)
    const { boxes, links, shift, back } = at(1.5)
    const { x, y } = folded.links.find(({ delay }) => delay)!.delay!
    const a = boxes.find(({ box }) => box.key === 'a(3)')!
    const { route } = links.find(
      ({ link }) => link.to === a.box.node && graph.nodes[link.from]!.key === 'h(2)',
    )!
    expect(route.path).toMatch(new RegExp(`^M${x + 6 + shift + back - folded.width},${y}L`))
    expect(Math.abs(route.end.x - (a.center.x - a.width / 2))).toBeLessThan(2)
  })

  it('moves nothing far in a short time', () => {
    for (const network of networks.slice(0, 4)) {
      const { graph, at } = lay(network)
      for (let p = 0; p < graph.tau; p += 0.01) {
        const next = new Map(at(p + 0.01).boxes.map((moving) => [moving.box.key, moving]))
        for (const { box, center } of at(p).boxes) {
          const { center: then } = next.get(box.key)!
          expect(Math.hypot(then.x - center.x, then.y - center.y)).toBeLessThan(60)
        }
      }
    }
  })

  it('starts every box at the circle of its variable', () => {
    const { graph, folded, at } = lay(hell)
    const { boxes, shift, back } = at(1e-4)
    for (const { box, center } of boxes) {
      const place = folded.places.find(({ variable }) => variable === graph.nodes[box.node]!.of)
      if (!place) continue
      expect(center.x).toBeCloseTo(place.x + shift + back - folded.width, 3)
      expect(center.y).toBeCloseTo(place.y, 3)
    }
  })

  it('keeps what has just left in sight, however long the sequence is', () => {
    const { graph, folded, at } = lay(textNetwork('ab'.repeat(20), 'ba'.repeat(20), 4))
    for (const k of range(1, graph.tau)) {
      const { boxes, back } = at(k)
      const newest = boxes.filter(({ box }) => graph.nodes[box.node]!.t === graph.tau - k + 1)
      for (const { center, width } of newest) {
        expect(center.x - width / 2).toBeGreaterThan(back)
        expect(center.x + width / 2).toBeLessThan(back + 1024 - folded.width)
      }
    }
    expect(at(graph.tau).back).toBe(0)
  })

  it('is made of finite numbers, whatever was asked before, folded in the middle or not', () => {
    for (const isFoldOpen of [true, false]) {
      const { graph, at } = lay(textNetwork('ab'.repeat(20), 'ba'.repeat(20), 4), isFoldOpen)
      const walk = [0, 3.3, 40, 12.5, 39.9, 0.2, 40, 7]
      const seen = walk.map((p) => JSON.stringify(at(p)))
      expect(walk.toReversed().map((p) => JSON.stringify(at(p)))).toEqual(seen.toReversed())
      expect(seen.join()).not.toMatch(/null,"y"|NaN/)
      expect(graph.tau).toBe(40)
    }
  })
})
