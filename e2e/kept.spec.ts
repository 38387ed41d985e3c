/** Kept: a tab that is loaded again shows what it was about; a fresh one, or one that cannot, opens as ever. */
import { createApp, expect, test } from './app'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('a tab that is loaded again has its network, its playhead and its view, and offers to start afresh', async ({
  page,
}) => {
  const app = createApp(page)
  const message = page.getByRole('status').filter({ hasText: 'here again' })
  await app.open()
  await app.field('Input').fill('abcd')
  await app.hidden.fill('5')
  await app.grain('Contribution').check()
  for (let i = 0; i < 4; i++) await app.button('Step forward').click()
  const before = await app.position()
  const [network, trace] = [await app.networkText(), await app.traceText()]
  await page.reload()
  await expect(message).toBeVisible()
  expect(await app.position()).toEqual(before)
  await expect(app.field('Input')).toHaveValue('abcd')
  await expect(app.seed).toHaveValue('7')
  expect(await app.networkText()).toBe(network)
  expect(await app.traceText()).toBe(trace)
  await expect(app.button('Undo')).toBeDisabled()

  // Once more, since what has come back is kept, too.
  await page.getByRole('radio', { name: 'Table', exact: true }).check({ force: true })
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Table', exact: true })).toBeChecked()
  await page.getByRole('radio', { name: 'Unfolded graph' }).check({ force: true })
  await app.button('Start afresh').click()
  await expect(app.field('Input')).toHaveValue('hell')
  await app.expectFinished(0)
  await app.button('Undo').click()
  await expect(app.field('Input')).toHaveValue('abcd')

  // One who has been elsewhere comes back to it, too.
  await page.goto('about:blank')
  await page.goto('./')
  await expect(message).toBeVisible()
  await expect(app.field('Input')).toHaveValue('abcd')
})

test('what was kept and cannot be read, or is too large to keep, is passed over', async ({
  page,
}) => {
  const noise: string[] = []
  page.on('pageerror', (error) => noise.push(String(error)))
  const app = createApp(page)
  await app.open()
  const key = 'unfold.work'
  const load = async (text: string) => {
    await page.evaluate(
      ([k, t]) => {
        // As if another version of the page had kept it.
        const set = () => sessionStorage.setItem(k!, t!)
        addEventListener('pagehide', set)
        set()
      },
      [key, text],
    )
    await page.reload()
    await expect(app.timeline).toHaveAttribute('aria-valuenow', '0')
    await expect(app.field('Input')).toHaveValue('hell')
  }
  for (const text of ['{', 'null', '{"network":"{}","playhead":3}', '[1]']) await load(text)
  // 64 × 64 weights and symbols for all of a long text: over a million characters.
  await app.hidden.fill('64')
  await app
    .field('Input')
    .fill(Array.from({ length: 400 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join(''))
  expect((await app.networkText()).length).toBeGreaterThan(1_000_000)
  await page.reload()
  await expect(app.field('Input')).toHaveValue('hell')
  expect(noise).toEqual([])
})

test('the page works where nothing may be stored', async ({ page }) => {
  await page.addInitScript(() => {
    for (const shelf of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, shelf, {
        get: () => {
          throw new DOMException('closed', 'SecurityError')
        },
      })
  })
  const noise: string[] = []
  page.on('pageerror', (error) => noise.push(String(error)))
  const app = createApp(page)
  await app.open()
  await app.button('To end').click()
  await app.button('Theme').click()
  await page.reload()
  await app.expectFinished(0)
  expect(noise).toEqual([])
})

test('news goes by itself, but not while it is pointed at or has the focus; what must be read stays', async ({
  page,
}) => {
  const app = createApp(page)
  await app.open()
  const news = page.getByRole('status').first()
  const ends = () =>
    news.evaluate((status) => {
      for (const animation of status.getAnimations({ subtree: true }))
        if (animation.playState === 'running') animation.finish()
    })
  const text = await app.download('Save network')
  await expect(news).toHaveText('Saved as hell-ello.unfold.json.')
  await page.getByRole('status').first().hover()
  await ends()
  await expect(news).not.toBeEmpty()
  await page.mouse.move(0, 0)
  await app.button('Dismiss').focus()
  await ends()
  await expect(news).not.toBeEmpty()
  await app.field('Input').focus()
  await expect
    .poll(async () => {
      await ends()
      return news.textContent()
    })
    .toBe('')
  await app.openFile(text.replace('{', '{"mood": 1,'))
  await expect(news).toContainText('mood')
  await ends()
  await expect(news).toContainText('mood')
})
