/** EndingFacts, tested. */
import { describe, expect, it } from 'vitest'
import { hell } from '../../../testing/unfold'
import { drawEnding } from '../../engine/model/drawEnding'
import { createEnding, endingKinds } from '../../engine/model/ending'
import { type EndingChoice, endingFactsOf } from './endingFacts'

const choice: EndingChoice = { kind: 'symbol', bias: 0, endSymbol: 3, weightSeed: 7, seed: 1 }
const sum = (shares: ArrayLike<number>) => Array.from(shares).reduce((a, b) => a + b, 0)

describe.each(endingKinds)('the ending %s', (kind) => {
  const facts = endingFactsOf(hell, { ...choice, kind })!
  const drawn = [...drawEnding(facts.draw, 500)].at(-1)!
  const { parameters } = createEnding(kind, facts.draw)!

  it('has exact lengths and shares of samples that are near', () => {
    const { exact, counts, done } = drawn
    expect(counts).toHaveLength(exact.length + 1)
    expect(sum(exact)).toBeLessThan(1 + 1e-12)
    exact.forEach((p, i) => expect(Math.abs(p - counts[i]! / done)).toBeLessThan(0.06))
  })

  it('says what it adds to the parameters', () => {
    const added = { symbol: [], stop: ['Q', 'd'], length: ['r'] }[kind]
    expect(facts.added.names).toEqual(added)
    const total = added.reduce((n, name) => n + parameters[name]!.data.length, 0)
    expect(facts.added.numbers).toBe(total)
  })

  it('keeps the parameters of the network', () => {
    for (const name of ['U', 'W', 'V', 'b']) expect(parameters[name]).toBe(hell.parameters[name])
  })
})

it('has an end symbol last, and nowhere before', () => {
  const { first } = [...drawEnding(endingFactsOf(hell, choice)!.draw, 100)].at(-1)!
  expect(first.length).toBeGreaterThan(3)
  for (const { y, hasEnded } of first) expect(y.indexOf(3)).toBe(hasEnded ? y.length - 1 : -1)
})

it('is nothing for a network that cannot read what it puts out', () => {
  expect(endingFactsOf({ ...hell, inputVocabulary: ['a', 'b', 'c', 'd'] }, choice)).toBeNull()
})
