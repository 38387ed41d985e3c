/** GoToNamed: to what has a name; gives back what is said, in each language, where nothing has it. */
import type { Language } from '../i18n'
import { unknownNameWords } from '../i18n/unknownName'
import { goTo } from '../store/actions/goTo'
import type { Unfold } from '../store/unfold'

export const goToNamed = (
  unfold: Unfold,
  name: string,
  tau: number,
  matrix: string,
): ((language: Language) => string) | null =>
  goTo(unfold, name) ? null : (language) => unknownNameWords[language](name, tau, matrix)
