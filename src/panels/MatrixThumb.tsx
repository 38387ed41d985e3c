/** MatrixThumb: a matrix as a small picture, a pixel block for each entry; blank until it is computed. */
import { useLayoutEffect, useRef } from 'react'
import type { Scale } from '../notation/scales'

interface Props {
  readonly rows: number
  readonly columns: number
  /** Blank where not. */
  readonly isReady: boolean
  /** Read when drawn, and drawn anew only when `source`, `name` or the rest changes. */
  readonly read: () => Float64Array
  readonly source: object
  readonly name: string
  readonly scale: Scale
  /** Null: beside what says it already. */
  readonly label: string | null
  /** The longest side, in pixels. */
  readonly size: number
}

export const MatrixThumb = (props: Props) => {
  const { rows, columns, isReady, read, source, name, scale, label, size } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  // One entry is no larger; nothing is thinner.
  const least = size / 4
  const block = Math.min(least, size / Math.max(rows, columns))
  const [width, height] = [Math.max(least, columns * block), Math.max(least, rows * block)]
  useLayoutEffect(() => {
    const context = canvas.current!.getContext('2d')
    if (!context) return
    context.clearRect(0, 0, columns, rows)
    if (!isReady) return
    const image = context.createImageData(columns, rows)
    read().forEach((value, i) => {
      image.data.set(scale(value).rgb, 4 * i)
      image.data[4 * i + 3] = 255
    })
    context.putImageData(image, 0, 0)
    // `read` is a new function at every render; what it reads is told by `source` and `name`.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rows, columns, isReady, source, name, scale])
  return (
    <canvas
      ref={canvas}
      className={isReady ? 'thumb' : 'thumb blank'}
      width={columns}
      height={rows}
      style={{ width, height }}
      role={label === null ? 'presentation' : 'img'}
      aria-label={label ?? undefined}
      title={label ?? undefined}
    />
  )
}
