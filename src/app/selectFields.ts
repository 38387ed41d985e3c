/** Fields: a press that leads into one selects all that is there, as in an address bar; in the field the next places the caret, and a drag selects. */

/** A press that has moved further, in pixels, has selected something itself. */
const still = 4

/** Tab needs no help: browsers select what it leads to. */
export const selectFields = (): void => {
  let press: PointerEvent | null = null
  let before: Element | null = null
  document.addEventListener('pointerdown', (event) => {
    press = event
    before = document.activeElement
  })
  // Only after the press has placed the caret; a number has no place of its caret to ask for.
  document.addEventListener('click', ({ target, clientX, clientY }) => {
    if (!(target instanceof HTMLInputElement) || target === before) return
    const isDrag =
      press?.target === target &&
      Math.hypot(clientX - press.clientX, clientY - press.clientY) > still
    if (!isDrag) target.select()
  })
}
