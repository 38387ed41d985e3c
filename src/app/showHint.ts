/** Hint: what a mouse learns by resting on something also comes by focus and by tap. */

const gap = 8

let element: HTMLElement | null = null
/** What the hint is about, and where that stood. */
let shown: { readonly about: Element; readonly left: number; readonly top: number } | null = null
let described: Element | null = null
/** Hints that say no more than what is tapped is called: once is enough. Its key is nothing to a finger. */
const told = new Set<string>()

/** For `focusin` where a key has led to it, and `pointerup` of a finger. */
export const showHint = (event: Event): void => {
  const target = event.target
  if (!(target instanceof Element)) return
  const isTap = event instanceof PointerEvent && event.pointerType === 'touch'
  if (!isTap && !(event.type === 'focusin' && target.matches(':focus-visible'))) return
  hide()
  const hinted = hintedFrom(target)
  const text = hinted && textOf(hinted)
  // What is refused says so itself.
  if (!text || target.matches('[aria-invalid=true]') || (isTap && isKnown(hinted, text))) return
  element ??= createHint()
  element.textContent = text
  ;(target.closest('dialog, [popover]') ?? document.body).append(element)
  const rectangle = hinted.getBoundingClientRect()
  place(element, rectangle)
  shown = { about: hinted, left: rectangle.left, top: rectangle.top }
  if (hinted === target || !target.matches('input, select, button')) return
  described = target
  target.setAttribute('aria-describedby', element.id)
}

const hide = (): void => {
  element?.remove()
  shown = null
  described?.removeAttribute('aria-describedby')
  described = null
}

/** What scrolls elsewhere, as what a tap has set in motion, is nothing to a hint. */
const hideIfMoved = (): void => {
  if (!shown) return
  const { left, top } = shown.about.getBoundingClientRect()
  if (Math.abs(left - shown.left) > 1 || Math.abs(top - shown.top) > 1) hide()
}

/** The nearest that has a hint: an attribute on the page, an element in a drawing. */
const hintedFrom = (target: Element): Element | null => {
  for (let at: Element | null = target; at && at !== document.body; at = at.parentElement)
    if (at.hasAttribute('title') || (at instanceof SVGElement && titleIn(at))) return at
  return null
}

const titleIn = (drawn: Element): Element | undefined =>
  [...drawn.children].find(({ tagName }) => tagName === 'title')

const textOf = (hinted: Element): string =>
  (hinted.getAttribute('title') ?? titleIn(hinted)?.textContent ?? '').trim()

const isKnown = (hinted: Element, text: string): boolean => {
  const name = hinted.getAttribute('aria-label')
  if (name === null || !text.startsWith(name)) return false
  const isTold = told.has(text) || text.startsWith(`${name} (`)
  told.add(text)
  return isTold
}

const createHint = (): HTMLElement => {
  const hint = document.createElement('div')
  hint.id = 'hint'
  hint.className = 'hint-bubble'
  hint.setAttribute('role', 'tooltip')
  for (const type of ['input', 'pointerdown'] as const)
    document.addEventListener(type, hide, { capture: true, passive: true })
  document.addEventListener('scroll', hideIfMoved, { capture: true, passive: true })
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), { capture: true })
  return hint
}

/** Above what it is about; below where there is no room. */
const place = (hint: HTMLElement, { left, top, bottom, width }: DOMRect): void => {
  const { offsetWidth, offsetHeight } = hint
  const most = document.documentElement.clientWidth - offsetWidth - gap
  const x = Math.max(gap, Math.min(most, left + width / 2 - offsetWidth / 2))
  const above = top - offsetHeight - gap
  hint.style.translate = `${x}px ${above >= gap ? above : bottom + gap}px`
}
