/** Sheet: the words of what the inspector's sheet has at its head on a small screen, in every language; they come with it. */
import type { Widened } from './widened'

const en = {
  back: 'Back',
  taller: 'Make the inspector taller',
  lower: 'Make the inspector lower',
}

export type SheetWords = Widened<typeof en>

const zh: SheetWords = {
  back: '返回',
  taller: '拉高检查器',
  lower: '降低检查器',
}

export const sheetWords: Readonly<Record<'en' | 'zh', SheetWords>> = { en, zh }
