/** Cuts: what is said where a gradient is held back, in every language; the words come with the first cut. */
import type { Widened } from './widened'

const en = {
  cutNotice: (edges: string) =>
    `Cut: ${edges}. The gradients shown are not those of the loss; saved files are not affected.`,
  restoreAll: 'Restore',
  without: (name: string, shown: string, difference: string) =>
    `Without what is cut, the sum for ${name} is ${shown}; the finite difference, of the loss itself, is ${difference}.`,
  apart: (by: string) => `They differ by ${by} because of the cut, as expected.`,
  unchanged: (name: string) => `What is cut was 0 there: ${name} is the same without it.`,
}

export type CutWords = Widened<typeof en>

const zh: CutWords = {
  cutNotice: (edges) => `已切断：${edges}。显示的梯度不是损失的梯度；保存的文件不受影响。`,
  restoreAll: '恢复',
  without: (name, shown, difference) =>
    `去掉切断的部分，${name} 的和为 ${shown}；损失本身的有限差分为 ${difference}。`,
  apart: (by) => `两者因切断而相差 ${by}，这是正常的。`,
  unchanged: (name) => `被切断的部分在那里为 0：去掉它，${name} 不变。`,
}

export const cutWords: Readonly<Record<'en' | 'zh', CutWords>> = { en, zh }
