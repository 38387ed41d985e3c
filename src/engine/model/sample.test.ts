/** Sampling, tested: repeatable from its seed, and from the distribution that it says. */
import { describe, expect, it } from 'vitest'
import { smallChain } from '../../../testing/chains'
import { createRandom } from '../random'
import { createChain } from './chain'
import { chiSquareOf } from './chiSquare'
import { addSamples, samplingError } from './histogram'
import { enumerateJoint } from './joint'
import { type Policy, policyKinds, sampleSteps, takeStep, temper } from './sample'

const policies: readonly Policy[] = [
  { kind: 'ancestral' },
  { kind: 'temperature', temperature: 0.5 },
  { kind: 'greedy' },
]
const ancestral = policies[0]!
const longSeed = Array.from({ length: 50 }, (_, seed) => seed).find(
  (seed) => smallChain(seed).tau >= 4,
)!

describe('one sample', () => {
  it('is the same for the same seed, and not for every seed', () => {
    const { network } = smallChain(longSeed)
    for (const policy of policies) {
      const draw = (seed: number) =>
        sampleSteps(createChain(network, 12)!, policy, createRandom(seed))
      expect(draw(5)).toEqual(draw(5))
      const words = new Set(
        Array.from({ length: 10 }, (_, seed) =>
          draw(seed)
            .map(({ y }) => y)
            .join(),
        ),
      )
      expect(words.size > 1).toBe(policy.kind !== 'greedy')
    }
    expect(policies.map(({ kind }) => kind).toSorted()).toEqual(policyKinds.toSorted())
  })

  it('draws a number that falls on the stretch of its symbol, as long as its probability', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { network, tau } = smallChain(seed)
      for (const { probabilities, draw, from, to, y } of sampleSteps(
        createChain(network, tau)!,
        ancestral,
        createRandom(seed),
      )) {
        expect(draw).toBeGreaterThanOrEqual(from)
        expect(draw).toBeLessThan(to)
        expect(to - from).toBeCloseTo(probabilities[y]!, 15)
        expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12)
      }
    }
  })

  it('reads at each step what the step before drew', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { network, tau } = smallChain(seed)
      const steps = sampleSteps(createChain(network, tau)!, ancestral, createRandom(seed))
      const again = createChain(network, tau)!
      for (const { t, y, probabilities } of steps) {
        expect(again.predict(t)).toEqual(probabilities)
        again.choose(t, y)
      }
    }
  })

  it('takes the last symbol that has any probability where rounding leaves a gap', () => {
    const yhat = Float64Array.of(0.5, 0.25, 0.2, 0)
    expect(takeStep(yhat, ancestral, () => 0.97).y).toBe(2)
  })
})

describe('a temperature', () => {
  it('of 1 changes nothing, of less sharpens, of more flattens', () => {
    const yhat = Float64Array.of(0.6, 0.3, 0.1)
    temper(yhat, 1).forEach((p, i) => expect(p).toBeCloseTo(yhat[i]!, 15))
    expect(temper(yhat, 0.5)[0]).toBeCloseTo(0.36 / 0.46, 14)
    expect(temper(yhat, 2)[2]).toBeCloseTo(
      Math.sqrt(0.1) / (Math.sqrt(0.6) + Math.sqrt(0.3) + Math.sqrt(0.1)),
      14,
    )
    expect(temper(yhat, 0.001)[0]).toBe(1)
  })
})

describe('1,000 samples', () => {
  /** Chance alone goes beyond it once in 10,000 times, in 20 trials once in 500; the seeds are fixed, so the test cannot flicker. */
  const level = 1e-4

  const countsOf = (seed: number, policy: Policy) => {
    const { network, tau } = smallChain(seed)
    const chain = createChain(network, tau)!
    const joint = enumerateJoint(chain)
    const counts = new Float64Array(joint.probabilities.length)
    addSamples(chain, policy, createRandom(seed), 1000, counts)
    return { counts, joint }
  }

  it('agree with the joint by a chi-square test at the level 1e-4, for 20 seeds', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { counts, joint } = countsOf(seed, ancestral)
      expect(counts.reduce((sum, n) => sum + n, 0)).toBe(1000)
      expect(chiSquareOf(counts, joint.probabilities).pValue).toBeGreaterThan(level)
    }
  })

  it('that are greedy or cooled do not: these are not the distribution of the model', () => {
    for (const policy of policies.slice(1)) {
      const { counts, joint } = countsOf(longSeed, policy)
      expect(chiSquareOf(counts, joint.probabilities).pValue).toBeLessThan(level)
    }
  })

  it('are the same for the same seed, however they are divided', () => {
    const { network, tau } = smallChain(longSeed)
    const all = (parts: readonly number[]) => {
      const chain = createChain(network, tau)!
      const counts = new Float64Array(chain.classes ** tau)
      const random = createRandom(3)
      for (const part of parts) addSamples(chain, ancestral, random, part, counts)
      return counts
    }
    expect(all([1000])).toEqual(all([1, 99, 400, 500]))
  })

  it('lie within three sampling errors of the joint nearly always', () => {
    const { counts, joint } = countsOf(longSeed, ancestral)
    const far = joint.probabilities.filter(
      (p, i) => Math.abs(counts[i]! / 1000 - p) > 3 * samplingError(p, 1000) + 0.001,
    )
    expect(far.length).toBeLessThan(0.02 * counts.length + 1)
  })
})
