/** ModelWords: the words of the view "Graphical model" by language. */
import { en } from './en'
import { zh } from './zh'

export const modelWords = { en, zh }
