/** Arrows: on the graph they step, on a variable they walk: which of the two holds stands over the graph as long as a key has led there. */
import { type ArrowWords, arrowWords } from '../i18n/arrows'

let element: HTMLElement | null = null

const hide = (): void => element?.remove()

const placeOf = (target: Element): keyof ArrowWords | null => {
  if (!target.matches('.stage .unfolded:focus-visible, .stage .unfolded :focus-visible'))
    return null
  if (target.matches('.unfolded')) return 'graph'
  return target.matches('[data-key]') ? 'variable' : target.matches('.near') ? 'edge' : null
}

/** For `focusin`. */
export const showArrows = (target: Element): void => {
  const place = placeOf(target)
  if (!place) return
  if (!element) {
    element = document.createElement('p')
    element.className = 'arrow-hint'
    element.ariaHidden = 'true'
    document.addEventListener('focusout', hide)
  }
  element.textContent =
    arrowWords[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'][place]
  target.closest('.stage')!.append(element)
}
