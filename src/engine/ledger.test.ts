/** Ledger, tested: the entries add up to the gradient, each is the product that it is said to be. */
import { describe, expect, it } from 'vitest'
import { randomWiredNetwork } from '../../testing/networks'
import { evaluateBound } from './explain'
import { entriesOf, factorsOf, largestShare } from './ledger'
import { contributionOf, createRunner, gradientOf, graphOf, run } from './run'
import { range } from './unfold'

const runOf = (seed: number) => {
  const network = randomWiredNetwork(seed)
  const trace = run(createRunner(graphOf(network), network.architecture), network)
  const parameters = trace.graph.nodes.filter(({ kind }) => kind === 'parameter')
  const shareOf = (edge: number) => contributionOf(trace, trace.graph.edges[edge]!)!
  return { trace, parameters, shareOf }
}

const seeds = range(0, 55)

describe('the entries of a parameter', () => {
  it('add up to its gradient', () => {
    for (const seed of seeds) {
      const { trace, parameters, shareOf } = runOf(seed)
      for (const parameter of parameters) {
        const gradient = gradientOf(trace, parameter)
        if (!gradient) continue
        const sum = new Float64Array(gradient.length)
        for (const { edge } of entriesOf(trace.graph, parameter))
          shareOf(edge).forEach((g, i) => (sum[i]! += g))
        gradient.forEach((g, i) =>
          expect(Math.abs(g - sum[i]!)).toBeLessThan(1e-12 * Math.max(1, Math.abs(g))),
        )
      }
    }
  })

  it('stand in the order of time, and arrive in the reverse', () => {
    for (const seed of seeds) {
      const { trace, parameters } = runOf(seed)
      for (const parameter of parameters) {
        const entries = entriesOf(trace.graph, parameter)
        const times = entries.map(({ t }) => t)
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        expect(entries.map(({ arrival }) => arrival)).toEqual(range(1, entries.length).toReversed())
      }
    }
  })

  it('of a matrix are each the outer product of their two factors', () => {
    let products = 0
    for (const seed of seeds) {
      const { trace, parameters, shareOf } = runOf(seed)
      for (const parameter of parameters)
        for (const entry of entriesOf(trace.graph, parameter)) {
          const factors = factorsOf(entry)
          expect(factors === null).toBe(parameter.of.dimensions.length < 2)
          if (!factors) continue
          const [u, v] = factors.map((factor) => evaluateBound(trace, factor).data)
          const share = shareOf(entry.edge)
          u!.forEach((a, i) =>
            v!.forEach((b, j) => expect(Math.abs(share[i * v!.length + j]! - a * b)).toBe(0)),
          )
          products++
        }
    }
    expect(products).toBeGreaterThan(100)
  })

  it('have one largest size over all times', () => {
    for (const seed of seeds.slice(0, 14)) {
      const { trace, parameters, shareOf } = runOf(seed)
      for (const parameter of parameters) {
        const all = entriesOf(trace.graph, parameter).flatMap(({ edge }) => [...shareOf(edge)])
        expect(largestShare(trace, parameter, Infinity)).toBe(Math.max(0, ...all.map(Math.abs)))
        expect(largestShare(trace, parameter, 0)).toBe(0)
      }
    }
  })
})
