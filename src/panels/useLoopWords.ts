/** The words of the view of the loop, in the language of the page. */
import { type LoopWords, loopWords } from '../i18n/loop'
import { useValue } from './useUnfold'

export const useLoopWords = (): LoopWords => useValue(({ language }) => loopWords[language])
