/** Sample: a sequence drawn from a chain, one symbol after another, each with the random number that drew it. */
import { placeOfDraw } from '../kernels'
import type { Random } from '../random'
import { range } from '../unfold'
import type { Chain } from './chain'

/**
 * How a symbol is taken from ŷ(t). `ancestral` draws from the model's own distribution; the others do not:
 * `temperature` draws from ŷ^(1/T), normalised anew; `greedy` takes the most likely symbol and draws nothing.
 */
export type Policy =
  | { readonly kind: 'ancestral' }
  | { readonly kind: 'temperature'; readonly temperature: number }
  | { readonly kind: 'greedy' }

export type PolicyKind = Policy['kind']
export const policyKinds: readonly PolicyKind[] = ['ancestral', 'temperature', 'greedy']

export interface SampleStep {
  readonly t: number
  /** What was drawn from: ŷ(t), or what the policy makes of it. */
  readonly probabilities: Float64Array
  /** In [0, 1); null where nothing is drawn. */
  readonly draw: number | null
  /** The stretch of the strip that belongs to the symbol. */
  readonly from: number
  readonly to: number
  readonly y: number
}

/** τ steps; the chain is left with these choices. */
export const sampleSteps = (chain: Chain, policy: Policy, random: Random): readonly SampleStep[] =>
  range(1, chain.tau).map((t) => {
    const step = takeStep(chain.predict(t), policy, random)
    chain.choose(t, step.y)
    return { t, ...step }
  })

/** One symbol from a distribution. */
export const takeStep = (
  yhat: Float64Array,
  policy: Policy,
  random: Random,
): Omit<SampleStep, 't'> => {
  const probabilities =
    policy.kind === 'temperature' ? temper(yhat, policy.temperature) : Float64Array.from(yhat)
  const draw = policy.kind === 'greedy' ? null : random()
  const y =
    draw === null
      ? placeOfMost(probabilities)
      : placeOfDraw(probabilities, 0, probabilities.length, draw)
  const from = probabilities.subarray(0, y).reduce((sum, p) => sum + p, 0)
  return { probabilities, draw, from, to: from + probabilities[y]!, y }
}

/** p^(1/T) / Σ p^(1/T), T > 0, scaled by the largest so that nothing vanishes that need not. */
export const temper = (probabilities: Float64Array, temperature: number): Float64Array => {
  const most = probabilities.reduce((a, b) => Math.max(a, b))
  const powers = probabilities.map((p) => (p / most) ** (1 / temperature))
  const total = powers.reduce((sum, p) => sum + p, 0)
  return powers.map((p) => p / total)
}

/** The first of the largest. */
const placeOfMost = (probabilities: Float64Array): number =>
  probabilities.reduce((best, p, i) => (p > probabilities[best]! ? i : best), 0)
