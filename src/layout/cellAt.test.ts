/** Cell at, tested: every number of every box is found where it is drawn, and nothing beside it. */
import { describe, expect, it } from 'vitest'
import { randomNetwork } from '../../testing/networks'
import { createRunner, graphOf } from '../engine/run'
import { range } from '../engine/unfold'
import { cellAt } from './cellAt'
import { toLayout } from './layout'

const layouts = range(1, 8).map((seed) => {
  const network = randomNetwork(seed)
  const { graph, memory } = createRunner(graphOf(network), network.architecture)
  return { memory, layout: toLayout(graph, memory, { width: 1000, height: 700 }) }
})

describe('the cell at a point', () => {
  it('is the one whose middle is there, in the row of values or of gradients', () => {
    for (const { layout, memory } of layouts)
      for (const box of layout.boxes) {
        if (box.kind !== 'vector') continue
        const size = memory.size[box.node]!
        const found = range(0, size - 1).flatMap((i) =>
          [box.valueY, box.gradientY].map(
            (top) =>
              top !== null &&
              cellAt(box, size, {
                x: box.cellX + (i + 0.5) * box.cellWidth,
                y: top + box.cellHeight / 2,
              }),
          ),
        )
        expect(found).toEqual(
          range(0, size - 1).flatMap((entry) => [
            { isGradient: false, entry },
            box.gradientY !== null && { isGradient: true, entry },
          ]),
        )
      }
  })

  it('is none beside the cells, and in a target', () => {
    for (const { layout, memory } of layouts)
      for (const box of layout.boxes) {
        if (box.kind === 'scalar') continue
        const size = memory.size[box.node]!
        for (const x of [box.cellX - 0.5, box.cellX + size * box.cellWidth + 0.5])
          expect(cellAt(box, size, { x, y: box.valueY + 1 })).toBeNull()
        expect(cellAt(box, size, { x: box.cellX + 1, y: box.y - 1 })).toBeNull()
      }
  })
})
