/** Tensor: a float64 array with its shape; column vectors have one dimension, scalars none. */

export type Shape = readonly number[]

export interface Tensor {
  readonly shape: Shape
  /** Row by row. */
  readonly data: Float64Array
}

export const toTensor = (shape: Shape, data: ArrayLike<number>): Tensor => ({
  shape,
  data: data instanceof Float64Array ? data : Float64Array.from(data),
})

export const sizeOf = (shape: Shape): number => shape.reduce((product, n) => product * n, 1)

export const isSameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((n, i) => n === b[i])

/** Rows of a matrix as plain arrays; a vector or scalar is one row. */
export const toRows = ({ shape, data }: Tensor): number[][] => {
  const columns = shape.length === 2 ? shape[1]! : data.length
  const rows = shape.length === 2 ? shape[0]! : 1
  return Array.from({ length: rows }, (_, i) => [...data.subarray(i * columns, (i + 1) * columns)])
}
