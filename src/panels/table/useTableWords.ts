/** The words of the table, in the language of the page. */
import { type TableWords, tableWords } from '../../i18n/table'
import { useValue } from '../useUnfold'

export const useTableWords = (): TableWords => useValue(({ language }) => tableWords[language])
