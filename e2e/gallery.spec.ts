/** Gallery, tested: every picture is what was accepted by eye: what is seen of it is compared, not how it is made. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { pictureNames } from '../gallery/pictures'
import { seenOf } from './seenOf'
import { type Variant, serveVariant } from './variant'

const goldens = join(import.meta.dirname, '../gallery/goldens')
let gallery: Variant

test.beforeAll(async () => {
  gallery = await serveVariant('gallery', 'gallery/index.html', [])
})
test.afterAll(() => gallery.close())

test('the pictures of the gallery are as they were accepted', async ({ page }, { config }) => {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.goto(gallery.url)
  for (const name of pictureNames) {
    await expect(page.locator(`[data-picture=${name}]`)).toBeVisible()
    await page.evaluate(() => document.fonts.ready)
    const seen = await page.evaluate(seenOf)
    const [golden, changed] = ['', '-changed'].map((end) => join(goldens, `${name}${end}.svg`))
    const isRenewed = config.updateSnapshots === 'all' || config.updateSnapshots === 'changed'
    rmSync(changed!, { force: true })
    if (isRenewed) writeFileSync(golden!, seen)
    const accepted = existsSync(golden!) ? readFileSync(golden!, 'utf8') : ''
    if (seen !== accepted) writeFileSync(changed!, seen)
    const known = new Set(accepted.split('\n'))
    const news = seen.split('\n').filter((line) => !known.has(line))
    expect
      .soft(news.slice(0, 5), `${name}, ${news.length} lines; see ${name}-changed.svg`)
      .toEqual([])
    expect.soft(seen.length, `${name}: something is gone`).toBe(accepted.length)
    await page.keyboard.press('ArrowRight')
  }
  // Round once: the last leads to the first; theme and language change in place.
  await expect(page.locator(`[data-picture=${pictureNames[0]!}]`)).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('l')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  expect(errors).toEqual([])
})
