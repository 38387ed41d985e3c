/** Kept: the words of what remains of gradients that are added, in every language; they come with it. */
import type { Widened } from './widened'

const en = {
  share: (share: string) =>
    `Of the absolute values, ${share} remains once they are added; the rest cancels, where signs differ.`,
  each: 'What remains of each entry',
  /** What the bars are, above them. */
  legend:
    'Of each entry: the whole bar is the absolute values added, the solid part the absolute value of their sum.',
  entry: (i: number, left: string, brought: string) =>
    `entry ${i}: absolute values that add up to ${brought}, of which ${left} remains`,
}

export type KeptWords = Widened<typeof en>

const zh: KeptWords = {
  share: (share) => `相加之后，绝对值之和只剩下 ${share}；其余因符号相反而抵消。`,
  each: '每个元素剩下的部分',
  legend: '每个元素一条：整条是各项绝对值之和，实心部分是各项之和的绝对值。',
  entry: (i, left, brought) => `元素 ${i}：绝对值之和为 ${brought}，剩下 ${left}`,
}

export const keptWords: Readonly<Record<'en' | 'zh', KeptWords>> = { en, zh }
