/** Check, tested: it finds a wrong gradient, and says where a difference means nothing. */
import { describe, expect, it } from 'vitest'
import { createNetwork } from '../../testing/networks'
import { compare, compareShare, hasKinks, tolerance } from './check'
import { entriesOf } from './ledger'
import type { Activation, Network } from './network'
import { createRunner, gradientOf, graphOf, run } from './run'
import { toTensor } from './tensor'
import { nodeAt } from './unfold'

const networkWith = (activation: Activation): Network =>
  createNetwork(3, {
    ...{ inputSize: 2, hiddenSize: 3, outputSize: 2, tau: 3, activation },
    ...{ inputs: 'vectors', targets: 1, hasInitialState: true },
  })

const runOf = (network: Network) => {
  const runner = createRunner(graphOf(network), network.architecture)
  const trace = run(runner, network)
  const check = (symbol: string, t: number | null, entry: number) =>
    compare(runner, network, trace, nodeAt(trace.graph, symbol, t)!, entry)
  return { runner, trace, check }
}

describe('a comparison', () => {
  it('holds the two losses that its difference is made of', () => {
    const { check } = runOf(networkWith('tanh'))
    const { entry, epsilon, lossAbove, lossBelow, difference, gradient, disagreement } = check(
      'W',
      null,
      4,
    )
    expect(entry).toBe(4)
    expect(epsilon).toBe(6e-6)
    expect(difference).toBe((lossAbove - lossBelow) / (2 * epsilon))
    expect(disagreement).toBe(Math.abs(gradient - difference))
    expect(disagreement).toBeLessThan(tolerance)
  })

  it('takes a step in proportion to a large number', () => {
    const network = networkWith('tanh')
    const parameters = { ...network.parameters, c: toTensor([2], [100, -1]) }
    expect(runOf({ ...network, parameters }).check('c', null, 0).epsilon).toBeCloseTo(6e-4, 12)
  })

  it('finds a gradient that is wrong by a millionth', () => {
    const { trace, check } = runOf(networkWith('tanh'))
    const gradient = gradientOf(trace, nodeAt(trace.graph, 'h', 2)!)!
    expect(check('h', 2, 1).disagreement).toBeLessThan(tolerance)
    gradient[1]! += 1e-6
    expect(check('h', 2, 1).disagreement).toBeGreaterThan(tolerance)
  })

  it('moves one entry of one node alone, and whatever depends on it', () => {
    const { check } = runOf(networkWith('tanh'))
    for (const [symbol, t] of [
      ...([
        ['x', 1],
        ['a', 2],
        ['h', 0],
        ['h', 3],
        ['o', 3],
        ['L', 2],
        ['L', null],
      ] as const),
    ])
      expect(check(symbol, t, 0).disagreement, symbol).toBeLessThan(tolerance)
    expect(check('L', null, 0).difference).toBeCloseTo(1, 9)
  })

  it('moves a parameter for one step alone: each share is right, and those of all steps add up', () => {
    for (const activation of ['tanh', 'sigmoid', 'identity'] as const) {
      const network = networkWith(activation)
      const { runner, trace, check } = runOf(network)
      for (const name of ['U', 'W', 'V', 'b', 'c']) {
        const entries = entriesOf(trace.graph, nodeAt(trace.graph, name, null)!)
        const differences = entries.map(({ edge }) => {
          const comparison = compareShare(runner, network, trace, trace.graph.edges[edge]!, 1)
          expect(comparison.disagreement, name).toBeLessThan(tolerance)
          return comparison.difference
        })
        const together = differences.reduce((sum, one) => sum + one)
        expect(together).toBeCloseTo(check(name, null, 1).difference, 7)
      }
    }
  })

  it('finds a share that is wrong', () => {
    const network = networkWith('tanh')
    const { runner, trace } = runOf(network)
    const { graph } = trace
    const entry = entriesOf(graph, nodeAt(graph, 'W', null)!)[1]!
    gradientOf(trace, nodeAt(graph, 'a', 2)!)![0]! += 1e-3
    const wrong = compareShare(runner, network, trace, graph.edges[entry.edge]!, 1)
    expect(wrong.disagreement).toBeGreaterThan(tolerance)
  })

  it('leaves the run as it was', () => {
    const { trace, check } = runOf(networkWith('relu'))
    const before = [trace.values.slice(), trace.gradients.slice()]
    check('U', null, 0)
    expect([trace.values, trace.gradients]).toEqual(before)
  })
})

describe('a kink', () => {
  it('is there with relu alone', () => {
    for (const activation of ['tanh', 'sigmoid', 'identity', 'relu'] as const)
      expect(hasKinks(runOf(networkWith(activation)).runner)).toBe(activation === 'relu')
  })

  it('is reported where a step crosses it, whichever entry was moved', () => {
    const network = networkWith('relu')
    const zeros = Object.entries(network.parameters).map(([name, { shape, data }]) => [
      name,
      toTensor(shape, name === 'V' ? data : data.map(() => 0)),
    ])
    const { check } = runOf({ ...network, parameters: Object.fromEntries(zeros) })
    expect(check('b', null, 0).crossesKink).toBe(true)
    expect(check('U', null, 0).crossesKink).toBe(true)
    expect(check('a', 2, 1).crossesKink).toBe(true)
    expect(check('V', null, 0).crossesKink).toBe(false)
    expect(check('c', null, 0).crossesKink).toBe(false)
  })
})
