/** Links, tested: one arrow for each use of a variable, with the parameter that acts on the way, and one for each use of a bias. */
import { describe, expect, it } from 'vitest'
import { randomWiredNetwork } from '../../testing/networks'
import { graphOf } from '../engine/run'
import { range } from '../engine/unfold'
import { isBias, linksOf } from './links'

const graphs = range(0, 29).map((seed) => graphOf(randomWiredNetwork(seed)))

describe('links', () => {
  it('are the edges that leave variables and biases, each once', () => {
    for (const graph of graphs) {
      const { nodes, edges } = graph
      const wanted = edges.filter(({ from }) => nodes[from]!.of.dimensions.length < 2)
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

  it('carry the matrix that acts on the way; a bias carries itself', () => {
    for (const graph of graphs) {
      const { nodes } = graph
      for (const link of linksOf(graph)) {
        const { from, to, parameter } = link
        expect(isBias(link)).toBe(nodes[from]!.kind === 'parameter')
        if (isBias(link)) continue
        const [source, target] = [nodes[from]!.of.name, nodes[to]!.of.name]
        const acting: Readonly<Record<string, string>> = { 'x a': 'U', 'h o': 'V' }
        const wanted = acting[`${source} ${target}`] ?? (target === 'a' ? 'W' : null)
        expect(parameter === null ? null : nodes[parameter]!.key).toBe(wanted)
      }
    }
  })

  it('bring a gradient back where their edges do', () => {
    for (const graph of graphs)
      for (const { id, carries } of linksOf(graph)) expect(carries).toBe(graph.edges[id]!.carries)
  })
})
