/** NotYet: what is said of what is not computed yet, in every language; the words come with the first of it. */
import type { Widened } from './widened'

const en = {
  notYet: 'Not computed yet at this step of the run.',
  runTo: (name: string) => `Run to ${name}`,
}

export type NotYetWords = Widened<typeof en>

const zh: NotYetWords = {
  notYet: '运行到这一步时，它还没有算出。',
  runTo: (name) => `运行到 ${name}`,
}

export const notYetWords: Readonly<Record<'en' | 'zh', NotYetWords>> = { en, zh }
