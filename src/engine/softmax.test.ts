/** Softmax, opened, tested: its numbers are those of the run, and the Jacobian collapses as (10.18) says. */
import { describe, expect, it } from 'vitest'
import { randomNetwork } from '../../testing/networks'
import { contributionOf, createRunner, graphOf, run, valueOf } from './run'
import { openLoss, openSoftmax } from './softmax'
import { range } from './unfold'

const cases = range(1, 60).flatMap((seed) => {
  const network = randomNetwork(seed)
  const graph = graphOf(network)
  const trace = run(createRunner(graph, network.architecture), network)
  return graph.nodes
    .filter(({ operation }) => operation === 'crossEntropy')
    .map((node) => {
      const [logits, target] = node.inputs.map((id) => graph.nodes[graph.edges[id]!.from]!)
      return { trace, node, logits: logits!, target: valueOf(trace, target!)[0]! }
    })
})

describe('softmax and loss, opened', () => {
  it('there are cases to try', () => expect(cases.length).toBeGreaterThan(50))

  it('give the loss of the run to the last bit, and minus the logarithm of the probability', () => {
    for (const { trace, node, logits, target } of cases) {
      const z = valueOf(trace, logits)
      const softmax = openSoftmax(z)
      const { loss } = openLoss(z, softmax, target)
      expect(loss).toBe(valueOf(trace, node)[0])
      expect(loss).toBeCloseTo(-Math.log(softmax.probabilities[target]!), 10)
    }
  })

  it('send back ŷ less the target, which is what the Jacobian makes of −1/ŷ[y]', () => {
    for (const { trace, node, logits, target } of cases) {
      const z = valueOf(trace, logits)
      const softmax = openSoftmax(z)
      const { byProbability, error } = openLoss(z, softmax, target)
      const n = z.length
      const through = error.map((_, j) =>
        byProbability.reduce((sum, g, i) => sum + softmax.jacobian.data[i * n + j]! * g, 0),
      )
      const edge = trace.graph.edges[node.inputs[0]!]!
      expect(error).toEqual(contributionOf(trace, edge))
      through.forEach((value, i) => expect(value).toBeCloseTo(error[i]!, 10))
    }
  })

  it('do not overflow', () => {
    const { probabilities, logTotal } = openSoftmax(Float64Array.of(1000, 1001, -1000))
    expect(probabilities.every(Number.isFinite)).toBe(true)
    expect(logTotal).toBeCloseTo(1001.3132617, 6)
  })
})
