/** Lengthen: a dictionary whose every text is two fifths longer, as texts of other languages are; for tests of the layout. */
import type { Dictionary } from '../src/i18n/en'

const share = 0.4

/** Each word grows by letters of its own, so that lines break where they would. Symbols and numbers stay. */
const lengthenText = (text: string): string =>
  text.replace(
    /\p{Letter}{3,}/gu,
    (word) => word + word.slice(0, Math.ceil(word.length * share)).toLowerCase(),
  )

/** Functions are wrapped: what they give back is longer. Symbols that a text speaks of are letters, too; they grow with it. */
export const lengthen = (dictionary: Dictionary): Dictionary => grow(dictionary) as Dictionary

const grow = (part: unknown): unknown => {
  if (typeof part === 'string') return lengthenText(part)
  if (typeof part === 'function')
    return (...parameters: unknown[]) => grow((part as (...p: unknown[]) => unknown)(...parameters))
  if (part !== null && typeof part === 'object' && !Array.isArray(part))
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, grow(value)]))
  return part
}
