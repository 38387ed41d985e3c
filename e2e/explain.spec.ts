/** Explain: from any number to the products it is made of and back; terms and arrows light each other; a cut shows, and is undone. */
import { readReferences } from '../testing/reference'
import { type App, createApp, expect, test } from './app'
import { checkSteps } from './numericLines'

const region = ({ inspector }: App) => inspector.getByRole('region', { name: 'One number' })
const factor = (app: App, name: string) =>
  region(app)
    .getByRole('button', { name: new RegExp(`^${name.replace(/[()[\]]/g, '\\$&')}( = |$)`) })
    .first()

const way = ['L(1)', 'o(1)[0]', 'h(1)[0]', 'a(1)[0]', 'U[0][0]']

test('a path leads from L to U[0][0], and back up', async ({ stillApp: app }) => {
  await app.timeline.press('End')
  const { inspector } = app
  const opened = region(app).getByRole('heading').first()
  // Two presses from the graph to the products.
  await app.variable('L').click()
  await app.variable('L').click()
  await expect(opened).toContainText('L')
  for (const name of way) await factor(app, name).click()
  await expect(opened).toContainText('U[0][0]')
  await expect(inspector.getByRole('heading').first()).toContainText('U')
  const trail = inspector.getByRole('navigation', { name: 'The way here' })
  await expect(trail.getByRole('button')).toHaveCount(way.length + 1)

  // Back by what uses it, number by number; a number that was passed shortens the trail.
  for (const name of [...way].toReversed().slice(1)) {
    await factor(app, name).click()
    await expect(opened).toContainText(name.replace(/\(\d\)/, (t) => t))
  }
  await factor(app, 'L').click()
  await expect(inspector.getByRole('heading').first()).toContainText('L')
  await expect(trail).toBeHidden()
  // Or at once, by the trail.
  for (const name of way.slice(0, 3)) await factor(app, name).click()
  await trail.getByRole('button').first().click()
  await expect(trail).toBeHidden()
})

test('the same path is walked by keys alone', async ({ stillApp: app }) => {
  const { page } = app
  await app.timeline.press('End')
  await app.variable('L').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  for (const name of way) {
    await factor(app, name).focus()
    await page.keyboard.press('Enter')
  }
  await expect(region(app).getByRole('heading').first()).toContainText('U[0][0]')
  await page.keyboard.press('Escape')
  await expect(region(app)).toBeHidden()
})

test('a finger reaches the products on a phone', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...{ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } },
    ...(baseURL && { baseURL, locale: 'en-US', reducedMotion: 'reduce' as const }),
  })
  const app = createApp(await context.newPage())
  await app.page.goto('./')
  await app.button('To end').tap()
  await app.variable('h(1)').tap()
  await app.variable('h(1)').locator('.row.gradient .cell').first().tap()
  await expect(region(app).getByRole('heading').first()).toContainText('∇h')
  await factor(app, '∇a(2)[0]').tap()
  await expect(region(app).getByRole('heading').first()).toContainText('∇a')
  const { scrollWidth, clientWidth } = await app.inspector.evaluate((element) => element)
  expect(scrollWidth).toBe(clientWidth)
  await context.close()
})

/** What is lit on the graph: variables by their names, and how many arrows. */
const lit = ({ graph }: App) =>
  graph.evaluate((group) => ({
    variables: [...group.querySelectorAll('.box.pointed')].map((box) =>
      box.getAttribute('data-key'),
    ),
    arrows: group.querySelectorAll('.way.pointed').length,
  }))

test('a term lights its arrow and its source, an arrow and a variable light their terms', async ({
  stillApp: app,
}) => {
  const { graph, inspector, page } = app
  await app.timeline.press('End')
  await app.variable('h(2)').click()
  const equation = inspector.getByRole('group', { name: 'Equation of ∇h(2)' })
  const [first, second] = [
    equation.getByRole('button', { name: 'Term W ∇a(3)' }),
    equation.getByRole('button', { name: 'Term V ∇o(2)' }),
  ]
  await first.focus()
  expect(await lit(app)).toEqual({ variables: ['a(3)'], arrows: 1 })
  await expect(first).toHaveClass(/lit/)
  await expect(second).not.toHaveClass(/lit/)
  await second.hover()
  expect(await lit(app)).toEqual({ variables: ['o(2)'], arrows: 1 })
  // From the graph: by the variable, with keys, and by the arrow.
  await app.variable('a(3)').focus()
  await expect(first).toHaveClass(/lit/)
  const arrows = graph.locator('path.near')
  let found = 0
  for (let i = 0; i < (await arrows.count()); i++) {
    await arrows.nth(i).dispatchEvent('pointerover', { bubbles: true })
    if (await second.evaluate((button) => button.classList.contains('lit'))) found++
    await arrows.nth(i).dispatchEvent('pointerout', { bubbles: true })
  }
  expect(found).toBe(1)
  await page.mouse.move(0, 0)
})

test('either summand can be cut: the check then disagrees, nothing that is saved changes, and it is restored', async ({
  stillApp: app,
}) => {
  const { inspector } = app
  await app.timeline.press('End')
  const before = await app.traceText()
  await app.variable('h(2)').click()
  const name = await app.variable('h(2)').getAttribute('aria-label')
  for (const from of ['∇a(3)', '∇o(2)']) {
    await inspector.getByRole('button', { name: `Cut what comes from ${from}` }).click()
    await expect(inspector.getByText(/is wrong: .* It is off by/)).toBeVisible()
    await expect(inspector.getByText('disagrees').first()).toBeVisible()
    await expect(app.variable('h(2)')).not.toHaveAttribute('aria-label', name!)
    await expect(app.graph.locator('.way.cut')).toHaveCount(1)
    expect(await app.traceText()).toBe(before)
    await app.page.getByRole('button', { name: /1 cut: restore/ }).click()
    await expect(inspector.getByText('disagrees')).toHaveCount(0)
    await expect(app.variable('h(2)')).toHaveAttribute('aria-label', name!)
    await expect(app.graph.locator('.way.cut')).toHaveCount(0)
  }
})

test('softmax and loss are opened, with the stable form and the Jacobian', async ({
  stillApp: app,
}) => {
  const { inspector } = app
  await app.timeline.press('End')
  await app.variable('L(2)').click()
  await inspector.getByText('Softmax and loss, opened').click()
  await expect(inspector.getByText(/The largest score/)).toBeVisible()
  await expect(inspector.getByRole('table', { name: 'Jacobian of softmax' })).toBeVisible()
  await expect(inspector.getByText(/collapses \(10\.18\)/)).toBeVisible()
})

for (const { name, text } of readReferences)
  test(`${name}: the numbers of every step, worked out, give what is shown`, async ({
    stillApp: app,
  }) => {
    await app.opened(text)
    const checked = await checkSteps(app)
    expect(checked).toBeGreaterThan(10)
  })
