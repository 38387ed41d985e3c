/** Keep taps from: the tap that closes an open drawer is none on the drawing beneath; what is meant by it, a button or a field, answers. Comes where there is a drawer. */
export const keepTapsFrom = (drawer: HTMLElement): (() => void) => {
  let isKept = false
  const onTap = (event: Event) => {
    const target = event.target as Element
    if (event.type === 'pointerdown')
      isKept = drawer.matches(':popover-open') && !target.closest(answering)
    if (!isKept) return
    event.stopPropagation()
    if (event.type === 'click') event.preventDefault()
    isKept = event.type !== 'click' && event.type !== 'pointercancel'
  }
  const types = ['pointerdown', 'mousedown', 'touchstart', 'pointercancel', 'click']
  for (const type of types) document.addEventListener(type, onTap, { capture: true })
  return () => {
    for (const type of types) document.removeEventListener(type, onTap, { capture: true })
  }
}

const answering = '#settings, button, input, select, label, a, summary'
