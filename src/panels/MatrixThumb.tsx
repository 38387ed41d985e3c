/** MatrixThumb: a matrix as a small picture, a pixel block for each entry; blank until it is computed. */
import { rgb } from 'd3'
import { useLayoutEffect, useRef } from 'react'
import type { Scale } from '../notation/scales'

interface Props {
  readonly rows: number
  readonly columns: number
  readonly numbers: Float64Array | null
  readonly scale: Scale
  readonly label: string
  /** The longest side, in pixels. */
  readonly size: number
}

export const MatrixThumb = ({ rows, columns, numbers, scale, label, size }: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const block = Math.min(size / 4, size / Math.max(rows, columns))
  const [width, height] = [columns * block, rows * block]
  useLayoutEffect(() => {
    const context = canvas.current!.getContext('2d')
    if (!context) return
    context.clearRect(0, 0, columns, rows)
    if (!numbers) return
    const image = context.createImageData(columns, rows)
    numbers.forEach((value, i) => {
      const { r, g, b } = rgb(scale(value).fill)
      image.data.set([r, g, b, 255], 4 * i)
    })
    context.putImageData(image, 0, 0)
  }, [rows, columns, numbers, scale])
  return (
    <canvas
      ref={canvas}
      className={numbers ? 'thumb' : 'thumb blank'}
      width={columns}
      height={rows}
      style={{ width, height }}
      role="img"
      aria-label={label}
      title={label}
    />
  )
}
