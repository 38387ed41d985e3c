/** Covers: what opens over the page has the keys. Each says that it is there: a query at every key would look through the whole page. */

const covers = new Set<Element>()

/** For as long as it is there; gives back what takes it out. A popover closes when keys lead the focus out of it. */
export const addCover = (element: HTMLElement): (() => void) => {
  covers.add(element)
  const onFocus = ({ target }: Event) => {
    const focused = target as Element
    // With a press it is the press that closes it, or opens it.
    if (!element.contains(focused) && focused.matches(':focus-visible'))
      if (element.matches(':popover-open')) element.hidePopover()
  }
  document.addEventListener('focusin', onFocus)
  return () => {
    covers.delete(element)
    document.removeEventListener('focusin', onFocus)
  }
}

export const isCovered = (): boolean =>
  [...covers].some((element) =>
    element.matches(element.hasAttribute('popover') ? ':popover-open' : '[open]'),
  )
