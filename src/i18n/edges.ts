/** Edges: how the arrows of the graph are said, in every language; the words come with the walk along them. */
import type { Widened } from './widened'

/** Names and numbers, already as text; `by`: the parameter that acts on the way. */
export interface EdgeFacts {
  readonly from: string
  readonly to: string
  readonly by: string | null
  readonly numbers: string | null
}

const en = {
  forward: ({ from, to, by, numbers }: EdgeFacts) =>
    `Edge from ${from} to ${to}${by === null ? '' : `, by ${by}`}: ${numbers === null ? 'nothing has passed yet' : `carries ${numbers}`}`,
  backward: ({ from, to, by, numbers }: EdgeFacts) =>
    `Edge back from ${from} to ${to}${by === null ? '' : `, by ${by}`}: gradient ${numbers ?? 'not computed yet'}`,
  cut: 'cut',
  /** In the list of keys. */
  keys: 'To its edges: arrows go along them, Enter selects, Esc goes back',
}

export type EdgeWords = Widened<typeof en>

const zh: EdgeWords = {
  forward: ({ from, to, by, numbers }) =>
    `从 ${from} 到 ${to} 的边${by === null ? '' : `，经过 ${by}`}：${numbers === null ? '还没有值通过' : `传递 ${numbers}`}`,
  backward: ({ from, to, by, numbers }) =>
    `从 ${from} 回到 ${to} 的边${by === null ? '' : `，经过 ${by}`}：${numbers === null ? '梯度尚未计算' : `梯度 ${numbers}`}`,
  cut: '已切断',
  keys: '进入它的边：方向键逐条移动，Enter 选中，Esc 返回',
}

export const edgeWords: Readonly<Record<'en' | 'zh', EdgeWords>> = { en, zh }
