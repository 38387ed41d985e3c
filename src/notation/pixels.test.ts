/** Pixels, tested: one for each number, in its colour, in its place. */
import { rgb } from 'd3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toImage } from './pixels'
import { createScale } from './scales'

const scale = createScale('value', 'light', 1)

/** What a reader of bitmaps makes of an address: by the places that the format gives its words. */
const read = (address: string) => {
  const [, base64] = /^data:image\/bmp;base64,(.*)$/.exec(address)!
  const bytes = Uint8Array.from(atob(base64!), (letter) => letter.charCodeAt(0))
  const view = new DataView(bytes.buffer)
  expect(String.fromCharCode(bytes[0]!, bytes[1]!)).toBe('BM')
  expect(view.getUint32(2, true)).toBe(bytes.length)
  return {
    width: view.getInt32(18, true),
    // Below 0: from the top down.
    height: -view.getInt32(22, true),
    bitsPerPixel: view.getUint16(28, true),
    data: bytes.subarray(view.getUint32(10, true)),
  }
}

it('has the colour of each number in its column and row, and nothing that shows through', () => {
  const numbers = [
    [-1, 0, 1],
    [0.5, NaN, -Infinity],
  ]
  const image = read(toImage(3, 2, (x, y) => numbers[y]![x]!, scale))
  expect(image).toMatchObject({ width: 3, height: 2, bitsPerPixel: 32 })
  expect(image.data.length).toBe(4 * 6)
  numbers.flat().forEach((value, i) => {
    const { fill, rgb: pixel } = scale(value)
    expect([...image.data.subarray(4 * i, 4 * i + 4)]).toEqual([...pixel, 255])
    if (!Number.isFinite(value)) return
    const { r, g, b } = rgb(fill)
    expect(pixel).toEqual([r, g, b])
  })
})

it('shows through where there is no number, at any size', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 1, max: 90 }),
      (columns, rows) => {
        const { width, height, data } = read(
          toImage(columns, rows, (x, y) => ((x + y) % 2 === 0 ? null : 1), scale),
        )
        expect([width, height, data.length]).toEqual([columns, rows, 4 * columns * rows])
        for (let i = 0; i < columns * rows; i++) {
          const isEmpty = ((i % columns) + Math.floor(i / columns)) % 2 === 0
          expect(data[4 * i + 3]).toBe(isEmpty ? 0 : 255)
        }
      },
    ),
    { numRuns: 20 },
  )
})
