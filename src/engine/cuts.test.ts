/** Cuts, tested: a gradient without one of its summands is wrong by that summand, and by nothing else. */
import { describe, expect, it } from 'vitest'
import { bookWiring, createNetwork, randomNetwork } from '../../testing/networks'
import { compare, hasKinks, tolerance } from './check'
import { summandsOfGradient } from './explain'
import { contributionOf, createRunner, gradientOf, graphOf, run, valueOf } from './run'
import { nodeAt, range } from './unfold'

const networks = range(1, 120)
  .map(randomNetwork)
  .filter((network) => !hasKinks(createRunner(graphOf(network), network.architecture)))
  .slice(0, 24)

/** Every edge that brings one of several summands to a variable. */
const cases = networks.flatMap((network) => {
  const graph = graphOf(network)
  const whole = createRunner(graph, network.architecture)
  const trace = run(whole, network)
  return graph.nodes
    .filter(({ kind }) => kind !== 'parameter')
    .map((node) => ({ node, summands: summandsOfGradient(graph, node) }))
    .filter(({ summands }) => summands.length > 1)
    .flatMap(({ node, summands }) =>
      summands.map(({ edge }) => ({ network, graph, whole, trace, node, edge })),
    )
})

const largest = (numbers: Float64Array) =>
  numbers.reduce((most, x) => Math.max(most, Math.abs(x)), 0)

describe('with one summand of a gradient cut', () => {
  it('there are cases to try', () => expect(cases.length).toBeGreaterThan(40))

  it('the gradient is the sum of the others', () => {
    for (const { network, graph, trace, node, edge } of cases) {
      const cut = run(createRunner(graph, network.architecture, new Set([edge])), network)
      const missing = contributionOf(trace, graph.edges[edge]!)!
      const [with_, without] = [gradientOf(trace, node)!, gradientOf(cut, node)!]
      const error = without.map((value, i) => value + missing[i]! - with_[i]!)
      expect(largest(error)).toBeLessThanOrEqual(1e-12 * Math.max(1, largest(missing)))
      expect([...cut.cuts]).toEqual([edge])
    }
  })

  it('values are as they were, and so are the gradients of what comes after', () => {
    for (const { network, graph, trace, node, edge } of cases) {
      const cut = run(createRunner(graph, network.architecture, new Set([edge])), network)
      for (const each of graph.nodes) {
        expect(valueOf(cut, each)).toEqual(valueOf(trace, each))
        if (each.id > node.id && each.carries)
          expect(gradientOf(cut, each)).toEqual(gradientOf(trace, each))
      }
    }
  })

  it('the check says that it is wrong, and without the cut that it is right', () => {
    for (const { network, graph, whole, trace, node, edge } of cases) {
      const missing = contributionOf(trace, graph.edges[edge]!)!
      if (largest(missing) < 1e-6) continue
      const entry = missing.findIndex((x) => Math.abs(x) === largest(missing))
      const cut = run(createRunner(graph, network.architecture, new Set([edge])), network)
      expect(compare(whole, network, cut, node, entry).disagreement).toBeGreaterThan(tolerance)
      expect(compare(whole, network, trace, node, entry).disagreement).toBeLessThan(tolerance)
    }
  })

  it.each([
    ['h', bookWiring],
    ['o', { recurrence: 'output', readout: 'every-step', feedback: 'logits' }],
  ] as const)(
    'either summand at %s(t) makes the check fail, restoring it makes it pass, for 20 networks',
    (symbol, wiring) => {
      let tried = 0
      for (let seed = 0; seed < 20; seed++) {
        const network = createNetwork(seed, {
          ...{ inputSize: 4, hiddenSize: 3, outputSize: 4, tau: 4, wiring },
          ...({ inputs: 'classes', targets: 1, hasInitialState: true } as const),
          activation: (['tanh', 'sigmoid', 'identity'] as const)[seed % 3]!,
        })
        const graph = graphOf(network)
        const whole = createRunner(graph, network.architecture)
        for (const t of [1, 2, 3]) {
          const node = nodeAt(graph, symbol, t)!
          const summands = summandsOfGradient(graph, node)
          expect(summands).toHaveLength(2)
          for (const { edge } of summands) {
            const cut = run(createRunner(graph, network.architecture, new Set([edge])), network)
            const missing = contributionOf(cut, graph.edges[edge]!)!
            const entry = missing.findIndex((x) => Math.abs(x) === largest(missing))
            expect(compare(whole, network, cut, node, entry).disagreement).toBeGreaterThan(
              tolerance,
            )
            const restored = run(createRunner(graph, network.architecture, new Set()), network)
            for (const i of missing.keys())
              expect(compare(whole, network, restored, node, i).disagreement).toBeLessThan(
                tolerance,
              )
            tried++
          }
        }
      }
      expect(tried).toBe(20 * 3 * 2)
    },
  )

  it('a parameter lacks the share of the step that is cut', () => {
    for (const { network, graph, trace } of cases.slice(0, 20))
      for (const node of graph.nodes.filter(({ kind }) => kind === 'parameter'))
        for (const { edge } of summandsOfGradient(graph, node)) {
          const cut = run(createRunner(graph, network.architecture, new Set([edge])), network)
          const missing = contributionOf(trace, graph.edges[edge]!)!
          const error = gradientOf(cut, node)!.map(
            (value, i) => value + missing[i]! - gradientOf(trace, node)![i]!,
          )
          expect(largest(error)).toBeLessThan(1e-9)
        }
  })
})
