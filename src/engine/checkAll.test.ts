/** Check all, tested: nothing is left out, a wrong gradient comes first, kinks are not errors. */
import { describe, expect, it } from 'vitest'
import { createNetwork, randomWiredNetwork } from '../../testing/networks'
import { tolerance } from './check'
import { batchSize, byDisagreement, checkBatch, checkPlaces } from './checkAll'
import type { Network } from './network'
import { createRunner, gradientOf, graphOf, run } from './run'
import { range } from './unfold'

const checkOf = (
  network: Network,
  spoil?: (gradient: Float64Array) => void,
  isWanted = (_key: string): boolean => true,
) => {
  const runner = createRunner(graphOf(network), network.architecture)
  const trace = run(runner, network)
  spoil?.(gradientOf(trace, runner.graph.byKey.get('U')!)!)
  const places = checkPlaces(runner.graph, trace).filter(({ key }) => isWanted(key))
  return { runner, trace, places, checked: checkBatch(runner, network, trace, places) }
}

describe('checking everything', () => {
  it('takes every entry of every parameter, and of what is given and carries a gradient', () => {
    for (const seed of range(0, 23)) {
      const network = randomWiredNetwork(seed)
      const { places, runner } = checkOf(network)
      for (const [name, { data }] of Object.entries(network.parameters)) {
        const entries = places.filter(({ key }) => key === name).map(({ entry }) => entry)
        expect(entries).toEqual(runner.graph.byKey.get(name)!.carries ? [...data.keys()] : [])
      }
      const inputs = places.filter(({ key }) => key.startsWith('x('))
      const { inputSize } = network.architecture
      expect(inputs.length).toBe(network.sequence.inputs.length * inputSize)
    }
  })

  it('finds all gradients right, but for kinks', () => {
    for (const seed of range(0, 23))
      for (const { disagreement, crossesKink } of checkOf(randomWiredNetwork(seed)).checked)
        if (!crossesKink) expect(disagreement).toBeLessThan(tolerance)
  })

  it('takes no rounding of a long sum for a wrong gradient, and finds one that is off by a thousandth', () => {
    for (const [seed, tau] of [
      [1, 73],
      [2, 150],
      [3, 300],
    ] as const) {
      const network = createNetwork(seed, {
        ...{ tau, inputSize: 2, hiddenSize: 3, outputSize: 27, targets: 1, activation: 'tanh' },
        ...{ inputs: 'classes', hasInitialState: false },
      })
      const run = (spoil?: (gradient: Float64Array) => void) =>
        checkOf(network, spoil, (key) => /^[UWVbc]$/.test(key)).checked
      for (const { disagreement, allowed } of run()) expect(disagreement).toBeLessThan(allowed)
      const [first] = byDisagreement(
        run((gradient) => {
          gradient[0]! += 1e-3
        }),
      )
      expect(first!.disagreement).toBeGreaterThan(10 * first!.allowed)
    }
  })

  it('puts the one that is wrong first', () => {
    for (const seed of range(0, 11)) {
      const { checked } = checkOf(randomWiredNetwork(seed), (gradient) => {
        gradient[0]! += 1e-3
      })
      const [first, second] = byDisagreement(checked)
      if (checked.find(({ key }) => key === 'U')!.crossesKink) continue
      expect(first).toMatchObject({ key: 'U', entry: 0 })
      expect(first!.disagreement).toBeGreaterThan(tolerance)
      expect(second!.disagreement).toBeLessThan(tolerance)
    }
  })

  it('puts what is not a number before all numbers, and kinks last', () => {
    const [one] = checkOf(randomWiredNetwork(4)).checked
    const place = (disagreement: number, crossesKink = false) => ({
      ...one!,
      ...{ disagreement, crossesKink },
    })
    expect(
      byDisagreement([place(5, true), place(1), place(NaN), place(2)]).map(
        ({ disagreement }) => disagreement,
      ),
    ).toEqual([NaN, 2, 1, 5])
  })

  it('goes in batches that are smaller for a larger network, and never empty', () => {
    const { runner } = checkOf(randomWiredNetwork(4))
    expect(batchSize(runner, 1e6)).toBeGreaterThan(batchSize(runner, 1e5))
    expect(batchSize(runner, 1)).toBe(1)
  })
})
