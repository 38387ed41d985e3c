/** Ledger: what each step adds to a shared parameter, the sum so far, and the product behind one entry. */
import { type App, expect, test } from './app'
import { violationsOf } from './violationsOf'

const numbersOf = (texts: readonly string[]): readonly number[] =>
  texts.map((text) => Number(text.trim().replaceAll('−', '-')))

const share = ({ inspector }: App, parameter: string, t: number) =>
  inspector.getByRole('button', { name: `What step ${t} adds to ∇${parameter}` })

test('the sum grows from the last step back, and says how much of it there is', async ({
  stillApp: app,
}) => {
  const { inspector, stepUntil } = app
  await stepUntil('∇h(3)')
  await expect(share(app, 'V', 4)).toBeEnabled()
  await expect(share(app, 'V', 1)).toBeDisabled()
  await expect(share(app, 'V', 1)).toHaveAccessibleName(/not computed yet/)
  await expect(app.button('∇W, the sum so far: 1 of 4')).toBeVisible()
  await app.button('To end').click()
  // From step to step it stays where it is, with all sums in sight.
  await expect(app.button('∇c, the sum of all steps')).toBeInViewport({ ratio: 1 })
  const topOfIt = async () => (await inspector.getByText('one sum over time').boundingBox())!.y
  const top = await topOfIt()
  await app.button('Step back').click()
  await expect(inspector.getByRole('heading').first()).toContainText('∇x(1)')
  expect(await topOfIt()).toBe(top)
  await app.button('To end').click()
  // The sum leads to the parameter itself, read about from its top.
  await app.button('∇W, the sum of all steps').click()
  await expect(inspector.getByRole('heading', { level: 2, name: /^W/ })).toBeInViewport()
  await expect(inspector.getByText('its gradient is the sum of what each step adds')).toBeVisible()
  await expect(inspector.locator('.rows .total')).toBeInViewport({ ratio: 1 })
  // Few columns scroll, too, where names are long: those that are not seen whole fade away under the sum.
  const columns = inspector.locator('.ledger-scroll')
  await expect(columns).not.toHaveClass(/scrolls/)
  await app.field('Input').fill('hellos')
  await inspector.getByRole('combobox', { name: 'Notation' }).selectOption('torch')
  await expect(columns).toHaveClass(/scrolls/)
  // A bar that stays says that it goes on, where those of the system hide.
  const bar = await columns.evaluate((it) => getComputedStyle(it, '::-webkit-scrollbar').height)
  expect(bar).toBe('10px')
  // Of many steps those around the one that is read about are there.
  await app.field('Input').fill('the quick brown fox jumps over a lazy dog')
  const goTo = app.page.getByRole('textbox', { name: 'Go to variable' })
  await goTo.fill('h(40)')
  await goTo.press('Enter')
  await expect(inspector.getByRole('columnheader', { name: 'step 40' })).toBeVisible()
})

test('one Tab leads to the grid, the arrows through it; Enter opens a cell, Escape leads back', async ({
  stillApp: app,
}) => {
  const { page, inspector, stepUntil } = app
  await stepUntil('∇h(1)')
  const goTo = page.getByRole('textbox', { name: 'Go to variable' })
  await goTo.fill('a(2)')
  // Who leaves the field at once gets there, too.
  await goTo.evaluate((field) => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    field.blur()
  })
  await expect(inspector.getByRole('heading', { level: 2 })).toContainText('a(2)')
  const grid = inspector.getByRole('grid')
  await inspector.getByRole('combobox', { name: 'Notation' }).focus()
  await page.keyboard.press('Tab')
  await expect(grid.getByRole('button', { name: /^U:/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(grid.getByRole('button', { name: /^W:/ })).toBeFocused()
  // What is not computed yet is passed over.
  await page.keyboard.press('ArrowRight')
  await expect(share(app, 'W', 2)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(share(app, 'W', 3)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(inspector.getByRole('table', { name: 'Outer product' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(share(app, 'W', 3)).toBeFocused()
  await expect(inspector.getByRole('table', { name: 'Outer product' })).toHaveCount(0)
  // It alone: the parameter under which it opened stays.
  await expect(inspector.getByRole('heading', { level: 2 })).toContainText('shared parameters')
  await page.keyboard.press('Shift+Tab')
  await expect(inspector.getByRole('combobox', { name: 'Notation' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(share(app, 'W', 3)).toBeFocused()
  // Taken back, it can have the focus no longer: the stop goes on.
  await app.button('To start').click()
  await expect(grid.locator('[tabindex="0"]')).toHaveAccessibleName(/^U:/)
})

test('an entry opens to its outer product, which is that of the trace', async ({
  stillApp: app,
}) => {
  const { inspector, traceText } = app
  await app.button('To end').click()
  await share(app, 'W', 3).click()
  const trace = JSON.parse(await traceText()) as {
    steps: readonly { h: readonly number[]; gradients: { a: readonly number[] } }[]
  }
  const table = inspector.getByRole('table', { name: 'Outer product' })
  // Its formula stands below the title that stays.
  const detail = inspector.locator('.entry-detail')
  const above = (await detail.locator('> header').boundingBox())!
  const formula = (await detail.locator('> .formula').boundingBox())!
  expect(formula.y).toBeGreaterThanOrEqual(above.y + above.height - 8)
  const [u, v] = [trace.steps[2]!.gradients.a, trace.steps[1]!.h]
  const rows = table.locator('tbody tr')
  await expect(rows).toHaveCount(u.length)
  for (const [i, left] of u.entries()) {
    const shown = numbersOf(await rows.nth(i).locator('td').allTextContents())
    v.forEach((top, j) => expect(Math.abs(shown[j]! - left * top)).toBeLessThan(0.0051))
  }
  await expect(inspector.getByText('As if step 3 had a copy of W of its own')).toBeVisible()

  // What was pressed is what is shown: the step's own share, its check, and how the sum grows by it.
  const pressed = table.getByRole('button', { name: /W\[0\]\[1\]$/ })
  await pressed.click()
  const own = inspector.getByRole('region', { name: /^Step 3 adds .* to ∇W\[0\]\[1\]$/ })
  await expect(own).toBeInViewport()
  const product = u[0]! * v[1]!
  const lines = await own.getByRole('listitem').locator('.value').allTextContents()
  const [made, after, added, sum] = numbersOf(lines)
  expect(made).toBeCloseTo(product, 3)
  expect(added).toBeCloseTo(product, 3)
  expect(after! + added!).toBeCloseTo(sum!, 3)
  await expect(own.getByText('The two agree')).toBeVisible()
  await expect(own.getByText('L(p + ε), p = W(3)[0][1]')).toBeVisible()
  await expect(inspector.getByRole('region', { name: 'One number' })).toHaveCount(0)
  // By keys: the focus is where the number is shown, and back where it came from.
  const all = own.getByRole('button', { name: 'What all steps add to ∇W[0][1]' })
  await all.focus()
  for (const key of ['Shift+Tab', 'Tab', 'Enter']) await app.page.keyboard.press(key)
  const number = inspector.getByRole('region', { name: 'One number' })
  await expect(number).toBeInViewport()
  await expect(number).toBeFocused()
  await app.page.keyboard.press('Escape')
  await expect(all).toBeFocused()
  await all.click()
  await expect(number).toBeInViewport()
  await pressed.click()
  await expect(own).toHaveCount(0)

  expect(await violationsOf(app.page)).toEqual([])
  await inspector.getByRole('button', { name: 'Close the entry' }).click()
  await expect(table).toHaveCount(0)
  // Escape at what opened it closes it alone, too.
  await inspector.getByRole('rowheader').getByRole('button', { name: /^W:/ }).click()
  const title = inspector.getByRole('heading', { level: 2 })
  await expect(title).toContainText('shared parameters')
  await share(app, 'W', 3).click()
  await expect(table).toBeVisible()
  await app.page.keyboard.press('Escape')
  await expect(table).toHaveCount(0)
  await expect(title).toContainText('shared parameters')
  // An entry that an edit takes away is shown no longer; the share that it was of is.
  await app.hidden.fill('5')
  await share(app, 'W', 3).click()
  // All of its columns are seen.
  expect(await detail.locator('.outer').evaluate((e) => e.scrollWidth - e.clientWidth)).toBe(0)
  await table.getByRole('button', { name: /W\[3\]\[1\]$/ }).click()
  await expect(inspector.getByRole('region', { name: /^Step 3 adds .* to ∇W/ })).toBeVisible()
  await app.hidden.fill('3')
  await expect(table.locator('tbody tr')).toHaveCount(3)
  await expect(inspector.getByRole('region', { name: /^Step 3 adds .* to ∇W/ })).toHaveCount(0)
})
