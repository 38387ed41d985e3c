/** Cuts: what is said where a gradient is held back, in every language; the words come with the first cut. */
import type { Widened } from './widened'

const en = {
  cutNotice: (edges: string) =>
    `Cut: ${edges}. The gradients shown are not those of the loss; saved files are not affected.`,
  restoreAll: 'Restore',
  wrong: (name: string, shown: string, difference: string) =>
    `${name} is wrong: the sum without what is cut gives ${shown}, the finite difference ${difference}.`,
  offBy: (by: string) => `It is off by ${by}.`,
  notWrong: (name: string) => `What is cut was 0 there: ${name} is still right.`,
}

export type CutWords = Widened<typeof en>

const zh: CutWords = {
  cutNotice: (edges) => `已切断：${edges}。显示的梯度不是损失的梯度；保存的文件不受影响。`,
  restoreAll: '恢复',
  wrong: (name, shown, difference) =>
    `${name} 是错的：去掉切断部分后的和为 ${shown}，有限差分为 ${difference}。`,
  offBy: (by) => `相差 ${by}。`,
  notWrong: (name) => `被切断的部分在那里为 0：${name} 仍然正确。`,
}

export const cutWords: Readonly<Record<'en' | 'zh', CutWords>> = { en, zh }
