/** Sizes: on every screen, in both themes and languages, nothing overflows, overlaps or is cut. */
import type { Page } from '@playwright/test'
import { expect, test } from './app'

const sizes = [
  [1920, 1080],
  [1440, 900],
  [1280, 720],
  [1024, 768],
  [768, 1024],
  // 1440 × 900 at 200 %
  [720, 450],
  [390, 844],
  [320, 640],
] as const

interface Fault {
  readonly what: string
  readonly where: string
}

/** What a reader would see as broken, found by comparing boxes. */
const faultsOf = (page: Page): Promise<readonly Fault[]> =>
  page.evaluate(() => {
    const faults: Fault[] = []
    const { documentElement: root } = document
    if (root.scrollWidth > root.clientWidth)
      faults.push({ what: 'the page scrolls sideways', where: `${root.scrollWidth}` })
    const isSeen = (element: Element) => {
      const { visibility, display } = getComputedStyle(element)
      const { width, height } = element.getBoundingClientRect()
      return visibility !== 'hidden' && display !== 'none' && width > 0 && height > 0
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

const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'at the start': async () => {},
  'mid-forward': async (page) => {
    const timeline = page.getByRole('slider')
    for (let i = 0; i < 3; i++) await timeline.press('Shift+ArrowRight')
  },
  'mid-backward': async (page) => {
    const timeline = page.getByRole('slider')
    await timeline.press('End')
    for (let i = 0; i < 2; i++) await timeline.press('Shift+ArrowLeft')
  },
  'with an error shown': async (page) => {
    await page.locator('input[type=file]').setInputFiles({
      name: 'wrong.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format":"unfold-network","version":1}'),
    })
  },
  'with the menu open': async (page) => {
    await page.locator('button[popovertarget]').click()
  },
  'half unfolded, then a state asked about': async (page) => {
    await page.keyboard.press('Escape')
    await page.getByRole('radio', { name: /loop becomes|循环/ }).check({ force: true })
    const slider = page.getByRole('slider')
    await slider.press('ArrowRight')
    await slider.press('ArrowRight')
  },
}

for (const [width, height] of sizes)
  test(`${width} × ${height}`, async ({ browser, baseURL }) => {
    for (const theme of ['light', 'dark'] as const)
      for (const locale of ['en-US', 'zh-CN']) {
        const context = await browser.newContext({
          viewport: { width, height },
          colorScheme: theme,
          locale,
          reducedMotion: 'reduce',
          ...(baseURL ? { baseURL } : {}),
        })
        const page = await context.newPage()
        await page.goto('./')
        await page.getByRole('slider').waitFor()
        await page.evaluate(() => document.fonts.ready)
        for (const [name, reach] of Object.entries(states)) {
          await reach(page)
          expect(await faultsOf(page), `${theme}, ${locale}, ${name}`).toEqual([])
        }
        await context.close()
      }
  })
