/** Classes: the words of what one output, at the end, may be, in every language; they come with that pattern. */
import type { Widened } from './widened'

const en = {
  classes: 'Classes',
  hint: 'Names that differ, with commas between them, for example: positive, negative',
}

export type ClassesWords = Widened<typeof en>

const zh: ClassesWords = {
  classes: '类别',
  hint: '互不相同的名称，用逗号分开，例如：正面，负面',
}

export const classesWords: Readonly<Record<'en' | 'zh', ClassesWords>> = { en, zh }
