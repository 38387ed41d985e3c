/** Screenshot: takes the README's pictures of the built site: the error half way back through time. */
import { mkdirSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { preview } from 'vite'
import { launchOptions } from './browser.mjs'

const port = 4331
mkdirSync('docs', { recursive: true })
const server = await preview({ preview: { port, strictPort: true }, logLevel: 'silent' })
const browser = await chromium.launch(launchOptions())
for (const colorScheme of ['light', 'dark']) {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme,
    locale: 'en-US',
  })
  await page.goto(`http://localhost:${port}/`)
  const timeline = page.getByRole('slider', { name: 'Timeline' })
  await timeline.press('End')
  // Back to where h(2) has just added what comes back to it along two ways.
  while (!(await timeline.getAttribute('aria-valuetext'))?.startsWith('∇h(2) adds'))
    await timeline.press('ArrowLeft')
  await page.locator('.katex').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: `docs/unfold-${colorScheme}.png` })
}
await browser.close()
await server.close()
process.exit(0)
