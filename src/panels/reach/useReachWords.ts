/** The words of this view, in the language of the page. */
import { type ReachWords, reachWords } from '../../i18n/reach'
import { useValue } from '../useUnfold'

export const useReachWords = (): ReachWords => useValue(({ language }) => reachWords[language])
