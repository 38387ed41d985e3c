/** View, tested: how time is drawn, and what is looked at; none of it is an edit. */
import { describe, expect, it } from 'vitest'
import { hell, openUnfold, stateOf, textNetwork } from '../../../testing/unfold'
import { range } from '../../engine/unfold'
import type { Unfold } from '../unfold'
import { openEntry } from './explain'
import { goTo } from './goTo'
import { select, setFoldOpen, setNotation, setRoom, zoom } from './view'

const viewOf = ({ store }: ReturnType<typeof openUnfold>['unfold']) => store.getState().view

describe('going to a variable', () => {
  it('selects it by its name, with or without spaces', () => {
    const { unfold } = openUnfold(hell)
    for (const [name, key] of [
      ['h(3)', 'h(3)'],
      [' h ( 3 ) ', 'h(3)'],
      ['yhat(2)', 'yhat(2)'],
      // As the stage writes it: one character, or a letter and its hat.
      ['\u0177(2)', 'yhat(2)'],
      ['y\u0302(2)', 'yhat(2)'],
      ['W', 'W'],
      // A time alone is its state.
      ['3', 'h(3)'],
      ['t = 2', 'h(2)'],
      ['L', 'L'],
    ] as const) {
      expect(goTo(unfold, name)).toBe(true)
      expect(stateOf(unfold).selection).toBe(key)
    }
  })

  it('selects it anew where it is selected already: it may have been scrolled away', () => {
    const { unfold } = openUnfold(hell, { selection: 'h(2)' })
    const told: (string | null)[] = []
    unfold.store.subscribe(({ selection }) => told.push(selection))
    goTo(unfold, 'h(2)')
    expect(told).toEqual([null, 'h(2)'])
  })

  it('changes nothing where there is none of that name', () => {
    const { unfold } = openUnfold(hell, { selection: 'h(2)' })
    for (const name of ['', '40', 'h(99)', 'h', 'constructor', '__proto__', 'h(3'])
      expect(goTo(unfold, name), name).toBe(false)
    expect(stateOf(unfold).selection).toBe('h(2)')
  })
})

describe('what is folded away', () => {
  const open = () => {
    const view = { zoomLevel: 0, isFoldOpen: false }
    const { unfold } = openUnfold(textNetwork('a'.repeat(40), 'b'.repeat(40), 4), { view })
    return { unfold, isOpen: () => viewOf(unfold).isFoldOpen }
  }

  it('opens where something in it is gone to, or followed to', () => {
    for (const go of [
      (unfold: Unfold) => goTo(unfold, 'h(20)'),
      (unfold: Unfold) => select(unfold, 'a(20)'),
      (unfold: Unfold) => openEntry(unfold, { key: 'h(20)', isGradient: false, entry: 0 }),
    ]) {
      const { unfold, isOpen } = open()
      go(unfold)
      expect(isOpen()).toBe(true)
    }
  })

  it('stays closed where what is selected can be seen already, and can be closed again', () => {
    const { unfold, isOpen } = open()
    for (const key of ['h(1)', 'h(40)', 'W', 'L', null]) select(unfold, key)
    expect(isOpen()).toBe(false)
    select(unfold, 'h(20)')
    setFoldOpen(unfold, false)
    expect(isOpen()).toBe(false)
  })
})

describe('wider and narrower columns', () => {
  it('come back to where they were, level by level', () => {
    const { unfold } = openUnfold(hell)
    const before = viewOf(unfold)
    for (const _ of range(1, 2)) zoom(unfold, 1)
    expect(viewOf(unfold).zoomLevel).toBeGreaterThan(before.zoomLevel)
    for (const _ of range(1, 2)) zoom(unfold, -1)
    expect(viewOf(unfold)).toEqual(before)
  })

  it('end somewhere, and everything can still be drawn there', () => {
    for (const direction of [1, -1] as const) {
      const { unfold } = openUnfold(hell)
      for (const _ of range(1, 50)) zoom(unfold, direction)
      const level = viewOf(unfold).zoomLevel
      zoom(unfold, direction)
      expect(viewOf(unfold).zoomLevel).toBe(level)
      const { document, room, view } = unfold.store.getState()
      const { boxes, width } = unfold.derived.layoutOf(document.network, room, view)
      expect(boxes.every((box) => box.cellWidth > 0 && box.x >= 0)).toBe(true)
      expect(Number.isFinite(width)).toBe(true)
    }
  })
})

describe('none of it', () => {
  it('is an edit, or moves time', () => {
    const { unfold } = openUnfold(hell)
    unfold.clock.jump(7)
    zoom(unfold, 1)
    setFoldOpen(unfold, false)
    setRoom(unfold, { width: 400, height: 300 })
    select(unfold, 'h(1)')
    goTo(unfold, 'W')
    expect(unfold.store.temporal.getState().pastStates).toEqual([])
    expect(stateOf(unfold).playhead).toBe(7)
  })

  it('tells anybody of a room that is the same', () => {
    const { unfold } = openUnfold(hell)
    let changes = 0
    unfold.store.subscribe(() => changes++)
    setRoom(unfold, { ...unfold.store.getState().room })
    expect(changes).toBe(0)
    setRoom(unfold, { width: 1, height: 1 })
    expect(changes).toBe(1)
  })
})

describe('one number is reached by its name', () => {
  const placeOf = (name: string, notation: 'book' | 'joined' = 'book') => {
    const { unfold } = openUnfold(hell)
    setNotation(unfold, notation)
    return goTo(unfold, name) ? unfold.store.getState().explaining.trail.at(-1) : null
  }

  it('of a matrix, a vector, a number, a gradient, in any notation', () => {
    expect(placeOf('W[1][2]')).toEqual({ key: 'W', isGradient: false, entry: 1 * 4 + 2 })
    expect(placeOf('∇h(2)[3]')).toEqual({ key: 'h(2)', isGradient: true, entry: 3 })
    expect(placeOf('W_hh[1][2]', 'joined')).toEqual({ key: 'W', isGradient: false, entry: 6 })
  })

  it('and a gradient without an index is read about first', () => {
    const { unfold } = openUnfold(hell)
    for (const [name, half] of [
      ['∇h(2)', 'backward'],
      ['h(2)', 'forward'],
    ] as const) {
      expect(goTo(unfold, name)).toBe(true)
      expect(unfold.store.getState().explaining.asked.half).toBe(half)
    }
  })

  it('and not where there is none', () => {
    for (const name of ['W[4][0]', 'W[0]', 'h(2)[4]', 'h(2)[0][0]', 'Q[0][0]', 'L[0]'])
      expect(placeOf(name), name).toBeNull()
  })
})
