// @vitest-environment jsdom
/** Shortcuts, tested: keys do what the table of commands says, where it says so, and nowhere else. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hell, lengthOf, openUnfold, stateOf } from '../../testing/unfold'
import { setInput } from '../store/actions/edit'
import { select, setGrain } from '../store/actions/view'
import { addCover } from '../panels/covers'
import { listenToKeys } from './shortcuts'

// What jsdom lacks of a browser.
Object.assign(Element.prototype, { scrollIntoView: () => {} })
Object.assign(globalThis, {
  CSS: { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') },
})

/** A page with a graph of a few variables, a text field and a button. */
const markup = `
  <main class="stage">
    <svg><g class="unfolded" tabindex="0">
      <g class="box" data-key="x(1)" tabindex="-1"></g>
      <g class="box" data-key="h(1)" tabindex="-1"></g>
      <g class="box" data-key="h(2)" tabindex="-1"></g>
      <g class="box" data-key="o(1)" tabindex="-1"></g>
    </g></svg>
  </main>
  <input type="text" value="abc"><input type="range"><input type="radio"><button type="button"></button>`

const open = () => {
  const opened = openUnfold(hell)
  const openKeys = vi.fn<() => void>()
  const stop = listenToKeys(opened.unfold, openKeys)
  return {
    ...opened,
    ...{ openKeys, stop },
    playhead: () => opened.unfold.clock.store.getState().playhead,
  }
}

let page: ReturnType<typeof open>

beforeEach(() => {
  document.body.innerHTML = markup
  page = open()
})

afterEach(() => page.stop())

/** Presses a key on an element; was it taken? */
const press = (key: string, init: KeyboardEventInit = {}, on = 'body'): boolean =>
  !document
    .querySelector(on)!
    .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }))

const focused = () => document.activeElement?.getAttribute('data-key') ?? null

describe('keys on the page', () => {
  it('step forward and back, by one step and by a whole time step', () => {
    const { unfold, playhead, settle } = page
    const after = (key: string, init: KeyboardEventInit = {}) => {
      expect(press(key, init)).toBe(true)
      settle(16, 1000)
      return playhead()
    }
    expect([after('ArrowRight'), after('PageDown'), after('ArrowLeft')]).toEqual([1, 2, 1])
    expect(after('ArrowRight', { shiftKey: true })).toBe(5)
    expect(after('ArrowLeft', { shiftKey: true })).toBe(0)
    expect([after('End'), after('PageUp'), after('Home')]).toEqual([
      ...[lengthOf(unfold), lengthOf(unfold) - 1, 0],
    ])
  })

  it('play and pause with Space', () => {
    const { unfold } = page
    press(' ')
    expect(unfold.clock.store.getState().isPlaying).toBe(true)
    press(' ')
    expect(unfold.clock.store.getState().isPlaying).toBe(false)
  })

  it('Home and End choose the first and the last of what one chooses among', () => {
    document.body.innerHTML = `<fieldset role="radiogroup">
      <input type="radio" name="a" id="a"><input type="radio" name="a" id="b" checked>
      <input type="radio" name="a" id="c"><input type="radio" name="a" id="d" disabled></fieldset>`
    for (const [key, on, to] of [
      ['End', '#b', 'c'],
      ['Home', '#c', 'a'],
    ] as const) {
      expect(press(key, {}, on)).toBe(true)
      expect(document.activeElement!.id).toBe(to)
      expect(document.querySelector(':checked')!.id).toBe(to)
    }
    expect(press('End', { shiftKey: true }, '#a')).toBe(false)
  })

  it('undo and redo edits, with Control or with the command key', () => {
    const { unfold } = page
    const { document: before } = stateOf(unfold)
    setInput(unfold, 'abc')
    const { document: after } = stateOf(unfold)
    press('z', { ctrlKey: true })
    expect(stateOf(unfold).document).toBe(before)
    press('Z', { metaKey: true, shiftKey: true })
    expect(stateOf(unfold).document).toBe(after)
    press('z', { ctrlKey: true }, 'input[type=range]')
    expect(stateOf(unfold).document).toBe(before)
  })

  it('undo, in a text field, what was typed there since one came to it, else edits', () => {
    const { unfold } = page
    const { document: before } = stateOf(unfold)
    setInput(unfold, 'abc')
    const { document: edited } = stateOf(unfold)
    const field = document.querySelector<HTMLInputElement>('input[type=text]')!
    const type = (value: string, inputType: string) => {
      field.value = value
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType }))
    }
    const isTaken = (shiftKey = false) =>
      press('z', { ctrlKey: true, shiftKey }, 'input[type=text]')
    field.focus()
    // Where nothing was typed the keys are those of edits; with none left they are still not the browser's, which would go on in another field.
    for (const isRedo of [false, false, true, true]) {
      expect(isTaken(isRedo)).toBe(true)
      expect(stateOf(unfold).document).toBe(isRedo ? edited : before)
    }
    // What is not taken is the browser's: its own undo, of what is typed.
    type('abcd', 'insertText')
    expect([isTaken(), isTaken(true)]).toEqual([false, true])
    type('abc', 'historyUndo')
    expect([isTaken(), isTaken(true)]).toEqual([true, false])
    type('abcd', 'historyRedo')
    expect([isTaken(), isTaken(true)]).toEqual([false, true])
    expect(stateOf(unfold).document).toBe(edited)
  })

  it('let go of what is selected', () => {
    select(page.unfold, 'h(2)')
    press('Escape')
    expect(stateOf(page.unfold).selection).toBeNull()
  })

  it('open the list of keys', () => {
    press('?', { shiftKey: true })
    press('?')
    expect(page.openKeys).toHaveBeenCalledTimes(2)
  })

  it('complete what moves, and then do their own work', () => {
    const { tick, playhead, settle } = page
    press('ArrowRight')
    tick(100)
    press('ArrowRight')
    expect(playhead()).toBe(1)
    tick(100)
    expect(playhead()).toBeCloseTo(1.25, 6)
    press('ArrowLeft')
    expect(playhead()).toBe(1)
    press('ArrowRight')
    tick(100)
    press('q')
    expect(playhead()).toBe(2)
    settle(16, 1000)
    expect(playhead()).toBe(2)
  })

  it('held down never skip a step', () => {
    const { tick, playhead } = page
    for (let i = 0; i < 10; i++) {
      const before = Math.ceil(playhead())
      press('ArrowRight', { repeat: true })
      tick(33)
      expect(playhead() - before).toBeLessThanOrEqual(1)
    }
  })

  it('a press of the pointer completes what moves, too', () => {
    const { tick, playhead } = page
    press('ArrowRight')
    tick(100)
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    expect(playhead()).toBe(1)
  })
})

describe('keys that are left alone', () => {
  const keys = ['ArrowRight', 'ArrowLeft', 'Home', 'End', 'PageDown', 'PageUp', ' ', 'Escape', '?']

  it('are all of those in a text field', () => {
    setInput(page.unfold, 'abc')
    const before = stateOf(page.unfold)
    for (const key of keys) expect(press(key, {}, 'input[type=text]'), key).toBe(false)
    expect(stateOf(page.unfold)).toEqual(before)
  })

  it('are arrows and Space on a control that has them for itself', () => {
    const before = stateOf(page.unfold)
    for (const key of ['ArrowRight', 'ArrowLeft', ' ', 'Home', 'End'])
      for (const on of ['input[type=radio]', 'button']) expect(press(key, {}, on), key).toBe(false)
    expect(stateOf(page.unfold)).toEqual(before)
  })

  it('are those with Alt, and Tab, and letters', () => {
    expect(press('ArrowRight', { altKey: true })).toBe(false)
    expect(press('ArrowRight', { ctrlKey: true })).toBe(false)
    for (const key of ['Tab', 'a', 'z', 'Z', '1']) expect(press(key)).toBe(false)
    expect(page.playhead()).toBe(0)
  })

  it('are those of somebody who is composing a character, or that were taken already', () => {
    expect(press('PageDown', { isComposing: true })).toBe(false)
    document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true })
    press('PageDown')
    page.settle(16, 1000)
    expect(page.playhead()).toBe(0)
  })

  it('are all while a dialog is open', () => {
    const dialog = Object.assign(document.createElement('dialog'), { open: true })
    document.body.append(dialog)
    const uncover = addCover(dialog)
    expect(press('PageDown')).toBe(false)
    expect(press('?')).toBe(false)
    uncover()
    expect(press('PageDown')).toBe(true)
  })

  it('are all once nobody listens any more', () => {
    page.stop()
    expect(press('PageDown')).toBe(false)
    expect(page.openKeys).not.toHaveBeenCalled()
  })
})

describe('keys on the graph', () => {
  const onBox = (key: string, box: string, init: KeyboardEventInit = {}) =>
    press(key, init, `[data-key="${box}"]`)

  it('lead into it, and out again', () => {
    press('Enter', {}, '.unfolded')
    expect(focused()).toBe('x(1)')
    onBox('Escape', 'x(1)')
    expect(document.activeElement?.matches('.unfolded')).toBe(true)
  })

  it('lead into it at what is selected', () => {
    select(page.unfold, 'h(2)')
    press('ArrowDown', {}, '.unfolded')
    expect(focused()).toBe('h(2)')
  })

  it('lead into it along what the last step went, where that added to a parameter', () => {
    const { unfold } = page
    document
      .querySelector('.stage')!
      .insertAdjacentHTML('beforeend', '<svg><g data-key="c"></g></svg>')
    const { schedule, runner } = unfold.derived.planOf(hell)
    const { nodes } = runner.graph
    const adds = schedule.steps.contribution.findIndex(
      ({ nodes: [node], t, phase }) => phase === 'backward' && nodes[node!]!.key === 'c' && t === 1,
    )
    setGrain(unfold, 'contribution')
    unfold.clock.jump(adds + 1)
    press('Enter', {}, '.unfolded')
    expect(focused()).toBe('o(1)')
  })

  it('walk along it by structure, without a step of time', () => {
    onBox('ArrowRight', 'h(1)')
    expect(focused()).toBe('h(2)')
    onBox('ArrowLeft', 'h(2)')
    expect(focused()).toBe('h(1)')
    onBox('ArrowUp', 'h(1)')
    expect(focused()).toBe('o(1)')
    page.settle(16, 1000)
    expect(page.playhead()).toBe(0)
  })

  it('select a variable, and play nothing', () => {
    for (const key of ['Enter', ' ']) {
      select(page.unfold, null)
      expect(onBox(key, 'h(2)')).toBe(true)
      expect(stateOf(page.unfold)).toMatchObject({ selection: 'h(2)', isPlaying: false })
    }
  })

  it('step through time with Shift, as anywhere on the stage', () => {
    onBox('ArrowRight', 'h(1)', { shiftKey: true })
    expect(page.playhead()).toBe(5)
  })
})
