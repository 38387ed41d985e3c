/** The dictionaries, by language. */
import { type Dictionary, en } from './en'
import { zh } from './zh'

export const dictionaries: Readonly<Record<'en' | 'zh', Dictionary>> = { en, zh }
