/** Targets: what a finger finds too small, found by asking the page what is under the points round each control's middle. */
import type { Page } from '@playwright/test'

/**
 * A control answers 44 by 44 pixels. Numbers of a vector or matrix, and variables of the graph, stand where their
 * meaning puts them: they answer 24 by 24 at least, and columns can be made wider.
 */
export const smallTargets = (page: Page, within: string): Promise<readonly string[]> =>
  page.evaluate(async (root) => {
    const controls =
      'button, a[href], summary, select, input, textarea, [tabindex="0"], [data-entry], [role="button"]'
    const dense =
      '[data-entry], .cell-button, td button, .reach-active, svg [role="button"], svg [tabindex]'
    const isSeen = (element: Element) => {
      const { visibility } = getComputedStyle(element)
      const { width, height } = element.getBoundingClientRect()
      return visibility !== 'hidden' && width > 0 && height > 0 && !element.closest('[inert]')
    }
    /** Is what a finger meets there the control, part of it, or what passes a tap on to it? */
    const answers = (element: Element, x: number, y: number): boolean => {
      const met = document.elementFromPoint(x, y)
      if (!met) return false
      if (element.contains(met)) return true
      const key = met.getAttribute('data-for')
      if (key !== null && key === element.getAttribute('data-key')) return true
      return met.closest('label') !== null && met.closest('label') === element.closest('label')
    }
    const found: string[] = []
    for (const element of document.querySelectorAll(root)) {
      for (const control of element.querySelectorAll<HTMLElement>(controls)) {
        // What scrolls, and the graph as a whole, are larger than any finger.
        if (!isSeen(control) || control.matches('.unfolded, .scroller, :disabled')) continue
        control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
        // The name of a variable stands beside what is tapped; the words of a choice are tapped, too.
        const words = control.matches('[type=radio], [type=checkbox]') && control.closest('label')
        const shape = words || (control.querySelector('.frame, circle') ?? control)
        const { left, right, top, bottom } = shape.getBoundingClientRect()
        const [x, y] = [(left + right) / 2, (top + bottom) / 2]
        const reach = control.matches(dense) ? 11 : 21
        const points = [
          [0, 0],
          [-reach, 0],
          [reach, 0],
          [0, -reach],
          [0, reach],
        ] as const
        const missed = points.filter(([dx, dy]) => !answers(control, x + dx, y + dy))
        if (missed.length === 0) continue
        const name = control.getAttribute('aria-label') ?? control.textContent
        const size = `${Math.round(right - left)} × ${Math.round(bottom - top)}`
        found.push(
          `${control.tagName}.${control.className.toString()} “${name.slice(0, 40)}” ${size}`,
        )
      }
    }
    return found
  }, within)
