/** Unfold, tested: properties of the graph of every random network, and of its cell written in any order. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomNetwork, randomWiredNetwork } from '../../testing/networks'
import type { Cell, Input, Variable } from './cells/cell'
import { vjpAt } from './operation'
import { type OperationName, operations } from './operations'
import { cellOf, graphOf } from './run'
import { type Graph, absenceOf, nodeAt, range, unfold } from './unfold'

const graphs = range(0, 79).map((seed) => graphOf(randomWiredNetwork(seed)))
const cell = cellOf(randomNetwork(0).architecture)

describe('the unfolded graph', () => {
  it('has edges that lead from a smaller id to a larger one', () => {
    for (const { edges } of graphs) for (const { from, to } of edges) expect(from).toBeLessThan(to)
  })

  it('knows its nodes and edges by their places', () => {
    for (const { nodes, edges } of graphs) {
      expect(nodes.map(({ id }) => id)).toEqual(range(0, nodes.length - 1))
      expect(edges.map(({ id }) => id)).toEqual(range(0, edges.length - 1))
    }
  })

  it('has each edge once at its source, and once at its consumer, in the slot that it fills', () => {
    for (const { nodes, edges } of graphs) {
      for (const { id, from, to, index } of edges) {
        expect(nodes[from]!.outputs.filter((other) => other === id)).toEqual([id])
        expect(nodes[to]!.inputs[index]).toBe(id)
      }
      expect(nodes.flatMap(({ inputs }) => inputs)).toHaveLength(edges.length)
      expect(nodes.flatMap(({ outputs }) => outputs)).toHaveLength(edges.length)
    }
  })

  it('lists the edges out of a node with the latest consumer first', () => {
    for (const { nodes, edges } of graphs)
      for (const { outputs } of nodes) {
        const consumers = outputs.map((id) => edges[id]!.to)
        expect(consumers).toEqual(consumers.toSorted((a, b) => b - a))
      }
  })

  it('gives each node a key of its own, by which it is found', () => {
    for (const graph of graphs) {
      expect(graph.byKey.size).toBe(graph.nodes.length)
      for (const node of graph.nodes) expect(graph.byKey.get(node.key)).toBe(node)
      expect(nodeAt(graph, 'L', null)).toBe(graph.nodes.at(-1))
      expect(nodeAt(graph, 'h', 1)!.key).toBe('h(1)')
      expect(graph.nodes.filter(({ t }) => t === 0)).toHaveLength(1)
      expect(nodeAt(graph, 'h', graph.tau + 1)).toBeUndefined()
    }
  })

  it('has nothing but parameters and givens without edges in', () => {
    for (const { nodes } of graphs)
      for (const { kind, inputs, operation, key } of nodes) {
        expect(operation !== null).toBe(kind === 'computed')
        if (kind !== 'computed') expect(inputs, key).toEqual([])
        else if (key !== 'L') expect(inputs.length, key).toBeGreaterThan(0)
      }
  })

  it('lets a gradient flow between nodes that carry one, through slots that are not discrete', () => {
    for (const { nodes, edges } of graphs)
      for (const { from, to, index, carries } of edges) {
        const vjp = vjpAt(operations[nodes[to]!.operation!], index)
        expect(carries).toBe(nodes[from]!.carries && nodes[to]!.carries && typeof vjp !== 'string')
      }
  })

  it('says why no gradient comes back along an edge, exactly where one ends that would be of use', () => {
    for (const graph of graphs)
      for (const edge of graph.edges) {
        const [from, to] = [graph.nodes[edge.from]!, graph.nodes[edge.to]!]
        const absence = absenceOf(graph, edge)
        if (edge.carries || to.of.name === 'yhat') expect(absence).toBeNull()
        else if (from.of.name === 'y')
          expect(absence).toBe(from.of.dimensions.length > 0 ? 'constant' : 'discrete')
        else expect([from.key, to.key, absence]).toEqual([from.key, to.key, 'flat'])
      }
  })

  it('carries a gradient wherever the objective is reached from a parameter, an input or the start', () => {
    for (const { nodes, edges } of graphs) {
      const isOfUse = nodes.map(
        ({ kind, of, t }) =>
          kind === 'parameter' ||
          t === 0 ||
          (kind === 'given' && 'source' in of && of.source.kind === 'inputs'),
      )
      for (const { from, to, index } of edges)
        if (isOfUse[from] && typeof vjpAt(operations[nodes[to]!.operation!], index) !== 'string')
          isOfUse[to] = true
      const reaches = nodes.map(() => false)
      reaches[nodes.length - 1] = true
      for (const { from, to, index } of edges.toReversed())
        if (reaches[to] && typeof vjpAt(operations[nodes[to]!.operation!], index) !== 'string')
          reaches[from] = true
      reaches.forEach((reached, id) => {
        if (reached && isOfUse[id]) expect(nodes[id]!.carries, nodes[id]!.key).toBe(true)
      })
    }
  })
})

describe('a discrete slot', () => {
  it('lets no gradient through, even from a node that has one by another edge', () => {
    const none = { forward: null, backward: null, backwardAtEnd: null }
    const variable = (
      name: string,
      operation: OperationName,
      inputs: readonly Input[],
    ): Variable => ({
      ...{ name, symbol: name, role: 'stepLoss', dimensions: [], times: 'each' },
      ...{ source: { kind: 'computed', operation, inputs }, needsTarget: false, equations: none },
    })
    const now = (from: string): Input => ({ from, delay: 0 })
    const every = (from: string): Input => ({ from, delay: 'every' })
    const odd: Cell = {
      parameters: [
        { name: 'p', dimensions: [], equations: none },
        { name: 'z', dimensions: ['output'], equations: none },
      ],
      variables: [
        variable('q', 'sum', [now('p')]),
        variable('E', 'crossEntropy', [now('z'), now('q')]),
        { ...variable('L', 'sum', [every('q'), every('E')]), times: 'total' },
      ],
      objective: 'L',
    }
    const { nodes, edges, byKey } = unfold(odd, 2, () => true)
    const out = byKey.get('q(1)')!.outputs.map((id) => edges[id]!)
    expect(out.map(({ to, carries }) => [nodes[to]!.key, carries])).toEqual([
      ['L', true],
      ['E(1)', false],
    ])
  })
})

describe('the recurrent network of section 10.2', () => {
  it('has a, h, o, ŷ computed from what the book says, at every step', () => {
    for (const graph of graphs)
      for (const t of range(1, graph.tau)) {
        const past = graph.nodes.find((node) => node.t === 0)!.of.name
        expect(sourcesOf(graph, `a(${t})`)).toEqual([
          ...['b', 'W', `${past}(${t - 1})`, 'U', `x(${t})`],
        ])
        expect(sourcesOf(graph, `h(${t})`)).toEqual([`a(${t})`])
        if (!nodeAt(graph, 'o', t)) continue
        expect(sourcesOf(graph, `o(${t})`)).toEqual(['c', 'V', `h(${t})`])
        expect(sourcesOf(graph, `yhat(${t})`)).toEqual([`o(${t})`])
        if (nodeAt(graph, 'L', t))
          expect(sourcesOf(graph, `L(${t})`)).toEqual([`o(${t})`, `y(${t})`])
      }
  })

  it('adds the losses of the steps that have a target, from the first to the last', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), (targets) => {
        const graph = unfold(cell, targets.length, (t) => targets[t - 1]!)
        const expected = targets.flatMap((target, i) => (target ? [`L(${i + 1})`] : []))
        expect(sourcesOf(graph, 'L')).toEqual(expected)
        expect(graph.nodes).toHaveLength(5 + 1 + 5 * targets.length + 2 * expected.length + 1)
      }),
    )
  })

  it('is the same graph in whatever order its cell lists the variables', () => {
    const uses = (graph: Graph) =>
      graph.nodes.map(({ key, carries }) => `${key} ${carries}: ${sourcesOf(graph, key).join(' ')}`)
    const expected = uses(unfold(cell, 3, (t) => t !== 2)).toSorted()
    const orders = fc.shuffledSubarray([...cell.variables], { minLength: cell.variables.length })
    fc.assert(
      fc.property(orders, (variables) => {
        const graph = unfold({ ...cell, variables }, 3, (t) => t !== 2)
        expect(uses(graph).toSorted()).toEqual(expected)
        for (const { from, to } of graph.edges) expect(from).toBeLessThan(to)
      }),
    )
  })
})

const sourcesOf = (graph: Graph, key: string): readonly string[] =>
  graph.byKey.get(key)!.inputs.map((id) => graph.nodes[graph.edges[id]!.from]!.key)
