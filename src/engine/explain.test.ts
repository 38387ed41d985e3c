/** Explain, tested: which nodes the leaves of a formula stand for. */
import { describe, expect, it } from 'vitest'
import { createNetwork } from '../../testing/networks'
import {
  evaluateBound,
  formulaOf,
  nodeOfLeaf,
  summandsOfGradient,
  summandsOfValue,
  type Bound,
} from './explain'
import { leavesOf } from './expression'
import { createRunner, gradientOf, graphOf, run, valueOf } from './run'

const network = createNetwork(1, {
  ...{ inputSize: 2, hiddenSize: 3, outputSize: 2, tau: 3, activation: 'tanh' },
  ...{ inputs: 'classes', targets: 1, hasInitialState: false },
})
const graph = graphOf(network)
const trace = run(createRunner(graph, network.architecture), network)
const node = (key: string) => graph.byKey.get(key)!

/** What a bound formula reads, by key; a gradient with ∇ before it. */
const reads = ({ expression, at }: Bound): readonly string[] =>
  leavesOf(expression).map((leaf) => {
    const { node, isGradient } = nodeOfLeaf(graph, at, leaf)
    return isGradient ? `∇${node.key}` : node.key
  })

describe('the formula of a value', () => {
  it('reads the nodes that it is computed from', () => {
    expect(reads(formulaOf(node('a(2)'))!)).toEqual(['b', 'W', 'h(1)', 'U', 'x(2)'])
    expect(reads(formulaOf(node('L(3)'))!)).toEqual(['o(3)', 'y(3)'])
    expect(reads(formulaOf(node('L'))!)).toEqual(['L(1)', 'L(2)', 'L(3)'])
  })

  it('falls into the summands that arrive one by one', () => {
    const summands = summandsOfValue(node('a(2)')).map(reads)
    expect(summands).toEqual([['b'], ['W', 'h(1)'], ['U', 'x(2)']])
    expect(summandsOfValue(node('h(2)'))).toHaveLength(1)
  })

  it('is not there for what is given', () => {
    for (const key of ['U', 'x(1)', 'y(1)', 'h(0)']) {
      expect(formulaOf(node(key))).toBeNull()
      expect(summandsOfValue(node(key))).toEqual([])
    }
  })
})

describe('the summands of a gradient', () => {
  it('of h(t) are what a(t + 1) and o(t) send back, as (10.21) has them; of h(τ) what o(τ) does', () => {
    expect(summandsOfGradient(graph, node('h(2)')).map(reads)).toEqual([
      ['W', '∇a(3)'],
      ['V', '∇o(2)'],
    ])
    expect(summandsOfGradient(graph, node('h(3)')).map(reads)).toEqual([['V', '∇o(3)']])
  })

  it('of a(t) read the value and the gradient of h(t)', () => {
    expect(summandsOfGradient(graph, node('a(2)')).map(reads)).toEqual([['h(2)', '∇h(2)']])
  })

  it('of o(t) come from the loss alone: ŷ(t) is for reading', () => {
    const summands = summandsOfGradient(graph, node('o(2)'))
    expect(summands.map(reads)).toEqual([['o(2)', 'y(2)', '∇L(2)']])
    expect(summandsOfGradient(graph, node('yhat(2)'))).toEqual([])
  })

  it('of W are one a step, the last step first', () => {
    expect(summandsOfGradient(graph, node('W')).map(reads)).toEqual([
      ['∇a(3)', 'h(2)'],
      ['∇a(2)', 'h(1)'],
      ['∇a(1)', 'h(0)'],
    ])
  })

  it('are gradients alone where a bias or a sum passes them on', () => {
    expect(summandsOfGradient(graph, node('b')).map(reads)).toEqual([
      ...[['∇a(3)'], ['∇a(2)'], ['∇a(1)']],
    ])
    expect(summandsOfGradient(graph, node('L(1)')).map(reads)).toEqual([['∇L']])
  })
})

describe('the number of a bound formula', () => {
  it('is that of the run', () => {
    expect(evaluateBound(trace, formulaOf(node('a(2)'))!).data).toEqual(
      valueOf(trace, node('a(2)')),
    )
    const [only] = summandsOfGradient(graph, node('h(3)'))
    expect(evaluateBound(trace, only!).data).toEqual(gradientOf(trace, node('h(3)')))
  })
})
