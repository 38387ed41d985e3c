/** Spectrum: singular values and spectral radius of a matrix. */
import { EigenvalueDecomposition, Matrix, SingularValueDecomposition } from 'ml-matrix'
import { type Tensor, toRows } from '../tensor'

/** From the largest down; all NaN where an entry is not finite. */
export const singularValues = (tensor: Tensor): readonly number[] => {
  const [rows, columns] = tensor.shape as readonly [number, number]
  const count = Math.min(rows, columns)
  if (!isFiniteMatrix(tensor)) return Array<number>(count).fill(NaN)
  const { diagonal } = new SingularValueDecomposition(new Matrix(toRows(tensor)), {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
    autoTranspose: true,
  })
  return diagonal.slice(0, count).toSorted((a, b) => b - a)
}

/** max |λ|; null for a matrix that is not square, NaN where an entry is not finite. */
export const spectralRadius = (tensor: Tensor): number | null => {
  const [rows, columns] = tensor.shape
  if (rows !== columns) return null
  if (!isFiniteMatrix(tensor)) return NaN
  const { realEigenvalues, imaginaryEigenvalues } = new EigenvalueDecomposition(
    new Matrix(toRows(tensor)),
  )
  return realEigenvalues.reduce((most, re, i) => {
    const size = Math.hypot(re, imaginaryEigenvalues[i]!)
    return Math.max(most, size)
  }, 0)
}

const isFiniteMatrix = ({ data }: Tensor): boolean => data.every(Number.isFinite)
