/** Covers: what opens over the page has the keys. Each says that it is there: a query at every key would look through the whole page. */

const covers = new Set<Element>()

/** For as long as it is there; gives back what takes it out. */
export const addCover = (element: Element): (() => void) => {
  covers.add(element)
  return () => {
    covers.delete(element)
  }
}

export const isCovered = (): boolean =>
  [...covers].some((element) =>
    element.matches(element.hasAttribute('popover') ? ':popover-open' : '[open]'),
  )
