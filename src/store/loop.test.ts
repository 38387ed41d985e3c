/** Loop, tested: what is tried out is no edit until it is applied, and an edit leaves nothing stale. */
import { describe, expect, it } from 'vitest'
import { hell, openUnfold, stateOf } from '../../testing/unfold'
import { setInput } from './actions/edit'
import { loopOf } from './loop'
import { stageMs } from './travel'

const open = () => {
  const opened = openUnfold(hell)
  return { ...opened, loop: loopOf(opened.unfold) }
}

describe('an input that is tried out', () => {
  it('runs beside the document, which stays as it is', () => {
    const { unfold, loop } = open()
    const before = stateOf(unfold).document
    loop.try({ t: 2, symbol: 0 })
    const run = loop.trialRun()!
    expect(run.network.sequence.inputs).toEqual([0, 0, 2, 2])
    expect(run.changed.size).toBeGreaterThan(0)
    expect(loop.trialRun()).toBe(run)
    expect(stateOf(unfold).document).toBe(before)
    expect(unfold.store.temporal.getState().pastStates).toHaveLength(0)
    loop.try(null)
    expect(loop.trialRun()).toBeNull()
  })

  it('is one edit when it is applied, and undone as one', () => {
    const { unfold, loop } = open()
    const before = stateOf(unfold).document
    loop.try({ t: 2, symbol: 0 })
    const { trace } = loop.trialRun()!
    expect(loop.apply()).toBe(true)
    const { document } = stateOf(unfold)
    expect(document.network.sequence.inputs).toEqual([0, 0, 2, 2])
    expect(unfold.derived.traceOf(document.network).values).toEqual(trace.values)
    expect(loop.store.getState().trial).toBeNull()
    unfold.store.temporal.getState().undo()
    expect(stateOf(unfold).document).toBe(before)
    expect(loop.apply()).toBe(false)
  })
})

describe('an edit', () => {
  it('takes back what is tried out, and a state that is there no more', () => {
    const { unfold, loop } = open()
    loop.ask(4)
    loop.try({ t: 4, symbol: 0 })
    setInput(unfold, 'he')
    expect(loop.store.getState()).toMatchObject({ t: null, trial: null })
    expect(loop.trialRun()).toBeNull()
  })

  it('leaves what is unfolded unfolded, and what is folded folded', () => {
    const { unfold, loop } = open()
    loop.travel.jump(4)
    setInput(unfold, 'hello')
    expect(loop.travel.store.getState().position).toBe(5)
    loop.travel.jump(0)
    setInput(unfold, 'he')
    expect(loop.travel.store.getState().position).toBe(0)
  })
})

describe('another network while it unfolds by itself', () => {
  it('stops it on a whole copy', () => {
    const { unfold, loop, tick } = open()
    loop.travel.travelTo(4)
    tick(2.3 * stageMs)
    setInput(unfold, 'hehl')
    expect(loop.travel.store.getState()).toEqual({ position: 2, goal: null })
  })

  it('is there whole where a state is asked about', () => {
    const { unfold, loop, tick } = open()
    loop.ask(2)
    tick(stageMs)
    setInput(unfold, 'hehl')
    expect(loop.travel.store.getState()).toEqual({ position: 4, goal: null })
  })
})

describe('a state that is asked about', () => {
  it('is unfolded on the way', () => {
    const { loop, settle } = open()
    loop.ask(2)
    settle(16, 10_000)
    expect(loop.travel.store.getState().position).toBe(4)
  })

  it('is there as soon in a long text as in one of twenty letters', () => {
    const framesOf = (text: string) => {
      const { unfold, loop, settle } = open()
      setInput(unfold, text)
      loop.ask(2)
      return settle(16, 10_000)
    }
    const [twenty, sixty] = ['ab'.repeat(10), 'ab'.repeat(30)].map(framesOf) as [number, number]
    expect(Math.abs(sixty - twenty)).toBeLessThan(4)
    expect(framesOf('abab')).toBeLessThan(twenty / 4)
  })

  it('stays, while another view is looked at', () => {
    const { unfold, loop } = open()
    loop.ask(2)
    expect(loopOf(unfold)).toBe(loop)
    expect(loopOf(unfold).store.getState().t).toBe(2)
  })
})
