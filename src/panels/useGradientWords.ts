/** The words of what a gradient is the sum of, in the language of the page. */
import { type GradientWords, gradientWords } from '../i18n/gradient'
import { useValue } from './useUnfold'

export const useGradientWords = (): GradientWords =>
  useValue(({ language }) => gradientWords[language])
