/** SumSign: what stands between summands and their sum; why it is ≈ is told to whoever points at it or taps it. */
import { sumSignWords } from '../i18n/sumSign'
import { useValue } from './useUnfold'

export const SumSign = ({ sign }: { readonly sign: string }) => {
  const { rounded } = useValue(({ language }) => sumSignWords[language])
  return sign === '≈' ? (
    <span className="rounded" title={rounded}>
      ≈
    </span>
  ) : (
    sign
  )
}
