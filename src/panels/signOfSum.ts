/** SignOfSum: of a vector or a matrix: = where every entry is what its summands come to as they are shown, else ≈. */
import { sumSign, toCellText, toColumnText } from '../notation/numbers'

/** More numbers are a picture, which shows none of them. */
const mostShown = 64

export const signOfSum = (
  parts: readonly Float64Array[],
  sum: Float64Array,
  isMatrix: boolean,
): '=' | '≈' => {
  if (sum.length > mostShown) return '='
  const write = isMatrix ? toCellText : toColumnText
  const isSo = sum.every(
    (value, i) =>
      sumSign(
        parts.map((part) => write(part[i]!)),
        write(value),
      ) === '=',
  )
  return isSo ? '=' : '≈'
}
