/** Losses on and off, tested: what is off is as a step without a target, and comes back as it was. */
import { describe, expect, it } from 'vitest'
import { wirings } from '../../testing/networks'
import { hell, openUnfold, textNetwork } from '../../testing/unfold'
import { gradientOf } from '../engine/run'
import { setActivation, setLosses, setTarget, undo } from './actions/edit'
import { openDocument, silencedTargets, withLosses, withWiring } from './document'

const opened = openDocument(hell, 7)

describe('a loss that is switched off', () => {
  it('is as a step without a target', () => {
    const { network } = withLosses(opened, (t) => t !== 2)!
    expect(network.sequence.targets).toEqual(
      hell.sequence.targets.map((target, i) => (i === 1 ? null : target)),
    )
    expect(network.parameters).toBe(hell.parameters)
  })

  it('comes back with the target that it had, in any order', () => {
    const some = withLosses(
      withLosses(opened, (t) => t > 1)!,
      (t) => t > 2,
    )!
    expect([...silencedTargets(some).keys()]).toEqual([1, 2])
    const first = withLosses(some, (t) => t !== 2)!
    expect(first.network.sequence.targets[0]).toBe(hell.sequence.targets[0])
    expect(withLosses(first, () => true)!.network.sequence).toEqual(hell.sequence)
  })

  it('comes back after an edit of anything but the sequence', () => {
    const { unfold } = openUnfold(hell)
    setLosses(unfold, (t) => t === 4)
    setActivation(unfold, 'sigmoid')
    setLosses(unfold, () => true)
    const { network } = unfold.store.getState().document
    expect(network.sequence).toEqual(hell.sequence)
    expect(network.architecture.activation).toBe('sigmoid')
  })

  it('comes back after a visit to other patterns', () => {
    const some = withLosses(opened, (t) => t > 1)!
    const visited = wirings.reduce(withWiring, some)
    const home = withWiring(visited, wirings[0]!)
    expect(withLosses(home, () => true)!.network.sequence).toEqual(hell.sequence)
  })

  it('is forgotten once another target is typed', () => {
    const { unfold } = openUnfold(hell)
    setLosses(unfold, () => false)
    setTarget(unfold, 'oell')
    expect(silencedTargets(unfold.store.getState().document).size).toBe(0)
    expect(setLosses(unfold, () => true)).toBe(false)
  })

  it('is one edit for undo', () => {
    const { unfold } = openUnfold(hell)
    const before = unfold.store.getState().document
    setLosses(unfold, (t) => t === 4)
    expect(unfold.store.getState().document).not.toBe(before)
    undo(unfold)
    expect(unfold.store.getState().document).toBe(before)
  })

  it('takes with it what came back from it alone', () => {
    const { unfold } = openUnfold(hell)
    setLosses(unfold, (t) => t < 3)
    const { network } = unfold.store.getState().document
    const trace = unfold.derived.traceOf(network)
    const norm = (t: number) => Math.hypot(...gradientOf(trace, trace.graph.byKey.get(`h(${t})`)!)!)
    expect([norm(4), norm(3)]).toEqual([0, 0])
    expect(norm(2)).toBeGreaterThan(0)
  })
})

it('nothing changes where nothing is to be switched', () => {
  expect(withLosses(opened, () => true)).toBeNull()
  const gap = openDocument(textNetwork('abc', 'a∅c', 2), 1)
  expect(withLosses(gap, () => true)).toBeNull()
})

it('the one loss of a network that answers at the end stays', () => {
  const last = withWiring(opened, { recurrence: 'hidden', readout: 'last-step', feedback: null })
  expect(withLosses(last, () => false)).toBeNull()
})
