/** Screenshot: takes the pictures of the built site, for the README and for links to it: the error half way back through time. */
import { mkdirSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { preview } from 'vite'
import { launchOptions } from './browser.mjs'

const port = 4331
/** The stage alone, under the name. */
const previewStyle = `
  .page { grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); grid-template-areas: 'top' 'stage'; }
  .top > :not(.brand), .scene-bar, .inspector, .transport, .stage-tools { display: none !important; }
  .top { justify-content: center; }
  .brand::after { content: ' · a recurrent network, unrolled in time'; font-weight: 400; letter-spacing: 0; }
`
mkdirSync('docs', { recursive: true })
const server = await preview({ preview: { port, strictPort: true }, logLevel: 'silent' })
const browser = await chromium.launch(launchOptions())
const pictures = [
  { path: 'docs/unfold-light.png', colorScheme: 'light', width: 1440, height: 900 },
  { path: 'docs/unfold-dark.png', colorScheme: 'dark', width: 1440, height: 900 },
  // What others show beside a link: 1200 × 630, with all rows in it.
  { path: 'public/preview.png', colorScheme: 'light', width: 1400, height: 735, scale: 6 / 7 },
]
for (const { path, colorScheme, width, height, scale = 1 } of pictures) {
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme,
    // The style that is added for the picture is none of the page's own.
    bypassCSP: true,
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
  if (scale < 1) await page.addStyleTag({ content: previewStyle })
  // The stage measures its room anew.
  await page.waitForTimeout(300)
  await page.screenshot({ path })
}
await browser.close()
await server.close()
process.exit(0)
