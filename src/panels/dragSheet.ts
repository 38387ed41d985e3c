/** Drag of a sheet: its head follows the finger, and where that lets go the nearest height is taken. */

export type SheetGoal = 'closed' | 'low' | 'tall'

/** A finger that moves no further than this taps. */
const stillPx = 8
/** So far the head is drawn for another height. */
const farPx = 48

/** Gives back what ends it. */
export const dragSheet = (head: HTMLElement, onGoal: (goal: SheetGoal) => void): (() => void) => {
  const sheet = head.closest<HTMLElement>('aside')!
  let from: { readonly y: number; readonly height: number } | null = null
  let isDragged = false
  const down = ({ clientY, isPrimary, button }: PointerEvent) => {
    isDragged = false
    // Beside the graph it is no sheet.
    const isSheet = getComputedStyle(sheet).position === 'absolute'
    if (isSheet && isPrimary && button === 0) from = { y: clientY, height: sheet.offsetHeight }
  }
  const move = ({ clientY, pointerId, buttons }: PointerEvent) => {
    // Let go elsewhere.
    if (buttons === 0) from = null
    if (!from) return
    const by = from.y - clientY
    if (!isDragged && Math.abs(by) < stillPx) return
    // From here on it is held by the head: what ends the drag presses nothing.
    if (!isDragged) head.setPointerCapture(pointerId)
    isDragged = true
    sheet.style.maxHeight = 'none'
    sheet.style.height = `${from.height + by}px`
  }
  const up = ({ clientY, type }: PointerEvent) => {
    if (from && isDragged) {
      sheet.style.height = sheet.style.maxHeight = ''
      if (type === 'pointerup') settle(from.y - clientY, from.height)
    }
    from = null
  }
  const settle = (by: number, height: number) => {
    const isTall = sheet.classList.contains('tall')
    if (by > farPx) onGoal('tall')
    else if (-by > height / 3 && !isTall) onGoal('closed')
    else if (-by > farPx && isTall) onGoal('low')
  }
  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up }
  for (const [type, listener] of Object.entries(listeners))
    head.addEventListener(type, listener as EventListener)
  return () => {
    for (const [type, listener] of Object.entries(listeners))
      head.removeEventListener(type, listener as EventListener)
  }
}
