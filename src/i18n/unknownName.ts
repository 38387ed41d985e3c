/** UnknownName: what is said of a name that is none, in every language; the words come with the way to a name. */
import type { Widened } from './widened'

const en = (name: string, tau: number) => `No “${name}” here. Times go from 1 to ${tau}.`

export type UnknownNameWords = Widened<typeof en>

const zh: UnknownNameWords = (name, tau) => `这里没有“${name}”。时间从 1 到 ${tau}。`

export const unknownNameWords: Readonly<Record<'en' | 'zh', UnknownNameWords>> = { en, zh }
