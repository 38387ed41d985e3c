/** TotalSign: before a sum: = where it is what its summands come to as they are shown, ≈ where they are rounded so that it looks otherwise. */
import type { Summand } from '../engine/inline'
import { evaluateTerm } from '../engine/term'
import type { Tensor } from '../engine/tensor'
import type { Sight } from './NumericTerm'
import { SumSign } from './SumSign'
import { signOfSum } from './signOfSum'

interface Props {
  readonly summands: readonly {
    readonly summand: Summand
    readonly isReady: boolean
    readonly isCut: boolean
  }[]
  readonly sum: Tensor
  readonly sight: Sight
}

export const TotalSign = ({ summands, sum, sight }: Props) => {
  const parts = summands
    .filter(({ isReady, isCut }) => isReady && !isCut)
    .map(({ summand: { term } }) => evaluateTerm(sight.trace, term).data)
  return <SumSign sign={signOfSum(parts, sum.data, sum.shape.length > 1)} />
}
