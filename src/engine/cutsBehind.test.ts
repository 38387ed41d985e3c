/** Cuts behind, tested: a gradient differs from its difference only where a cut lies behind it. */
import { expect, it } from 'vitest'
import { hell } from '../../testing/unfold'
import { compare, tolerance } from './check'
import { cutsBehind } from './cutsBehind'
import { createRunner, gradientOf, graphOf, run } from './run'

it('are behind every gradient that they change, and behind no other', () => {
  const graph = graphOf(hell)
  const whole = createRunner(graph, hell.architecture)
  const cut = graph.edges.find(
    ({ from, to }) => graph.nodes[from]!.key === 'h(2)' && graph.nodes[to]!.key === 'a(3)',
  )!
  const trace = run(createRunner(graph, hell.architecture, new Set([cut.id])), hell)
  const behind = cutsBehind(trace)
  const differing = graph.nodes.filter(
    (node) =>
      node.carries &&
      Array.from(gradientOf(trace, node)!.keys()).some(
        (entry) => compare(whole, hell, trace, node, entry).disagreement > tolerance,
      ),
  )
  expect(differing.map(({ key }) => key)).toContain('h(1)')
  expect(differing.map(({ key }) => key)).not.toContain('h(3)')
  for (const node of graph.nodes)
    if (node.carries) expect(behind(node), node.key).toEqual(differing.includes(node) ? [cut] : [])
})
