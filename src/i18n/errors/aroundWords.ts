/** AroundWords: what is said round the sentence of an error, in every language; it comes with the first one. */
import type { Widened } from '../widened'

const en = {
  /** What went wrong, as a sentence that another follows. */
  ended: (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`),
  fileKept: 'What was on the screen is unchanged.',
}

export type AroundWords = Widened<typeof en>

const zh: AroundWords = {
  ended: (text) => (/[。！？]$/.test(text) ? text : `${text}。`),
  fileKept: '屏幕上的内容没有改变。',
}

export const aroundWords: Readonly<Record<'en' | 'zh', AroundWords>> = { en, zh }
