/** Spoken term, tested: a matrix that stands transposed is said to be so. */
import { expect, it } from 'vitest'
import { createNetwork } from '../../testing/networks'
import { gradientSummands, valueSummands } from '../engine/inline'
import { graphOf } from '../engine/run'
import { spokenTerm } from './spokenTerm'

const graph = graphOf(
  createNetwork(1, {
    ...{ tau: 3, inputSize: 4, hiddenSize: 3, outputSize: 4, targets: 1, activation: 'tanh' },
    ...{ inputs: 'classes', hasInitialState: false },
  }),
)
const said = (key: string, isGradient: boolean): readonly string[] => {
  const node = graph.byKey.get(key)!
  const summands = isGradient ? gradientSummands(graph, node, 'graph') : valueSummands(graph, node)
  return summands.map(({ term }) =>
    spokenTerm(
      term,
      (reading) => `${reading.isGradient ? '∇' : ''}${reading.node.key}`,
      (name) => `${name} transposed`,
    ),
  )
}

it('what comes back goes through the transposed matrix', () => {
  expect(said('h(2)', true).toSorted()).toEqual(['V transposed ∇o(2)', 'W transposed ∇a(3)'])
})

it('a share of a matrix has its second factor lying down', () => {
  expect(said('W', true)).toContain('∇a(2) h(1) transposed')
})

it('what goes forward goes through the matrix as it stands', () => {
  expect(said('a(2)', false)).toEqual(expect.arrayContaining(['W h(1)', 'U x(2)', 'b']))
})
