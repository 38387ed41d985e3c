/** Running, tested: a network on its own does what a loop over plain arrays does, and the same again from the same seed. */
import { describe, expect, it } from 'vitest'
import { drawnBy, freeRun, mostLikely } from '../../testing/freeRun'
import { randomFileNetwork, randomWiredNetwork } from '../../testing/networks'
import type { Network } from './network'
import { outcomesOf, partingsOf, saidAt } from './outcomes'
import { createRunner, gradientOf, graphOf, objectiveOf, run, valueOf } from './run'
import { asTrained, onItsOwn } from './running'
import { range } from './unfold'

const feedingBack = range(0, 239)
  .map(randomFileNetwork)
  .filter(({ architecture }) => architecture.feedback !== null)

const runOf = (network: Network) =>
  run(createRunner(graphOf(network), network.architecture), network)

const expectRun = (network: Network, steps: ReturnType<typeof freeRun>) => {
  const trace = runOf(network)
  const outcomes = outcomesOf(trace.graph)
  expect(outcomes.map(({ t }) => t)).toEqual(range(1, steps.length))
  outcomes.forEach((outcome, i) => {
    const { yhat, said, loss } = steps[i]!
    Array.from(valueOf(trace, outcome.prediction!), (p, k) => expect(p).toBeCloseTo(yhat[k]!, 12))
    expect(saidAt(trace, outcome)).toBe(said)
    if (loss === null) expect(outcome.loss).toBeNull()
    else expect(valueOf(trace, outcome.loss!)[0]).toBeCloseTo(loss, 10)
  })
  const total = steps.reduce((sum, { loss }) => sum + (loss ?? 0), 0)
  expect(valueOf(trace, objectiveOf(trace.graph))[0]).toBeCloseTo(total, 9)
}

describe('a network on its own', () => {
  it('that feeds back its most likely symbol agrees with a loop over plain arrays', () => {
    for (const network of feedingBack)
      expectRun(onItsOwn(network, 'argmax', 1), freeRun(network, mostLikely))
  })

  it('that feeds back drawn symbols agrees with a loop over plain arrays that draws the same numbers', () => {
    for (const [i, network] of feedingBack.entries()) {
      const alone = onItsOwn(network, 'sample', i)
      const { draws } = alone.sequence
      for (const u of draws!) expect(u >= 0 && u < 1).toBe(true)
      expectRun(
        alone,
        freeRun(network, (yhat, t) => drawnBy(yhat, draws![t - 1]!)),
      )
    }
  })

  it('draws the same symbols from the same seed, and others from another', () => {
    for (const network of feedingBack)
      expect(runOf(onItsOwn(network, 'sample', 5)).values).toEqual(
        runOf(onItsOwn(network, 'sample', 5)).values,
      )
    const draws = (seed: number) => onItsOwn(feedingBack[0]!, 'sample', seed).sequence.draws
    expect(draws(5)).not.toEqual(draws(6))
  })

  it('draws at a step what it drew there in a shorter sequence', () => {
    for (const network of feedingBack) {
      const { inputs, targets } = network.sequence
      const shorter = {
        ...network,
        sequence: { inputs: inputs.slice(0, 2), targets: targets.slice(0, 2) },
      }
      expect(onItsOwn(shorter, 'sample', 3).sequence.draws).toEqual(
        onItsOwn(network, 'sample', 3).sequence.draws!.slice(0, 2),
      )
    }
  })

  it('gets no gradient through what it chose', () => {
    for (const network of feedingBack)
      for (const choice of ['argmax', 'sample'] as const) {
        const trace = runOf(onItsOwn(network, choice, 1))
        for (const { chosen } of outcomesOf(trace.graph))
          expect(gradientOf(trace, chosen!)).toBeNull()
      }
  })
})

describe('a network as it is trained', () => {
  it('reads the true y of the step before, and zeros where there is none', () => {
    for (const network of feedingBack) {
      const trace = runOf(asTrained(network))
      for (const { t, read } of outcomesOf(trace.graph).slice(1)) {
        const target = network.sequence.targets[t - 2] ?? null
        expect([...valueOf(trace, read)]).toEqual(
          range(0, network.architecture.outputSize - 1).map((k) => (k === target ? 1 : 0)),
        )
      }
    }
  })

  it('keeps weights, data and the object itself where nothing changes', () => {
    for (const seed of range(0, 27)) {
      const network = randomWiredNetwork(seed)
      const { feedback } = network.architecture
      const trained = asTrained(network)
      expect(trained.parameters).toBe(network.parameters)
      expect(trained.sequence).toBe(network.sequence)
      if (feedback === null || feedback === 'target') expect(trained).toBe(network)
      else expect(trained.architecture).toEqual({ ...network.architecture, feedback: 'target' })
      if (feedback === null) expect(onItsOwn(network, 'sample', 1)).toBe(network)
    }
  })
})

describe('as trained and on its own', () => {
  const pairs = feedingBack.map((network) => {
    const both = [runOf(asTrained(network)), runOf(onItsOwn(network, 'argmax', 1))] as const
    const outcomes = [outcomesOf(both[0].graph), outcomesOf(both[1].graph)] as const
    return { network, both, outcomes, partings: partingsOf(both, outcomes) }
  })

  it('some part and some do not, so that what follows says something', () => {
    expect(pairs.some(({ partings }) => partings.length === 0)).toBe(true)
    expect(pairs.some(({ partings }) => partings.length > 0)).toBe(true)
  })

  it('part for the first time after a step whose symbol is not its target', () => {
    for (const { network, both, outcomes, partings } of pairs) {
      const wrong = outcomes[1]
        .slice(0, -1)
        .filter((outcome, i) => saidAt(both[1], outcome) !== network.sequence.targets[i])
      expect(partings[0]).toBe(wrong[0] && wrong[0].t + 1)
    }
  })

  it('predict the same to the last bit wherever both read the same', () => {
    for (const { both, outcomes, partings } of pairs)
      for (const [i, { t, prediction }] of outcomes[0].entries())
        if (!partings.includes(t))
          expect(valueOf(both[0], prediction!)).toEqual(
            valueOf(both[1], outcomes[1][i]!.prediction!),
          )
  })
})
