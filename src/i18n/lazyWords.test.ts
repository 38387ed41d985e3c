/** The words of the views that come with them, tested: every language has them, in its own script. */
import { expect, it } from 'vitest'
import { loopWords } from './loop'
import { stopWords } from './stop'
import { tableWords } from './table'

type Leaf = string | ((...args: readonly unknown[]) => string)

const leavesOf = (value: object, path = ''): readonly (readonly [string, Leaf])[] =>
  Object.entries(value).flatMap(([key, inner]: [string, Leaf | object]) =>
    typeof inner === 'object'
      ? leavesOf(inner, `${path}${key}.`)
      : [[`${path}${key}`, inner as Leaf] as const],
  )

/** What a function says of letters and numbers. */
const said = (leaf: Leaf): string =>
  typeof leaf === 'string' ? leaf : leaf(...Array.from({ length: leaf.length }, (_, i) => i + 2))

it.each(Object.entries({ loopWords, stopWords, tableWords }))(
  '%s are the same texts in every language, each in its script',
  (_, words) => {
    const [en, zh] = [leavesOf(words.en), leavesOf(words.zh)]
    expect(zh.map(([path]) => path)).toEqual(en.map(([path]) => path))
    for (const [path, leaf] of en) {
      expect(said(leaf), path).toMatch(/^[^\p{Script=Han}]+$/u)
      expect(said(leaf), path).not.toMatch(/undefined|NaN|\[object/)
    }
    for (const [path, leaf] of zh) {
      expect(said(leaf), path).toMatch(/\p{Script=Han}/u)
      expect(said(leaf), path).not.toMatch(/undefined|NaN|\[object/)
    }
  },
)
