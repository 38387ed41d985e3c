/** The words of the views that come with them, tested: every language has them, in its own script. */
import { expect, it } from 'vitest'
import { classesWords } from './classes'
import { colourWords } from './colours'
import { cutWords } from './cuts'
import { en as english } from './en'
import { feedbackWords } from './feedback'
import { gradientWords } from './gradient'
import { arrowWords } from './arrows'
import { historyWords } from './history'
import { loopWords } from './loop'
import { messageWords } from './messages'
import { notYetWords } from './notYet'
import { sheetWords } from './sheet'
import { stopWords } from './stop'
import { sumSignWords } from './sumSign'
import { tableWords } from './table'
import { zh as chinese } from './zh'

type Leaf = string | ((...args: readonly unknown[]) => string)

const leavesOf = (value: object, path = ''): readonly (readonly [string, Leaf])[] =>
  Object.entries(value).flatMap(([key, inner]: [string, Leaf | object]) =>
    typeof inner === 'object'
      ? leavesOf(inner, `${path}${key}.`)
      : [[`${path}${key}`, inner as Leaf] as const],
  )

/** What a function says of letters and numbers. */
const said = (leaf: Leaf, path: string): string =>
  typeof leaf === 'string'
    ? leaf
    : leaf(
        ...Array.from({ length: leaf.length }, (_, i) => (path.endsWith('Keys') ? ['a'] : i + 2)),
      )

it('what a file held that is not known is listed', () => {
  for (const { unknownKeys } of Object.values(messageWords)) {
    expect(unknownKeys(['zoom'])).toMatch(/1.*zoom/)
    expect(unknownKeys(['zoom', 'fog'])).toMatch(/2.*zoom.*fog/)
  }
  expect(messageWords.en.unknownKeys(['zoom'])).toContain('1 key was')
  expect(messageWords.en.unknownKeys(['zoom', 'fog'])).toContain('2 keys were')
})

it('what lets a cut gradient through again is called the same everywhere', () => {
  for (const [language, word] of [
    ['en', 'restore'],
    ['zh', '恢复'],
  ] as const) {
    const { explain } = { en: english, zh: chinese }[language]
    const { restore, restoreFrom } = gradientWords[language]
    const { restoreAll } = cutWords[language]
    const texts = [restore, restoreAll]
    expect(texts.map((text) => text.toLowerCase())).toEqual(texts.map(() => word))
    for (const text of [explain.restoreCuts(1), restoreFrom('∇a(3)')])
      expect(text.toLowerCase()).toContain(word)
  }
})

it.each(
  Object.entries({
    arrowWords,
    classesWords,
    colourWords,
    feedbackWords,
    historyWords,
    loopWords,
    notYetWords,
    sheetWords,
    stopWords,
    sumSignWords,
    tableWords,
  }),
)('%s are the same texts in every language, each in its script', (_, words) => {
  const [en, zh] = [leavesOf(words.en), leavesOf(words.zh)]
  expect(zh.map(([path]) => path)).toEqual(en.map(([path]) => path))
  for (const [path, leaf] of en) {
    expect(said(leaf, path), path).toMatch(/^[^\p{Script=Han}]+$/u)
    expect(said(leaf, path), path).not.toMatch(/undefined|NaN|\[object/)
  }
  for (const [path, leaf] of zh) {
    expect(said(leaf, path), path).toMatch(/\p{Script=Han}/u)
    expect(said(leaf, path), path).not.toMatch(/undefined|NaN|\[object/)
  }
})
