/** EndingFacts, tested. */
import { describe, expect, it } from 'vitest'
import { hell } from '../../../testing/unfold'
import { endingKinds } from '../../engine/model/ending'
import { type EndingChoice, endingFactsOf } from './endingFacts'

const choice: EndingChoice = { kind: 'symbol', bias: 0, endSymbol: 3, weightSeed: 7, seed: 1 }
const sum = (shares: readonly number[]) => shares.reduce((total, share) => total + share, 0)

describe.each(endingKinds)('the ending %s', (kind) => {
  const facts = endingFactsOf(hell, { ...choice, kind })!

  it('has exact lengths and shares of samples that are near', () => {
    expect(facts.sampled).toHaveLength(facts.exact.length)
    expect(sum(facts.exact)).toBeLessThan(1 + 1e-12)
    facts.exact.forEach((p, i) => expect(Math.abs(p - facts.sampled[i]!)).toBeLessThan(0.06))
  })

  it('says what it adds to the parameters', () => {
    const added = { symbol: [], stop: ['q', 'd'], length: ['r'] }[kind]
    expect(facts.added.names).toEqual(added)
    const total = added.reduce((n, name) => n + facts.ending.parameters[name]!.data.length, 0)
    expect(facts.added.numbers).toBe(total)
  })

  it('keeps the parameters of the network', () => {
    for (const name of ['U', 'W', 'V', 'b'])
      expect(facts.ending.parameters[name]).toBe(hell.parameters[name])
  })
})

it('has an end symbol last, and nowhere before', () => {
  for (const { y, hasEnded } of endingFactsOf(hell, choice)!.first)
    expect(y.indexOf(3)).toBe(hasEnded ? y.length - 1 : -1)
})

it('is nothing for a network that cannot read what it puts out', () => {
  expect(endingFactsOf({ ...hell, inputVocabulary: ['a', 'b', 'c', 'd'] }, choice)).toBeNull()
})
