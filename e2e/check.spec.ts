/** Check: any gradient beside its difference, with the two losses; all of them in a worker that can be stopped. */
import { type App, expect, test } from './app'
import { violationsOf } from './violationsOf'
import { formatNetwork } from '../src/formats/network'
import { createNetwork } from '../testing/networks'

const networkOf = (hiddenSize: number, tau: number): string =>
  formatNetwork(
    createNetwork(1, {
      ...{ inputSize: 8, hiddenSize, outputSize: 8, tau, activation: 'tanh' },
      ...{ inputs: 'classes', targets: 1, hasInitialState: true },
    }),
  )

const openAll = async ({ page, button }: App) => {
  await button('Check every gradient…').click()
  return page.getByRole('dialog', { name: 'Every gradient, checked' })
}

test('a gradient is shown with the two losses of its difference, and a verdict in words', async ({
  stillApp: app,
}) => {
  const { page, inspector } = app
  await page.locator('body').press('End')
  await app.variable('h(2)').click()
  const terms = async () => {
    const texts = await inspector.locator('.difference dd').allTextContents()
    return texts.map((text) => Number(text.replaceAll('−', '-')))
  }
  await expect(inspector.getByText('The two agree')).toBeVisible()
  const first = await terms()
  expect((first[0]! - first[1]!) / (2 * 6e-6)).toBeCloseTo(first[2]!, 4)
  expect(first[2]).toBeCloseTo(first[3]!, 7)
  const entries = inspector.getByRole('button', { name: /^Show the difference of entry/ })
  await entries.filter({ hasText: '1' }).click()
  await expect(entries.filter({ hasText: '1' })).toHaveAttribute('aria-pressed', 'true')
  expect(await terms()).not.toEqual(first)
  // Its verdict stands beside the gradient and leads there, where p has its name.
  await inspector.getByRole('button', { name: '✓ checked' }).click()
  await expect(inspector.getByText('L(p + ε), p = h(2)[1]')).toBeInViewport()
})

test('all gradients are compared, the worst first', async ({ stillApp: app }) => {
  const { network } = app
  const { parameters, architecture, sequence } = await network()
  const dialog = await openAll(app)
  await expect(dialog.getByRole('status')).toContainText('agree; the largest relative difference')
  const entries =
    Object.values(parameters)
      .flat(2)
      .filter((w) => typeof w === 'number').length +
    architecture.hiddenSize +
    sequence.inputs.length * architecture.inputSize
  await expect(dialog.getByRole('status')).toContainText(`${entries} entries agree`)
  const cells = await dialog.locator('tbody tr td:nth-child(3)').allTextContents()
  const sizes = cells.map((text) => Number(text.replaceAll('−', '-')))
  expect(sizes.length).toBe(entries)
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  expect(await violationsOf(app.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
})

test('on a phone each row of the comparison is seen whole, and is a row still', async ({
  visit,
}) => {
  const app = await visit({ size: [320, 640] })
  await app.button('Inspector').click()
  const dialog = await openAll(app)
  const cells = dialog.getByRole('row').nth(1).getByRole('cell')
  await expect(cells).toHaveCount(6)
  for (const cell of await cells.all()) await expect(cell).toBeInViewport({ ratio: 1 })
  expect(await violationsOf(app.page)).toEqual([])
})

test('a large check keeps the page answering, and can be stopped', async ({ stillApp: app }) => {
  const { page } = app
  await app.opened(networkOf(12, 16))
  // The longest task of the main thread while the worker compares.
  await page.evaluate(() => {
    const seen = { longest: 0 }
    Object.assign(globalThis, { seen })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration)
    }).observe({ type: 'longtask' })
  })
  const dialog = await openAll(app)
  await expect(dialog.getByRole('status')).toContainText('agree', { timeout: 30_000 })
  const longest = await page.evaluate(
    () => (globalThis as unknown as { seen: { longest: number } }).seen.longest,
  )
  // Below 50 ms where nothing else runs. Other tests do; a check on the page's thread would take seconds.
  expect(longest).toBeLessThan(400)
  await dialog.getByRole('button', { name: 'Close' }).click()

  await app.opened(networkOf(40, 300))
  await openAll(app)
  await expect(dialog.getByText('Comparing…')).toBeVisible()
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(dialog.getByRole('status')).toContainText('Stopped.')
  const { value } = await dialog.getByRole('progressbar').evaluate((bar) => ({
    value: (bar as HTMLProgressElement).value,
  }))
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  await expect(dialog.getByRole('progressbar')).toHaveJSProperty('value', value)
  await dialog.getByRole('button', { name: 'Close' }).click()
})

test('where a step crosses a kink, it is called that, not an error', async ({ stillApp: app }) => {
  const { inspector, page } = app
  const { parameters, ...rest } = await app.network()
  const zeros = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map(() => 0))
  const { U, W, b } = parameters
  const atZero = { ...parameters, U: zeros(U), W: zeros(W), b: b.map(() => 0) }
  const architecture = { ...rest.architecture, activation: 'relu' }
  await app.opened(JSON.stringify({ ...rest, architecture, parameters: atZero }))
  await app.timeline.press('End')
  await inspector.getByRole('button', { name: /^b:/ }).click()
  await expect(inspector.getByText('∧ a step of ε crosses a kink here').first()).toBeVisible()
  await expect(inspector.getByText('Between p − ε and p + ε lies a kink')).toBeVisible()
  await expect(inspector.getByText('disagrees')).toHaveCount(0)
  const dialog = await openAll(app)
  await expect(dialog.getByRole('status')).toContainText('crosses a kink')
  await expect(dialog.getByRole('status')).not.toContainText('disagree')
  await page.keyboard.press('Escape')
})

test('losses can be switched off one by one, and on again with their targets', async ({
  stillApp: app,
}) => {
  const { page, inspector, network, field } = app
  const before = await network()
  const loss = (t: number) => inspector.getByRole('button', { name: `L(${t})`, exact: true })
  await loss(4).click()
  await loss(3).click()
  await expect(loss(4)).toHaveAttribute('aria-pressed', 'false')
  await expect(field('Target')).toHaveValue('el')
  await expect(app.variable('L(4)')).toHaveCount(0)
  await app.button('To end').click()
  await expect(app.variable('h(4)')).toHaveAccessibleName(/gradient 0, 0, 0$/)
  await loss(4).click()
  await expect(app.variable('L(4)')).toBeVisible()
  await expect(app.variable('h(4)')).not.toHaveAccessibleName(/gradient 0, 0, 0$/)
  await page.keyboard.press('Control+z')
  await expect(loss(4)).toHaveAttribute('aria-pressed', 'false')
  await inspector.getByRole('button', { name: 'All', exact: true }).click()
  expect(await network()).toEqual(before)
})
