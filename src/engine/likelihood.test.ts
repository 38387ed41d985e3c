/** Likelihood, tested: the factors add up to −L, and under teacher forcing they are those of a distribution. */
import { describe, expect, it } from 'vitest'
import {
  createNetwork,
  randomFileNetwork,
  randomWiredNetwork,
  wirings,
} from '../../testing/networks'
import { type Factor, chainConditions, conditionsOf, likelihoodOf } from './likelihood'
import { type Network, targetAt } from './network'
import { outcomesOf } from './outcomes'
import { createRunner, graphOf, run, valueOf } from './run'
import { range } from './unfold'

const runOf = (network: Network) =>
  run(createRunner(graphOf(network), network.architecture), network)
const networks = range(0, 139).map(randomWiredNetwork)
const keys = (nodes: ReturnType<typeof conditionsOf>) => nodes.map(({ key }) => key)

describe('the factors of a run', () => {
  it('are one for each target, in the order of time, and add up to −L', () => {
    for (const network of networks) {
      const { factors, log } = likelihoodOf(runOf(network))
      const tau = network.sequence.inputs.length
      expect(factors.map(({ t }) => t)).toEqual(
        range(1, tau).filter((t) => targetAt(network.sequence, t) !== null),
      )
      expect(factors.reduce((sum, factor) => sum + factor.log, 0)).toBeCloseTo(log, 10)
    }
  })

  it('are the logarithms of what ŷ gives to the targets', () => {
    for (const network of networks) {
      const trace = runOf(network)
      const outcomes = new Map(outcomesOf(trace.graph).map((outcome) => [outcome.t, outcome]))
      for (const { t, log } of likelihoodOf(trace).factors) {
        const target = targetAt(network.sequence, t)!
        const p = valueOf(trace, outcomes.get(t)!.prediction!)[target]!
        expect(log).toBeCloseTo(Math.log(p), 10)
      }
    }
  })

  it('are those of a distribution under teacher forcing: over all targets they sum to 1', () => {
    for (const seed of range(1, 20)) {
      const network = createNetwork(seed, {
        ...{ inputSize: 3, hiddenSize: 2, outputSize: 3, tau: 3, activation: 'tanh' },
        ...{ inputs: 'vectors', targets: 1, hasInitialState: true },
        wiring: { recurrence: 'output', readout: 'every-step', feedback: 'target' },
      })
      const total = range(0, 26).reduce((sum, i) => {
        const targets = [i % 3, Math.floor(i / 3) % 3, Math.floor(i / 9)]
        const sequence = { ...network.sequence, targets }
        return sum + Math.exp(likelihoodOf(runOf({ ...network, sequence })).log)
      }, 0)
      expect(total).toBeCloseTo(1, 12)
    }
  })
})

describe('what a factor is conditioned on', () => {
  const kind = {
    ...({ inputSize: 2, hiddenSize: 2, outputSize: 2, tau: 3, activation: 'tanh' } as const),
    ...({ inputs: 'classes', targets: 1, hasInitialState: true } as const),
  }
  const all = (feedback: string | null, readout = 'every-step') => {
    const wiring = wirings.find((one) => one.feedback === feedback && one.readout === readout)!
    const { graph, ...trace } = runOf(createNetwork(1, { ...kind, wiring }))
    return likelihoodOf({ graph, ...trace }).factors.map((f) => keys(conditionsOf(graph, f)))
  }

  it('is, in this network, the y before and x where the true y is fed back', () => {
    expect(all('target')).toEqual([['x(1)'], ['y(1)', 'x(2)'], ['y(2)', 'x(3)']])
  })

  it('is what it chose itself and x where that is fed back', () => {
    for (const feedback of ['argmax', 'sample'])
      expect(all(feedback)).toEqual([['x(1)'], ['s(1)', 'x(2)'], ['s(2)', 'x(3)']])
  })

  it('is x up to the step where nothing of y comes back', () => {
    const untilThen = [['x(1)'], ['x(1)', 'x(2)'], ['x(1)', 'x(2)', 'x(3)']]
    for (const feedback of [null, 'logits', 'probabilities'])
      expect(all(feedback)).toEqual(untilThen)
    expect(all(null, 'last-step')).toEqual(untilThen.slice(-1))
  })

  it('is, by the chain rule, every y before and all of x', () => {
    for (const seed of range(0, 59)) {
      const network = randomFileNetwork(seed)
      const { graph, ...trace } = runOf(network)
      const { factors } = likelihoodOf({ graph, ...trace })
      const wanted = ({ t }: Factor) => [
        ...factors.filter((factor) => factor.t < t).map((factor) => `y(${factor.t})`),
        ...range(1, graph.tau).map((time) => `x(${time})`),
      ]
      for (const factor of factors)
        expect(keys(chainConditions(graph, factors, factor))).toEqual(wanted(factor))
    }
  })
})
