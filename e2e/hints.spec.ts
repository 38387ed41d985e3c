/** Hints: what a mouse learns by resting on something also comes by focus and by tap, in both languages. */
import { en } from '../src/i18n/en'
import { zh } from '../src/i18n/zh'
import { createApp, expect, test } from './app'

const hintOf = (pattern: 'fedBack' | 'atEnd') =>
  `${en.patterns.names[pattern]}: ${en.patterns.hints[pattern]}`

test('a key that gets to a control shows its hint, and Escape or the next one hides it', async ({
  stillApp: app,
}) => {
  const { page } = app
  const hint = page.getByRole('tooltip')
  await app.field('Target').focus()
  await expect(hint).toContainText('∅')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Tab')
  await expect(app.seed).toBeFocused()
  await expect(hint).toHaveText(en.top.scheme)
  const tabs = (await page.locator('.scenes').boundingBox())!
  expect((await hint.boundingBox())!.y).toBeGreaterThanOrEqual(tabs.y + tabs.height)
  await expect(app.seed).toHaveAccessibleDescription(en.top.scheme)
  await page.keyboard.press('Escape')
  await expect(hint).toHaveCount(0)
  // What a key presses answers by itself.
  await app.button('Narrower columns').focus()
  await expect(hint).toHaveText(en.stage.narrower)
  await page.keyboard.press('Enter')
  await expect(hint).toHaveCount(0)
  await page.getByRole('radio', { name: 'Output at every step' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(hint).toHaveText(hintOf('fedBack'))
  await expect(hint).toBeInViewport({ ratio: 1 })
  // Under the patterns stands what is chosen next.
  const [over, below] = [await hint.boundingBox(), await page.getByLabel('Feedback').boundingBox()]
  expect(over!.y + over!.height).toBeLessThan(below!.y)
  await app.language.selectOption('简体中文')
  await page.getByRole('spinbutton', { name: zh.top.seed }).focus()
  await expect(hint).toHaveText(zh.top.scheme)
})

test('a tap shows the hint of what it meets, and the next tap hides it', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...{ viewport: { width: 768, height: 1024 }, hasTouch: true, isMobile: true },
    ...{ locale: 'en-US', reducedMotion: 'reduce' as const, baseURL: baseURL! },
  })
  const page = await context.newPage()
  const app = createApp(page)
  await page.goto('./')
  const hint = page.getByRole('tooltip')
  await app.button('Settings').tap()
  await page.getByRole('radio', { name: 'Output at the end' }).tap()
  await expect(hint).toHaveText(hintOf('atEnd'))
  // The same tap again puts it away, and so does one on anything else.
  await page.getByRole('radio', { name: 'Output at the end' }).tap()
  await expect(hint).toHaveCount(0)
  await app.button('Settings').tap()
  await app.button('Wider columns').tap()
  await expect(hint).toHaveText(en.stage.wider)
  // It has been told what its sign means; and which key does it is nothing to a finger.
  for (const name of ['Wider columns', 'To end']) {
    await app.button(name).tap()
    await expect(hint).toHaveCount(0)
  }
  await app.button('Inspector').tap()
  await app.inspector.locator('.thumb').first().tap()
  await expect(hint).not.toBeEmpty()
  await context.close()
})
