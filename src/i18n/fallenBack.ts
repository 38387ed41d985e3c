/** FallenBack: what is said of a field that was left with what cannot be, in every language; it comes when there is one. */
import type { Widened } from './widened'

const en = (typed: string, hint: string, value: string) =>
  `${typed && `“${typed}” is not allowed. `}${hint}. Back to “${value}”.`

export type FallenBackWords = Widened<typeof en>

const zh: FallenBackWords = (typed, hint, value) =>
  `${typed && `“${typed}”无效。`}${hint}。已恢复为“${value}”。`

export const fallenBackWords: Readonly<Record<'en' | 'zh', FallenBackWords>> = { en, zh }
