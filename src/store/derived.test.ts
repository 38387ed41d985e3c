/** Derived, tested: what is worked out is right, and worked out once. */
import { describe, expect, it } from 'vitest'
import { randomWiredNetwork } from '../../testing/networks'
import { hell } from '../../testing/unfold'
import { createRunner, graphOf, run } from '../engine/run'
import { range } from '../engine/unfold'
import { plainView } from '../layout/columns'
import { createDerived } from './derived'
import {
  openDocument,
  withActivation,
  withHiddenSize,
  withInput,
  withSeed,
  withTarget,
} from './document'
import { plainRunning } from './store'

const document = openDocument(hell, 7)

describe('what is derived from a network', () => {
  it('is worked out once', () => {
    const { planOf, traceOf, scalesOf, layoutOf } = createDerived(
      () => 'byTime',
      () => plainRunning,
    )
    const room = { width: 900, height: 700 }
    for (const _ of range(1, 2)) {
      expect(planOf(hell)).toBe(planOf(hell))
      expect(traceOf(hell)).toBe(traceOf(hell))
      expect(scalesOf(hell, 'dark')).toBe(scalesOf(hell, 'dark'))
      expect(layoutOf(hell, room, plainView)).toBe(layoutOf(hell, room, plainView))
    }
    expect(scalesOf(hell, 'light')).not.toBe(scalesOf(hell, 'dark'))
    expect(layoutOf(hell, { ...room, width: 1200 }, plainView).width).toBeGreaterThan(
      layoutOf(hell, room, plainView).width,
    )
  })

  it('is that of the network that was asked for, however they take turns', () => {
    const { traceOf, planOf } = createDerived(
      () => 'byTime',
      () => plainRunning,
    )
    for (const seed of [1, 2, 1, 3, 3, 2, 1]) {
      const network = randomWiredNetwork(seed)
      const fresh = run(createRunner(graphOf(network), network.architecture), network)
      expect(traceOf(network).values).toEqual(fresh.values)
      expect(traceOf(network).gradients).toEqual(fresh.gradients)
      expect(planOf(network).runner.graph.tau).toBe(network.sequence.inputs.length)
    }
  })
})

describe('the plan', () => {
  it('is kept while only weights or symbols change', () => {
    const { planOf } = createDerived(
      () => 'byTime',
      () => plainRunning,
    )
    const plan = planOf(hell)
    expect(planOf(withSeed(document, 3).network)).toBe(plan)
    expect(planOf(withTarget(document, 'hell').network)).not.toBe(plan)
    expect(planOf({ ...hell, title: 'another' }).runner.graph.tau).toBe(4)
  })

  it('is another for other wiring, sizes, lengths or steps with a target', () => {
    const edits = [
      withInput(document, 'hel')!,
      withTarget(document, 'e∅lo'),
      withHiddenSize(document, 5),
      withActivation(document, 'relu'),
    ]
    for (const { network } of edits) {
      const { planOf } = createDerived(
        () => 'byTime',
        () => plainRunning,
      )
      const before = planOf(hell)
      const after = planOf(network)
      expect(after).not.toBe(before)
      const graph = graphOf(network)
      expect(after.runner.graph.nodes.map(({ key }) => key)).toEqual(
        graph.nodes.map(({ key }) => key),
      )
      expect(after.runner.architecture).toEqual(network.architecture)
    }
  })

  it('that is kept gives the trace of the new weights', () => {
    const { traceOf } = createDerived(
      () => 'byTime',
      () => plainRunning,
    )
    const { network } = withSeed(document, 3)
    const before = [...traceOf(hell).values]
    expect(traceOf(network).values).toEqual(
      run(createRunner(graphOf(network), network.architecture), network).values,
    )
    expect([...traceOf(hell).values]).toEqual(before)
  })
})
