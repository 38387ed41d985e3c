/** TotalSign: before a sum: = where it is what its summands come to as they are shown, ≈ where they are rounded so that it looks otherwise. */
import type { Summand } from '../engine/inline'
import { evaluateTerm } from '../engine/term'
import type { Tensor } from '../engine/tensor'
import { sumSign, toCellText, toColumnText } from '../notation/numbers'
import type { Sight } from './NumericTerm'

interface Props {
  readonly summands: readonly {
    readonly summand: Summand
    readonly isReady: boolean
    readonly isCut: boolean
  }[]
  readonly sum: Tensor
  readonly sight: Sight
}

/** More numbers are a picture. */
const mostAdded = 64

export const TotalSign = ({ summands, sum, sight }: Props) => {
  if (sum.data.length > mostAdded) return '='
  const write = sum.shape.length < 2 ? toColumnText : toCellText
  const parts = summands
    .filter(({ isReady, isCut }) => isReady && !isCut)
    .map(({ summand: { term } }) => evaluateTerm(sight.trace, term).data)
  const isSo = sum.data.every(
    (value, i) =>
      sumSign(
        parts.map((part) => write(part[i]!)),
        write(value),
      ) === '=',
  )
  return isSo ? '=' : '≈'
}
