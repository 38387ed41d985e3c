/** The words of the graphical model, tested: in every language a text says something, and is a translation. */
import { describe, expect, it } from 'vitest'
import { modelWords } from './modelWords'

type Leaf = string | ((...args: readonly unknown[]) => string)

const leavesOf = (value: object, path = ''): readonly (readonly [string, Leaf])[] =>
  Object.entries(value).flatMap(([key, inner]: [string, Leaf | object]) =>
    typeof inner === 'object'
      ? leavesOf(inner, `${path}${key}.`)
      : [[`${path}${key}`, inner] as const],
  )

const say = (leaf: Leaf, ...args: readonly unknown[]): string =>
  typeof leaf === 'string' ? leaf : leaf(...args)

describe.each(Object.entries(modelWords))('in %s', (_, words) => {
  it('every text says something, of one and of many, without a gap', () => {
    for (const [path, leaf] of leavesOf(words))
      for (const n of [1, 2, 4096]) {
        const text = say(leaf, n, n + 1, n + 2)
        expect(text.trim(), path).not.toBe('')
        expect(text, path).not.toMatch(/undefined|NaN|\[object|=>/)
      }
  })

  it('a text that is given facts holds them', () => {
    for (const [path, leaf] of leavesOf(words))
      if (typeof leaf === 'function') {
        const facts = [17, 23, 29].slice(0, leaf.length)
        for (const fact of facts) expect(leaf(...facts), path).toContain(String(fact))
      }
  })
})

it('the languages have the same texts, each in its own script', () => {
  const { en, zh } = modelWords
  const kinds = (words: object) => leavesOf(words).map(([path, leaf]) => `${path} ${typeof leaf}`)
  expect(kinds(zh)).toEqual(kinds(en))
  for (const [path, leaf] of leavesOf(en))
    expect(say(leaf, 3, 4, 5), path).not.toMatch(/\p{Script=Han}/u)
  for (const [path, leaf] of leavesOf(zh))
    if (!/progress$|strip$|stop$/.test(path))
      expect(say(leaf, 3, 4, 5), path).toMatch(/\p{Script=Han}/u)
})
