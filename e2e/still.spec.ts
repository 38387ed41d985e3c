/** Still: what comes late, fonts and formulas, moves nothing below it. */
import { createApp, expect, test } from './app'

test('nothing is pushed down when fonts and formulas come', async ({ page }) => {
  await page.addInitScript(() => {
    const moved: string[] = []
    Object.assign(window, { moved })
    new PerformanceObserver((list) => {
      const shifts = list.getEntries() as unknown as readonly LayoutShift[]
      // A single letter that another font sets higher in its line pushes nothing.
      for (const entry of shifts.filter(({ value }) => value > 1e-4))
        for (const { node, previousRect: before, currentRect: after } of entry.sources)
          if (Math.abs(before.top - after.top) > 2)
            moved.push(`${entry.value}: ${node?.parentElement?.outerHTML.slice(0, 80)}`)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  // On a slow line.
  await page.route(/katex.*\.(js|woff2)|source-sans.*\.woff2/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600))
    await route.continue()
  })
  const app = createApp(page)
  await app.open()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([])
})

interface LayoutShift {
  readonly value: number
  readonly sources: readonly {
    readonly node: Node | null
    readonly previousRect: DOMRectReadOnly
    readonly currentRect: DOMRectReadOnly
  }[]
}
