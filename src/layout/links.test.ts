/** Links, tested: one arrow for each use of a variable, with the parameter that acts on the way. */
import { describe, expect, it } from 'vitest'
import { randomNetwork } from '../../testing/networks'
import { graphOf } from '../engine/run'
import { range } from '../engine/unfold'
import { linksOf } from './links'

const graphs = range(0, 29).map((seed) => graphOf(randomNetwork(seed)))

describe('links', () => {
  it('are the edges that leave variables, each once', () => {
    for (const graph of graphs) {
      const { nodes, edges } = graph
      const wanted = edges.filter(({ from }) => nodes[from]!.kind !== 'parameter')
      const links = linksOf(graph)
      expect(new Set(links.map(({ id }) => id)).size).toBe(links.length)
      expect(links.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(
        wanted.map(({ id }) => id),
      )
      for (const { id, from, to, carries } of links)
        expect({ id, from, to, carries }).toEqual({
          ...{ id, from: edges[id]!.from, to: edges[id]!.to, carries: edges[id]!.carries },
        })
    }
  })

  it('carry the matrix that acts on the way, and no bias', () => {
    for (const graph of graphs) {
      const { nodes } = graph
      for (const { from, to, parameter } of linksOf(graph)) {
        const [source, target] = [nodes[from]!.of.name, nodes[to]!.of.name]
        const acting: Readonly<Record<string, string>> = { 'x a': 'U', 'h a': 'W', 'h o': 'V' }
        const wanted = acting[`${source} ${target}`] ?? null
        expect(parameter === null ? null : nodes[parameter]!.key).toBe(wanted)
      }
    }
  })

  it('bring no gradient back from the target or the probabilities', () => {
    for (const graph of graphs)
      for (const { from, to, carries } of linksOf(graph)) {
        const names = [graph.nodes[from]!.of.name, graph.nodes[to]!.of.name]
        expect(carries).toBe(names[0] !== 'y' && names[1] !== 'yhat')
      }
  })
})
