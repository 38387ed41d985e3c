/** NotYet: what is said of what is not computed yet, in every language; the words come with the first of it. */
import type { Widened } from './widened'

const en = {
  notYet: (finished: number, all: number, steps: number) =>
    `Not computed yet: the run is at ${finished} / ${all}, and comes to it at ${steps}.`,
  pending: 'not computed yet',
  never: 'Not computed: the run stops before it.',
  runTo: (name: string) => `Run to ${name}`,
}

export type NotYetWords = Widened<typeof en>

const zh: NotYetWords = {
  notYet: (finished, all, steps) => `尚未算出：运行到 ${finished} / ${all}，到 ${steps} 时算出它。`,
  pending: '尚未算出',
  never: '没有算出：运行在它之前停止。',
  runTo: (name) => `运行到 ${name}`,
}

export const notYetWords: Readonly<Record<'en' | 'zh', NotYetWords>> = { en, zh }
