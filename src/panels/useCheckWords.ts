/** The words of a gradient beside central differences, in the language of the page. */
import { type CheckWords, checkWords } from '../i18n/check'
import { useValue } from './useUnfold'

export const useCheckWords = (): CheckWords => useValue(({ language }) => checkWords[language])
