/** Reach, tested: a trial edits nothing until it is applied, and one undo takes it back. */
import { describe, expect, it } from 'vitest'
import { randomNetwork } from '../../testing/networks'
import { hell, openUnfold } from '../../testing/unfold'
import { patterns } from '../engine/network'
import { range } from '../engine/unfold'
import { parseNetwork } from '../formats/network'
import { setWiring, undo } from './actions/edit'
import { applyTrial } from './actions/reach'
import { isApart, reachNumbers, runTrial, toReach, trialOf, withTrial } from './reach'
import { type ReachExampleId, loadReachExample } from './reachExamples'
import { noCuts } from './store'

describe('a trial', () => {
  it('that changes nothing is the network itself', () => {
    for (const seed of range(0, 11)) {
      const network = randomNetwork(seed)
      expect(withTrial(network, trialOf(network))).toBe(network)
    }
  })

  it('scales what multiplies the past, and nothing else', () => {
    const tried = withTrial(hell, { scale: 2, activation: 'relu' })
    expect(tried.architecture).toEqual({ ...hell.architecture, activation: 'relu' })
    for (const [name, { data }] of Object.entries(tried.parameters))
      expect([...data]).toEqual(
        [...hell.parameters[name]!.data].map((w) => (name === 'W' ? 2 * w : w)),
      )
  })

  it('becomes the network when applied, as one edit', () => {
    const { unfold } = openUnfold(hell)
    const before = unfold.store.getState().document
    applyTrial(unfold, { scale: 0.5, activation: 'sigmoid' })
    const { network } = unfold.store.getState().document
    expect(network).toEqual(withTrial(hell, { scale: 0.5, activation: 'sigmoid' }))
    expect(network).not.toEqual(hell)
    undo(unfold)
    expect(unfold.store.getState().document).toBe(before)
  })

  it('multiplies singular values and radius by its scale', () => {
    const reachOf = (scale: number) => {
      const network = withTrial(hell, { scale, activation: 'identity' })
      const { runner, trace } = runTrial(network, noCuts)
      return toReach(runner, trace, reachNumbers(runner, trace, network))
    }
    const [plain, doubled] = [reachOf(1), reachOf(2)]
    expect(doubled.matrices[0]!.largest).toBeCloseTo(2 * plain.matrices[0]!.largest, 12)
    expect(doubled.matrices[0]!.radius).toBeCloseTo(2 * plain.matrices[0]!.radius!, 12)
    expect(doubled.steps[2]!.stretches![0]).toBeCloseTo(2 * plain.steps[2]!.stretches![0]!, 12)
  })
})

it('what is cut comes back nowhere: neither in a length, nor through J(t), nor from a loss', () => {
  const cuts = new Set(['h(2) a(3)'])
  const { runner, trace } = runTrial(hell, cuts)
  const { steps, triangle } = toReach(runner, trace, reachNumbers(runner, trace, hell))
  expect(trace.cuts.size).toBe(1)
  const whole = runTrial(hell, noCuts)
  const before = toReach(whole.runner, whole.trace, reachNumbers(whole.runner, whole.trace, hell))
  expect(steps[2]!.norm).not.toBe(before.steps[2]!.norm)
  expect(new Set(steps[3]!.stretches)).toEqual(new Set([0]))
  triangle.losses.forEach(({ t }, row) => {
    expect(triangle.norm(row, 2) === null).toBe(t !== 2)
    expect(triangle.norm(row, 3)).toBe(before.triangle.norm(row, 3))
  })
})

it('a state’s gradient reaches the state before unless what is fed back is given or chosen', () => {
  for (const feedback of ['logits', 'probabilities', 'target', 'argmax'] as const) {
    const { unfold } = openUnfold(hell)
    setWiring(unfold, { ...patterns.fedBack, feedback })
    const { network } = unfold.store.getState().document
    const { runner } = unfold.derived.planOf(network)
    const trace = unfold.derived.traceOf(network)
    const { steps } = toReach(runner, trace, reachNumbers(runner, trace, network))
    expect(isApart(steps), feedback).toBe(feedback === 'target' || feedback === 'argmax')
  }
})

describe('the examples', () => {
  const reachOf = async (id: ReachExampleId) => {
    const { network } = parseNetwork(await loadReachExample(id))
    const { runner, trace } = runTrial(network, noCuts)
    const { steps, matrices } = toReach(runner, trace, reachNumbers(runner, trace, network))
    return { norms: steps.map(({ norm }) => norm!), steps, ...matrices[0]! }
  }

  it('vanish with a small W', async () => {
    const { norms, radius } = await reachOf('vanishing')
    expect(radius).toBeLessThan(1)
    expect(norms[0]! / norms.at(-1)!).toBeLessThan(1e-3)
  })

  it('explode with a large one', async () => {
    const { norms, radius } = await reachOf('exploding')
    expect(radius).toBeGreaterThan(1)
    expect(norms[0]! / norms.at(-1)!).toBeGreaterThan(100)
  })

  it('vanish in saturated units although W is large', async () => {
    const { norms, radius, steps } = await reachOf('saturated')
    expect(radius).toBeGreaterThan(1)
    expect(norms[0]! / norms.at(-1)!).toBeLessThan(1e-6)
    const slopes = steps.flatMap((step) => [...(step.slopes ?? [])])
    expect(slopes.filter((slope) => slope < 0.2).length).toBeGreaterThan(slopes.length / 2)
  })

  it('grow for a while and then fade with a W that is not normal', async () => {
    const { norms, radius, largest } = await reachOf('nonNormal')
    expect(radius).toBeLessThan(1)
    expect(largest).toBeGreaterThan(1)
    const most = Math.max(...norms)
    expect(most).toBeGreaterThan(3 * norms.at(-1)!)
    expect(most).toBeGreaterThan(3 * norms[0]!)
  })

  it('neither stretch nor shrink where W is the identity and units are on', async () => {
    const { steps, radius } = await reachOf('identityRelu')
    expect(radius).toBeCloseTo(1, 12)
    for (const { stretches } of steps)
      for (const stretch of stretches ?? []) expect([0, 1]).toContain(stretch)
  })
})
