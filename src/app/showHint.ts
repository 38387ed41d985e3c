/** Hint: what a mouse learns by resting on something also comes by focus and by tap. */
import { phone } from '../panels/useMedia'

const gap = 8

let element: HTMLElement | null = null
/** What the hint is about, and where that stood. */
let shown: { readonly about: Element; readonly left: number; readonly top: number } | null = null
let described: Element | null = null
/** What the hint was about that this tap has put away: it does not come back by the same tap. */
let putAway: Element | null = null
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
  const isPutAway = isTap && hinted === putAway
  putAway = null
  if (!text || isPutAway || (isTap && isKnown(hinted, text))) return
  // What is refused says so itself.
  if (target.matches('[aria-invalid=true]')) return
  element ??= createHint()
  element.textContent = text
  ;(target.closest('dialog, [popover]') ?? document.body).append(element)
  const rectangle = hinted.getBoundingClientRect()
  place(element, rectangle, isTap)
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
  document.addEventListener('input', hide, { capture: true, passive: true })
  document.addEventListener(
    'pointerdown',
    () => {
      putAway = shown?.about ?? null
      hide()
    },
    { capture: true, passive: true },
  )
  document.addEventListener('scroll', hideIfMoved, { capture: true, passive: true })
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), { capture: true })
  return hint
}

/** Above what it is about; below where there is no room. On a phone neighbours are near: there a tap is answered over the sentence. */
const place = (hint: HTMLElement, { left, top, bottom, width }: DOMRect, isTap: boolean): void => {
  const { offsetWidth, offsetHeight } = hint
  const most = document.documentElement.clientWidth - offsetWidth - gap
  const at = (middle: number, y: number) => {
    const x = Math.max(gap, Math.min(most, middle - offsetWidth / 2))
    hint.style.translate = `${x}px ${y}px`
  }
  const sentence = document.querySelector('.sentence')?.getBoundingClientRect()
  const own = (sentence?.bottom ?? 0) - offsetHeight
  if (isTap && sentence && matchMedia(phone).matches && bottom + gap <= own)
    return at(sentence.left + sentence.width / 2, own)
  const above = top - offsetHeight - gap
  at(left + width / 2, above >= gap ? above : bottom + gap)
}
