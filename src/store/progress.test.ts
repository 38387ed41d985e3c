/** Progress, tested: what has arrived at each node at each moment, and what it adds up to so far. */
import { describe, expect, it } from 'vitest'
import { randomWiredNetwork } from '../../testing/networks'
import { hell } from '../../testing/unfold'
import { evaluateBound, summandsOfGradient, summandsOfValue } from '../engine/explain'
import { contributionOf, gradientOf, valueOf } from '../engine/run'
import { range } from '../engine/unfold'
import { createDerived } from './derived'
import { arrivedGradient, arrivedValue } from './progress'
import { plainRunning } from './store'

const open = (network = hell) => {
  const derived = createDerived(
    () => 'byTime',
    () => plainRunning,
  )
  const { schedule, progress } = derived.planOf(network)
  return { trace: derived.traceOf(network), schedule, progress }
}

const all = [open(), ...range(0, 15).map((seed) => open(randomWiredNetwork(seed)))]

const sum = (arrays: readonly ArrayLike<number>[]): readonly number[] =>
  Array.from(arrays[0]!, (_, i) => arrays.reduce((total, array) => total + array[i]!, 0))

const expectClose = (found: Float64Array, wanted: readonly number[]): void => {
  expect(found).toHaveLength(wanted.length)
  found.forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 12))
}

describe('a node', () => {
  it('has its value and its gradient from the moment that the schedule says', () => {
    for (const { trace, schedule, progress } of all)
      for (const node of trace.graph.nodes)
        for (const done of range(0, schedule.contributions.length)) {
          const [value, gradient] = [progress.value(node, done), progress.gradient(node, done)]
          const isThere = value.all > 0 && value.count === value.all
          const isBack = gradient.all > 0 && gradient.count === gradient.all
          if (isThere !== schedule.valueReady[node.id]! <= done)
            expect(`value of ${node.key}`).toBe(`ready at ${done}`)
          if (isBack !== schedule.gradientReady[node.id]! <= done)
            expect(`gradient of ${node.key}`).toBe(`ready at ${done}`)
        }
  })

  it('is blank before, for ever where nothing will arrive', () => {
    for (const { trace, schedule, progress } of all)
      for (const node of trace.graph.nodes) {
        const [value, gradient] = [progress.value(node, 0), progress.gradient(node, 0)]
        const given = node.kind === 'computed' ? null : valueOf(trace, node)
        expect(arrivedValue(trace, node, value)).toEqual(given)
        expect(arrivedGradient(trace, node, gradient)).toBeNull()
        const end = progress.gradient(node, schedule.contributions.length)
        expect(arrivedGradient(trace, node, end)).toEqual(gradientOf(trace, node))
      }
  })

  it('has between them the sum of the first summands', () => {
    for (const { trace, schedule, progress } of all.slice(0, 6))
      schedule.contributions.forEach(({ phase, node: id }, i) => {
        const node = trace.graph.nodes[id]!
        const arrived = progress[phase === 'forward' ? 'value' : 'gradient'](node, i + 1)
        const { count, all: parts } = arrived
        expect(count).toBeGreaterThan(0)
        if (phase === 'forward') {
          const summands = summandsOfValue(node).map((bound) => evaluateBound(trace, bound).data)
          const found = arrivedValue(trace, node, arrived)!
          if (count === parts) expect(found).toEqual(valueOf(trace, node))
          else expectClose(found, sum(summands.slice(0, count)))
        } else {
          const found = arrivedGradient(trace, node, arrived)!
          if (count === parts) expect(found).toEqual(gradientOf(trace, node))
          else {
            const edges = summandsOfGradient(trace.graph, node).slice(0, count)
            expectClose(
              found,
              sum(edges.map(({ edge }) => contributionOf(trace, trace.graph.edges[edge]!)!)),
            )
          }
        }
      })
  })
})

describe('an edge', () => {
  it('has acted once the contribution that it belongs to is done, and stays so', () => {
    for (const { schedule, progress } of all.slice(0, 6))
      schedule.contributions.forEach(({ phase, edges }, i) => {
        for (const edge of edges) {
          expect(progress.hasActed(phase, edge, i)).toBe(false)
          expect(progress.hasActed(phase, edge, i + 1)).toBe(true)
          expect(progress.hasActed(phase, edge, schedule.contributions.length)).toBe(true)
        }
      })
  })
})
