/** Languages: their names, and their dictionaries, each in a chunk of its own that is loaded before it is first shown. */
import type { Dictionary } from './en'

/** By code as the page's `lang` has it, each named in itself; `gap` stands between two sentences. */
export const languages = {
  en: { code: 'en', name: 'English', gap: ' ' },
  zh: { code: 'zh-CN', name: '简体中文', gap: '' },
} as const

export type Language = keyof typeof languages

const loaders: Readonly<Record<Language, () => Promise<Dictionary>>> = {
  en: async () => (await import('./en')).en,
  zh: async () => (await import('./zh')).zh,
}

const loaded: Partial<Record<Language, Dictionary>> = {}

/** A language is switched to once it is here, so what is shown always has its words. */
export const dictionaries = loaded as Readonly<Record<Language, Dictionary>>

export const isLoaded = (language: Language): boolean => language in loaded

export const loadLanguage = async (language: Language): Promise<void> => {
  loaded[language] ??= await loaders[language]()
}
