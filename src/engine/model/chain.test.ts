/** Chain, tested: the product of its factors is the probability that the same run pays for. */
import { describe, expect, it } from 'vitest'
import { allSequences, directProbability, smallChain } from '../../../testing/chains'
import { hell } from '../../../testing/unfold'
import { shapeOf } from '../memory'
import { createRandom, vectorBetween } from '../random'
import { cellOf, createRunner, graphOf, objectiveOf, run, valueOf } from '../run'
import { sizeOf } from '../tensor'
import { createChain, factorsOf, readingOf, withOutputs } from './chain'
import { informationBetween } from './information'
import { enumerateJoint } from './joint'

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
    expect(readingOf(turned)!.inputs).toEqual(
      hell.outputVocabulary!.map((symbol) => turned.inputVocabulary.indexOf(symbol)),
    )
  })

  it('does not exist where an output cannot be read', () => {
    const deaf = { ...hell, inputVocabulary: ['a', 'b', 'c', 'd'] }
    expect(readingOf(deaf)).toBeNull()
    expect(createChain(deaf, 3)).toBeNull()
  })
})

describe('the chain of a network whose symbol comes back from the step before', () => {
  const fedBack = (seed: number, feedback: 'target' | 'sample') => {
    const { network, classes, tau } = smallChain(seed)
    const architecture = { ...network.architecture, ...outputRecurrence, feedback }
    const cell = cellOf(architecture)
    const random = createRandom(seed)
    const parameters = Object.fromEntries(
      cell.parameters.map((of) => {
        const shape = shapeOf(architecture, { of })
        return [of.name, { shape, data: vectorBetween(random, sizeOf(shape), -2, 2) }] as const
      }),
    )
    return { network: { ...network, architecture, parameters, initialState: null }, classes, tau }
  }

  it('multiplies to exp(−L) of the run on the same targets', () => {
    for (let seed = 0; seed < 25; seed++) {
      const { network, classes, tau } = fedBack(seed, 'target')
      const chain = createChain(network, tau)!
      for (const y of allSequences(classes, tau).filter((_, i) => i % 11 === 0)) {
        const loss = lossOf({ ...network, sequence: { ...network.sequence, targets: y } })
        expect(product(factorsOf(chain, y)) / Math.exp(-loss)).toBeCloseTo(1, 12)
      }
    }
  })

  it('is the same where the symbol that comes back was drawn: once known, it is a target', () => {
    for (let seed = 0; seed < 25; seed++) {
      const [target, sample] = (['target', 'sample'] as const).map((feedback) => {
        const { network, tau } = fedBack(seed, feedback)
        return enumerateJoint(createChain(network, tau)!).probabilities
      })
      expect(sample).toEqual(target)
    }
  })

  it('remembers nothing beyond the last symbol: no information past it', () => {
    for (let seed = 0; seed < 25; seed++) {
      const { network, tau } = fedBack(seed, 'target')
      const joint = enumerateJoint(createChain(network, tau)!)
      for (let j = 3; j <= tau; j++)
        for (let i = 1; i < j - 1; i++) expect(informationBetween(joint, i, j)).toBeLessThan(1e-12)
    }
  })

  it('ends with what is given beside it, and is none where something else comes back', () => {
    const { network, tau } = fedBack(3, 'target')
    expect(createChain(network, tau + 1)).toBeNull()
    for (const feedback of ['logits', 'probabilities', 'argmax'] as const)
      expect(
        readingOf({
          ...network,
          architecture: { ...network.architecture, ...outputRecurrence, feedback },
        }),
      ).toBeNull()
  })
})

const outputRecurrence = { recurrence: 'output', readout: 'every-step' } as const
