/** Steps, tested: every step has a column or lies in a gap, the one that is asked for has a column, and all have room. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { range } from '../engine/unfold'
import { toStepColumns } from './steps'

const anyRoom = fc.record({
  tau: fc.integer({ min: 1, max: 1000 }),
  width: fc.integer({ min: 340, max: 2000 }),
  least: fc.integer({ min: 40, max: 80 }),
  most: fc.constant(190),
  gap: fc.constant(40),
})

it('columns and gaps hold every step once, in order, within the room', () => {
  fc.assert(
    fc.property(anyRoom, fc.nat(), (room, place) => {
      const around = 1 + (place % room.tau)
      const columns = toStepColumns(room, around)
      const held = columns.flatMap((column) =>
        column.kind === 'step' ? [column.t] : range(column.from, column.to),
      )
      expect(held).toEqual(range(1, room.tau))
      const steps = columns.flatMap((column) => (column.kind === 'step' ? [column.t] : []))
      for (const t of [1, around, room.tau]) expect(steps).toContain(t)
      expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(room.width)
      for (const { kind, width } of columns)
        if (kind === 'step') expect(width).toBeGreaterThanOrEqual(room.least - 1)
    }),
  )
})

it('there is no gap where there is room for all', () => {
  const columns = toStepColumns({ tau: 5, width: 800, least: 70, most: 190, gap: 40 }, 1)
  expect(columns.map(({ width }) => width)).toEqual([160, 160, 160, 160, 160])
})
