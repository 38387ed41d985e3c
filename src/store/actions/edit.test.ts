/** Edit, tested: what is typed in one go is one step of undo; anything between begins another. */
import { describe, expect, it } from 'vitest'
import { hell, openUnfold } from '../../../testing/unfold'
import { inputText } from '../document'
import type { Unfold } from '../unfold'
import { asTyped, redo, setActivation, setHiddenSize, setInput, takeTypedBack, undo } from './edit'

const textOf = ({ store }: Unfold) => inputText(store.getState().document.network)
const pastOf = ({ store }: Unfold) => store.temporal.getState().pastStates.length
const futureOf = ({ store }: Unfold) => store.temporal.getState().futureStates.length

/** The first letter begins a run; the others go on with it. */
const type = (unfold: Unfold, ...texts: readonly string[]) => {
  for (const [i, text] of texts.entries()) asTyped(unfold, i > 0, () => setInput(unfold, text))
}

describe('typing', () => {
  it('is one edit, letter by letter, undone and redone as one', () => {
    const { unfold } = openUnfold(hell)
    const before = unfold.store.getState().document
    type(unfold, 'hello', 'hello,', 'hello, w', 'hello, you')
    expect(pastOf(unfold)).toBe(1)
    undo(unfold)
    expect(unfold.store.getState().document).toBe(before)
    redo(unfold)
    expect(textOf(unfold)).toBe('hello, you')
  })

  it('begins another edit after a rest, after any other edit, and after undo', () => {
    const { unfold } = openUnfold(hell)
    type(unfold, 'hel', 'he')
    type(unfold, 'hex', 'hexe')
    expect(pastOf(unfold)).toBe(2)
    setActivation(unfold, 'relu')
    asTyped(unfold, true, () => setInput(unfold, 'hexen'))
    expect(pastOf(unfold)).toBe(4)
    undo(unfold)
    asTyped(unfold, true, () => setInput(unfold, 'hexes'))
    expect([pastOf(unfold), futureOf(unfold)]).toEqual([4, 0])
    undo(unfold)
    expect(textOf(unfold)).toBe('hexe')
    redo(unfold)
    asTyped(unfold, true, () => setInput(unfold, 'hexest'))
    expect(pastOf(unfold)).toBe(5)
  })

  it('leaves nothing behind when it is taken back', () => {
    const { unfold } = openUnfold(hell)
    setActivation(unfold, 'relu')
    const before = unfold.store.getState().document
    asTyped(unfold, false, () => setHiddenSize(unfold, 2))
    asTyped(unfold, true, () => setHiddenSize(unfold, 20))
    expect(asTyped(unfold, true, () => setHiddenSize(unfold, 200))).toBe(false)
    expect(takeTypedBack(unfold)).toBe(true)
    expect(unfold.store.getState().document).toBe(before)
    expect([pastOf(unfold), futureOf(unfold)]).toEqual([1, 0])
    // Nothing typed, nothing to take back: not what another field did, either.
    expect(takeTypedBack(unfold)).toBe(false)
    type(unfold, 'hello')
    asTyped(unfold, false, () => setHiddenSize(unfold, 200))
    expect(takeTypedBack(unfold)).toBe(false)
    expect(textOf(unfold)).toBe('hello')
  })
})
