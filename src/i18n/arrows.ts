/** Arrows: what they do now, where the focus is in the graph, in every language; the words come with the first such focus. */
import type { Widened } from './widened'

const en = {
  graph: '← → step · Enter: to the variables',
  variable: '← → ↑ ↓ walk · Enter selects · Esc leaves',
  edge: '← → ↑ ↓ walk along the edges · Esc back',
}

export type ArrowWords = Widened<typeof en>

const zh: ArrowWords = {
  graph: '← → 单步运行 · Enter 进入变量',
  variable: '← → ↑ ↓ 移动 · Enter 选中 · Esc 返回',
  edge: '← → ↑ ↓ 沿边移动 · Esc 返回',
}

export const arrowWords: Readonly<Record<'en' | 'zh', ArrowWords>> = { en, zh }
