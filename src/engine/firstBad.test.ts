/** First bad, tested: over networks whose numbers are multiplied until they overflow, nothing before it is bad, and it is. */
import { describe, expect, it } from 'vitest'
import { oversized, overflowing } from '../../testing/overflow'
import { randomWiredNetwork } from '../../testing/networks'
import { firstBad } from './firstBad'
import { createRunner, gradientOf, graphOf, run, valueOf } from './run'
import { orders, createSchedule } from './schedule'
import { range } from './unfold'

const cases = range(0, 299).flatMap((seed) => {
  const network = oversized(randomWiredNetwork(seed), seed)
  const graph = graphOf(network)
  const cuts = new Set(
    graph.edges.filter(({ id }) => seed % 3 === 0 && id % 4 === 1).map((e) => e.id),
  )
  const trace = run(createRunner(graph, network.architecture, cuts), network)
  return orders.map((order) => {
    const schedule = createSchedule(graph, order)
    return { network, graph, trace, schedule, bad: firstBad(trace, schedule) }
  })
})

const isFinite = (numbers: Float64Array | null) => numbers?.every(Number.isFinite) ?? true

describe('the first bad number', () => {
  it('is there whenever a value or a gradient is not finite, and only then', () => {
    for (const { trace, bad } of cases)
      expect(bad === null).toBe(isFinite(trace.values) && isFinite(trace.gradients))
    const found = cases.flatMap(({ bad }) => bad ?? [])
    const kinds = new Set(found.map(({ phase, value }) => `${phase} ${value}`))
    for (const kind of [
      'forward Infinity',
      'forward NaN',
      'backward Infinity',
      'backward -Infinity',
    ])
      expect(kinds).toContain(kind)
    expect(found.length).toBeLessThan(cases.length)
  })

  it('has nothing bad before it: all that is complete by then is finite, but for itself', () => {
    for (const { graph, trace, schedule, bad } of cases) {
      if (!bad) continue
      const isForward = bad.phase === 'forward'
      for (const node of graph.nodes) {
        if (schedule.valueReady[node.id]! <= bad.done)
          expect(isFinite(valueOf(trace, node)) || (isForward && node === bad.node)).toBe(true)
        if (schedule.gradientReady[node.id]! <= bad.done)
          expect(isFinite(gradientOf(trace, node)) || (!isForward && node === bad.node)).toBe(true)
      }
    }
  })

  it('is what arrives then, and stays bad to the end', () => {
    for (const { trace, schedule, bad } of cases) {
      if (!bad) continue
      const { phase, node, entry, value, done } = bad
      expect(schedule.contributions[done - 1]).toMatchObject({ phase, node: node.id })
      expect(Number.isFinite(value)).toBe(false)
      const [numbers, ready] =
        phase === 'forward'
          ? [valueOf(trace, node), schedule.valueReady]
          : [gradientOf(trace, node)!, schedule.gradientReady]
      expect(Number.isFinite(numbers[entry]!)).toBe(false)
      expect(ready[node.id]).toBeGreaterThanOrEqual(done)
      if (ready[node.id] === done) expect(value).toEqual(numbers[entry])
    }
  })
})

it('a state that is multiplied at every step overflows at the step that arithmetic says', () => {
  const { network, at } = overflowing.state
  const graph = graphOf(network)
  const bad = firstBad(
    run(createRunner(graph, network.architecture), network),
    createSchedule(graph),
  )
  expect(bad).toMatchObject({ phase: 'forward', node: { key: at }, entry: 0, value: Infinity })
})

it('gradients may overflow where no value does', () => {
  const { network, at } = overflowing.gradient
  const graph = graphOf(network)
  const trace = run(createRunner(graph, network.architecture), network)
  expect(isFinite(trace.values)).toBe(true)
  expect(firstBad(trace, createSchedule(graph))).toMatchObject({
    ...{ phase: 'backward', node: { key: at } },
  })
})
