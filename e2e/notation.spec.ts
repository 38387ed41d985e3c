/** Notation: parameters are called otherwise everywhere at once: drawn, written, typeset, said; files are as they were, and nothing overlaps. */
import type { Page } from '@playwright/test'
import { type App, createApp, expect, goBy, test, twoFrames } from './app'
import { faultsOf } from './faultsOf'
import { violationsOf } from './violationsOf'

const notationField = ({ inspector }: App) =>
  inspector.getByRole('combobox', { name: 'Notation', exact: true })

/** All that is written on the page or said of it, piece by piece; of a formula its TeX, of a name its parts together. */
const piecesOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const pieces: string[] = []
    const visit = (element: Element) => {
      if (element.matches('script, style, title, .notation select')) return
      for (const name of [
        'aria-label',
        'aria-valuetext',
        'aria-description',
        'title',
        'placeholder',
      ])
        if (element.hasAttribute(name)) pieces.push(element.getAttribute(name)!)
      if (element.matches('annotation, svg text, .math-name')) {
        pieces.push(element.textContent ?? '')
        return
      }
      for (const child of element.childNodes)
        if (child instanceof Element) visit(child)
        else if (child.nodeType === Node.TEXT_NODE && !element.closest('.katex'))
          pieces.push(child.textContent ?? '')
    }
    visit(document.body)
    return pieces.filter((piece) => piece.trim() !== '')
  })

/** A letter of the book that stands by itself; `W x h` is how W_xh is said. */
const stray = /(?<![\p{L}\p{M}_])[UVWbc](?![\p{L}\p{M}_]| [a-z](?![a-z]))/u

const expectNoStray = async (page: Page, where: string) =>
  expect(
    (await piecesOf(page)).filter((piece) => stray.test(piece)),
    where,
  ).toEqual([])

/** Opens what an inspector has: an entry of the ledger, a number, the softmax, every comparison. */
const open: Readonly<Record<string, (app: App, cut: string) => Promise<void>>> = {
  'a parameter': async (app) => {
    await app.inspector.locator('.ledger th button').nth(1).click()
    await expect(app.inspector.locator('.terms').first()).toBeVisible()
  },
  'the bias': async (app) => {
    await app.inspector.locator('.ledger th button').nth(3).click()
    await expect(app.inspector.getByRole('heading').first()).toContainText(/[ab]/)
  },
  'one number': async (app) => {
    await app.variable('a(2)').click()
    await app.variable('a(2)').locator('.row.value .cell').first().click()
    await expect(app.inspector.getByRole('region', { name: 'One number' })).toBeVisible()
  },
  'an entry of the ledger': async (app) => {
    await app.inspector.locator('button.share').nth(6).click()
    await expect(app.inspector.locator('.entry-detail')).toBeVisible()
  },
  'a cut': async (app, cut) => {
    await app.variable(cut).click()
    await expect(app.inspector.locator('.terms').first()).toBeVisible()
    await app.inspector
      .getByRole('button', { name: /^Cut what comes from/ })
      .first()
      .click()
    await expect(app.inspector.locator('.cut-notice')).toBeVisible()
  },
  'every comparison': async (app) => {
    await app.inspector.getByRole('button', { name: 'Check every gradient…' }).click()
    await expect(app.page.locator('.check-table')).toBeVisible()
    await expectNoStray(app.page, 'every comparison')
    await app.page.keyboard.press('Escape')
  },
}

for (const [notation, pattern, cut] of [
  ['joined', 'Output at every step', 'h(2)'],
  ['torch', 'Output at every step', 'h(2)'],
  ['torch', 'Output fed back', 'o(2)'],
] as const)
  test(`${notation}, ${pattern}: no letter of the book is left in any view`, async ({
    stillApp: app,
  }) => {
    test.slow()
    const { page } = app
    await page.getByRole('radio', { name: pattern }).check({ force: true })
    const saved = await app.networkText()
    const traced = await app.traceText()
    await notationField(app).selectOption(notation)
    await expectNoStray(page, 'at the start')
    await app.timeline.press('End')
    await expectNoStray(page, 'at the end')
    for (const grain of ['Time step', 'Contribution'] as const) {
      await app.grain(grain).check({ force: true })
      for (let i = 0; i < 3; i++) {
        await page.locator('body').press('PageUp')
        await expectNoStray(page, `${grain}, step ${i}`)
      }
      await app.timeline.press('End')
    }
    await app.grain('Variable').check({ force: true })
    for (const [what, reach] of Object.entries(open)) {
      await reach(app, cut)
      await expectNoStray(page, what)
    }
    expect(await app.networkText()).toBe(saved)
    await page.getByRole('button', { name: /cut: restore/ }).click()
    expect(await app.traceText()).toBe(traced)
    for (const scene of await page.locator('input[name=scene]').all()) {
      await scene.check({ force: true })
      await expect(page.getByText('Loading…')).toBeHidden()
      await page.waitForLoadState('networkidle')
      await expectNoStray(page, await scene.evaluate((input) => input.parentElement!.innerText))
    }
  })

test('the stray letter is found where there is one', async ({ stillApp: app }) => {
  await app.timeline.press('End')
  const letters = (await piecesOf(app.page)).filter((piece) => stray.test(piece))
  for (const letter of ['U', 'W', 'V', 'b', 'c']) expect(letters.join(' ')).toContain(letter)
})

test('by keys alone; it is remembered, and said in letters', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...{
      locale: 'en-US',
      reducedMotion: 'reduce' as const,
      viewport: { width: 1440, height: 900 },
    },
    ...(baseURL && { baseURL }),
  })
  const app = createApp(await context.newPage())
  await app.open()
  await notationField(app).focus()
  await app.page.keyboard.press('ArrowDown')
  await app.page.keyboard.press('ArrowDown')
  await expect(notationField(app)).toHaveValue('torch')
  const row = app.inspector.getByRole('button', { name: /^weight i h: 3 × 4$/ })
  await expect(row).toBeVisible()
  await expect(app.page.getByRole('button', { name: /^weight h h: / }).first()).toBeVisible()
  // By its name, as it is written.
  await app.page.getByRole('textbox', { name: 'Go to variable' }).fill('bias_ih + bias_hh')
  await app.page.keyboard.press('Enter')
  await expect(app.inspector).toContainText('PyTorch keeps two biases and only ever adds them')
  await expect(app.inspector.getByRole('heading').first()).toContainText('bias i h plus bias h h')
  await app.page.reload()
  await expect(notationField(app)).toHaveValue('torch')
  await app.language.selectOption('简体中文')
  await expect(app.page.getByRole('button', { name: /^权重 i h/ }).first()).toBeVisible()
  await context.close()
})

test('on every screen nothing overlaps or is cut; axe finds nothing wrong', async ({ visit }) => {
  test.slow()
  for (const [notation, theme, language] of [
    ['joined', 'light', 'zh'],
    ['torch', 'dark', 'en'],
  ] as const) {
    const { page } = await visit({ size: [1440, 900], theme, language, notation })
    await goBy(page, ['End'])
    expect(await violationsOf(page), notation).toEqual([])
    for (const [width, height] of [
      [1440, 900],
      [1920, 1080],
      [1280, 720],
      [768, 1024],
      [390, 844],
      [320, 640],
    ] as const) {
      await page.setViewportSize({ width, height })
      for (const place of ['Home', 'End']) {
        await goBy(page, [place])
        await twoFrames(page)
        expect(await faultsOf(page), `${notation}, ${width}, ${place}`).toEqual([])
      }
    }
  }
})
