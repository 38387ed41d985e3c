/** Endings, tested: exact lengths against sums over sequences, samples against exact lengths, and the cells by finite differences. */
import { describe, expect, it } from 'vitest'
import { allSequences, smallChain } from '../../../testing/chains'
import { labelsFor } from '../../../testing/networks'
import { withRemaining } from '../cells/withRemaining'
import { withStop } from '../cells/withStop'
import { createRandom, vectorBetween } from '../random'
import { cellOf, createRunner, gradientOf, objectiveOf, run, valueOf } from '../run'
import { type Network } from '../network'
import { sizeOf } from '../tensor'
import { shapeOf } from '../memory'
import { range, unfold } from '../unfold'
import type { Cell } from '../cells/cell'
import { chainWith, readingOf, withOutputs } from './chain'
import { chiSquareOf } from './chiSquare'
import { type EndingKind, createEnding, endingKinds, longestDrawn } from './ending'

const requestFor = (seed: number, bias = 0) => {
  const { network, classes } = smallChain(seed)
  return { network, labels: labelsFor(network), seed, bias, endSymbol: classes - 1 }
}

/** A run of a cell on a sequence: its loss. */
const lossOf = (network: Network, cell: Cell, y: readonly number[]): number => {
  const shifted = withOutputs(network, readingOf(network)!, y)
  const graph = unfold(cell, y.length, () => true)
  const trace = run(createRunner(graph, network.architecture), shifted)
  return valueOf(trace, objectiveOf(graph))[0]!
}

describe('the length of a sequence', () => {
  it('with an output “stop?” has the probability exp(−L) of every sequence of that length, added up', () => {
    for (let seed = 0; seed < 25; seed++) {
      const request = requestFor(seed)
      const { cell, parameters, ...ending } = createEnding('stop', request)!
      const lengths = ending.lengths()
      const network = { ...request.network, parameters }
      for (const n of [1, 2, 3]) {
        const sum = allSequences(network.architecture.outputSize, n).reduce(
          (total, y) => total + Math.exp(-lossOf(network, cell, y)),
          0,
        )
        expect(lengths[n - 1]).toBeCloseTo(sum, 11)
      }
    }
  })

  it('with an end symbol has the probability of every sequence that has it last and nowhere before', () => {
    for (let seed = 0; seed < 25; seed++) {
      const request = requestFor(seed, 0.7)
      const { cell, parameters, ...ending } = createEnding('symbol', request)!
      const lengths = ending.lengths()
      const network = { ...request.network, parameters }
      for (const n of [1, 2, 3]) {
        const sum = allSequences(network.architecture.outputSize, n)
          .filter((y) => y.indexOf(request.endSymbol) === n - 1)
          .reduce((total, y) => total + Math.exp(-lossOf(network, cell, y)), 0)
        expect(lengths[n - 1]).toBeCloseTo(sum, 11)
      }
    }
  })

  it('drawn first sums to 1', () => {
    for (let seed = 0; seed < 25; seed++) {
      const lengths = createEnding('length', requestFor(seed, seed / 10))!.lengths()
      expect(lengths).toHaveLength(longestDrawn)
      expect(lengths.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 13)
    }
  })

  it('is shorter, the more is added to the score of ending', () => {
    for (const kind of endingKinds)
      for (let seed = 0; seed < 10; seed++) {
        const early = [-1, 0, 1].map(
          (bias) => createEnding(kind, requestFor(seed, bias))!.lengths()[0]!,
        )
        expect(early.toSorted((a, b) => a - b)).toEqual(early)
        expect(early[2]).toBeGreaterThan(early[0]!)
      }
  })

  it.each(endingKinds)(
    '%s: 1,000 samples agree with the exact lengths at the level 1e-4, for 20 seeds',
    (kind: EndingKind) => {
      for (let seed = 0; seed < 20; seed++) {
        const { draw, ...ending } = createEnding(kind, requestFor(seed, 0.5))!
        const lengths = ending.lengths()
        const random = createRandom(seed)
        const counts = new Float64Array(lengths.length + 1)
        for (let i = 0; i < 1000; i++) {
          const { y, hasEnded } = draw(random)
          counts[hasEnded ? Math.min(y.length - 1, lengths.length) : lengths.length]!++
        }
        const longer = Math.max(0, 1 - lengths.reduce((sum, p) => sum + p, 0))
        const exact = Float64Array.of(...lengths, longer > 1e-12 ? longer : 0)
        expect(chiSquareOf(counts, exact).pValue).toBeGreaterThan(1e-4)
      }
    },
  )

  it('of samples is the same for the same seed', () => {
    for (const kind of endingKinds) {
      const draw = () => createEnding(kind, requestFor(4))!.draw(createRandom(9))
      expect(draw()).toEqual(draw())
    }
  })
})

describe.each([
  ['withStop', withStop],
  ['withRemaining', withRemaining],
])('the cell %s', (_, added) => {
  it('has gradients that agree with finite differences, for all parameters', () => {
    for (let seed = 0; seed < 12; seed++) {
      const { network, tau } = smallChain(4 * seed)
      const cell = added(cellOf(network.architecture))
      const random = createRandom(seed)
      const parameters = Object.fromEntries(
        cell.parameters.map((of) => {
          const shape = shapeOf(network.architecture, { of })
          return [of.name, { shape, data: vectorBetween(random, sizeOf(shape), -1, 1) }] as const
        }),
      )
      const whole = { ...network, parameters }
      const y = range(1, tau).map(() => Math.floor(random() * network.architecture.outputSize))
      const graph = unfold(cell, tau, () => true)
      const shifted = withOutputs(whole, readingOf(whole)!, y)
      const trace = run(createRunner(graph, network.architecture), shifted)
      for (const { name } of cell.parameters) {
        const gradient = gradientOf(trace, graph.byKey.get(name)!)!
        gradient.forEach((slope, i) => {
          const at = (step: number) => {
            const { shape, data } = parameters[name]!
            const moved = { shape, data: data.map((value, j) => (i === j ? value + step : value)) }
            return lossOf({ ...whole, parameters: { ...parameters, [name]: moved } }, cell, y)
          }
          const difference = (at(6e-6) - at(-6e-6)) / 1.2e-5
          expect(Math.abs(slope - difference)).toBeLessThan(1e-8 * Math.max(1, Math.abs(slope)))
        })
      }
    }
  })
})

it('a state that knows how many steps are left draws another first symbol for another τ', () => {
  const { network, labels, seed } = requestFor(2)
  const { cell, parameters } = createEnding('length', {
    network,
    labels,
    seed,
    bias: 0,
    endSymbol: 0,
  })!
  const first = (tau: number) => [
    ...chainWith({ ...network, parameters }, cell, readingOf(network)!, tau).predict(1),
  ]
  expect(first(2)).not.toEqual(first(5))
})
