/** AfterPaint: work that may wait until what has just been written is on the screen. */
export const afterPaint = (work: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(work))
}
