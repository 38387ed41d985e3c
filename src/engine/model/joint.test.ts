/** Joint, tested: against sums over sequences that the test writes itself. */
import { describe, expect, it } from 'vitest'
import { allSequences, directProbability, smallChain } from '../../../testing/chains'
import { createRandom, integerBetween } from '../random'
import { createChain } from './chain'
import {
  conditionalOf,
  enumerateJoint,
  indexOf,
  longestTau,
  marginalOf,
  mostLikely,
  mostSequences,
  sequenceAt,
  totalOf,
} from './joint'

const seeds = Array.from({ length: 50 }, (_, seed) => seed)
/** One with at least four steps. */
const longSeed = seeds.find((seed) => smallChain(seed).tau >= 4)!
const jointOf = (seed: number) => {
  const { network, classes, tau } = smallChain(seed)
  return { network, classes, tau, joint: enumerateJoint(createChain(network, tau)!) }
}

describe('the joint distribution', () => {
  it('sums to 1 within 1e-12 for 50 random networks', () => {
    for (const seed of seeds) expect(Math.abs(totalOf(jointOf(seed).joint) - 1)).toBeLessThan(1e-12)
  })

  it('sums to 1 within 1e-12 where it has as many sequences as may be', () => {
    const { network } = smallChain(3)
    const k = network.architecture.outputSize
    const joint = enumerateJoint(createChain(network, longestTau(k))!)
    expect(joint.probabilities.length).toBeGreaterThan(mostSequences / k)
    expect(Math.abs(totalOf(joint) - 1)).toBeLessThan(1e-12)
  })

  it('gives each sequence what plain arrays give it', () => {
    for (const seed of seeds) {
      const { network, classes, tau, joint } = jointOf(seed)
      allSequences(classes, tau).forEach((y, index) => {
        expect(joint.probabilities[index]).toBeCloseTo(directProbability(network, y), 12)
        expect(sequenceAt(joint, index)).toEqual(y)
        expect(indexOf(joint, y)).toBe(index)
      })
    }
  })

  it('lists the most likely sequences in order', () => {
    for (const seed of seeds) {
      const { network, classes, tau, joint } = jointOf(seed)
      const all = allSequences(classes, tau).map((y) => directProbability(network, y))
      const listed = mostLikely(joint, 5)
      const best = all.toSorted((a, b) => b - a).slice(0, 5)
      listed.forEach(({ y, probability }, i) => {
        expect(probability).toBeCloseTo(best[i]!, 12)
        expect(directProbability(network, y)).toBeCloseTo(probability, 12)
      })
      expect(listed).toHaveLength(Math.min(5, all.length))
    }
  })
})

describe('a marginal or conditional', () => {
  it('is the sum over all sequences that agree, whatever is given', () => {
    for (const seed of seeds) {
      const { network, classes, tau, joint } = jointOf(seed)
      const random = createRandom(seed)
      const t = integerBetween(random, 1, tau)
      const given = new Map<number, number>()
      for (let other = 1; other <= tau; other++)
        if (other !== t && random() < 0.5) given.set(other, integerBetween(random, 0, classes - 1))
      const agreeing = allSequences(classes, tau)
        .filter((y) => [...given].every(([time, symbol]) => y[time - 1] === symbol))
        .map((y) => ({ symbol: y[t - 1]!, probability: directProbability(network, y) }))
      const evidence = agreeing.reduce((sum, { probability }) => sum + probability, 0)
      const answer = conditionalOf(joint, t, given)
      expect(answer.evidence).toBeCloseTo(evidence, 12)
      for (let symbol = 0; symbol < classes; symbol++) {
        const share = agreeing
          .filter((entry) => entry.symbol === symbol)
          .reduce((sum, { probability }) => sum + probability, 0)
        expect(answer.probabilities[symbol]).toBeCloseTo(share / evidence, 11)
      }
    }
  })

  it('of a missing symbol in the middle depends on what comes after it', () => {
    const { joint } = jointOf(longSeed)
    const [a, b] = [0, 1].map(
      (last) =>
        conditionalOf(
          joint,
          2,
          new Map([
            [1, 0],
            [3, last],
          ]),
        ).probabilities,
    )
    expect(Math.abs(a![0]! - b![0]!)).toBeGreaterThan(1e-4)
  })

  it('of what comes first is ŷ, with no need to look at what comes later', () => {
    for (const seed of seeds) {
      const { network, tau, joint } = jointOf(seed)
      const yhat = createChain(network, tau)!.predict(1)
      conditionalOf(joint, 1, new Map()).probabilities.forEach((p, y) =>
        expect(p).toBeCloseTo(yhat[y]!, 12),
      )
    }
  })

  it('keeps the order of the times that are asked for', () => {
    const { network, classes, tau, joint } = jointOf(longSeed)
    const table = marginalOf(joint, [1, 3])
    const wanted = new Float64Array(classes ** 2)
    for (const y of allSequences(classes, tau))
      wanted[y[0]! * classes + y[2]!]! += directProbability(network, y)
    table.probabilities.forEach((p, i) => expect(p).toBeCloseTo(wanted[i]!, 12))
  })
})

it('the longest τ is the last whose sequences are not too many', () => {
  for (const k of [2, 3, 4, 5, 16, 64, 4096, 5000]) {
    const tau = longestTau(k)
    expect(k ** tau).toBeLessThanOrEqual(mostSequences)
    expect(k ** (tau + 1)).toBeGreaterThan(mostSequences)
  }
})
