/** Sample path, tested: points that lie on the line, evenly, from its first to its last. */
import { describe, expect, it } from 'vitest'
import { samplePath } from './samplePath'

describe('points along a path', () => {
  it('divide a straight line evenly', () => {
    expect(samplePath('M0,0L8,4', 5)).toEqual([0, 1, 2, 3, 4].map((i) => ({ x: 2 * i, y: i })))
  })

  it('go around corners', () => {
    const points = samplePath('M0,0H10V10', 5)
    expect(points[1]!.x).toBeCloseTo(5, 9)
    expect(points[2]!.x).toBeCloseTo(10, 9)
    expect(points[2]!.y).toBeCloseTo(0, 9)
    expect(points[4]).toEqual({ x: 10, y: 10 })
  })

  it('follow curves of both degrees', () => {
    const quadratic = samplePath('M0,0Q5,10 10,0', 3)
    expect(quadratic[1]!.y).toBeCloseTo(5, 1)
    const cubic = samplePath('M0,0C0,10 10,10 10,0', 3)
    expect(cubic[1]!.x).toBeCloseTo(5, 1)
    expect(cubic[1]!.y).toBeCloseTo(7.5, 1)
  })

  it('of a line of no length all stand there', () => {
    expect(samplePath('M3,4L3,4', 3)).toEqual(Array(3).fill({ x: 3, y: 4 }))
  })
})
