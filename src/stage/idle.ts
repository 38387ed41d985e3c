/** Idle: work that nobody waits for, a little after each frame that has time left. Nothing that is seen may hang on it. */

/** Who types or steps is left alone for so long, in ms. */
const restMs = 1000

/** Calls, after that rest, until there is no more to do (false), or until it is told to stop. Where a browser does not say when it is idle, nothing is done. */
export const whenIdle = (work: () => boolean): (() => void) => {
  let isStopped = false
  const go = () => {
    if (!isStopped && work()) next()
  }
  const next = () => requestAnimationFrame(() => globalThis.requestIdleCallback?.(go))
  const rest = setTimeout(next, restMs)
  return () => {
    isStopped = true
    clearTimeout(rest)
  }
}
