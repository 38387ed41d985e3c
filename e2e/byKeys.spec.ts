/** By keys: the whole main job without a mouse: type a word, run it, step to ∇h(2), read it, check it, save the network, open it again. */
import type { Page } from '@playwright/test'
import { expect, test } from './app'

/** Tab, or Shift and Tab, until what has the focus is called so. */
const tabTo = async (page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
  const nameOfFocus = () =>
    page.evaluate(() => {
      const { activeElement: element } = document
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
  for (let i = 0; i < 90; i++) {
    if ((await nameOfFocus()) === name) return
    await page.keyboard.press(key)
  }
  throw new Error(`${name} is not reached by ${key}`)
}

test('a word is run, its gradient read and checked, the network saved and opened again, by keys alone', async ({
  stillApp: app,
}) => {
  const { page, timeline, inspector } = app
  // The browser is told to hand the dialogue over when the first listener is added; a key pressed right after that comes too soon.
  page.on('filechooser', () => {})
  const type = async (field: string, text: string) => {
    await tabTo(page, field)
    await page.keyboard.press('Control+a')
    await page.keyboard.type(text)
  }
  await page.locator('body').press('Tab')
  await type('Input', 'abca')
  await type('Target', 'bcab')

  await tabTo(page, 'Play')
  await page.keyboard.press('Enter')
  await expect(app.button('Pause')).toBeFocused()
  await app.expectAtLeast(3)
  await page.keyboard.press('Enter')
  await expect(app.button('Play')).toBeFocused()

  await tabTo(page, 'Timeline', 'Shift+Tab')
  await page.keyboard.press('End')
  const says = () => timeline.getAttribute('aria-valuetext')
  for (let i = 0; i < 60 && !(await says())?.startsWith('∇h(2) adds'); i++)
    await page.keyboard.press('ArrowLeft')
  expect(await says()).toMatch(/^∇h\(2\) adds/)
  await expect(inspector.getByRole('heading').first()).toHaveAccessibleName(/∇h\(2\)/)
  await expect(inspector.getByText('agrees').first()).toBeVisible()
  await expect(app.variable('h(2)')).toHaveAttribute('aria-label', /gradient −?\d/)
  const read = await app.variable('h(2)').getAttribute('aria-label')

  await tabTo(page, 'File', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Save network')
  const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  const path = await saved.path()

  await page.keyboard.press('Enter')
  const entry = page.getByRole('button', { name: 'Save network' })
  await expect(entry).toBeVisible()
  await tabTo(page, 'Input', 'Shift+Tab')
  // The menu goes with the focus.
  await expect(entry).toBeHidden()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('xy')
  await expect(app.field('Input')).toHaveValue('xy')

  await tabTo(page, 'File')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Open network…')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Enter'),
  ])
  await chooser.setFiles(path)
  await expect(app.field('Input')).toHaveValue('abca')
  await expect(app.field('Target')).toHaveValue('bcab')
  await tabTo(page, 'Timeline')
  await page.keyboard.press('End')
  await expect(app.variable('h(2)')).toHaveAttribute('aria-label', read!)
})
