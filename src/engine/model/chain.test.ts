/** Chain, tested: the product of its factors is the probability that the same run pays for. */
import { describe, expect, it } from 'vitest'
import { allSequences, directProbability, smallChain } from '../../../testing/chains'
import { hell } from '../../../testing/unfold'
import { createRunner, graphOf, objectiveOf, run, valueOf } from '../run'
import { createChain, factorsOf, readingOf, withOutputs } from './chain'

const product = (factors: readonly number[]) => factors.reduce((all, factor) => all * factor, 1)

const lossOf = (network: Parameters<typeof graphOf>[0]) => {
  const trace = run(createRunner(graphOf(network), network.architecture), network)
  return valueOf(trace, objectiveOf(trace.graph))[0]!
}

describe('the chain of a network that reads what it puts out', () => {
  it('multiplies to exp(−L) of the run on the same sequence', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { network, classes, tau } = smallChain(seed)
      const reading = readingOf(network)!
      const chain = createChain(network, tau)!
      for (const y of allSequences(classes, tau).filter((_, i) => i % 7 === 0)) {
        const loss = lossOf(withOutputs(network, reading, y))
        expect(product(factorsOf(chain, y)) / Math.exp(-loss)).toBeCloseTo(1, 12)
      }
    }
  })

  it('multiplies to what plain arrays give', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { network, classes, tau } = smallChain(seed)
      const chain = createChain(network, tau)!
      for (const y of allSequences(classes, tau).filter((_, i) => i % 5 === 0))
        expect(product(factorsOf(chain, y))).toBeCloseTo(directProbability(network, y), 12)
    }
  })

  it('is the run on the screen where the targets are the inputs, shifted by one', () => {
    const y = hell.sequence.targets as readonly number[]
    expect(withOutputs(hell, readingOf(hell)!, y).sequence).toEqual(hell.sequence)
    expect(product(factorsOf(createChain(hell, 4)!, y))).toBeCloseTo(Math.exp(-lossOf(hell)), 14)
  })

  it('reads symbols by their name, wherever they stand in the two vocabularies', () => {
    const turned = { ...hell, inputVocabulary: ['o', 'l', 'e', 'h'] }
    expect(readingOf(turned)).toEqual(
      hell.outputVocabulary!.map((symbol) => turned.inputVocabulary.indexOf(symbol)),
    )
  })

  it('does not exist where an output cannot be read', () => {
    const deaf = { ...hell, inputVocabulary: ['a', 'b', 'c', 'd'] }
    expect(readingOf(deaf)).toBeNull()
    expect(createChain(deaf, 3)).toBeNull()
  })
})
