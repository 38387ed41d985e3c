// @vitest-environment jsdom
/** Sight, tested: what stands before the first column is seen whole or not at all. */
import { expect, it } from 'vitest'
import type { Layout } from '../layout/layout'
import { createSight } from './sight'

/** In a window 400 wide over a drawing whose columns are 100 wide and begin at 100; gives back how far that is scrolled. */
const scrolledTo = (
  t: number,
  from: number,
  way: 'follow' | 'toStart' = 'follow',
  width = 900,
): number => {
  const columns = [1, 2, 3, 4, 5, 6, 7, 8].map((time) => ({ t: time, x: 100 * time, width: 100 }))
  const scroller = document.createElement('div')
  const elements = { scroller, graph: scroller, folded: scroller }
  const at = (left: () => number, right: number) => {
    const element = document.createElement('div')
    element.getBoundingClientRect = () => ({ left: left(), right }) as DOMRect
    return element
  }
  elements.scroller = at(() => 0, 400)
  elements.graph = at(() => -elements.scroller.scrollLeft, 0)
  elements.folded = at(() => 0, 0)
  elements.scroller.scrollLeft = from
  elements.scroller.scrollBy = ((by: ScrollToOptions) => {
    elements.scroller.scrollLeft += by.left ?? 0
  }) as typeof scroller.scrollBy
  const layout = { columns, zoom: 1, width } as unknown as Layout
  const sight = createSight(elements as never, () => layout)
  elements.scroller.scrollTo = ((to: ScrollToOptions) => {
    elements.scroller.scrollLeft = to.left ?? 0
  }) as typeof scroller.scrollTo
  sight.look()
  sight[way](
    layout.columns.find((column) => column.t === t),
    null,
  )
  return elements.scroller.scrollLeft
}

it('a column is brought to the middle, but not so that half of what starts it all is seen', () => {
  expect(scrolledTo(5, 0)).toBe(350)
  expect(scrolledTo(2, 500)).toBe(0)
})

it('where the end is all but seen it is seen whole', () => {
  // The middle of the window comes to 650, its right edge to 850.
  expect(scrolledTo(6, 0)).toBe(450)
  expect(scrolledTo(6, 0, 'follow', 862)).toBe(462)
  expect(scrolledTo(6, 0, 'follow', 900)).toBe(450)
})

it('where nothing is computed yet it is seen from its beginning, as far as the first column allows', () => {
  expect(scrolledTo(1, 500, 'toStart')).toBe(0)
  expect(scrolledTo(5, 0, 'toStart')).toBe(200)
})
