/** useInView: where not all columns fit beside each other, the one that is to be seen is brought into view. */
import { type RefObject, useLayoutEffect } from 'react'

export const useInView = (
  scroller: RefObject<HTMLDivElement | null>,
  t: number | null,
  columns: number,
): void => {
  useLayoutEffect(() => {
    const table = scroller.current!
    // Where there is little room the table scrolls with what is beside it.
    const element = [table, table.parentElement!].find(isWider)
    const column = table.querySelector(`th[data-t="${t}"]`)
    const names = table.querySelector('th')
    if (t === null || !element || !column || !names) return
    const place = element.getBoundingClientRect()
    // A projector shows it larger: what is measured is, what is scrolled is not.
    const zoom = place.width / element.offsetWidth
    const { left, right } = column.getBoundingClientRect()
    const before = place.left + names.getBoundingClientRect().width - left
    const beyond = right - place.left - element.clientWidth * zoom
    if (before > 0) element.scrollBy({ left: -before / zoom })
    else if (beyond > 0) element.scrollBy({ left: beyond / zoom })
  }, [scroller, t, columns])
}

const isWider = ({ scrollWidth, clientWidth }: Element): boolean => scrollWidth > clientWidth
