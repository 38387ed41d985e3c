/** Kept: the words of what remains of gradients that are added, in every language; they come with it. */
import type { Widened } from './widened'

const en = {
  share: (share: string) =>
    `Terms of opposite sign cancel: the sum keeps ${share} of their absolute values.`,
  each: 'What remains of each entry',
  /** What the bars are, above them. */
  legend:
    'A bar for each entry: the whole of it is the absolute values of the terms, added; the solid part is the absolute value of their sum.',
  entry: (i: number, left: string, brought: string) =>
    `entry ${i}: absolute values that add up to ${brought}, of which ${left} remains`,
}

export type KeptWords = Widened<typeof en>

const zh: KeptWords = {
  share: (share) => `符号相反的项相互抵消：和的绝对值占各项绝对值之和的 ${share}。`,
  each: '每个元素剩下的部分',
  legend: '每个元素一条：整条是各项绝对值之和，实心部分是各项之和的绝对值。',
  entry: (i, left, brought) => `元素 ${i}：绝对值之和为 ${brought}，剩下 ${left}`,
}

export const keptWords: Readonly<Record<'en' | 'zh', KeptWords>> = { en, zh }
