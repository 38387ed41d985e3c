/** useSeen: how many times have room beside each other in the table: of a long run no more are in it than are seen. */
import { type RefObject, useLayoutEffect, useState } from 'react'

/** A column of numbers; the margins and the column of totals. On a narrow screen one swipes. */
const [columnPx, besidePx] = [73, 42 + 73]
const leastColumns = 6

export const useSeen = (scroller: RefObject<HTMLDivElement | null>): number => {
  const [seen, setSeen] = useState(Infinity)
  useLayoutEffect(() => {
    const run = scroller.current!.parentElement!
    const measure = () => {
      const names = scroller.current!.querySelector('th')!.offsetWidth
      const room = run.clientWidth - besidePx - names
      setSeen(Math.max(leastColumns, Math.floor(room / columnPx)))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(run)
    return () => observer.disconnect()
  }, [scroller])
  return seen
}
