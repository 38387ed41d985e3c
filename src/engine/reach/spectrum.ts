/** Spectrum: singular values and spectral radius of a matrix. */
import { EigenvalueDecomposition, Matrix, SingularValueDecomposition } from 'ml-matrix'
import { type Tensor, toRows } from '../tensor'

/** m × n → min(m, n) numbers, from the largest down; all NaN where an entry is not finite. */
export const singularValues = (tensor: Tensor): readonly number[] => {
  const [rows, columns] = tensor.shape as readonly [number, number]
  const count = Math.min(rows, columns)
  if (!isFiniteMatrix(tensor)) return Array<number>(count).fill(NaN)
  const { matrix, scale } = normalised(tensor)
  const { diagonal } = new SingularValueDecomposition(matrix, {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
    autoTranspose: true,
  })
  return diagonal
    .slice(0, count)
    .toSorted((a, b) => b - a)
    .map((value) => value * scale)
}

/** max |λ|; null for a matrix that is not square, NaN where an entry is not finite. */
export const spectralRadius = (tensor: Tensor): number | null => {
  const [rows, columns] = tensor.shape
  if (rows !== columns) return null
  if (!isFiniteMatrix(tensor)) return NaN
  const { matrix, scale } = normalised(tensor)
  const { realEigenvalues, imaginaryEigenvalues } = new EigenvalueDecomposition(matrix)
  const largest = realEigenvalues.reduce(
    (most, re, i) => Math.max(most, Math.hypot(re, imaginaryEigenvalues[i]!)),
    0,
  )
  return largest * scale
}

const isFiniteMatrix = ({ data }: Tensor): boolean => data.every(Number.isFinite)

/** Shares of the largest entry below this are taken as 0: rounding in a decomposition moves its results by far more. */
const least = 2 ** -100

/**
 * The matrix with its largest entry near 1, and what to multiply by: products of numbers near the ends of what a
 * float64 holds would be 0 or ∞, on which the decompositions never settle. A power of two: no bit is lost.
 */
const normalised = (tensor: Tensor): { readonly matrix: Matrix; readonly scale: number } => {
  const largest = tensor.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const scale = largest > 0 ? 2 ** Math.floor(Math.log2(largest)) : 1
  const rows = toRows(tensor).map((row) =>
    row.map((value) => (Math.abs(value / scale) < least ? 0 : value / scale)),
  )
  return { matrix: new Matrix(rows), scale }
}
