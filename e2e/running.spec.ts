/** Running: one network as it is trained and on its own, side by side, on the graph, and as a chain of conditionals. */
import type { Page } from '@playwright/test'
import { freeRun, mostLikely } from '../testing/freeRun'
import { type App, expect, test } from './app'
import { faultsOf } from './faultsOf'
import { violationsOf } from './violationsOf'
import { parseNetwork } from '../src/formats/network'

const chooseFedBack = async (page: Page, feedback = 'Teacher forcing') => {
  await page.getByRole('radio', { name: 'Output fed back', exact: true }).check({ force: true })
  await page.getByRole('combobox', { name: 'Feedback' }).selectOption(feedback)
}
const openScene = async (page: Page) => {
  await page.getByRole('radio', { name: 'Teacher forcing', exact: true }).check({ force: true })
  await expect(page.getByRole('heading', { name: 'The conditional likelihood' })).toBeVisible()
}
const table = (page: Page) => page.getByRole('table', { name: 'Both runs, step by step' })
const factors = (page: Page) => page.getByRole('table', { name: 'The factors, step by step' })
const show = (page: Page, name: string) =>
  page.getByRole('button', { name: `Show on the graph: ${name}` }).click()

/** The cells of a row, of the first run that has one of that name, or of the second. */
const rowOf = async (page: Page, name: RegExp, which = 0) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) })
    .nth(which)
    .getByRole('cell')
    .allInnerTexts()

/** A run of the weights of a seed, which part on this word. */
const openParting = async ({ page, seed }: App) => {
  await chooseFedBack(page)
  await seed.fill('3')
  await openScene(page)
}

test('both runs stand together: losses, predictions, and where they part, as a loop of its own finds them', async ({
  stillApp: app,
}) => {
  const { page } = app
  await openParting(app)
  const { network } = parseNetwork(await app.networkText())
  const steps = freeRun(network, mostLikely)
  const symbols = network.outputVocabulary!
  const said = (await rowOf(page, /^says/)).map((text) => text.trim()[0])
  expect(said).toEqual(steps.map((step) => symbols[step.said]))
  const losses = await rowOf(page, /^loss/, 1)
  expect(losses.map(Number)).toEqual(steps.map(({ loss }) => Number(loss!.toPrecision(3))))
  const total = steps.reduce((sum, { loss }) => sum + loss!, 0).toPrecision(4)
  await expect(page.getByRole('status').filter({ hasText: 'part' })).toContainText(
    `${total} on its own`,
  )
  const { loss } = JSON.parse(await app.traceText()) as { readonly loss: number }
  await expect(table(page)).toContainText(
    `Teacher forcing: y(t − 1) is fed backL = ${loss.toPrecision(4)}on the graph`,
  )
  // The first step after one that said something else than the target.
  const wrong = steps.findIndex((step, i) => step.said !== network.sequence.targets[i])
  await expect(
    page.getByText(`The runs part ways at step ${wrong + 2}: step ${wrong + 1} said`),
  ).toBeVisible()
  const reads = await rowOf(page, /^fed back/, 1)
  expect(reads.findIndex((text) => text.includes('≠'))).toBe(wrong + 1)
})

test('what is fed back is one choice, explained beside it and kept in files; drawn symbols are shown alone', async ({
  stillApp: app,
}) => {
  const { page } = app
  /** What one presses stays where it is, whatever comes with it. */
  const settings = [
    page.getByRole('radio', { name: 'Output fed back' }),
    app.button('Undo'),
    page.getByRole('combobox', { name: 'Feedback' }),
  ]
  const placesOf = (n: number) =>
    Promise.all(settings.slice(0, n).map(async (one) => Math.round((await one.boundingBox())!.x)))
  /** Over the graph. */
  const legend = page.getByRole('button', { name: 'Colours' })
  const topOfGraph = async () => (await legend.boundingBox())!.y
  const [opening, top] = [await placesOf(2), await topOfGraph()]
  await chooseFedBack(page, 'Logits')
  expect(await placesOf(2)).toEqual(opening)
  const set = await placesOf(3)
  expect(await topOfGraph()).toBe(top)
  await chooseFedBack(page)
  await expect(page.getByText('Reads the true y(t − 1)')).toBeVisible()
  expect(await placesOf(3)).toEqual(set)
  expect(await topOfGraph()).toBe(top)
  await expect(app.variable('s(1)')).toHaveCount(0)
  await page.getByRole('slider', { name: 'Timeline' }).press('End')
  await chooseFedBack(page, 'Argmax')
  await expect(app.variable('s(1)')).toHaveAccessibleName(/^s\(1\): 0, 1\.000, 0, 0/)
  const file = await app.networkText()
  const trace = await app.traceText()
  await chooseFedBack(page, 'Drawn symbol')
  await expect(page.getByText('Files keep Argmax')).toBeVisible()
  expect(await placesOf(3)).toEqual(set)
  expect(await topOfGraph()).toBe(top)
  await expect(app.variable('u(1)')).toHaveAccessibleName(/^u\(1\): 0\.\d+/)
  const drawn = () =>
    page
      .locator('[data-key^="u("]')
      .evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label')))
  const first = await drawn()
  const seed = page.getByRole('spinbutton', { name: 'Seed of the draws' })
  await seed.fill('8')
  await expect.poll(drawn).not.toEqual(first)
  await seed.fill('1')
  await expect.poll(drawn).toEqual(first)
  expect(await app.networkText()).toBe(file)
  expect(await app.traceText()).toBe(trace)
  await app.timeline.press('Control+z')
  await expect(page.getByRole('combobox', { name: 'Feedback' })).toHaveValue('target')
  await expect(app.variable('s(1)')).toHaveCount(0)
})

test('drawn symbols come again from the same seed, beside the teacher’s', async ({
  stillApp: app,
}) => {
  const { page } = app
  await openParting(app)
  await page.getByRole('combobox', { name: 'On its own it feeds back' }).selectOption('sample')
  const seed = page.getByRole('spinbutton', { name: 'Seed of the draws' })
  const rows: string[] = []
  for (const number of ['1', '2', '3', '4', '1']) {
    await seed.fill(number)
    await expect(table(page)).toContainText(`(seed ${number})`)
    rows.push((await rowOf(page, /^says/)).join())
  }
  expect(rows[4]).toBe(rows[0])
  expect(new Set(rows).size).toBeGreaterThan(1)
})

test('a factor is linked to its column: pointed at it lights it, pressed it goes there', async ({
  stillApp: app,
}) => {
  const { page } = app
  await openParting(app)
  const lit = table(page).locator('.lit')
  const sentence = page.locator('.sentence')
  await factors(page).getByRole('button', { name: '3', exact: true }).hover()
  await expect(lit.first()).toHaveText(/t = 3/)
  await page.mouse.move(2, 2)
  await expect(lit).toHaveCount(0)
  await factors(page).getByRole('button', { name: '2', exact: true }).focus()
  await expect(lit.first()).toHaveText(/t = 2/)
  await page.keyboard.press('Enter')
  await expect(sentence).toContainText('L(2)')
  await expect(table(page).getByRole('button', { name: 't = 2' })).toHaveAttribute(
    'aria-current',
    'step',
  )
  await table(page).getByRole('button', { name: 't = 4' }).click()
  await expect(sentence).toContainText('L(4)')
  await page.getByRole('group', { name: 'By the chain rule' }).getByRole('button').last().click()
  await expect(sentence).toContainText('L(1)')
})

test('the factors add up to −L of the run that is shown, and say what they are conditioned on', async ({
  stillApp: app,
}) => {
  const { page } = app
  await openParting(app)
  const numbers = async () => {
    const rows = await factors(page).locator('tbody tr').all()
    return Promise.all(
      rows.map(async (row) =>
        Number((await row.getByRole('cell').nth(2).innerText()).replace('−', '-')),
      ),
    )
  }
  const sum = async () =>
    Number((await factors(page).locator('tfoot .number').first().innerText()).replace('−', '-'))
  for (const name of ['On its own', 'Teacher forcing']) {
    await show(page, name)
    const all = await numbers()
    expect(all).toHaveLength(4)
    expect(all.reduce((a, b) => a + b, 0)).toBeCloseTo(await sum(), 2)
    if (name === 'On its own')
      await expect(
        page.getByText('On its own, step t is conditioned on what the network said'),
      ).toBeVisible()
    const losses = await rowOf(page, /^loss/, name === 'Teacher forcing' ? 0 : 1)
    expect(all.map((log) => -log).map((log) => Number(log.toPrecision(3)))).toEqual(
      losses.map(Number),
    )
  }
  await expect(factors(page)).toContainText('y(1) = e')
})

test('two steps are the equation of the book', async ({ stillApp: app }) => {
  const { page } = app
  await chooseFedBack(page)
  await app.field('Input').fill('ab')
  await app.field('Target').fill('ba')
  await openScene(page)
  const chain = page.getByRole('group', { name: 'By the chain rule' })
  await expect(chain).toContainText('(10.15–10.16)')
  const read = await chain
    .locator('annotation')
    .evaluateAll((all) =>
      all.map(({ textContent }) => textContent?.replace(/\\htmlClass\{[^}]*\}/, '')),
    )
  expect(read.join(' ')).toBe(
    '\\log p(y^{(1)}, y^{(2)} \\mid x^{(1)}, x^{(2)}) = {\\log p(y^{(2)} \\mid y^{(1)}, x^{(1)}, x^{(2)})} + {\\log p(y^{(1)} \\mid x^{(1)}, x^{(2)})}',
  )
  // The graph runs as neither of the two: then it is said which run its numbers are of.
  await page.getByRole('combobox', { name: 'Feedback' }).selectOption('Logits')
  const { loss } = JSON.parse(await app.traceText()) as { readonly loss: number }
  const third = `which feeds back “Logits”, with L = ${loss.toPrecision(4)}`
  await expect(page.getByText(`The graph shows a third run, ${third}`)).toBeVisible()
  await expect(table(page).getByRole('button', { name: /^on the graph/ })).toHaveCount(0)
})

test('another pattern says what it lacks; one press gives it, one undo takes it back', async ({
  stillApp: app,
}) => {
  const { page } = app
  await openScene(page)
  await expect(table(page)).toHaveCount(0)
  await expect(page.getByText('each factor is conditioned on x alone')).toBeVisible()
  const before = await app.networkText()
  await page.getByRole('button', { name: 'Let this network feed its output back' }).click()
  await expect(table(page)).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Feedback' })).toHaveValue('target')
  await page.locator('body').press('Control+z')
  expect(await app.networkText()).toBe(before)
  await page.getByRole('radio', { name: 'Output at the end' }).check({ force: true })
  await expect(page.getByText('One output, at the end: one factor')).toBeVisible()
  await expect(factors(page).locator('tbody tr')).toHaveCount(1)
  await page.getByRole('button', { name: 'Open an example in which they part' }).click()
  await expect(page.getByText('The runs part ways at step 6: step 5 said “b”')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open an example' })).toHaveCount(0)
})

test('steps without a target are said to be so: zeros are read after them', async ({
  stillApp: app,
}) => {
  const { page } = app
  await openParting(app)
  await app.field('Target').fill('e∅lo')
  await expect(
    page.getByText('Teacher forcing needs every y(t) before the last: step 2 has none'),
  ).toBeVisible()
  expect((await rowOf(page, /^fed back/))[2]).toBe('zeros')
  expect((await rowOf(page, /^loss/))[1]).toBe('∅')
  await expect(factors(page).locator('tbody tr')).toHaveCount(3)
})

test('many steps are folded, and a probability too small for a float is a power of ten', async ({
  stillApp: app,
}) => {
  const { page } = app
  await openParting(app)
  await app.field('Input').fill('hello world '.repeat(42))
  await expect(page.getByText(/\d+ factors between, together/)).toBeVisible()
  await expect(factors(page).locator('tfoot')).toContainText(/· 10−\d{3,}/)
  await table(page).getByRole('button', { name: 't = 504' }).click()
  await expect(table(page).getByRole('button', { name: 't = 503' })).toBeVisible()
  await table(page)
    .getByRole('button', { name: /^Steps 2 to \d+ are not shown/ })
    .click()
  await expect(table(page).getByRole('button', { name: 't = 490' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})

for (const [theme, language] of [
  ['light', 'en'],
  ['dark', 'zh'],
] as const)
  for (const size of [
    [1440, 900],
    [390, 844],
  ] as const)
    test(`nothing is wrong with the view: ${theme}, ${language}, ${size.join(' × ')}`, async ({
      visit,
    }) => {
      test.slow()
      const { page } = await visit({ size, theme, language })
      await page
        .getByRole('radio', { name: /^(Teacher forcing|导师驱动过程)$/ })
        .check({ force: true })
      const expectNoFaults = async (state: string) => {
        await page.getByRole('math').first().waitFor()
        expect(await violationsOf(page), state).toEqual([])
        expect(await faultsOf(page), state).toEqual([])
        const isScrolled = await page.evaluate(() => {
          const { scrollHeight, clientHeight } = document.documentElement
          return scrollHeight > clientHeight
        })
        expect(isScrolled, `${state}: the page itself scrolls`).toBe(false)
      }
      await expectNoFaults('another pattern')
      await page.locator('.running-button').first().click()
      await page.locator('.runs-table').waitFor()
      await expectNoFaults('teacher-forced')
      await page.locator('.run-heading button').last().click()
      await page.locator('.running-bar select').selectOption('sample')
      await page.locator('body').press('End')
      await expectNoFaults('on its own')
    })
