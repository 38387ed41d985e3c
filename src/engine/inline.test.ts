/** Inline, tested: the book's form of an equation gives the same number as the graph's, and names only what the book names. */
import { describe, expect, it } from 'vitest'
import { createNetwork, randomNetwork, randomWiredNetwork } from '../../testing/networks'
import { evaluateBound, formulaOf, summandsOfGradient, summandsOfValue } from './explain'
import { asInBook, equationForms, gradientSummands, gradientsNaming, valueSummands } from './inline'
import { type Trace, contributionOf, createRunner, gradientOf, graphOf, run, valueOf } from './run'
import { evaluateTerm, readingsOf, toTerm } from './term'
import { range } from './unfold'

const traces: readonly Trace[] = range(1, 24)
  .flatMap((seed) => [randomNetwork(seed), randomWiredNetwork(seed)])
  .map((network) => run(createRunner(graphOf(network), network.architecture), network))

const expectSame = (actual: Float64Array, expected: Float64Array) => {
  const errors = actual.map(
    (value, i) => Math.abs(value - expected[i]!) / Math.max(1, Math.abs(expected[i]!)),
  )
  expect(Math.max(0, ...errors)).toBeLessThanOrEqual(1e-12)
}

describe('a term', () => {
  it('gives the number of the formula that it was made from', () => {
    for (const trace of traces)
      for (const node of trace.graph.nodes) {
        const formula = formulaOf(node)
        if (!formula) continue
        expect(evaluateTerm(trace, toTerm(trace.graph, formula))).toEqual(
          evaluateBound(trace, formula),
        )
      }
  })
})

describe.each(equationForms)("the summands in the %s's form", (form) => {
  it('of a gradient are what the edges send back, and add up to it', () => {
    for (const trace of traces)
      for (const node of trace.graph.nodes) {
        const summands = gradientSummands(trace.graph, node, form)
        if (!node.carries || summands.length === 0) continue
        const parts = summands.map(({ term, edges }) => {
          const { data } = evaluateTerm(trace, term)
          expectSame(data, contributionOf(trace, trace.graph.edges[edges[0]!]!)!)
          return data
        })
        const total = parts.reduce((sum, part) => sum.map((value, i) => value + part[i]!))
        expectSame(total, gradientOf(trace, node)!)
      }
  })
})

describe('the summands of a value', () => {
  it('add up to it, and name the edges that bring them, each once', () => {
    for (const trace of traces)
      for (const node of trace.graph.nodes) {
        const summands = valueSummands(trace.graph, node)
        expect(summands).toHaveLength(summandsOfValue(node).length)
        if (summands.length === 0) continue
        const parts = summands.map(({ term }) => evaluateTerm(trace, term).data)
        expectSame(
          parts.reduce((sum, part) => sum.map((value, i) => value + part[i]!)),
          valueOf(trace, node),
        )
        expect(summands.flatMap(({ edges }) => edges).toSorted()).toEqual(node.inputs.toSorted())
      }
  })
})

describe("the book's form", () => {
  const network = createNetwork(1, {
    ...{ inputSize: 2, hiddenSize: 3, outputSize: 2, tau: 3, activation: 'tanh' },
    ...{ inputs: 'classes', targets: 1, hasInitialState: false },
  })
  const graph = graphOf(network)
  const reads = (key: string, form: 'graph' | 'book') =>
    gradientSummands(graph, graph.byKey.get(key)!, form).map(({ term }) =>
      readingsOf(term).map(({ node, isGradient }) => `${isGradient ? '∇' : ''}${node.key}`),
    )

  it('of ∇h(t) has the slope and ∇h(t + 1) in place of ∇a(t + 1), as (10.21)', () => {
    expect(reads('h(2)', 'graph')).toEqual([
      ['W', '∇a(3)'],
      ['V', '∇o(2)'],
    ])
    expect(reads('h(2)', 'book')).toEqual([
      ['W', 'h(3)', '∇h(3)'],
      ['V', '∇o(2)'],
    ])
  })

  it('of ∇o(t) is ŷ(t) less the target, as (10.18)', () => {
    expect(reads('o(2)', 'graph')).toEqual([['o(2)', 'y(2)', '∇L(2)']])
    expect(reads('o(2)', 'book')[0]!.toSorted()).toEqual(['o(2)', 'y(2)', 'yhat(2)'])
    const [only] = gradientSummands(graph, graph.byKey.get('o(2)')!, 'book')
    expect(only!.term.expression).toMatchObject({ kind: 'apply', fn: 'subtract' })
  })

  it('has ŷ(t) in ∇o(t) and in no other gradient, where the step has a target', () => {
    const of = (key: string) => gradientsNaming(graph, graph.byKey.get(key)!).map(({ key }) => key)
    expect(of('yhat(2)')).toEqual(['o(2)'])
    const { sequence } = network
    const less = graphOf({ ...network, sequence: { ...sequence, targets: [0, null, 1] } })
    expect(gradientsNaming(less, less.byKey.get('yhat(2)')!)).toEqual([])
  })

  it('of ∇W has h in both factors, as (10.26)', () => {
    expect(reads('W', 'book')[0]).toEqual(['h(3)', '∇h(3)', 'h(2)'])
  })

  it('of what it is applied to twice is the same', () => {
    for (const node of graph.nodes)
      for (const { term } of gradientSummands(graph, node, 'book'))
        expect(asInBook(graph, term)).toEqual(term)
  })

  it('names no pre-activation, and no gradient of a number, whatever is joined to what', () => {
    for (const trace of traces)
      for (const node of trace.graph.nodes)
        for (const { term } of gradientSummands(trace.graph, node, 'book'))
          for (const { node: read, isGradient } of readingsOf(term)) {
            const isNumber = read.of.dimensions.length === 0
            if (isGradient && (isNumber || read.of.name === 'a')) expect(read.key).toBe('put in')
          }
  })

  it('has as many summands as the graph’s', () => {
    for (const node of graph.nodes)
      expect(gradientSummands(graph, node, 'book')).toHaveLength(
        summandsOfGradient(graph, node).length,
      )
  })
})
