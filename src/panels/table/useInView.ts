/** useInView: where not all columns fit beside each other, the present one is brought into view. */
import { type RefObject, useLayoutEffect } from 'react'

export const useInView = (
  scroller: RefObject<HTMLDivElement | null>,
  t: number | null,
  columns: number,
): void => {
  useLayoutEffect(() => {
    const element = scroller.current!
    if (t === null || element.scrollWidth <= element.clientWidth) return
    const column = element.querySelector<HTMLElement>(`th[data-t="${t}"]`)
    const names = element.querySelector<HTMLElement>('th')
    if (!column || !names) return
    const { offsetLeft: left, offsetWidth: width } = column
    const covered = names.offsetWidth
    const { scrollLeft, clientWidth } = element
    if (left - covered < scrollLeft) element.scrollTo({ left: left - covered })
    else if (left + width > scrollLeft + clientWidth)
      element.scrollTo({ left: left + width - clientWidth })
  }, [scroller, t, columns])
}
