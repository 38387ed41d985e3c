/** Lane: numbers as pixels: an image of a matrix, for what is too small for cells. */
import type { Scale } from '../notation/scales'

/** An address of an image, `columns` × `rows` pixels, whose pixel (x, y) has the colour of `at(x, y)`; null: none. Empty where nothing can be drawn. */
export const toImage = (
  columns: number,
  rows: number,
  at: (x: number, y: number) => number | null,
  scale: Scale,
): string => {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: columns, height: rows })
  const context = canvas.getContext('2d')
  if (!context) return ''
  const image = context.createImageData(columns, rows)
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      const value = at(x, y)
      if (value === null) continue
      const { rgb } = scale(value)
      const place = 4 * (y * columns + x)
      image.data.set(rgb, place)
      image.data[place + 3] = 255
    }
  context.putImageData(image, 0, 0)
  return canvas.toDataURL()
}
