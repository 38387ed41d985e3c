/** Histogram: many samples of a chain, counted by sequence, and how far the counts may be from what is expected. */
import type { Random } from '../random'
import type { Chain } from './chain'
import { type Policy, takeStep } from './sample'

/** Adds `count` samples to the counts of all k^τ sequences, the last symbol varying fastest. */
export const addSamples = (
  chain: Chain,
  policy: Policy,
  random: Random,
  count: number,
  into: Float64Array,
): void => {
  for (let n = 0; n < count; n++) {
    let index = 0
    for (let t = 1; t <= chain.tau; t++) {
      const { y } = takeStep(chain.predict(t), policy, random)
      chain.choose(t, y)
      index = index * chain.classes + y
    }
    into[index]!++
  }
}

/** The standard deviation of the share of n samples that fall on what has probability p. */
export const samplingError = (probability: number, samples: number): number =>
  Math.sqrt((probability * (1 - probability)) / samples)
