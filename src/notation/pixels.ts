/** Pixels: numbers as an image, a pixel for each, for what is too small for cells. Written byte by byte: a canvas and its compression take longer. */
import type { Scale } from './scales'

/** Bytes before the pixels: of the file, and of the header that knows opacity (BITMAPV4HEADER). */
const [fileBytes, headerBytes] = [14, 108]

/** An address of an image, `columns` × `rows` pixels, whose pixel (x, y) has the colour of `at(x, y)`; null: none. */
export const toImage = (
  columns: number,
  rows: number,
  at: (x: number, y: number) => number | null,
  scale: Scale,
): string => {
  const start = fileBytes + headerBytes
  const bytes = new Uint8Array(start + 4 * columns * rows)
  writeHeader(new DataView(bytes.buffer), columns, rows)
  let place = start
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++, place += 4) {
      const value = at(x, y)
      if (value === null) continue
      // One by one: faster than a copy of three.
      const { rgb } = scale(value)
      bytes[place] = rgb[0]
      bytes[place + 1] = rgb[1]
      bytes[place + 2] = rgb[2]
      bytes[place + 3] = 255
    }
  return `data:image/bmp;base64,${toBase64(bytes)}`
}

/** A bitmap's header, rows from the top down, four bytes a pixel: red, green, blue, opacity. */
const writeHeader = (view: DataView, columns: number, rows: number) => {
  const start = fileBytes + headerBytes
  view.setUint16(0, 0x424d) // BM
  const words: readonly (readonly [at: number, value: number])[] = [
    [2, view.byteLength],
    [10, start],
    [14, headerBytes],
    [18, columns],
    [22, -rows],
    [26, 1 + (32 << 16)], // one plane, 32 bits a pixel
    [30, 3], // by masks:
    [34, view.byteLength - start],
    [54, 0xff],
    [58, 0xff00],
    [62, 0xff0000],
    [66, 0xff000000],
    [70, 0x73524742], // sRGB
  ]
  for (const [at, value] of words) view.setUint32(at, value, true)
}

/** More bytes at once would be too many arguments. */
const most = 8192

const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let i = 0; i < bytes.length; i += most)
    text += String.fromCharCode(...bytes.subarray(i, i + most))
  return btoa(text)
}
