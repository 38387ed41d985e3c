/** ModelFacts, tested. */
import { describe, expect, it } from 'vitest'
import { hell, textNetwork } from '../../../testing/unfold'
import { totalOf } from '../../engine/model/joint'
import { cellOf } from '../../engine/run'
import { mostShown, modelFactsOf } from './modelFacts'
import { modelStoreOf, questionOf, setGiven } from './modelStore'
import { openUnfold } from '../../../testing/unfold'
import { parametersByUse } from './parametersByUse'
import { reachAt } from './reach'

describe('what is known of a network as a model', () => {
  it('is worked out once', () => {
    expect(modelFactsOf(hell)).toBe(modelFactsOf(hell))
  })

  it('of hell → ello is the run on the stage', () => {
    const { chain, classes, total } = modelFactsOf(hell)
    expect(chain!.isRun).toBe(true)
    expect(chain!.reads).toEqual(['h', 'e', 'l', 'l'])
    expect(chain!.product).toBeCloseTo(Math.exp(-chain!.loss), 14)
    expect(totalOf(chain!.joint!)).toBeCloseTo(1, 12)
    expect([classes, total]).toEqual([4, 4 * 4 + 4 * 4 + 4 * 4 + 4 + 4])
  })

  it('of other targets is another run, in which each is read at the next step', () => {
    const { chain } = modelFactsOf(textNetwork('abab', 'bbbb', 3))
    expect(chain!.isRun).toBe(false)
    expect(chain!.reads).toEqual(['a', 'b', 'b', 'b'])
  })

  it('has the most likely symbol where a target is missing', () => {
    const network = textNetwork('abab', 'b∅ab', 3)
    const { chain } = modelFactsOf(network)
    expect(chain!.filled).toEqual([2])
    expect(chain!.factors[1]).toBeGreaterThanOrEqual(0.5)
  })

  it('of a long sequence enumerates the first steps, and shows a dozen', () => {
    const { chain, shown, tau } = modelFactsOf(textNetwork('abcd'.repeat(10), 'bcda'.repeat(10), 3))
    expect([shown, tau]).toEqual([mostShown, 40])
    expect(chain!.joint!.times).toHaveLength(6)
    expect(chain!.factors).toHaveLength(40)
  })
})

it('a question forgets steps and symbols that the network no longer has, and what is asked for', () => {
  const { unfold } = openUnfold(hell)
  const store = modelStoreOf(unfold)
  setGiven(store, 1, 3)
  setGiven(store, 4, 0)
  setGiven(store, 2, 1)
  setGiven(store, 2, null)
  expect([...questionOf(store.getState(), 4, 4).given]).toEqual([[4, 0]])
  expect([...questionOf({ ...store.getState(), asked: 2 }, 4, 4).given]).toEqual([
    [1, 3],
    [4, 0],
  ])
  expect([...questionOf({ ...store.getState(), asked: 9 }, 3, 3).given]).toEqual([])
})

it('the parameters of a cell are told apart by what they are for', () => {
  expect(parametersByUse(cellOf(hell.architecture))).toEqual({
    read: ['U'],
    keep: ['W'],
    tell: ['V'],
  })
})

it('the view has come as far as the run has ŷ', () => {
  const { unfold } = openUnfold(hell)
  const { schedule, runner } = unfold.derived.planOf(hell)
  const reaches = schedule.steps.timeStep.map((_, i) =>
    reachAt(schedule, runner.graph, 'timeStep', i + 1),
  )
  expect(reachAt(schedule, runner.graph, 'timeStep', 0)).toEqual({ t: null, predicted: 0 })
  expect(reaches.slice(0, 4)).toEqual([1, 2, 3, 4].map((t) => ({ t, predicted: t })))
  expect(reaches.at(-1)).toEqual({ t: 1, predicted: 4 })
})
