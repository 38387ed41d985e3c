/** Lane: numbers as pixels: an image of a matrix, for what is too small for cells. */
import { rgb } from 'd3'
import type { Scale } from '../notation/scales'

/** An address of an image, `columns` × `rows` pixels, whose pixel (x, y) has the colour of `at(x, y)`. Empty where nothing can be drawn. */
export const toImage = (
  columns: number,
  rows: number,
  at: (x: number, y: number) => number,
  scale: Scale,
): string => {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: columns, height: rows })
  const context = canvas.getContext('2d')
  if (!context) return ''
  const image = context.createImageData(columns, rows)
  const colours = new Map<string, readonly [number, number, number]>()
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      const { fill } = scale(at(x, y))
      let colour = colours.get(fill)
      if (!colour) {
        const { r, g, b } = rgb(fill)
        colours.set(fill, (colour = [r, g, b]))
      }
      image.data.set([...colour, 255], 4 * (y * columns + x))
    }
  context.putImageData(image, 0, 0)
  return canvas.toDataURL()
}
