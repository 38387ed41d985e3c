/** Changed by, tested: another input changes nothing before it, and what does not depend on it. */
import { describe, expect, it } from 'vitest'
import { randomWiredNetwork } from '../../testing/networks'
import { hell } from '../../testing/unfold'
import { ancestorsOf } from './ancestors'
import { changedBy, withInputAt } from './changedBy'
import { createRunner, graphOf, run } from './run'
import { nodeAt, range } from './unfold'

const compare = (network: typeof hell, t: number, input: number) => {
  const runner = createRunner(graphOf(network), network.architecture)
  const changed = changedBy(run(runner, network), run(runner, withInputAt(network, t, input)))
  return {
    graph: runner.graph,
    changed,
    keys: [...changed].map((id) => runner.graph.nodes[id]!.key),
  }
}

describe('another input', () => {
  it('changes its own step and those after it', () => {
    const { keys } = compare(hell, 3, 0)
    expect(keys).toContain('x(3)')
    for (const key of ['a(3)', 'h(3)', 'o(3)', 'yhat(3)', 'L(3)', 'h(4)', 'L(4)', 'L'])
      expect(keys).toContain(key)
    expect(keys.filter((key) => /\([012]\)$/.test(key))).toEqual([])
  })

  it('changes nothing before it, and only what it is an ancestor of, on 50 random networks of all wirings', () => {
    for (const seed of range(1, 50)) {
      const network = randomWiredNetwork(seed)
      const t = 1 + (seed % network.sequence.inputs.length)
      const { graph, changed } = compare(network, t, seed % network.architecture.inputSize)
      const source = nodeAt(graph, 'x', t)!
      for (const id of changed) {
        const node = graph.nodes[id]!
        expect(node.t ?? Infinity, `seed ${seed}, ${node.key}`).toBeGreaterThanOrEqual(t)
        expect(ancestorsOf(graph, node).has(source.id), `seed ${seed}, ${node.key}`).toBe(true)
      }
    }
  })

  it('that is the same changes nothing', () => {
    for (const t of range(1, 4))
      expect(compare(hell, t, hell.sequence.inputs[t - 1] as number).changed.size).toBe(0)
  })
})
