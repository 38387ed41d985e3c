/** Faults of: what a reader would see as broken on the page, found by comparing boxes. */
import type { Page } from '@playwright/test'

export interface Fault {
  readonly what: string
  readonly where: string
}

export const faultsOf = (page: Page): Promise<readonly Fault[]> =>
  page.evaluate(() => {
    const faults: Fault[] = []
    const { documentElement: root } = document
    if (root.scrollWidth > root.clientWidth)
      faults.push({ what: 'the page scrolls sideways', where: `${root.scrollWidth}` })
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      const isVisible = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      return isVisible && width > 0 && height > 0
    }
    const texts = [...document.querySelectorAll<SVGTextElement>('main svg text')].filter(
      (text) => text.textContent.trim() !== '' && isSeen(text),
    )
    for (const svg of document.querySelectorAll('main svg')) {
      const inside = texts
        .filter((text) => text.ownerSVGElement === svg)
        .map((text) => ({ text, box: text.getBoundingClientRect() }))
      inside.forEach((a, i) => {
        for (const b of inside.slice(i + 1)) {
          const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
          const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
          // A line box is taller than its letters.
          if (across > 1.5 && down > 0.4 * Math.min(a.box.height, b.box.height))
            faults.push({
              what: 'labels overlap',
              where: `${a.text.textContent} / ${b.text.textContent}`,
            })
        }
      })
    }
    const controls = document.querySelectorAll<HTMLElement>(
      'button, .field .label, .choices span, .sentence .words, h2, h3',
    )
    for (const control of controls) {
      if (!isSeen(control) || control.closest('.off-screen')) continue
      const { left, right } = control.getBoundingClientRect()
      if (
        control.scrollWidth > control.clientWidth + 1 &&
        getComputedStyle(control).display !== 'inline'
      )
        faults.push({ what: 'text is cut', where: control.textContent })
      if (left < -1 || right > root.clientWidth + 1)
        if (!control.closest('.scroller, .inspector'))
          faults.push({ what: 'out of the page', where: control.outerHTML.slice(0, 80) })
    }
    return faults
  })
