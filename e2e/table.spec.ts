/** Table: the whole run in rows and columns: the graph's numbers, the graph's selection, and all of it as CSV. */
import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { formatNetwork } from '../src/formats/network'
import { bookWiring, createNetwork, wirings } from '../testing/networks'
import { overflowing } from '../testing/overflow'
import { readCsv } from '../testing/readCsv'
import { type App, expect, test } from './app'
import { violationsOf } from './violationsOf'

const show = async ({ page }: App): Promise<Locator> => {
  await page.getByRole('radio', { name: 'Table', exact: true }).check()
  const table = page.getByRole('table', { name: 'Variables and their gradients over time' })
  await expect(table).toBeVisible()
  return table
}

/** What a reader hears in a row: its name, then a text for each column. */
const rowsOf = async (table: Locator): Promise<ReadonlyMap<string, readonly string[]>> => {
  const rows = await table
    .getByRole('row')
    .evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent!.trim())),
    )
  return new Map(rows.slice(1).map(([name, ...cells]) => [name!, cells]))
}

const toEnd = ({ button }: App) => button('To end').click()

interface Step {
  readonly h: readonly number[]
  readonly gradients: { readonly h: readonly number[] }
}

test('every number is that of the trace, under its time, and blank until it is computed', async ({
  stillApp: app,
}) => {
  const { steps } = JSON.parse(await app.traceText()) as { readonly steps: readonly Step[] }
  const table = await show(app)
  const columns = await table.getByRole('columnheader').allTextContents()
  expect(columns.slice(1)).toEqual(['t = 0', 't = 1', 't = 2', 't = 3', 't = 4', 'all t'])
  const blank = await rowsOf(table)
  expect(blank.get('h[0]')).toEqual(['0', ...Array(4).fill('not computed yet'), 'does not exist'])
  await toEnd(app)
  await expect(table.getByText('not computed yet')).toHaveCount(0)
  const rows = await rowsOf(table)
  const numbers = (name: string) => rows.get(name)!.map((text) => Number(text.replace('−', '-')))
  steps.forEach(({ h, gradients }, i) => {
    h.forEach((value, k) => expect(numbers(`h[${k}]`)[i + 1]).toBeCloseTo(value, 4))
    gradients.h.forEach((value, k) => expect(numbers(`∇h[${k}]`)[i + 1]).toBeCloseTo(value, 4))
  })
  expect(rows.get('y')!.slice(1, 5)).toEqual(['e', 'l', 'l', 'o'])
})

test('a number selects its variable, once more opens it; the playhead is marked', async ({
  stillApp: app,
}) => {
  const { page, inspector, button } = app
  const table = await show(app)
  await toEnd(app)
  for (let k = 0; k < 14; k++) await button('Step back').click()
  await expect(table.locator('[aria-current=step]')).toHaveText('t = 2')
  const cells = table.getByRole('row', { name: /^h\[1\]/ }).getByRole('button')
  await cells.nth(3).click()
  await expect(inspector.getByRole('heading', { level: 2 })).toContainText('h(3)')
  await expect(table.getByRole('button', { pressed: true })).toHaveCount(6)
  await cells.nth(3).click()
  await expect(inspector.getByRole('region', { name: 'One number' })).toContainText('[1]')
  await page.keyboard.press('Escape')
  await expect(inspector.getByRole('region', { name: 'One number' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(table.getByRole('button', { pressed: true })).toHaveCount(0)
  // The selection of the graph is that of the table.
  await page.getByRole('radio', { name: 'Unfolded graph' }).check()
  await app.variable('a(2)').click()
  await show(app)
  await expect(table.getByRole('button', { pressed: true })).toHaveCount(6)
})

test('the keys lead from number to number; Enter selects', async ({ stillApp: app }) => {
  const { page, inspector } = app
  const table = await show(app)
  await toEnd(app)
  await table
    .getByRole('row', { name: /^h\[0\]/ })
    .getByRole('button')
    .nth(1)
    .focus()
  for (const key of [
    'ArrowRight',
    'ArrowRight',
    'ArrowDown',
    'ArrowUp',
    'Home',
    'End',
    'ArrowLeft',
  ])
    await page.keyboard.press(key)
  await page.keyboard.press('Enter')
  await expect(inspector.getByRole('heading', { level: 2 })).toContainText('h(3)')
  // What is selected is where the Tab key leads.
  await expect(table.locator('td button[tabindex="0"]')).toHaveCount(1)
  await expect(table.locator('td button[tabindex="0"]')).toHaveAttribute('aria-pressed', 'true')
})

test('the whole run is copied, wherever the playhead stands; refused, it can be downloaded', async ({
  page,
  context,
}) => {
  const { createApp } = await import('./app')
  const app = createApp(page)
  await app.open()
  const trace = JSON.parse(await app.traceText()) as {
    readonly steps: readonly { readonly gradients: { readonly a: readonly number[] } }[]
    readonly gradients: { readonly W: readonly (readonly number[])[] }
  }
  await show(app)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.button('Copy as CSV').click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied 115 rows' })).toBeVisible()
  const copied = readCsv(await page.evaluate(() => navigator.clipboard.readText()))
  expect(copied).toHaveLength(116)
  const find = (...start: readonly string[]) =>
    copied.find((row) => start.every((field, i) => row[i] === field))!
  const at = (name: string) => copied[0]!.indexOf(name)
  expect(Number(find('a', 'gradient', '[2]')[at('t=3')])).toBe(trace.steps[2]!.gradients.a[2])
  expect(Number(find('W', 'gradient', '[1][2]')[at('no time')])).toBe(trace.gradients.W[1]![2])

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    app.button('Download CSV').click(),
  ])
  expect(readCsv(await readFile(await download.path(), 'utf8'))).toEqual(copied)
  expect(download.suggestedFilename()).toMatch(/\.csv$/)

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))
  })
  await app.button('Copy as CSV').click()
  await expect(page.getByText('The browser does not let this page copy')).toBeVisible()
})

test('a long run shows a stretch that follows, says so, and is small', async ({
  stillApp: app,
}) => {
  const { page, button, opened } = app
  await opened(
    formatNetwork(
      createNetwork(1, {
        ...{ inputSize: 8, hiddenSize: 24, outputSize: 8, tau: 300, activation: 'tanh' },
        ...{ inputs: 'classes', targets: 1, hasInitialState: false, wiring: bookWiring },
      }),
    ),
  )
  const table = await show(app)
  await expect(page.getByText('holds t = 0 to 10 of 300')).toBeVisible()
  // What it says is what is seen.
  const hidden = await table.evaluate((one) => {
    const { scrollWidth, clientWidth } = one.closest('.run')!
    return scrollWidth - clientWidth
  })
  expect(hidden).toBe(0)
  await button('Later steps').click()
  await expect(page.getByText('holds t = 10 to 20 of 300')).toBeVisible()
  // What is selected is about the middle, wherever one comes from and whatever room there is.
  await table
    .getByRole('row', { name: /^h/ })
    .getByRole('button', { pressed: false })
    .last()
    .click()
  await page.getByRole('radio', { name: 'Unfolded graph' }).check()
  await show(app)
  await expect(page.getByText('holds t = 15 to 25 of 300')).toBeVisible()
  await page.getByRole('radio', { name: 'Time step' }).check()
  await toEnd(app)
  await expect(table.locator('[aria-current=step]')).toHaveText('t = 1')
  await page.getByLabel('Show the 24 entries of h', { exact: true }).click()
  await page.getByLabel('Show the 24 entries of ∇h', { exact: true }).click()
  const last = (name: string) => table.getByLabel(`${name}[23]`, { exact: true })
  await expect(last('∇h')).toBeVisible()
  expect(await page.locator('td').count()).toBeLessThan(5000)
  await expect(last('h')).toBeVisible()
  await page.getByLabel('Put the entries of h together', { exact: true }).click()
  await expect(last('h')).toHaveCount(0)
  await expect(last('∇h')).toBeVisible()
})

test('every pattern has its rows; what does not exist at a time is said not to', async ({
  stillApp: app,
}) => {
  const files = wirings.filter(({ feedback }) => feedback !== 'sample')
  const table = await show(app)
  for (const wiring of files) {
    const network = createNetwork(3, {
      ...{ inputSize: 3, hiddenSize: 2, outputSize: 3, tau: 3, activation: 'tanh', wiring },
      ...{ inputs: 'classes', targets: 1, hasInitialState: true },
    })
    await app.opened(formatNetwork({ ...network, title: JSON.stringify(wiring) }))
    await toEnd(app)
    await expect(table.getByText('not computed yet')).toHaveCount(0)
    const rows = await rowsOf(table)
    const isLast = wiring.readout === 'last-step'
    for (const name of ['x[2]', '∇x[0]', 'a[1]', 'h[0]', 'o[2]', '∇o[2]'])
      expect(rows.has(name), `${JSON.stringify(wiring)} ${name}`).toBe(true)
    expect(rows.has('s[0]')).toBe(wiring.feedback === 'argmax')
    expect(rows.get('o[0]')!.slice(-4, -2)).toEqual(
      isLast
        ? ['does not exist', 'does not exist']
        : expect.not.arrayContaining(['does not exist']),
    )
  }
})

test('what is cut and what is switched off is said; a run that stops is blank beyond', async ({
  stillApp: app,
}) => {
  const { page, button, opened, inspector } = app
  await app.variable('h(2)').click()
  await toEnd(app)
  await inspector
    .getByRole('button', { name: /^Cut what comes from/ })
    .first()
    .click()
  const table = await show(app)
  await expect(page.getByRole('main').getByText(/^Cut: ∇/)).toBeVisible()
  await page.getByRole('radio', { name: 'Reach of a gradient' }).check()
  await expect(page.getByRole('main').getByText(/^Cut: ∇/)).toBeVisible()
  await show(app)
  await page.getByRole('main').getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText(/^Cut: ∇/)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await inspector.getByRole('button', { name: 'L(2)' }).click()
  await expect(page.getByRole('main').getByText('1 loss is switched off')).toBeVisible()
  expect((await rowsOf(table)).get('L')![2]).toBe('does not exist')

  await opened(formatNetwork(overflowing.state.network))
  await toEnd(app)
  const rows = await rowsOf(table)
  expect(rows.get('a[0]')!.slice(-2)).toEqual(['∞', 'does not exist'])
  expect(rows.get('h[0]')!.slice(-2)).toEqual(['not computed yet', 'does not exist'])
  await expect(page.getByText('a(5)[0] is ∞').last()).toBeVisible()
  await button('One step back').click()
  expect((await rowsOf(table)).get('a[0]')!.at(-2)).toBe('not computed yet')
})

test('the table scrolls both ways under its times, beside its names; all else stays', async ({
  stillApp: app,
}) => {
  const { page } = app
  await page.setViewportSize({ width: 390, height: 844 })
  const table = await show(app)
  await toEnd(app)
  const download = page.getByRole('button', { name: 'Download CSV' })
  const name = table.getByRole('rowheader').first()
  const time = table.getByRole('columnheader', { name: 't = 2' })
  const leftOf = async (part: Locator) => (await part.boundingBox())!.x
  const scrollTo = (left: number, top: number) =>
    time.evaluate((header, to) => header.closest('.run')!.scrollTo(to), { left, top })
  const places = async () => [await leftOf(name), await leftOf(download)]
  await scrollTo(40, 0)
  const [stays, moves] = [await places(), await leftOf(time)]
  await scrollTo(100, 0)
  expect(await places()).toEqual(stays)
  expect(await leftOf(time)).toBe(moves - 60)
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('html, .scene')].map((e) => e.scrollWidth - e.clientWidth),
  )
  expect(wide).toEqual([0, 0])
  // With the inspector open, too, a row further down has its times above it.
  await app.button('Inspector').click()
  const isSeenFurtherDown = async () => {
    await scrollTo(0, 500)
    return time.evaluate((header) => {
      const { left, top, width, height } = header.getBoundingClientRect()
      return header.contains(document.elementFromPoint(left + width / 2, top + height / 2))
    })
  }
  expect(await isSeenFurtherDown()).toBe(true)
  await app.button('Inspector').click()
  for (const [width, height] of [
    [1920, 1080],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    expect(await isSeenFurtherDown(), `${width}`).toBe(true)
  }
})

test('on paper the table stands alone, in black on white, in the dark theme, too', async ({
  stillApp: app,
}) => {
  const { page, button } = app
  await button('Theme').click()
  const table = await show(app)
  await toEnd(app)
  await page.emulateMedia({ media: 'print' })
  await expect(button('Play')).toBeHidden()
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeHidden()
  const cell = table
    .getByRole('row', { name: /^h\[0\]/ })
    .getByRole('button')
    .nth(2)
  await expect(cell).toHaveCSS('color', 'rgb(0, 0, 0)')
  await expect(cell).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  await page.emulateMedia({ media: null })
})

// Contrast has nothing to do with the language, nor names with the theme.
for (const [language, theme] of [
  ['en', 'light'],
  ['zh', 'dark'],
] as const)
  test(`axe finds nothing wrong in it: ${theme}, ${language}`, async ({ stillApp: app }) => {
    const { page } = app
    if (theme === 'dark') await app.button('Theme').click()
    // All kinds of cells, in a small table: the contrast of each is looked at.
    await app.field('Input').fill('ab')
    await app.field('Input').press('Enter')
    const table = await show(app)
    await toEnd(app)
    for (let k = 0; k < 6; k++) await app.button('Step back').click()
    await table
      .getByRole('row', { name: /^a\[1\]/ })
      .getByRole('button')
      .nth(1)
      .click()
    await app.language.selectOption({ index: language === 'en' ? 0 : 1 })
    await expect(page.getByText({ en: 'Copy as CSV', zh: '复制为 CSV' }[language])).toBeVisible()
    expect(await violationsOf(page, { within: 'main' })).toEqual([])
  })
