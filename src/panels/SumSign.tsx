/** SumSign: what stands between summands and their sum; why it is ≈ is told to whoever points at it or taps it. */
import { sumSignWords } from '../i18n/sumSign'
import { useWords } from './useUnfold'

export const SumSign = ({ sign }: { readonly sign: string }) => {
  const { rounded } = useWords(sumSignWords)
  return sign === '≈' ? (
    <span className="rounded" title={rounded}>
      ≈
    </span>
  ) : (
    sign
  )
}
