/** The words of one number, taken apart, in the language of the page. */
import { type OneNumberWords, oneNumberWords } from '../i18n/oneNumber'
import { useValue } from './useUnfold'

export const useOneNumberWords = (): OneNumberWords =>
  useValue(({ language }) => oneNumberWords[language])
