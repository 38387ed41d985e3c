/** useInView: where not all columns fit beside each other, the present one is brought into view. */
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
    const names = table.querySelector<HTMLElement>('th')
    if (t === null || !element || !column || !names) return
    const place = element.getBoundingClientRect()
    const { left, right } = column.getBoundingClientRect()
    const before = place.left + names.offsetWidth - left
    const beyond = right - place.left - element.clientWidth
    if (before > 0) element.scrollBy({ left: -before })
    else if (beyond > 0) element.scrollBy({ left: beyond })
  }, [scroller, t, columns])
}

const isWider = ({ scrollWidth, clientWidth }: HTMLElement): boolean => scrollWidth > clientWidth
