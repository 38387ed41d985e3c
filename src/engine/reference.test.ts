/** Reference: the engine beside the cases that PyTorch's autograd computed. */
import { describe, expect, it } from 'vitest'
import { wiringName } from '../../testing/networks'
import { type Nested, readReferences, largestDisagreement } from '../../testing/reference'
import { shapeOf } from './memory'
import { type Trace, createRunner, gradientOf, graphOf, objectiveOf, run, tensorOf } from './run'
import { type Tensor, toRows } from './tensor'
import { type GraphNode, nodeAt } from './unfold'

const bound = 1e-9

const toNested = (tensor: Tensor): Nested => {
  if (tensor.shape.length === 0) return tensor.data[0]!
  return tensor.shape.length === 1 ? [...tensor.data] : toRows(tensor)
}

const valueIn = (trace: Trace, node: GraphNode): Nested => toNested(tensorOf(trace, node))

const gradientIn = (trace: Trace, node: GraphNode): Nested =>
  toNested({ shape: shapeOf(trace.architecture, node), data: gradientOf(trace, node)! })

it('has cases to compare with', () => {
  expect(readReferences).toHaveLength(12)
  const wirings = readReferences.map(({ network }) => wiringName(network.architecture))
  expect(new Set(wirings).size).toBe(6)
})

describe.each(readReferences)('$name', ({ network, expected }) => {
  const { architecture, sequence } = network
  const trace = run(createRunner(graphOf(network), architecture), network)
  const { graph } = trace
  const nodeOf = (name: string, t: number) => nodeAt(graph, name === 'loss' ? 'L' : name, t)

  it('has the loss of the case', () => {
    const loss = valueIn(trace, objectiveOf(graph))
    expect(largestDisagreement(loss, expected.loss)).toBeLessThanOrEqual(bound)
  })

  it('has every value of every step', () => {
    expect(expected.steps).toHaveLength(sequence.inputs.length)
    for (const { t, gradients: _, ...values } of expected.steps)
      for (const [name, value] of Object.entries(values)) {
        const found = valueIn(trace, nodeOf(name, t)!)
        expect(largestDisagreement(found, value), `${name}(${t})`).toBeLessThanOrEqual(bound)
      }
  })

  it('has a loss at the steps where the case has one, and at no other', () => {
    for (const { t, loss } of expected.steps)
      expect(nodeOf('loss', t) === undefined, `L(${t})`).toBe(loss === undefined)
  })

  it('has every gradient of every step', () => {
    for (const { t, gradients } of expected.steps)
      for (const [name, gradient] of Object.entries(gradients)) {
        const found = gradientIn(trace, nodeOf(name, t)!)
        expect(largestDisagreement(found, gradient), `∇${name}(${t})`).toBeLessThanOrEqual(bound)
      }
  })

  it('has the gradient of every parameter and of the initial state', () => {
    expect(Object.keys(expected.gradients)).toHaveLength(graph.cell.parameters.length + 1)
    for (const [name, gradient] of Object.entries(expected.gradients)) {
      const node =
        name === 'initialState' ? graph.nodes.find(({ t }) => t === 0) : nodeAt(graph, name, null)
      const found = gradientIn(trace, node!)
      expect(largestDisagreement(found, gradient), `∇${name}`).toBeLessThanOrEqual(bound)
    }
  })
})
