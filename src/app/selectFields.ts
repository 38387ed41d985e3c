/** Fields: a press that leads into one selects all that is there, as in an address bar; in the field the next places the caret, and a drag selects. */

/** Tab needs no help: browsers select what it leads to. */
export const selectFields = (): void => {
  let before: Element | null = null
  document.addEventListener('pointerdown', () => {
    before = document.activeElement
  })
  // Only after the press has placed the caret. Not every browser says of every field what is selected in it.
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target === before) return
    if (target.selectionStart === target.selectionEnd && !String(getSelection())) target.select()
  })
}
