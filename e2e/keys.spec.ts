/** Keys: what each key does, and where it leaves the key to the browser. */
import { type App, expect, test } from './app'

const finishedOf = async (app: App) => (await app.position()).finished

test('arrows, Home and End step on the stage and on the timeline', async ({ stillApp: app }) => {
  const { all } = await app.position()
  for (const place of [app.page.locator('body'), app.graph, app.timeline]) {
    await place.press('Home')
    await app.expectFinished(0)
    await place.press('ArrowRight')
    await place.press('ArrowRight')
    await app.expectFinished(2)
    await place.press('ArrowLeft')
    await app.expectFinished(1)
    await place.press('End')
    await app.expectFinished(all)
    await place.press('ArrowRight')
    await app.expectFinished(all)
  }
  await app.timeline.press('Home')
  await app.timeline.press('ArrowLeft')
  await app.expectFinished(0)
})

test('with Shift, arrows step a whole time step', async ({ stillApp: app }) => {
  const isComputed = async (key: string) =>
    !/not computed yet/.test((await app.variable(key).getAttribute('aria-label')) ?? '')
  const stops = [0]
  for (let t = 1; t <= 4; t++) {
    await app.timeline.press('Shift+ArrowRight')
    stops.push(await finishedOf(app))
    expect(await isComputed(`L(${t})`)).toBe(true)
    if (t < 4) expect(await isComputed(`a(${t + 1})`)).toBe(false)
  }
  expect(await isComputed('L')).toBe(true)
  await expect(app.variable('L')).not.toHaveAttribute('aria-label', /gradient/)
  await app.timeline.press('ArrowRight')
  await expect(app.inspector.getByRole('heading').first()).toContainText('with respect to itself')
  await app.timeline.press('ArrowLeft')
  for (let t = 4; t >= 1; t--) {
    await app.timeline.press('Shift+ArrowRight')
    stops.push(await finishedOf(app))
    await expect(app.variable(`x(${t})`)).toHaveAttribute('aria-label', /gradient/)
    if (t > 1)
      await expect(app.variable(`h(${t - 1})`)).not.toHaveAttribute('aria-label', /gradient/)
  }
  expect(stops.at(-1)).toBe((await app.position()).all)
  for (const stop of stops.toReversed().slice(1)) {
    await app.timeline.press('Shift+ArrowLeft')
    await app.expectFinished(stop)
  }
})

test('Space plays and pauses where no control has the focus', async ({ app }) => {
  const { page, button } = app
  await page.locator('body').press('Space')
  await expect(button('Pause')).toBeVisible()
  await page.locator('body').press('Space')
  await expect(button('Play')).toBeVisible()
  const finished = await finishedOf(app)
  expect(Number.isInteger(finished)).toBe(true)

  await app.field('Input').focus()
  await app.field('Input').press('End')
  await page.keyboard.press('Space')
  await expect(app.field('Input')).toHaveValue('hell ')
  await button('Keys').focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(button('Play')).toHaveCount(1)
})

test('PageDown and PageUp step anywhere but in a text field', async ({ stillApp: app }) => {
  const { page } = app
  const places = [
    page.locator('body'),
    app.button('File'),
    app.speed,
    app.grain('Variable'),
    app.timeline,
    app.variable('h(1)'),
    app.language,
  ]
  for (const [i, place] of places.entries()) {
    await app.page.locator('body').press('Home')
    await place.press('PageDown')
    await place.press('PageDown')
    await app.expectFinished(2)
    await place.press('PageUp')
    await app.expectFinished(1)
    expect(await app.speed.inputValue(), `place ${i}`).toBe('1')
    await page.locator(':focus').evaluateAll((all) => all.forEach((e) => (e as HTMLElement).blur()))
  }
  await page.locator('body').press('Home')
  for (const field of [app.field('Input'), app.field('Target'), app.hidden]) {
    await field.press('PageDown')
    await app.expectFinished(0)
  }
})

test('arrows in a field, a list or a choice stay theirs', async ({ stillApp: app }) => {
  for (const place of [app.field('Input'), app.hidden, app.speed, app.activation]) {
    await place.press('ArrowRight')
    await app.expectFinished(0)
  }
  await app.grain('Variable').press('ArrowRight')
  await expect(app.grain('Contribution')).toBeChecked()
  await app.expectFinished(0)
  // Enter leaves a field with what is typed in it, and the arrows are the run's again.
  await app.field('Input').fill('help')
  await expect(app.page.getByText('Enter, then → steps.')).toBeVisible()
  // That the last step of a text says nothing is no news.
  await expect(app.page.locator('.target-note')).toHaveCount(0)
  await app.field('Input').press('Enter')
  await app.page.keyboard.press('ArrowRight')
  await app.expectFinished(1)
  await expect(app.field('Input')).toHaveValue('help')
})

test('? lists the keys, and the list keeps the keyboard until it is closed', async ({
  stillApp: app,
}) => {
  const { page } = app
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  await app.field('Input').press('End')
  await page.keyboard.press('Shift+Slash')
  await expect(app.field('Input')).toHaveValue('hell?')
  await expect(dialog).toBeHidden()
  await app.field('Input').press('Control+z')

  await app.timeline.press('Shift+Slash')
  await expect(dialog).toBeVisible()
  // What closes it has the focus, and is in sight though the list is longer than the screen.
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 })
  for (const key of ['→', 'Shift + →', 'Home', 'End', 'Space', 'Page Down', 'Ctrl + Z', 'Esc', '?'])
    await expect(dialog.getByText(key, { exact: true }).first()).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await app.expectFinished(0)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(app.timeline).toBeFocused()

  await app.button('Keys').click()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
})

test('arrows walk from variable to variable, Enter selects, Escape lets go', async ({
  stillApp: app,
}) => {
  const { page, inspector, variable } = app
  await app.timeline.press('End')
  const heading = inspector.getByRole('heading').first()
  const unselected = await heading.textContent()
  await variable('h(2)').focus()
  for (const [key, name] of [
    ['ArrowRight', 'h(3)'],
    ['ArrowUp', 'o(3)'],
    ['ArrowUp', 'yhat(3)'],
    ['ArrowLeft', 'yhat(2)'],
    ['ArrowDown', 'o(2)'],
    ['ArrowDown', 'h(2)'],
    ['ArrowDown', 'a(2)'],
    ['ArrowDown', 'x(2)'],
    ['ArrowLeft', 'x(1)'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(variable(name)).toBeFocused()
  }
  // To walk is not to step; which of the two the arrows do now is written over the graph.
  await expect(page.getByText('← → ↑ ↓ walk')).toBeVisible()
  const { finished, all } = await app.position()
  expect(finished).toBe(all)
  // At an edge one stays.
  await page.keyboard.press('ArrowDown')
  await expect(variable('x(1)')).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(variable('x(1)')).toHaveAttribute('aria-pressed', 'true')
  await expect(heading).toContainText('x(1)')
  // Who does not see the panel is told.
  const news = (text: string) => page.locator('[aria-live=polite] > p').getByText(text)
  await expect(news('x(1): selected')).toHaveCount(1)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(variable('a(1)')).toBeFocused()
  await expect(variable('x(1)')).toHaveAttribute('aria-pressed', 'false')
  await expect(heading).toContainText('a(1)')
  await page.keyboard.press('Escape')
  await expect(variable('a(1)')).toHaveAttribute('aria-pressed', 'false')
  await expect(news('selected')).toHaveCount(0)
  await expect(heading).toHaveText(unselected ?? '')
})

test('a click selects, a second click on its name lets go', async ({ stillApp: app }) => {
  await app.timeline.press('End')
  const heading = app.inspector.getByRole('heading').first()
  await app.variable('yhat(2)').click()
  await expect(app.variable('yhat(2)')).toHaveAttribute('aria-pressed', 'true')
  await expect(heading).toContainText('(2)')
  // Pressed on a number it would open that.
  await app.variable('yhat(2)').locator('.name').click()
  await expect(app.variable('yhat(2)')).toHaveAttribute('aria-pressed', 'false')

  const folded = app.page.getByRole('group', { name: 'Folded graph' })
  await folded.getByRole('button', { name: /^W/ }).click()
  await expect(heading).toContainText('W')
  // So does its letter beside an arrow.
  await app.graph.locator('text[data-uses=V]').first().click()
  await expect(heading).toContainText('V')
})

test('after a press on a button of the transport the arrows step on', async ({ stillApp: app }) => {
  await app.button('Step forward').click()
  await app.page.keyboard.press('ArrowRight')
  await expect(app.timeline).toHaveAttribute('aria-valuenow', '2')
  await app.page.keyboard.press('ArrowLeft')
  await expect(app.timeline).toHaveAttribute('aria-valuenow', '1')
})

test('arrows open the file menu and walk along it, round', async ({ stillApp: app }) => {
  const { page } = app
  await app.button('File').focus()
  await page.keyboard.press('ArrowDown')
  await expect(app.button('Open network…')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(app.button('Save network')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(page.locator('#file-menu button').last()).toBeFocused()
})

test('a name that is none is said to be none, until another is typed; to what is not computed yet leads a button', async ({
  stillApp: app,
}) => {
  const { page } = app
  const field = page.getByRole('textbox', { name: 'Go to variable' })
  await field.fill('h(9)')
  await field.press('Enter')
  await expect(
    page.getByText('No “h(9)” here. Times go from 1 to 4. Write h(3) for a variable'),
  ).toBeVisible()
  await field.press('Escape')
  await expect(field).toHaveValue('')
  await expect(page.getByText('No “h(9)” here.')).toHaveCount(0)
  await field.fill('grad h2[0]')
  await field.press('Enter')
  await expect(field).toHaveValue('')
  await expect(app.inspector.getByRole('heading').first()).toContainText('h')
  await expect(app.variable('h(2)')).toHaveAttribute('aria-pressed', 'true')
  const number = app.inspector.getByRole('region', { name: 'One number' })
  await number.getByRole('button', { name: 'Run to ∇h(2)' }).press('Enter')
  await expect(number.getByText('Is it right?')).toBeVisible()
  // Three products of W transposed, four of V transposed.
  const terms = number.getByRole('listitem').filter({ has: page.getByRole('math') })
  expect(await terms.locator('ol > li').count()).toBe(3 + 4)
  await expect(terms.first().getByRole('listitem')).toHaveCount(3)
  await expect(app.timeline).toBeFocused()
  expect((await app.position()).sentence).toMatch(/^∇h\(2\) adds/)
  // So does what puts an error away.
  await app.openFile('{')
  await app.button('Dismiss').focus()
  await app.page.keyboard.press('Enter')
  await expect(app.timeline).toBeFocused()
})

test('Escape closes the file menu', async ({ stillApp: app }) => {
  await app.fileMenu()
  await expect(app.button('Save network')).toBeVisible()
  await app.page.keyboard.press('Escape')
  await expect(app.button('Save network')).toBeHidden()
})
