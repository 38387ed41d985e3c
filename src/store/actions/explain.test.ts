/** Explain, tested: trails of numbers, and cuts that change what is shown and nothing else. */
import { describe, expect, it } from 'vitest'
import { hell, openUnfold } from '../../../testing/unfold'
import { gradientOf } from '../../engine/run'
import { type Unfold, storyOf } from '../unfold'
import { inputText } from '../document'
import { redo, setInput, undo } from './edit'
import {
  closeEntry,
  followEntry,
  goOnToEntry,
  openEntry,
  openShare,
  restoreCuts,
  toggleCut,
  trailOf,
  turnToEntry,
} from './explain'
import { networkFile, openText } from './files'
import { traceFile } from './traceFile'
import { select } from './view'

const place = (key: string, entry = 0, isGradient = false) => ({ key, entry, isGradient })

const open = () => {
  const { unfold } = openUnfold(hell)
  return { unfold, trail: () => trailOf(unfold.store.getState()).map(({ key }) => key) }
}

describe('an open share', () => {
  const shareOf = ({ store }: Unfold) => store.getState().explaining.share?.edge ?? null
  it('stays with its parameter and with what is computed, and closes where another is chosen or a network is opened', () => {
    const { unfold } = open()
    const { cell } = storyOf(unfold).trace.graph
    const openIt = () =>
      openShare(unfold, {
        ...{ cell, edge: 'W a(3)' },
        pointed: { phase: 'backward', edges: [], nodes: [] },
      })
    openIt()
    select(unfold, 'W')
    followEntry(unfold, place('W', 1, true))
    select(unfold, null)
    expect(shareOf(unfold)).toBe('W a(3)')
    for (const leave of [
      () => select(unfold, 'h(2)'),
      () => openEntry(unfold, place('h(2)')),
      () => openText(unfold, networkFile(unfold).text, 'same.json'),
    ]) {
      openIt()
      leave()
      expect(shareOf(unfold)).toBeNull()
    }
  })
})

describe('the trail', () => {
  it('grows by what is followed, and falls back to what was passed', () => {
    const { unfold, trail } = open()
    openEntry(unfold, place('L'))
    followEntry(unfold, place('L(1)'))
    followEntry(unfold, place('o(1)', 2))
    expect(trail()).toEqual(['L', 'L(1)', 'o(1)'])
    expect(unfold.store.getState().selection).toBe('o(1)')
    followEntry(unfold, place('L(1)'))
    expect(trail()).toEqual(['L', 'L(1)'])
  })

  it('has another entry in the place of the present one', () => {
    const { unfold, trail } = open()
    openEntry(unfold, place('L'))
    followEntry(unfold, place('o(1)'))
    turnToEntry(unfold, place('o(1)', 1))
    expect(trail()).toEqual(['L', 'o(1)'])
    expect(trailOf(unfold.store.getState()).at(-1)).toEqual(place('o(1)', 1))
  })

  it('goes on to a number of what is read about, and turns to another of the same vector', () => {
    const { unfold, trail } = open()
    goOnToEntry(unfold, place('h(2)', 1, true))
    goOnToEntry(unfold, place('h(2)', 2, true))
    // Another term of the same number is looked at, not the number closed.
    goOnToEntry(unfold, { ...place('h(2)', 2, true), term: 1 })
    expect(trail()).toEqual(['h(2)'])
    followEntry(unfold, place('W', 7))
    goOnToEntry(unfold, place('W', 4, true))
    expect(trail()).toEqual(['h(2)', 'W', 'W'])
    goOnToEntry(unfold, place('W', 4, true))
    expect(trail()).toEqual([])
  })

  it('tells a value from its gradient', () => {
    const { unfold, trail } = open()
    openEntry(unfold, place('h(1)'))
    followEntry(unfold, place('h(1)', 0, true))
    expect(trail()).toEqual(['h(1)', 'h(1)'])
  })

  it('ends where something else is selected, where the same is opened again, and where it is closed', () => {
    const { unfold, trail } = open()
    openEntry(unfold, place('h(1)'))
    select(unfold, 'h(2)')
    expect(trail()).toEqual([])
    select(unfold, 'h(1)')
    expect(trail()).toEqual([])
    openEntry(unfold, place('h(1)'))
    openEntry(unfold, place('h(1)'))
    expect(trail()).toEqual([])
    expect(unfold.store.getState().selection).toBe('h(1)')
    openEntry(unfold, place('h(1)'))
    closeEntry(unfold)
    expect(trail()).toEqual([])
  })
})

describe('a cut', () => {
  const gradient = (unfold: ReturnType<typeof open>['unfold']) => {
    const { trace } = storyOf(unfold)
    return [...gradientOf(trace, trace.graph.byKey.get('h(2)')!)!]
  }

  it('changes the gradients that are shown, and one action restores them', () => {
    const { unfold } = open()
    const before = gradient(unfold)
    toggleCut(unfold, 'h(2) a(3)')
    expect(gradient(unfold)).not.toEqual(before)
    toggleCut(unfold, 'h(2) o(2)')
    expect(gradient(unfold)).toEqual(before.map(() => 0))
    restoreCuts(unfold)
    expect(gradient(unfold)).toEqual(before)
  })

  it('is in no file that is saved', () => {
    const { unfold } = open()
    const [trace, network] = [traceFile(unfold).text, networkFile(unfold).text]
    toggleCut(unfold, 'h(2) a(3)')
    expect(traceFile(unfold).text).toBe(trace)
    expect(networkFile(unfold).text).toBe(network)
  })

  it('is undone and redone in its turn, like an edit, and so is its restoring', () => {
    const { unfold } = open()
    const { store } = unfold
    const seen = () => [inputText(store.getState().document.network), ...store.getState().cuts]
    const states = [seen()]
    for (const act of [
      () => toggleCut(unfold, 'h(2) a(3)'),
      () => setInput(unfold, 'help'),
      () => toggleCut(unfold, 'h(2) o(2)'),
      () => toggleCut(unfold, 'h(2) a(3)'),
      () => restoreCuts(unfold),
    ]) {
      act()
      states.push(seen())
    }
    for (const state of states.toReversed().slice(1)) {
      undo(unfold)
      expect(seen()).toEqual(state)
    }
    expect(store.temporal.getState().pastStates).toEqual([])
    for (const state of states.slice(1)) {
      redo(unfold)
      expect(seen()).toEqual(state)
    }
  })

  it('is gone when another file is opened, and does nothing where there is no such edge', () => {
    const { unfold } = open()
    const before = gradient(unfold)
    toggleCut(unfold, 'h(9) a(10)')
    expect(gradient(unfold)).toEqual(before)
    toggleCut(unfold, 'h(2) a(3)')
    openText(unfold, networkFile(unfold).text, 'again')
    expect(unfold.store.getState().cuts.size).toBe(0)
    expect(gradient(unfold)).toEqual(before)
  })
})
