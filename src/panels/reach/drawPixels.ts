/** Draw pixels: a table of colours as one image: rows of one height, columns as wide as those of the axis. */
import type { Column } from '../../layout/shapes'
import type { Rgb } from '../../notation/colour'

interface Table {
  /** From left to right; what lies between them stays clear. */
  readonly columns: readonly Pick<Column, 'x' | 'width'>[]
  readonly rows: number
  readonly width: number
  readonly height: number
  /** Null: clear. */
  readonly colour: (row: number, column: number) => Rgb | null
}

/** `ratio`: pixels of the screen in one of the page. */
export const drawPixels = (
  context: CanvasRenderingContext2D,
  ratio: number,
  { columns, rows, width, height, colour }: Table,
): void => {
  const wide = Math.max(1, Math.round(width * ratio))
  const image = context.createImageData(wide, rows)
  const pixels = new Uint32Array(image.data.buffer)
  columns.forEach(({ x, width: own }, column) => {
    const from = Math.max(0, Math.round(x * ratio))
    const to = Math.min(wide, Math.max(from + 1, Math.round((x + own) * ratio)))
    for (let row = 0; row < rows; row++) {
      const rgb = colour(row, column)
      if (rgb) pixels.fill(toPixel(rgb), row * wide + from, row * wide + to)
    }
  })
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: wide, height: rows })
  canvas.getContext('2d')!.putImageData(image, 0, 0)
  context.imageSmoothingEnabled = false
  context.drawImage(canvas, 0, 0, wide / ratio, height)
}

/** In the order of bytes of every machine that runs a browser. */
const toPixel = ([r, g, b]: Rgb): number => ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0
