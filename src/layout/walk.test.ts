/** Walk, tested: arrow keys lead along the graph, and back again. */
import { describe, expect, it } from 'vitest'
import { createNetwork } from '../../testing/networks'
import { createMemory } from '../engine/memory'
import { graphOf } from '../engine/run'
import { range } from '../engine/unfold'
import { type View, plainView } from './columns'
import { type Layout, toLayout } from './layout'
import { type Direction, neighbourOf } from './walk'

const lay = (tau: number, targets: number, view: View = plainView): Layout => {
  const network = createNetwork(tau, {
    ...{ inputSize: 3, hiddenSize: 4, outputSize: 2, tau, activation: 'tanh' },
    ...{ inputs: 'classes', targets, hasInitialState: false },
  })
  const graph = graphOf(network)
  const memory = createMemory(graph, network.architecture)
  return toLayout(graph, memory, { width: 1400, height: 800 }, view)
}

const layout = lay(4, 1)
const folded = lay(60, 1, { zoomLevel: 0, isFoldOpen: false })
const all = [layout, folded, lay(1, 1), lay(6, 0.5), lay(3, 0)]

/** Keys on the way from one variable, as long as there is one in that direction. */
const walk = (of: Layout, from: string, direction: Direction): readonly string[] => {
  const keys = [from]
  for (let key = neighbourOf(of, from, direction); key; key = neighbourOf(of, key, direction)) {
    if (keys.includes(key)) throw new Error(`round in circles: ${keys.join(' ')} ${key}`)
    keys.push(key)
  }
  return keys
}

describe('an arrow key', () => {
  it('leads up a column in the order of the book, and down again', () => {
    const upward = walk(layout, 'x(2)', 'up')
    expect(upward).toEqual(['x(2)', 'a(2)', 'h(2)', 'o(2)', 'yhat(2)', 'L(2)', 'y(2)'])
    expect(walk(layout, 'y(2)', 'down')).toEqual(upward.toReversed())
  })

  it('leads along a row through time, and back again', () => {
    const onward = walk(layout, 'h(0)', 'right')
    expect(onward).toEqual(range(0, 4).map((t) => `h(${t})`))
    expect(walk(layout, 'h(4)', 'left')).toEqual(onward.toReversed())
    expect(walk(layout, 'L(1)', 'right').slice(0, 4)).toEqual(range(1, 4).map((t) => `L(${t})`))
  })

  it('leads from the losses to their total, and back', () => {
    expect(neighbourOf(layout, 'L(4)', 'right')).toBe('L')
    expect(neighbourOf(layout, 'L', 'left')).toBe('L(4)')
  })

  it('leads from one end of a fold to the other', () => {
    const { from, to } = folded.fold!
    expect(neighbourOf(folded, `h(${from - 1})`, 'right')).toBe(`h(${to + 1})`)
    expect(neighbourOf(folded, `h(${to + 1})`, 'left')).toBe(`h(${from - 1})`)
  })

  it('leads to a box that is drawn, never to the same, and never round in circles', () => {
    for (const of of all) {
      const keys = new Set(of.boxes.map(({ key }) => key))
      for (const from of keys)
        for (const direction of ['left', 'right', 'up', 'down'] as const) {
          const way = walk(of, from, direction)
          for (const key of way) expect(keys).toContain(key)
          expect(way.length).toBeLessThanOrEqual(keys.size)
        }
    }
  })

  it('reaches every variable from any one', () => {
    for (const of of all) {
      // A total of nothing stands alone, in no row and in no column.
      if (!of.boxes.some(({ key }) => key.startsWith('L('))) continue
      const reached = new Set<string>()
      const visit = (key: string): void => {
        if (reached.has(key)) return
        reached.add(key)
        for (const direction of ['left', 'right', 'up', 'down'] as const) {
          const next = neighbourOf(of, key, direction)
          if (next) visit(next)
        }
      }
      visit('x(1)')
      expect([...reached].toSorted()).toEqual(of.boxes.map(({ key }) => key).toSorted())
    }
  })

  it('leads nowhere from what is not there', () => {
    for (const direction of ['left', 'right', 'up', 'down'] as const)
      for (const key of ['W', 'h(99)', '']) expect(neighbourOf(layout, key, direction)).toBeNull()
  })
})
