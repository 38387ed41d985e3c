/** History: what undo and redo take back and make again, in every language; the words come with the first edit. */
import type { Widened } from './widened'

const en = {
  /** `what`: as `reads “hello”`. */
  next: {
    undo: (what: string) => `Undo: ${what}`,
    redo: (what: string) => `Redo: ${what}`,
  },
  done: {
    undo: (what: string) => `Undone: ${what}`,
    redo: (what: string) => `Redone: ${what}`,
  },
  opened: (title: string) => `opening “${title}”`,
  parameters: 'other parameters',
  losses: 'which losses count',
  classes: 'classes',
  seed: 'seed',
  hidden: 'hidden units',
  activation: 'activation',
  cut: (edges: string) => `cutting ${edges}`,
  restored: (edges: string) => `restoring ${edges}`,
}

export type HistoryWords = Widened<typeof en>

const zh: HistoryWords = {
  next: { undo: (what) => `撤销：${what}`, redo: (what) => `重做：${what}` },
  done: { undo: (what) => `已撤销：${what}`, redo: (what) => `已重做：${what}` },
  opened: (title) => `打开“${title}”`,
  parameters: '参数的改动',
  losses: '计入的损失',
  classes: '类别',
  seed: '权重种子',
  hidden: '隐藏单元',
  activation: '激活函数',
  cut: (edges) => `切断 ${edges}`,
  restored: (edges) => `恢复 ${edges}`,
}

export const historyWords: Readonly<Record<'en' | 'zh', HistoryWords>> = { en, zh }
