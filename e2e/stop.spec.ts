/** Stop: a run that comes to a number that is none goes no further, says why, and offers ways out that lead out. */
import { formatNetwork } from '../src/formats/network'
import { overflowing } from '../testing/overflow'
import { type App, createApp, expect, test } from './app'
import { rulesOfColour, violationsOf } from './violationsOf'
import { wear } from './wear'

const files = {
  state: formatNetwork(overflowing.state.network),
  gradient: formatNetwork(overflowing.gradient.network),
}

const notice = ({ page }: App) =>
  page.getByRole('status').filter({ has: page.getByRole('group', { name: 'Ways out' }) })

test('playing stops at the first number that is none, and nothing goes beyond it', async ({
  app,
}) => {
  const { page, button, timeline, position, variable, opened } = app
  await opened(files.state)
  await app.speed.selectOption('8×')
  await app.grain('Time step').check()
  await button('Play').click()
  await expect(button('Play')).toBeVisible({ timeout: 15_000 })
  await expect(notice(app)).toContainText('W[0][0] × h(4)[0] = 1.00e100 × 1.00e300 is beyond')
  await expect(notice(app)).toContainText('about 1.0e100 in each of the 3 steps')
  const { finished, all, sentence } = await position()
  expect(finished).toBe(5)
  expect(all).toBeGreaterThan(5)
  expect(sentence).toContain('a(5)[0] is ∞')
  await expect(page.getByText(sentence, { exact: true }).last()).toBeVisible()
  await expect(variable('a(5)')).toHaveAccessibleName('a(5): ∞')
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'End']) {
    await timeline.press(key)
    await app.expectFinished(finished)
  }
  await expect(button('Step forward')).toHaveAttribute('aria-disabled', 'true')
  await expect(button('To end')).toHaveAttribute('aria-disabled', 'true')
  const { x, y, width, height } = (await timeline.boundingBox())!
  await page.mouse.click(x + width - 4, y + height / 2)
  await app.expectFinished(finished)
})

test('one step back it is gone; what it is made of is one press away', async ({
  stillApp: app,
}) => {
  const { button, inspector, timeline, opened } = app
  await opened(files.gradient)
  await timeline.press('End')
  await expect(notice(app)).toContainText('only the gradients overflow')
  await button('What ∇h(2)[0] is made of').click()
  await expect(inspector.getByRole('heading', { level: 2 })).toContainText('h(2)')
  await expect(inspector.getByRole('region', { name: 'One number' })).toContainText('∇h(2)[0]')
  await button('One step back').click()
  await expect(notice(app)).toHaveCount(0)
  await expect(timeline).toHaveAttribute('aria-valuetext', /^(?!.*∞)/)
})

test('no view breaks on what is no number', async ({ page }) => {
  const broken: string[] = []
  page.on('console', (message) => message.type() === 'error' && broken.push(message.text()))
  page.on('pageerror', ({ message }) => broken.push(message))
  const app = createApp(page)
  await app.open()
  const views = page.getByRole('radiogroup', { name: 'View' }).getByRole('radio')
  for (const file of Object.values(files)) {
    await app.opened(file)
    await app.button('To end').click()
    await expect(notice(app)).toBeVisible()
    for (let i = (await views.count()) - 1; i >= 0; i--) {
      await views.nth(i).check()
      await expect(page.getByText('Loading…')).toHaveCount(0)
      await expect(notice(app)).toBeVisible()
    }
  }
  expect(broken).toEqual([])
})

for (const way of ['Undo the last edit', 'Scale the parameters down', 'Draw new weights'])
  test(`a way out: ${way}`, async ({ stillApp: app }) => {
    const { button, timeline, opened, position } = app
    await opened(files.state)
    await timeline.press('End')
    await button(way).click()
    await expect(notice(app)).toHaveCount(0)
    await timeline.press('End')
    const { finished, all } = await position()
    expect(finished).toBe(all)
    if (way === 'Undo the last edit') return
    await button('Undo').click()
    await timeline.press('End')
    await expect(notice(app)).toBeVisible()
  })

for (const language of ['en', 'zh'] as const)
  test(`axe finds nothing wrong in it, in either theme: ${language}`, async ({ stillApp: app }) => {
    const { page, timeline, opened } = app
    await opened(files.gradient)
    await timeline.press('End')
    await app.button('What ∇h(2)[0] is made of').click()
    await app.language.selectOption({ index: language === 'en' ? 0 : 1 })
    await expect(page.getByText(/∇h\(2\)\[0\] (is|是) ∞/).first()).toBeVisible()
    expect(await violationsOf(page)).toEqual([])
    await wear(page, 'dark')
    expect(await violationsOf(page, { rules: rulesOfColour }), 'dark').toEqual([])
  })
