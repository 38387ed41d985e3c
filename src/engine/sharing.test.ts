/** Sharing, tested: |θ| is what a file holds, and it does not grow with τ. */
import { describe, expect, it } from 'vitest'
import { randomWiredNetwork } from '../../testing/networks'
import { textNetwork } from '../../testing/unfold'
import { createMemory } from './memory'
import type { Network } from './network'
import { graphOf } from './run'
import { countParameters } from './sharing'
import { range } from './unfold'

const count = (network: Network) => {
  const graph = graphOf(network)
  return countParameters(graph, createMemory(graph, network.architecture))
}

describe('parameters, counted', () => {
  it('are as many as the tensors of the network hold', () => {
    for (const seed of range(1, 30)) {
      const network = randomWiredNetwork(seed)
      const { counts, shared } = count(network)
      for (const { parameter, size } of counts)
        expect(size).toBe(network.parameters[parameter.key]!.data.length)
      expect(shared).toBe(
        Object.values(network.parameters).reduce((sum, { data }) => sum + data.length, 0),
      )
    }
  })

  it('would be τ times as many without sharing, where each is used at every step', () => {
    for (const tau of [1, 2, 5, 30]) {
      const { shared, unshared } = count(
        textNetwork('ab'.repeat(15).slice(0, tau), 'b'.repeat(tau), 3),
      )
      expect(shared).toBe(3 * 2 + 3 * 3 + 2 * 3 + 3 + 2)
      expect(unshared).toBe(tau * shared)
    }
  })

  it('that read out the last step alone are used once', () => {
    const { counts } = count(randomWiredNetwork(8))
    const { tau } = graphOf(randomWiredNetwork(8))
    expect(tau).toBeGreaterThan(1)
    const uses = Object.fromEntries(counts.map(({ parameter, uses }) => [parameter.key, uses]))
    expect(uses).toEqual({ U: tau, W: tau, V: 1, b: tau, c: 1 })
  })
})
