/** Moving along time by hand: a drag moves the drawing; two fingers, or Control and the wheel, make columns wider or narrower. */

export interface Hand {
  readonly scroller: HTMLElement
  readonly level: () => number
  /** Which time stands at an x of the screen. */
  readonly timeAt: (clientX: number) => number
  /** Zooms, and draws so that the time stands at that x. */
  readonly zoomTo: (level: number, time: number, clientX: number) => void
}

/** A press that moves no further than this is a click. */
const stillPx = 5
/** A drawing anew costs more than a frame: a pinch takes quarters of a level. */
const fineness = 4
/** What a level multiplies widths by. */
const levelBase = 1.5
/** One notch of most wheels. */
const notchPx = 100

/** Gives back what ends it. */
export const moveAlongTime = (hand: Hand): (() => void) => {
  const stops = [listenToDrag(hand.scroller), listenToPinch(hand), listenToWheel(hand)]
  return () => {
    for (const stop of stops) stop()
  }
}

/** A mouse takes hold of the drawing; fingers scroll it as they scroll anything. */
const listenToDrag = (scroller: HTMLElement): (() => void) => {
  let from: { readonly x: number; readonly y: number } | null = null
  let start = { left: 0, top: 0 }
  let isDragging = false
  const down = ({ pointerType, button, clientX, clientY }: PointerEvent) => {
    isDragging = false
    if (pointerType === 'touch' || button !== 0) return
    from = { x: clientX, y: clientY }
    start = { left: scroller.scrollLeft, top: scroller.scrollTop }
  }
  const move = ({ buttons, pointerId, clientX, clientY }: PointerEvent) => {
    if (!from) return
    if (buttons === 0) return up()
    const [across, along] = [clientX - from.x, clientY - from.y]
    if (!isDragging && Math.hypot(across, along) < stillPx) return
    if (!isDragging) scroller.setPointerCapture(pointerId)
    isDragging = true
    scroller.classList.add('dragged')
    scroller.scrollTo({ left: start.left - across, top: start.top - along, behavior: 'instant' })
  }
  const up = () => {
    from = null
    scroller.classList.remove('dragged')
  }
  // What ends a drag is not a click on what happens to be under the pointer.
  const click = (event: MouseEvent) => {
    if (isDragging) event.stopPropagation()
    isDragging = false
  }
  return listen(scroller, [
    ['pointerdown', down],
    ['pointermove', move],
    ['pointerup', up],
    ['pointercancel', up],
    ['click', click, { capture: true }],
  ])
}

/** The time between two fingers stays between them. */
const listenToPinch = ({ scroller, level, timeAt, zoomTo }: Hand): (() => void) => {
  let pinch: { readonly time: number; readonly level: number; readonly apart: number } | null = null
  const start = ({ touches }: TouchEvent) => {
    const fingers = toFingers(touches)
    pinch = fingers && { time: timeAt(fingers.middle), level: level(), apart: fingers.apart }
  }
  const move = (event: TouchEvent) => {
    const fingers = toFingers(event.touches)
    // Two fingers may have been there before this was.
    if (!pinch) start(event)
    if (!pinch || !fingers) return
    // The page itself is neither scrolled nor zoomed by these two fingers.
    if (event.cancelable) event.preventDefault()
    const levels = Math.log(fingers.apart / pinch.apart) / Math.log(levelBase)
    zoomTo(toFine(pinch.level + levels), pinch.time, fingers.middle)
  }
  return listen(scroller, [
    ['touchstart', start, { passive: true }],
    ['touchmove', move, { passive: false }],
    ['touchend', start, { passive: true }],
    ['touchcancel', start, { passive: true }],
  ])
}

const toFingers = (touches: TouchList) => {
  const [a, b] = touches
  if (!a || !b || touches.length > 2) return null
  const apart = Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY))
  return { middle: (a.clientX + b.clientX) / 2, apart }
}

/** Control and the wheel (browsers send a pinch on a touchpad so, too); the wheel alone scrolls. */
const listenToWheel = ({ scroller, level, timeAt, zoomTo }: Hand): (() => void) => {
  // What is less than a quarter of a level waits for more.
  let rest = 0
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey) return
    event.preventDefault()
    const { clientX, deltaY, deltaMode } = event
    const notches = deltaMode === WheelEvent.DOM_DELTA_PIXEL ? deltaY / notchPx : Math.sign(deltaY)
    rest -= Math.max(-1, Math.min(1, notches))
    const levels = Math.trunc(rest * fineness) / fineness
    rest -= levels
    if (levels !== 0) zoomTo(level() + levels, timeAt(clientX), clientX)
  }
  return listen(scroller, [['wheel', wheel, { passive: false }]])
}

const toFine = (level: number): number => Math.round(level * fineness) / fineness

type Listening = {
  [K in keyof HTMLElementEventMap]: readonly [
    K,
    (event: HTMLElementEventMap[K]) => void,
    AddEventListenerOptions?,
  ]
}[keyof HTMLElementEventMap]

const listen = (element: HTMLElement, listenings: readonly Listening[]): (() => void) => {
  for (const [type, listener, options] of listenings)
    element.addEventListener(type, listener as EventListener, options)
  return () => {
    for (const [type, listener, options] of listenings)
      element.removeEventListener(type, listener as EventListener, options)
  }
}
