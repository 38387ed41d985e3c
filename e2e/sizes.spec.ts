/** Sizes: on every screen, in both themes and languages, nothing overflows, overlaps or is cut. */
import type { Page } from '@playwright/test'
import { expect, goBy, test } from './app'
import { faultsOf } from './faultsOf'
import { serveVariant } from './variant'
import { wear } from './wear'

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

const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'at the start': async () => {},
  'mid-forward': (page) => goBy(page, Array(3).fill('Shift+ArrowRight')),
  'mid-backward': (page) => goBy(page, ['End', 'Shift+ArrowLeft', 'Shift+ArrowLeft']),
  'at the end': (page) => goBy(page, ['End']),
  'with an error shown': async (page) => {
    await page.locator('input[type=file]').setInputFiles({
      name: 'wrong.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format":"unfold-network","version":1}'),
    })
  },
  'with the menu open': async (page) => {
    await page.locator('button[popovertarget=file-menu]').click()
  },
  'with the settings open, where they wait behind a button': async (page) => {
    await page.keyboard.press('Escape')
    const settings = page.locator('button[popovertarget=settings]')
    if (await settings.isVisible()) await settings.click()
  },
  'half unfolded, then a state asked about': async (page) => {
    await page.keyboard.press('Escape')
    await page.getByRole('radio', { name: /loop(lo)? becomes|循环/ }).check({ force: true })
    const slider = page.getByRole('slider')
    await slider.press('ArrowRight')
    await slider.press('ArrowRight')
  },
}

for (const size of sizes)
  test(size.join(' × '), async ({ visit }) => {
    for (const language of ['en', 'zh'] as const) {
      const { page } = await visit({ size, language })
      // Every other state is looked at in the dark first: it is worn already.
      const themes = ['light', 'dark'] as const
      for (const [i, [name, reach]] of Object.entries(states).entries()) {
        await reach(page)
        for (const theme of i % 2 === 0 ? themes : themes.toReversed()) {
          await wear(page, theme)
          expect(await faultsOf(page), `${theme}, ${language}, ${name}`).toEqual([])
        }
      }
    }
  })

/** The page with English texts that are two fifths longer. */
const longWords = {
  name: 'unfold:long-words',
  enforce: 'pre' as const,
  transform: {
    filter: { id: /src\/i18n\/index\.ts$/ },
    handler: (code: string) =>
      `import { lengthen } from '../../testing/lengthen'\n${code.replace("(await import('./en')).en", "lengthen((await import('./en')).en)")}`,
  },
}

test('words that are two fifths longer have their room at every size', async ({ browser }) => {
  test.slow()
  const variant = await serveVariant('long-words', 'index.html', [longWords])
  const page = await browser.newPage({ locale: 'en-US', reducedMotion: 'reduce' })
  await page.addInitScript(() => sessionStorage.clear())
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    await page.goto(variant.url)
    await page.waitForFunction(() => document.querySelector('[aria-label=Timelinetime]'))
    await page.evaluate(() => document.fonts.ready)
    for (const [name, reach] of Object.entries(states)) {
      await reach(page)
      const faults = await faultsOf(page)
      if (faults.length > 0) await page.screenshot({ path: `.results/long-words-${width}.png` })
      expect.soft(faults, `${width} × ${height}, ${name}`).toEqual([])
    }
  }
  await page.close()
  await variant.close()
})

test('a window that grows or shrinks has the whole graph in it, or what is computed now', async ({
  stillApp: { page, stepUntil, variable, field, button },
}) => {
  const beyond = () =>
    page.locator('.scroller').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  for (const [width, height] of [
    [1920, 1080],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expect.poll(beyond).toBe(0)
  }
  // Every pattern has its name, the bar one row, and what is said of targets is under the names of the views.
  await page.setViewportSize({ width: 1280, height: 720 })
  for (const name of ['Output at every step', 'Output fed back', 'Output at the end'])
    await expect(page.locator('.scene-bar .name', { hasText: name })).toBeInViewport({ ratio: 1 })
  // Another text, of other columns, too.
  await field('Input').fill('abab')
  await expect.poll(beyond).toBe(0)
  await field('Input').fill('hell')
  await field('Target').fill('ello')
  // No room beside the texts is left empty.
  await expect(page.locator('.top .gap')).toBeHidden()
  await page.setViewportSize({ width: 1101, height: 800 })
  await expect
    .poll(async () => (await page.getByRole('banner').boundingBox())!.height)
    .toBeLessThan(60)
  // Beside the patterns, not over them, and in their row.
  await field('Target').fill('e∅o')
  const patterns = (await page.locator('.pattern .choices').boundingBox())!
  const beside = (await page.locator('.target-note').boundingBox())!
  expect(beside.x).toBeGreaterThanOrEqual(patterns.x + patterns.width)
  expect(beside.y + beside.height).toBeLessThanOrEqual(patterns.y + patterns.height + 4)
  await page.setViewportSize({ width: 1024, height: 768 })
  await field('Target').fill('ell')
  const views = (await page.getByRole('radiogroup', { name: 'View' }).boundingBox())!
  const note = (await page.getByText('Step 4 has no target').boundingBox())!
  expect(note.y).toBeGreaterThanOrEqual(views.y + views.height)
  await field('Target').fill('ello')
  await page.emulateMedia({ forcedColors: 'active' })
  await expect(page.getByText('Variable', { exact: true })).toHaveCSS('forced-color-adjust', 'none')
  await page.emulateMedia({ forcedColors: 'none' })
  // Too narrow for all of it.
  await page.setViewportSize({ width: 768, height: 1024 })
  await stepUntil('L = ')
  await expect(variable('L').locator('.frame')).toBeInViewport({ ratio: 1 })
  // The mark of what is seen holds the bend of the line, too; a length says whose it is.
  const endOf = (part: string) =>
    page.locator(`.timeline ${part}`).evaluate((own: SVGGraphicsElement) => {
      const { x, width } = own.getBBox()
      return x + width
    })
  expect(await endOf('.seen')).toBeGreaterThan((await endOf('.way')) + 3.5)
  await expect(page.locator('.track').getByText(/^∥∇h\(4\)∥ = /)).toBeAttached()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('slider').press('End')
  await expect(page.locator('.unfolded > .column')).toBeInViewport({ ratio: 1 })
  // It has no line at its sides, where names stand.
  await expect(page.locator('.unfolded > .column')).toHaveCSS(
    'mask-image',
    /^linear-gradient\(90deg, rgba\(0, 0, 0, 0\)/,
  )
  // What the tools take more is the graph's no more: its bars stay.
  await field('Input').fill('hellohellohellohello')
  await page.locator('.fold .opener').first().dispatchEvent('click')
  await expect(button('Fold the middle')).toBeVisible()
  await expect(page.locator('.track .bar').first()).toBeInViewport({ ratio: 1 })
  // On a phone that lies what one reads about stays in sight when it is edited, and a word is read whole.
  await page.setViewportSize({ width: 844, height: 390 })
  await variable('h(12)').click()
  await button('Settings').click()
  await page.getByRole('spinbutton', { name: 'Hidden units' }).fill('5')
  await expect(variable('h(12)').locator('.row.value .cell')).toHaveCount(5)
  await expect(variable('h(12)').locator('.frame')).toBeInViewport({ ratio: 1 })
  // Where the inspector goes from beside the graph one stays where one was.
  await variable('L(12)').dispatchEvent('click')
  const scroll = (to: number) =>
    page.evaluate(async (top) => {
      const page = document.scrollingElement!
      ;(document.activeElement as HTMLElement).blur()
      if (top >= 0) page.scrollTop = top
      else document.querySelector<HTMLElement>('.sheet-toggle')!.click()
      for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve))
      return page.scrollTop
    }, to)
  const [low, afterClosing] = [await scroll(1000), await scroll(-1)]
  expect(low).toBeGreaterThan(100)
  expect(afterClosing).toBe(low)
  await field('Input').fill('banana')
  const cut = () => field('Input').evaluate((own) => own.scrollWidth - own.clientWidth)
  expect(await cut()).toBe(0)
  // What a pattern feeds back is in sight when that is chosen.
  await button('Settings').click()
  await page.getByRole('radio', { name: 'Output fed back' }).check()
  await expect(page.getByRole('combobox', { name: 'Feedback' })).toBeInViewport({ ratio: 1 })
  await button('Settings').click()
  // On a smaller one the next view is named, too, and the graph has one height, whatever is said.
  await page.setViewportSize({ width: 667, height: 375 })
  await expect(page.getByRole('radio', { name: 'Table' })).toBeInViewport({ ratio: 0.9 })
  expect(await cut()).toBe(0)
  const foot = async () => (await page.locator('.transport').boundingBox())!.height
  const footAtEnd = await foot()
  await page.getByRole('slider').press('Home')
  expect(await foot()).toBe(footAtEnd)
  await page.setViewportSize({ width: 1440, height: 900 })
})
