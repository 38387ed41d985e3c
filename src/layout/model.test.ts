/** Model layout, tested: the two drawings of the book at the ends, one motion between. */
import { describe, expect, it } from 'vitest'
import { type ModelAxis, nodeRadius, toModelLayout } from './model'

const axisOf = (tau: number): ModelAxis => ({
  columns: Array.from({ length: tau }, (_, i) => ({
    t: i + 1,
    x: 60 + 90 * i,
    width: 90,
    center: 105 + 90 * i,
  })),
  start: 30,
  width: 60 + 90 * tau,
})

const near = (a: { x: number; y: number }, b: { x: number; y: number }, distance: number) =>
  Math.abs(Math.hypot(a.x - b.x, a.y - b.y) - distance) < 1e-9

describe('the drawing of a sequence model', () => {
  it('has an edge from what comes first and from every y to every later y', () => {
    for (const tau of [1, 2, 5, 12]) {
      const { edges } = toModelLayout(axisOf(tau), 0, true)
      expect(edges).toHaveLength((tau * (tau + 1)) / 2)
      expect(edges.every(({ from, to }) => from < to)).toBe(true)
      expect(new Set(edges.map(({ from, to }) => `${from} ${to}`)).size).toBe(edges.length)
    }
  })

  it('leads every edge from its y to its y, wherever the motion stands', () => {
    for (const morph of [0, 0.2, 0.5, 0.9, 1]) {
      const { edges, y, start } = toModelLayout(axisOf(5), morph, true)
      for (const { from, to, points, tip } of edges) {
        expect(points[0]).toEqual(from === 0 ? start : y[from - 1])
        expect(points.at(-1)).toEqual(y[to - 1])
        expect(near(tip, y[to - 1]!, nodeRadius + 2)).toBe(true)
      }
    }
  })

  it('leads it at the end through h of the step after the first y to h of the last', () => {
    const { edges, h } = toModelLayout(axisOf(5), 1, true)
    for (const { from, to, points } of edges) {
      const passed = h.flatMap((place, i) =>
        points.some((point) => near(point, place, 0)) ? [i + 1] : [],
      )
      expect(passed).toEqual(Array.from({ length: to - from }, (_, i) => from + 1 + i))
    }
  })

  it('lets no edge run along another without h', () => {
    for (const tau of [2, 4, 5]) {
      const { edges } = toModelLayout(axisOf(tau), 0, true)
      const heightAt = ({ points }: (typeof edges)[number], x: number) => {
        const i = points.findIndex((point) => point.x >= x)
        const [a, b] = [points[i - 1]!, points[i]!]
        return a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x)
      }
      const ends = (edge: (typeof edges)[number]) => [edge.points[0]!.x, edge.points.at(-1)!.x]
      for (const [i, one] of edges.entries())
        for (const other of edges.slice(i + 1)) {
          const from = Math.max(ends(one)[0]!, ends(other)[0]!) + nodeRadius
          const to = Math.min(ends(one)[1]!, ends(other)[1]!) - nodeRadius
          // They may cross: then a little farther on they are apart.
          for (let x = from; x + 14 < to; x += 7) {
            const apart = [x, x + 14].map((at) => Math.abs(heightAt(one, at) - heightAt(other, at)))
            expect(Math.max(...apart)).toBeGreaterThan(1)
          }
        }
    }
  })

  it('is the same place for the same point of the way, and comes nearer to its end all along', () => {
    const at = (morph: number) => toModelLayout(axisOf(5), morph, true)
    expect(at(0.3)).toEqual(at(0.3))
    const { edges: ends } = at(1)
    const awayAt = (morph: number) =>
      at(morph).edges.map(({ points }, i) =>
        Math.max(
          ...points.map((p, j) =>
            Math.hypot(p.x - ends[i]!.points[j]!.x, p.y - ends[i]!.points[j]!.y),
          ),
        ),
      )
    const ways = [0, 0.25, 0.5, 0.75, 1].map(awayAt)
    for (const i of ends.keys())
      for (const [k, away] of ways.slice(1).entries())
        expect(away[i]).toBeLessThanOrEqual(ways[k]![i]!)
    for (const away of ways.at(-1)!) expect(away).toBeCloseTo(0, 9)
  })

  it('has no corners half-way', () => {
    for (const { points } of toModelLayout(axisOf(5), 0.5, true).edges) {
      const headings = points
        .slice(1)
        .map((p, i) => Math.atan2(p.y - points[i]!.y, p.x - points[i]!.x))
      for (const [i, heading] of headings.slice(1).entries()) {
        const turn = Math.abs(heading - headings[i]!)
        expect(Math.min(turn, 2 * Math.PI - turn)).toBeLessThan(0.8)
      }
    }
  })

  it('stays inside its frame', () => {
    for (const tau of [1, 4, 12])
      for (const morph of [0, 0.5, 1]) {
        const { edges, height } = toModelLayout(axisOf(tau), morph, true)
        for (const { points } of edges)
          for (const { x, y } of points) {
            expect(y).toBeGreaterThan(0)
            expect(y).toBeLessThan(height)
            expect(x).toBeGreaterThan(0)
            expect(x).toBeLessThan(axisOf(tau).width)
          }
      }
  })

  it('has h above y, as figure 10.8: h → next h, h down to its y, y up to the next h', () => {
    const { h, y, start, uses } = toModelLayout(axisOf(4), 1, true)
    h.forEach((one, i) => {
      expect(one.x).toBe(y[i]!.x)
      expect(one.y).toBeLessThan(y[i]!.y)
    })
    expect(start.y).toBe(y[0]!.y)
    for (const { kind, direction } of uses) {
      if (kind === 'keep') expect(direction).toEqual({ x: 1, y: 0 })
      if (kind === 'tell') expect(direction).toEqual({ x: 0, y: 1 })
      if (kind === 'read') expect(direction.x > 0 && direction.y < 0).toBe(true)
    }
  })

  it('has with h one use of each kind a step, none kept before the first', () => {
    const { uses } = toModelLayout(axisOf(5), 1, true)
    const times = (kind: string) => uses.filter((use) => use.kind === kind).map(({ t }) => t)
    expect(times('read')).toEqual([1, 2, 3, 4, 5])
    expect(times('tell')).toEqual([1, 2, 3, 4, 5])
    expect(times('keep')).toEqual([2, 3, 4, 5])
  })

  it('has no way through h for the longer edges where no h leads to the next', () => {
    const { edges, uses } = toModelLayout(axisOf(4), 1, false)
    for (const { from, to, isCut } of edges) expect(isCut).toBe(to - from > 1)
    expect(uses.some(({ kind }) => kind === 'keep')).toBe(false)
    expect(toModelLayout(axisOf(4), 1, true).edges.some(({ isCut }) => isCut)).toBe(false)
  })
})
