/** Hint: what a mouse learns by resting on something also comes by focus and by tap. */
import { phone } from '../panels/useMedia'
import { showArrows } from './showArrows'

const gap = 8

let element: HTMLElement | null = null
/** What the hint is about, where that stood, and whether a finger asked. */
let shown: { about: Element; left: number; top: number; isTap: boolean } | null = null
let described: Element | null = null
/** What the hint was about that this tap has put away: it does not come back by the same tap. */
let putAway: Element | null = null
/** Hints that say no more than what is tapped is called: once is enough. Its key is nothing to a finger, in whatever brackets. */
const told = new Set<string>()

/** For `focusin` where a key has led to it, and `pointerup` of a finger. */
export const showHint = (event: Event): void => {
  const target = event.target
  if (!(target instanceof Element)) return
  if (event.type === 'focusin') showArrows(target)
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
  shown = { about: hinted, left: rectangle.left, top: rectangle.top, isTap }
  watch(hinted)
  if (hinted === target || !target.matches('input, select, button')) return
  described = target
  target.setAttribute('aria-describedby', element.id)
}

const hide = (): void => {
  element?.remove()
  shown = null
  renamed.disconnect()
  resized.disconnect()
  described?.removeAttribute('aria-describedby')
  described = null
}

/** A hint stays with what it is about, wherever a tap or a scroll moves that; out of sight it goes. */
const follow = (): void => {
  if (!shown) return
  const rectangle = shown.about.getBoundingClientRect()
  const { left, top, width, height } = rectangle
  if (Math.abs(left - shown.left) <= 1 && Math.abs(top - shown.top) <= 1) return
  const seen = document.elementFromPoint(left + width / 2, top + height / 2)
  if (!seen || !shown.about.contains(seen)) return hide()
  shown = { ...shown, left, top }
  place(element!, rectangle, shown.isTap)
}

/** What has been switched is called otherwise: what was said of it is no longer so. */
const renamed = new MutationObserver(() => {
  if (!shown || textOf(shown.about) !== element?.textContent) hide()
})

const resized = new ResizeObserver(follow)

const watch = (about: Element): void => {
  renamed.observe(about, { attributeFilter: ['title'] })
  const title = titleIn(about)
  if (title) renamed.observe(title, { characterData: true, childList: true, subtree: true })
  for (let at: Element | null = about; at; at = at.parentElement) resized.observe(at)
}

/** What is typed hides a hint; what is switched by the same tap or key does not. */
const hideIfTyped = ({ target }: Event): void => {
  if (!(target instanceof Element && target.matches('[type=radio], [type=checkbox]'))) hide()
}

/** What a key presses or opens answers by itself; so does Escape. */
const hideIfPressed = ({ key, target }: KeyboardEvent): void => {
  const isPress = (key === 'Enter' || key === ' ') && (target as Element).matches('button, summary')
  if (key === 'Escape' || isPress || (target as Element).matches('select')) hide()
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
  const isTold = told.has(text) || /^ ?[(（]/.test(text.slice(name.length))
  told.add(text)
  return isTold
}

const createHint = (): HTMLElement => {
  const hint = document.createElement('div')
  hint.id = 'hint'
  hint.className = 'hint-bubble'
  hint.setAttribute('role', 'tooltip')
  document.addEventListener('input', hideIfTyped, { capture: true, passive: true })
  document.addEventListener(
    'pointerdown',
    () => {
      putAway = shown?.about ?? null
      hide()
    },
    { capture: true, passive: true },
  )
  document.addEventListener('scroll', follow, { capture: true, passive: true })
  document.addEventListener('keydown', hideIfPressed, { capture: true })
  return hint
}

/** Above what it is about; below where there is no room, and then under the names of the views, too. On a phone neighbours are near: there a tap is answered in place of the sentence, beside its count. */
const place = (hint: HTMLElement, { left, top, bottom, width }: DOMRect, isTap: boolean): void => {
  const at = (middle: number, y: number) => {
    const { offsetWidth } = hint
    const most = document.documentElement.clientWidth - offsetWidth - gap
    const x = Math.max(gap, Math.min(most, middle - offsetWidth / 2))
    hint.style.translate = `${x}px ${y}px`
  }
  const sentence = document.querySelector('.sentence')?.getBoundingClientRect()
  const count = document.querySelector('.count')?.getBoundingClientRect()
  const words = document.querySelector('.words')?.getBoundingClientRect()
  hint.style.minWidth = hint.style.minHeight = ''
  if (isTap && sentence && count && matchMedia(phone).matches && bottom + gap <= sentence.top) {
    const room = sentence.right - count.right - gap
    hint.style.minWidth = `${room}px`
    // No higher than what it covers.
    hint.style.minHeight = `${words?.height ?? 0}px`
    return at(
      sentence.right - room / 2,
      Math.min(sentence.top, sentence.bottom - hint.offsetHeight),
    )
  }
  const above = top - hint.offsetHeight - gap
  // The names of the views stay in sight.
  const bar = document.querySelector('.scenes')?.getBoundingClientRect()
  const below = bar && bottom <= bar.top ? bar.bottom + gap / 2 : bottom + gap
  at(left + width / 2, above >= 0 ? above : below)
}
