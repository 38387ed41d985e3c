/** Why bad, tested: what is named as the reason overflows, and what is called growth is. */
import { describe, expect, it } from 'vitest'
import { oversized, overflowing } from '../../testing/overflow'
import { randomWiredNetwork } from '../../testing/networks'
import { firstBad } from './firstBad'
import type { Network } from './network'
import { createRunner, gradientOf, graphOf, run, valueOf } from './run'
import { createSchedule } from './schedule'
import { range } from './unfold'
import { growthOf, reasonOf } from './whyBad'

const badOf = (network: Network) => {
  const graph = graphOf(network)
  const trace = run(createRunner(graph, network.architecture), network)
  return { trace, bad: firstBad(trace, createSchedule(graph)) }
}

describe('the reason', () => {
  it('if it is a product, is one of finite numbers of the run that is too large', () => {
    const kinds = new Map<string, number>()
    for (const seed of range(0, 399)) {
      const { trace, bad } = badOf(oversized(randomWiredNetwork(seed), seed))
      if (!bad) continue
      const reason = reasonOf(trace, bad)
      kinds.set(reason.kind, (kinds.get(reason.kind) ?? 0) + 1)
      expect(reason.kind === 'opposite').toBe(Number.isNaN(bad.value))
      if (reason.kind !== 'product') continue
      let product = 1
      for (const factor of reason.factors) {
        const value = typeof factor === 'number' ? factor : factor.value
        expect(Number.isFinite(value)).toBe(true)
        product *= value
        if (typeof factor === 'number') continue
        const { node, isGradient, entry } = factor
        const numbers = isGradient ? gradientOf(trace, node)! : valueOf(trace, node)
        expect(numbers[entry]).toBe(value)
      }
      expect(Number.isFinite(product)).toBe(false)
    }
    for (const kind of ['product', 'opposite']) expect(kinds.get(kind)).toBeGreaterThan(3)
  })

  it('is named for a state and for a gradient that are multiplied at every step', () => {
    const factorsOf = (network: Network) => {
      const { trace, bad } = badOf(network)
      const reason = reasonOf(trace, bad!)
      return reason.kind === 'product'
        ? reason.factors.map((f) =>
            typeof f === 'number' ? f : `${f.isGradient ? '∇' : ''}${f.node.key}`,
          )
        : []
    }
    expect(factorsOf(overflowing.state.network)).toEqual(['W', 'h(4)'])
    expect(factorsOf(overflowing.gradient.network)).toEqual(['W', '∇a(3)'])
  })
})

describe('growth', () => {
  it('is the factor from step to step', () => {
    for (const [{ network }, steps, factor] of [
      [overflowing.state, 3, 1e100],
      [overflowing.gradient, 2, 1e60],
    ] as const) {
      const { trace, bad } = badOf(network)
      const growth = growthOf(trace, bad!)!
      expect(growth.steps).toBe(steps)
      expect(Math.log10(growth.factor)).toBeCloseTo(Math.log10(factor), 9)
    }
  })

  it('is none where the first step overflows', () => {
    const { U } = overflowing.state.network.parameters
    const network = {
      ...overflowing.state.network,
      parameters: {
        ...overflowing.state.network.parameters,
        U: { ...U!, data: U!.data.map(() => 1.7e308) },
      },
      sequence: { inputs: [[2, 2]], targets: [0] },
    }
    const { trace, bad } = badOf(network)
    expect(bad!.node.key).toBe('a(1)')
    expect(growthOf(trace, bad!)).toBe(null)
  })
})
