// @vitest-environment jsdom
/** Lane, tested: a pixel for each number, in its colour, in its place. */
import { rgb } from 'd3'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createScale } from '../notation/scales'
import { toImage } from './lane'

interface Drawn {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

const scale = createScale('value', 'light', 1)

/** A canvas that keeps what is put on it. */
const listen = (): readonly Drawn[] => {
  const drawn: Drawn[] = []
  const context = {
    createImageData: (width: number, height: number) => ({
      ...{ width, height, data: new Uint8ClampedArray(4 * width * height) },
    }),
    putImageData: (image: Drawn) => drawn.push(image),
  }
  const { prototype } = HTMLCanvasElement
  vi.spyOn(prototype, 'getContext').mockImplementation((() => context) as never)
  vi.spyOn(prototype, 'toDataURL').mockImplementation(function (this: HTMLCanvasElement) {
    return `data:${this.width}x${this.height}`
  })
  return drawn
}

afterEach(() => vi.restoreAllMocks())

describe('an image of numbers', () => {
  it('has the colour of each number in its column and row, and nothing that shows through', () => {
    const drawn = listen()
    const numbers = [
      [-1, 0, 1],
      [0.5, NaN, -Infinity],
    ]
    expect(toImage(3, 2, (x, y) => numbers[y]![x]!, scale)).toBe('data:3x2')
    const [{ width, height, data }] = drawn as [Drawn]
    expect([width, height]).toEqual([3, 2])
    numbers.flat().forEach((value, i) => {
      const { fill, rgb: pixel } = scale(value)
      expect([...data.subarray(4 * i, 4 * i + 4)]).toEqual([...pixel, 255])
      if (!Number.isFinite(value)) return
      const { r, g, b } = rgb(fill)
      expect(pixel).toEqual([r, g, b])
    })
  })

  it('is none where nothing can be drawn', () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    expect(toImage(3, 2, () => 0, scale)).toBe('')
  })
})
