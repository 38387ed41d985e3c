/** Messages: what they say, in every language; the words come with the first of them. */
import type { Widened } from './widened'

const plurals = new Intl.PluralRules('en')
const lists = new Intl.ListFormat('en', { type: 'conjunction' })
const chineseLists = new Intl.ListFormat('zh-CN', { type: 'conjunction' })

const en = {
  opened: (title: string) => `Opened “${title}”.`,
  gaps: (sign: string) => `In the target, ${sign} is a step without one.`,
  saved: (name: string) => `Saved as ${name}.`,
  restored: 'Your network is here again.',
  unknownKeys: (keys: readonly string[]) =>
    `${keys.length} ${plurals.select(keys.length) === 'one' ? 'key was' : 'keys were'} not known and left out: ${lists.format(keys)}`,
}

export type MessageWords = Widened<typeof en>

const zh: MessageWords = {
  opened: (title) => `已打开“${title}”。`,
  gaps: (sign) => `目标中的 ${sign} 表示该步没有目标。`,
  saved: (name) => `已保存为“${name}”。`,
  restored: '已恢复你的网络和上次停留的步骤。',
  unknownKeys: (keys) => `有 ${keys.length} 个键无法识别，已略去：${chineseLists.format(keys)}`,
}

export const messageWords: Readonly<Record<'en' | 'zh', MessageWords>> = { en, zh }
