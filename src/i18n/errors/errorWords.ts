/** ErrorWords: the sentences of errors by language. */
import { errors as en } from './en'
import { errors as zh } from './zh'

export const errorWords = { en, zh }
