/** Preferences: language, theme and notation, remembered if the browser lets us, else taken from what it asks for. */
import { type Language, languages } from '../i18n'
import { type Notation, notations } from '../notation/notations'
import type { Theme } from '../notation/scales'
import { inputText, targetText } from '../store/document'
import type { Unfold } from '../store/unfold'
import { recall, remember } from './storage'

const key = 'unfold.preferences'

export interface Preferences {
  readonly language: Language
  readonly theme: Theme
  readonly notation: Notation
}

export const readPreferences = (): Preferences => {
  const stored = readStored()
  const asked = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  return {
    language: stored.language === 'en' || stored.language === 'zh' ? stored.language : asked,
    theme:
      stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : dark ? 'dark' : 'light',
    notation: notations.find((one) => one === stored.notation) ?? 'book',
  }
}

/** It may hold anything. */
const readStored = (): Readonly<Record<string, unknown>> => {
  try {
    const stored: unknown = JSON.parse(recall('localStorage', key) ?? '{}')
    return stored !== null && typeof stored === 'object' ? { ...stored } : {}
  } catch {
    return {}
  }
}

/** The tab says what the network reads and should say. */
export const applyTitle = (unfold: Unfold): void => {
  const show = () => {
    const { network } = unfold.store.getState().document
    const [read, wanted] = [inputText(network), targetText(network)]
    document.title = read ? `${read} → ${wanted} · Unfold` : `${network.title ?? ''} · Unfold`
  }
  show()
  unfold.store.subscribe((state, before) => {
    if (state.document !== before.document) show()
  })
}

/** Shows language and theme on the page, and remembers what the user chooses. */
export const applyPreferences = (unfold: Unfold): void => {
  const show = ({ language, theme }: Preferences) => {
    document.documentElement.lang = languages[language].code
    document.documentElement.dataset.theme = theme
  }
  show(unfold.store.getState())
  unfold.store.subscribe((state, before) => {
    const { language, theme, notation } = state
    if (language === before.language && theme === before.theme && notation === before.notation)
      return
    show(state)
    remember('localStorage', key, JSON.stringify({ language, theme, notation }))
  })
}
