/** Stop, tested: nothing leads beyond the first number that is none, it is named, and the ways out lead out. */
import { describe, expect, it } from 'vitest'
import { oversized, overflowing } from '../../testing/overflow'
import { createNetwork, randomFileNetwork } from '../../testing/networks'
import { hell, openUnfold } from '../../testing/unfold'
import { grains } from '../engine/schedule'
import { type Feedback, wiringOf } from '../engine/network'
import { createRunner, graphOf, run } from '../engine/run'
import { toTensor } from '../engine/tensor'
import { range } from '../engine/unfold'
import { change } from './actions/edit'
import { restoreCuts, toggleCut } from './actions/explain'
import { openText } from './actions/files'
import { setGrain, setLanguage, stepTime } from './actions/view'
import { formatNetwork } from '../formats/network'
import { commandOf } from './commands'
import { type Unfold, currentSentence, endOf, reachedBad } from './unfold'
import { takeWayOut, waysOut, withCalmParameters } from './waysOut'

const playheadOf = ({ clock }: Unfold) => clock.store.getState().playhead

const lengthOf = ({ store, derived }: Unfold): number => {
  const { document, grain } = store.getState()
  return derived.planOf(document.network).schedule.steps[grain].length
}

/** Ways to go on, each of which would lead to the end of the run. */
const waysOn: Readonly<Record<string, (unfold: Unfold, settle: () => void) => void>> = {
  'by steps': (unfold) => {
    for (let k = lengthOf(unfold); k >= 0; k--) unfold.clock.stepForward()
  },
  'by time steps': (unfold) => {
    for (let k = lengthOf(unfold); k >= 0; k--) stepTime(unfold, 1)
  },
  'by scrubbing': (unfold) => unfold.clock.jump(lengthOf(unfold)),
  'by the command': (unfold) => commandOf('toEnd').perform(unfold),
  'by playing': (unfold, settle) => {
    unfold.clock.play()
    settle()
  },
}

describe.each(Object.entries(overflowing))('a run whose %s overflows', (_, { network, at }) => {
  it.each(Object.keys(waysOn))('goes no further than that, %s', (way) => {
    for (const grain of grains) {
      const { unfold, settle } = openUnfold(network, {
        grain,
        isStill: way !== 'by playing',
        speed: 8,
      })
      waysOn[way]!(unfold, () => settle(100, 10_000))
      settle(100, 10_000)
      expect(playheadOf(unfold)).toBe(endOf(unfold))
      expect(playheadOf(unfold)).toBeLessThan(lengthOf(unfold))
      expect(unfold.clock.store.getState().isPlaying).toBe(false)
      expect(commandOf('stepForward').isEnabled(unfold)).toBe(false)
      expect(reachedBad(unfold)?.node.key).toBe(at)
      const { schedule } = unfold.derived.planOf(network)
      const step = schedule.steps[grain][endOf(unfold) - 1]!
      expect(step.nodes).toContain(reachedBad(unfold)!.node.id)
    }
  })

  it('says which number it is, in both languages, and only once it is there', () => {
    const { unfold } = openUnfold(network)
    unfold.clock.jump(endOf(unfold) - 1)
    expect(reachedBad(unfold)).toBe(null)
    expect(currentSentence(unfold)).not.toContain('∞')
    unfold.clock.jump(endOf(unfold))
    for (const language of ['en', 'zh'] as const) {
      setLanguage(unfold, language)
      expect(currentSentence(unfold)).toMatch(
        new RegExp(`^∇?${at.replace(/[()]/g, '\\$&')}\\[0\\].*∞`),
      )
    }
  })

  it('keeps its place within the bound when the grain changes', () => {
    const { unfold } = openUnfold(network)
    for (const from of grains)
      for (const to of grains) {
        setGrain(unfold, from)
        unfold.clock.jump(endOf(unfold))
        setGrain(unfold, to)
        expect(playheadOf(unfold)).toBeLessThanOrEqual(endOf(unfold))
      }
  })

  it('has ways out after which it comes to its end', () => {
    const opened = () => {
      const { unfold } = openUnfold(hell)
      openText(unfold, formatNetwork(network), 'file')
      unfold.clock.jump(endOf(unfold))
      return unfold
    }
    expect(waysOut(opened())).toEqual(['undo', 'scale', 'draw'])
    for (const way of waysOut(opened())) {
      const unfold = opened()
      takeWayOut(unfold, way)
      expect(unfold.store.getState().document.network).not.toBe(network)
      expect(endOf(unfold)).toBe(lengthOf(unfold))
      expect(reachedBad(unfold)).toBe(null)
    }
  })
})

it('undo is no way out where what it leads to overflows, too', () => {
  const { unfold } = openUnfold(overflowing.state.network)
  expect(waysOut(unfold)).not.toContain('undo')
  openText(unfold, formatNetwork(overflowing.gradient.network), 'file')
  expect(waysOut(unfold)).not.toContain('undo')
})

it('undo is a way out where what it leads to is finite, as with the teacher it is', () => {
  const of = (feedback: Feedback) => {
    const network = createNetwork(3, {
      ...{ inputSize: 2, hiddenSize: 2, outputSize: 2, tau: 6, activation: 'identity', targets: 1 },
      ...{ inputs: 'classes', hasInitialState: false, wiring: wiringOf('fedBack', feedback) },
    })
    const { shape, data } = network.parameters.W!
    const W = toTensor(
      shape,
      data.map((value) => value * 1e100),
    )
    return { ...network, parameters: { ...network.parameters, W } }
  }
  const { unfold } = openUnfold(of('target'))
  const { unfold: given } = openUnfold(of('logits'))
  expect(endOf(given)).toBeLessThan(lengthOf(given))
  expect(endOf(unfold)).toBe(lengthOf(unfold))
  change(unfold, (document) => {
    const { parameters } = document.network
    const data = parameters.V!.data.map(() => 1.7e308)
    const V = toTensor(parameters.V!.shape, data)
    const b = toTensor(parameters.b!.shape, [9, 9])
    return { ...document, network: { ...document.network, parameters: { ...parameters, V, b } } }
  })
  expect(endOf(unfold)).toBeLessThan(lengthOf(unfold))
  expect(waysOut(unfold)).toContain('undo')
})

it('a cut that holds back what overflows lets the run go on, until it is restored', () => {
  const { unfold } = openUnfold(overflowing.gradient.network)
  const before = endOf(unfold)
  toggleCut(unfold, 'h(2) a(3)')
  expect(endOf(unfold)).toBeGreaterThan(before)
  unfold.clock.jump(endOf(unfold))
  restoreCuts(unfold)
  expect(endOf(unfold)).toBe(before)
  expect(playheadOf(unfold)).toBe(before)
})

it('parameters scaled down make every run finite whose inputs are, and keep their signs and shapes', () => {
  for (const seed of range(0, 99)) {
    const network = oversized(randomFileNetwork(seed), seed)
    const calm = withCalmParameters(network)
    const trace = run(createRunner(graphOf(calm), calm.architecture), calm)
    expect([...trace.values, ...trace.gradients].every(Number.isFinite)).toBe(true)
    for (const [name, { shape, data }] of Object.entries(calm.parameters)) {
      const old = network.parameters[name]!
      expect(shape).toEqual(old.shape)
      for (const [i, value] of data.entries()) {
        expect(Math.abs(value)).toBeLessThanOrEqual(Math.min(1, Math.abs(old.data[i]!)))
        if (value !== 0) expect(Math.sign(value)).toBe(Math.sign(old.data[i]!))
      }
    }
    // What is calm already stays as it is, to the last bit but that of a sum.
    const again = withCalmParameters(calm)
    for (const [name, { data }] of Object.entries(again.parameters))
      data.forEach((value, i) => expect(value).toBeCloseTo(calm.parameters[name]!.data[i]!, 12))
  }
})
