// @vitest-environment jsdom
/** Fields, tested: who presses into one means all of it; who is in it, or drags, means a place. */
import { beforeEach, expect, it } from 'vitest'
import { selectFields } from './selectFields'

selectFields()

let field: HTMLInputElement

beforeEach(() => {
  document.body.innerHTML = '<label>n<input type="text" value="banana"></label>'
  field = document.querySelector('input')!
})

/** As a browser does it: it focuses, and places the caret or selects, before the click. */
const press = (on: HTMLElement, [from, to]: readonly [number, number]) => {
  on.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }))
  field.focus()
  field.setSelectionRange(from, to)
  on.dispatchEvent(new MouseEvent('click', { bubbles: true }))
}
const selected = () => field.value.slice(field.selectionStart!, field.selectionEnd!)

it('the first press into a field, or on its label, selects all of it, and the next places the caret', () => {
  press(field, [3, 3])
  expect(selected()).toBe('banana')
  press(field, [3, 3])
  expect([field.selectionStart, selected()]).toEqual([3, ''])
  field.blur()
  press(document.querySelector('label')!, [3, 3])
  expect(selected()).toBe('banana')
})

it('what is dragged over stays selected', () => {
  press(field, [3, 5])
  expect(selected()).toBe('an')
})
