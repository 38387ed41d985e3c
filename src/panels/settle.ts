/** Settle: a scroll that is done again as what it was measured by gets its size, since numbers come late; until one presses or scrolls oneself. */
export const settle = (measured: Element, scroll: () => void): (() => void) => {
  scroll()
  const own = new AbortController()
  const observer = new ResizeObserver(scroll)
  observer.observe(measured)
  const stop = () => {
    observer.disconnect()
    own.abort()
  }
  for (const sign of ['pointerdown', 'wheel', 'keydown'])
    document.addEventListener(sign, stop, {
      ...{ signal: own.signal, capture: true, passive: true },
    })
  return stop
}
