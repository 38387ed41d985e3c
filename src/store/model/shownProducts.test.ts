/** ShownProducts, tested: what stands beside each other is the same to the last digit, however long the sequence. */
import { expect, it } from 'vitest'
import { smallChain } from '../../../testing/chains'
import { createChain, factorsOf, readingOf, withOutputs } from '../../engine/model/chain'
import { createRandom, integerBetween } from '../../engine/random'
import { createRunner, graphOf, objectiveOf, run, valueOf } from '../../engine/run'
import { range } from '../../engine/unfold'
import { shownProducts } from './shownProducts'

const shownOf = (seed: number, tau: number) => {
  const { network, classes } = smallChain(seed)
  const random = createRandom(seed)
  const y = range(1, tau).map(() => integerBetween(random, 0, classes - 1))
  const shifted = withOutputs(network, readingOf(network)!, y)
  const trace = run(createRunner(graphOf(shifted), shifted.architecture), shifted)
  const loss = valueOf(trace, objectiveOf(trace.graph))[0]!
  return shownProducts(factorsOf(createChain(network, tau)!, y), loss)
}

it('the product is exp(−L) to the last digit shown, for 50 networks', () => {
  for (let seed = 0; seed < 50; seed++)
    for (const tau of [1, 3, 5]) {
      const [product, exponential] = shownOf(seed, tau)
      expect(product).toBe(exponential)
      expect(product).not.toBe('0')
    }
})

it('of a sequence as long as no number is small enough it still is, and never 0', () => {
  // Two activations of four are bounded, so that no factor alone is too small.
  for (const seed of [0, 1, 4, 5, 8, 9]) {
    const [product, exponential] = shownOf(seed, 1500)
    expect(product).toBe(exponential)
    expect(product).toMatch(/^\d\.\d{5}e−\d{3,}$/)
  }
})
