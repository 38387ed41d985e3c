/** Reach: the view of how far a gradient travels: its numbers are the run's, trials edit nothing until applied. */
import type { Page } from '@playwright/test'
import { formatNetwork } from '../src/formats/network'
import { reachWords } from '../src/i18n/reach'
import { createNetwork } from '../testing/networks'
import { type App, expect, test } from './app'
import { violationsOf } from './violationsOf'

const gridOf = (page: Page) => page.locator('.reach-heat').getByRole('grid')

const showReach = async ({ page }: App) => {
  await page.getByRole('radio', { name: 'Reach of a gradient' }).check()
  await expect(gridOf(page)).toBeVisible()
}

const norm = (v: readonly number[]) => Math.hypot(...v)

/** The numbers of a vector's column, by its caption. */
const columnOf = async (page: Page, caption: string): Promise<readonly number[]> => {
  const figure = page.locator('figure').filter({ hasText: caption }).last()
  const texts = await figure.getByRole('listitem').allTextContents()
  return texts.map((text) => Number(text.replace('−', '-')))
}

test('every length is that of the gradient in the trace', async ({ stillApp: app }) => {
  const { page, traceText } = app
  await showReach(app)
  const trace = JSON.parse(await traceText()) as {
    steps: readonly { t: number; gradients: { h: readonly number[] } }[]
  }
  for (const { t, gradients } of trace.steps) {
    const bar = page.getByRole('button', { name: `∥∇h(${t})∥ =` })
    const shown = (await bar.getAttribute('aria-label'))!.split('= ')[1]!
    expect(Number(shown)).toBeCloseTo(norm(gradients.h), 3)
  }
})

test('the bars are one tab stop, walked by arrows; Enter leads to the variable', async ({
  stillApp: app,
}) => {
  const { page, inspector } = app
  await showReach(app)
  await page.getByRole('button', { name: '∥∇h(0)∥ =' }).focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key)
  await expect(page.getByRole('button', { name: '∥∇h(1)∥ =' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(inspector.getByRole('heading', { level: 2 })).toContainText('h(1)')
  await expect(page.getByText('0 / 51', { exact: true })).toBeVisible()
})

test('the keys walk through the triangle, and a cell opens to a vector that adds up', async ({
  stillApp: app,
}) => {
  const { page } = app
  await showReach(app)
  const cell = gridOf(page).getByRole('gridcell')
  await cell.focus()
  await expect(cell).toHaveAccessibleName(/^∂L\(4\)\/∂h\(0\): length/)
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key)
  await expect(cell).toBeFocused()
  await expect(cell).toHaveAccessibleName(/^∂L\(3\)\/∂h\(2\): length/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '∂L(3)/∂h(2)' })).toBeVisible()
  // It opened below what was seen.
  await expect(app.button('Show h(2) in the inspector')).toBeInViewport()
  const [all, share, rest] = [
    await columnOf(page, '∇h(2)'),
    await columnOf(page, 'from L(3)'),
    await columnOf(page, 'from 2 other losses'),
  ]
  expect(all.length).toBe(3)
  all.forEach((g, i) => expect(Math.abs(g - share[i]! - rest[i]!)).toBeLessThan(2e-4))
  for (const key of ['ArrowUp', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByRole('heading', { name: '∂L(1)/∂h(2): no path' })).toBeVisible()
})

test('a trial recomputes at once, edits nothing until applied, and one undo takes it back', async ({
  stillApp: app,
}) => {
  const { page, network } = app
  await showReach(app)
  const before = await network()
  const summary = page.getByRole('status').filter({ hasText: '∇h(4)' })
  const said = await summary.textContent()
  const slider = page.getByRole('slider', { name: 'Scale of W' })
  await slider.focus()
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowLeft')
  await expect(summary).not.toHaveText(said!)
  await expect(slider).toHaveAttribute('aria-valuetext', '× 0.50')
  await page.getByRole('combobox', { name: 'Nonlinearity' }).selectOption('sigmoid')
  await expect(summary).toContainText('Preview')
  expect(await network()).toEqual(before)

  await app.button('Apply').click()
  await expect(summary).not.toContainText('Preview')
  const applied = await network()
  expect(applied.architecture.activation).toBe('sigmoid')
  expect(applied.parameters.W).toEqual(before.parameters.W.map((row) => row.map((w) => w * 0.5)))
  await page.keyboard.press('Control+z')
  expect(await network()).toEqual(before)
  await expect(summary).toHaveText(said!)
})

test('on a long sequence a worker follows the slider: what is still shown is said, and the last trial wins', async ({
  stillApp: app,
}) => {
  const { page } = app
  const network = createNetwork(1, {
    ...{ inputSize: 8, hiddenSize: 32, outputSize: 8, tau: 200, activation: 'tanh' },
    ...{ inputs: 'classes', targets: 1, hasInitialState: true },
  })
  await app.opened(formatNetwork(network))
  await showReach(app)
  const charts = page.locator('.reach')
  await expect(charts).toHaveAttribute('aria-busy', 'false')
  const sigma = () => page.getByText(/^σmax\(W\)\s=\s/).innerText()
  const before = Number((await sigma()).split(/=\s/)[1])
  // The sentence is watched from within: it may stand for a moment only.
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    const summary = document.querySelector('.reach-summary')!
    new MutationObserver(() => said.push(summary.textContent!)).observe(summary, {
      ...{ childList: true, characterData: true, subtree: true },
    })
  })
  const slider = page.getByRole('slider', { name: 'Scale of W' })
  await slider.focus()
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight')
  await expect(charts).toHaveAttribute('aria-busy', 'false')
  const scale = Number((await slider.getAttribute('aria-valuetext'))!.slice(2))
  expect(scale).toBeCloseTo(10 ** 0.12, 1)
  expect(Number((await sigma()).split(/=\s/)[1])).toBeCloseTo(scale * before, 1)
  const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said)
  expect(said.some((text) => text.includes('Computing… Still shown: × 1.00, tanh.'))).toBe(true)
  expect(said.at(-1)).not.toContain('Computing')
})

test('an example shows what it is named for, and clipping acts on the sum', async ({
  stillApp: app,
}) => {
  const { page } = app
  await showReach(app)
  await page.getByRole('combobox', { name: 'Example' }).selectOption('A matrix that is not normal')
  await expect(page.getByText('On the way it gets up to')).toBeVisible()
  await expect(page.getByText('times as long as ∇h(')).toBeVisible()
  // What is chosen stays chosen.
  await expect(page.getByRole('combobox', { name: 'Example' })).toHaveValue('nonNormal')
  await expect(page.getByText('and in the long run by ρ = 0.700')).toBeVisible()
  const clipped = page.getByRole('status').filter({ hasText: 'every entry is multiplied by' })
  await expect(clipped).toBeVisible()
  const threshold = page.getByRole('slider', { name: 'Threshold v' })
  await threshold.focus()
  await page.keyboard.press('End')
  await expect(threshold).toHaveAttribute('aria-valuetext', '100')
  await page.keyboard.press('Home')
  await expect(threshold).toHaveAttribute('aria-valuetext', '0.00100')
  await expect(clipped).toBeVisible()
})

for (const [language, theme] of [
  ['en', 'light'],
  ['zh', 'dark'],
] as const)
  test(`axe finds nothing wrong in it: ${theme}, ${language}, ${theme === 'light' ? 'wide' : 'phone'}`, async ({
    stillApp: app,
  }) => {
    const { page } = app
    if (theme === 'dark') await app.button('Theme').click()
    await app.language.selectOption({ index: language === 'en' ? 0 : 1 })
    const name = { en: 'Reach of a gradient', zh: '梯度能传多远' }[language]
    await page.getByRole('radio', { name }).check({ force: true })
    await expect(page.getByRole('heading', { name: reachWords[language].clip })).toBeVisible()
    if (theme === 'dark') await page.setViewportSize({ width: 390, height: 844 })
    await gridOf(page).getByRole('gridcell').press('Enter')
    expect(await violationsOf(page)).toEqual([])
    // A number is no wider than its bar, and f′ has its own for each of three units at four steps, narrow columns or not.
    const faults = await page.locator('.reach').evaluate((pane) => {
      const widthOf = (element: Element) => element.getBoundingClientRect().width
      const wider = [...pane.querySelectorAll('.reach-norm text')].filter(
        (text) => widthOf(text) > widthOf(text.parentElement!.querySelector('.norm')!),
      )
      const slopes = pane.querySelectorAll('.cell text').length
      return [wider.map(({ textContent }) => textContent), slopes]
    })
    expect(faults).toEqual([[], 12])
    if (theme === 'light') {
      const letters = () => page.locator('.reach-norm text').first().boundingBox()
      const { height } = (await letters())!
      await page.setViewportSize({ width: 1920, height: 1080 })
      // On a projector as large as the texts; a cell is where it is pressed.
      await expect.poll(async () => (await letters())!.height / height).toBeCloseTo(1.2, 1)
      const { width } = (await gridOf(page).boundingBox())!
      await gridOf(page).click({ position: { x: width * 0.8, y: 100 } })
      await expect(page.getByRole('heading', { name: '∂L(4)/∂h(4)' })).toBeVisible()
      // On the narrowest phone two lines stay over the charts.
      await page.setViewportSize({ width: 320, height: 640 })
      const stays = await page.locator('.reach').evaluate((pane) => {
        pane.scrollTop = 400
        const { bottom } = pane.querySelector('.reach-inputs')!.getBoundingClientRect()
        return bottom - pane.getBoundingClientRect().top
      })
      expect(stays).toBeLessThan(120)
    }
    // What is tried out stays in sight of what it changes.
    const slider = page.getByRole('slider', { name: /W/ })
    await expect(slider).toBeInViewport()
    // On a phone that lies, too, and no more than that: one drag brings a chart.
    if (theme === 'dark') {
      await page.setViewportSize({ width: 844, height: 390 })
      const isUncovered = await page.locator('.reach').evaluate((pane) => {
        pane.scrollTop = 120
        const heading = pane.querySelector('.reach-charts h2')!
        const { left, top } = heading.getBoundingClientRect()
        return heading.contains(document.elementFromPoint(left + 4, top + 8))
      })
      expect(isUncovered).toBe(true)
      await expect(slider).toBeInViewport({ ratio: 1 })
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  })
