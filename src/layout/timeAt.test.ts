/** Time at, tested: there and back is the same place, in every layout, and zooming keeps the order. */
import { describe, expect, it } from 'vitest'
import { randomNetwork } from '../../testing/networks'
import { createRunner, graphOf } from '../engine/run'
import { range } from '../engine/unfold'
import { plainView } from './columns'
import { toLayout } from './layout'
import { timeAt, xAt } from './timeAt'

const layoutsOf = (seed: number) => {
  const network = randomNetwork(seed)
  const { graph, memory } = createRunner(graphOf(network), network.architecture)
  return [-4, 0, 1.25].map((zoomLevel) =>
    toLayout(graph, memory, { width: 800, height: 700 }, { ...plainView, zoomLevel }),
  )
}

describe('the time at an x', () => {
  it('leads back to the x', () => {
    for (const seed of range(1, 8))
      for (const { columns, width } of layoutsOf(seed))
        for (const x of range(0, 20).map((i) => ((i - 1) * width) / 17))
          expect(xAt(columns, timeAt(columns, x))).toBeCloseTo(x, 6)
  })

  it('is that of the column, whose middle is half way', () => {
    for (const { columns } of layoutsOf(3))
      columns.forEach(({ center, x, width }, i) => {
        expect(timeAt(columns, x + width / 2)).toBeCloseTo(i + 0.5, 9)
        expect(xAt(columns, i + 0.5)).toBeCloseTo(center, 9)
      })
  })
})
