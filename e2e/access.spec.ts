/** Access: names and roles that scripts and screen readers rely on; both languages and themes; what the browser asks for. */
import type { Page } from '@playwright/test'
import { languages } from '../src/i18n'
import { en } from '../src/i18n/en'
import { keyWords } from '../src/i18n/keys'
import { zh } from '../src/i18n/zh'
import { type App, createApp, expect, goBy, test } from './app'
import { rulesOfColour, violationsOf } from './violationsOf'
import { wear } from './wear'

for (const [words, { code, name }] of [
  [en, languages.en],
  [zh, languages.zh],
] as const)
  test(`axe finds nothing wrong in either theme: ${name}`, async ({ stillApp: app }) => {
    test.slow()
    const { page } = app
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const expectNoFaults = async (state: string) => {
      expect(await violationsOf(page), state).toEqual([])
      await wear(page, 'dark')
      expect(await violationsOf(page, { rules: rulesOfColour }), `${state}, dark`).toEqual([])
      await wear(page, 'light')
    }
    await app.language.selectOption(name)
    await expect(page.locator('html')).toHaveAttribute('lang', code)
    await expectNoFaults('start')

    await goBy(page, ['End', ...Array(12).fill('ArrowLeft')])
    await expectNoFaults('on the way back')

    await page
      .getByLabel(words.file.input)
      .setInputFiles({ name: 'a.json', mimeType: 'text/json', buffer: Buffer.from('{}') })
    await expect(page.getByRole('alert')).not.toBeEmpty()
    await expectNoFaults('an error shown')
    await button(words.messages.dismiss).click()

    await button(words.top.file).click()
    await expect(button(words.file.save)).toBeVisible()
    await expectNoFaults('file menu open')
    await button(words.top.file).click()

    await page.locator('body').press('Shift+Slash')
    await expect(
      page.getByRole('dialog', { name: keyWords[words === en ? 'en' : 'zh'].title }),
    ).toBeVisible()
    await expectNoFaults('keys shown')
  })

type Role = Parameters<Page['getByRole']>[0]

/** Role, English name, and the dictionary's name for it. */
const names: readonly (readonly [Role, string, (words: typeof zh) => string])[] = [
  ['button', 'File', ({ top }) => top.file],
  ['textbox', 'Input', ({ top }) => top.input],
  ['textbox', 'Target', ({ top }) => top.target],
  ['spinbutton', 'Hidden units', ({ top }) => top.hidden],
  ['combobox', 'Activation', ({ top }) => top.activation],
  ['button', 'To start', ({ transport }) => transport.toStart],
  ['button', 'Step back', ({ transport }) => transport.stepBack],
  ['button', 'Play', ({ transport }) => transport.play],
  ['button', 'Step forward', ({ transport }) => transport.stepForward],
  ['button', 'To end', ({ transport }) => transport.toEnd],
  ['combobox', 'Speed', ({ transport }) => transport.speed],
  ['radiogroup', 'Step size', ({ transport }) => transport.stepSize],
  ['radio', 'Time step', ({ transport }) => transport.grains.timeStep],
  ['radio', 'Variable', ({ transport }) => transport.grains.variable],
  ['radio', 'Contribution', ({ transport }) => transport.grains.contribution],
  ['slider', 'Timeline', ({ timeline }) => timeline.label],
  ['group', 'Unfolded graph', ({ stage }) => stage.unfolded],
  ['group', 'Folded graph', ({ stage }) => stage.folded],
  ['complementary', 'Inspector', ({ inspector }) => inspector.label],
  ['combobox', 'Language', ({ top }) => top.language],
  ['button', 'Theme', ({ top }) => top.theme],
]

test('everything has the role and the name that scripts rely on', async ({ stillApp: app }) => {
  const { page, graph, timeline, inspector, alert } = app
  for (const [role, name] of names)
    await expect(page.getByRole(role, { name, exact: true }), `${role} ${name}`).toBeVisible()
  await expect(page.getByLabel('Open network file')).toHaveAttribute('type', 'file')
  await expect(app.grain('Variable')).toBeChecked()

  const entries = await (await app.fileMenu()).allTextContents()
  expect(entries.slice(0, 3)).toEqual(['Open network…', 'Save network', 'Download trace'])
  expect(entries.length).toBeGreaterThan(3)
  await app.button('File').click()

  await expect(timeline).toHaveAttribute('aria-valuenow', '0')
  await expect(timeline).toHaveAttribute('aria-valuemin', '0')
  await expect(timeline).toHaveAttribute('aria-valuetext', /\S/)
  const { all } = await app.position()
  await timeline.press('End')
  await app.expectFinished(all)
  for (const key of ['h(0)', 'x(1)', 'a(2)', 'h(3)', 'o(4)', 'yhat(3)', 'y(1)', 'L(3)', 'L']) {
    await expect(app.variable(key), key).toHaveCount(1)
    await app.variable(key).focus()
    await expect(app.variable(key)).toBeFocused()
  }
  expect(await graph.getByLabel(/^h\(/).count()).toBe(5)

  await app.variable('h(3)').click()
  await expect(inspector.getByRole('heading').first()).toHaveAccessibleName(/h\s*\(\s*3\s*\)/)

  await app.openFile('{}')
  await expect(alert).toContainText('format')
  await app.button('Dismiss').click()
  await expect(alert).toBeEmpty()
  await app.openFile(await app.networkText())
  await expect(page.getByRole('status').filter({ hasText: 'Opened' })).toHaveCount(1)

  await app.button('Play').click()
  await expect(app.button('Pause')).toBeVisible()
  await app.button('Pause').click()
  await expect(app.button('Play')).toBeVisible()
})

test('the language of all names is the one chosen, and is remembered', async ({
  stillApp: app,
}) => {
  const { page } = app
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await app.language.selectOption('简体中文')
  const expectChinese = async () => {
    await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
    for (const [role, name, inWords] of names) {
      const chinese = inWords(zh)
      expect(chinese).not.toBe(name)
      await expect(page.getByRole(role, { name: chinese, exact: true }), chinese).toBeVisible()
      await expect(page.getByRole(role, { name, exact: true }), name).toHaveCount(0)
    }
    await expect(page.getByLabel(zh.file.input)).toBeAttached()
    const slider = page.getByRole('slider')
    await slider.press('Home')
    for (let i = 0; i < 3; i++) {
      await expect(slider).toHaveAttribute('aria-valuetext', /[\u4e00-\u9fff]/)
      await slider.press('ArrowRight')
    }
  }
  await expectChinese()
  await page.reload()
  await expectChinese()
  await page.getByRole('combobox', { name: zh.top.language }).selectOption('English')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(app.button('Play')).toBeVisible()
})

/** 0: black, 1: white. */
const lightnessOf = (page: Page) =>
  page.evaluate(() => {
    const [red = 0, green = 0, blue = 0] = (
      getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? []
    ).map(Number)
    return (red + green + blue) / 3 / 255
  })

test('the theme is the one that the browser asks for, then the one chosen, and is remembered', async ({
  page,
}) => {
  const app = createApp(page)
  const expectTheme = async (theme: 'light' | 'dark') => {
    await expect(app.button('Theme')).toHaveAttribute('aria-pressed', String(theme === 'dark'))
    if (theme === 'dark') expect(await lightnessOf(page)).toBeLessThan(0.3)
    else expect(await lightnessOf(page)).toBeGreaterThan(0.7)
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await app.open()
  await expectTheme('dark')
  await app.button('Theme').click()
  await expectTheme('light')
  await page.reload()
  await expectTheme('light')
  await app.button('Theme').click()
  await page.emulateMedia({ colorScheme: 'light' })
  await page.reload()
  await expectTheme('dark')
})

test('a reader’s own colours are those of the drawings, too, and show what is chosen', async ({
  stillApp: { page, stepUntil },
}) => {
  await stepUntil('h(2)')
  // A point stands for a number to come, and says so.
  await expect(page.locator('.loss-line').getByRole('img').first()).toHaveAccessibleName(
    'not computed yet',
  )
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  const inkOf = (selector: string, property: 'fill' | 'color' | 'borderBottomColor') =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element)[name], property)
  // The theme is light, this reader's page is not.
  expect(await lightnessOf(page)).toBeLessThan(0.3)
  const ink = await inkOf('.page h2', 'color')
  for (const name of ['.stage .name', '.folded .name'])
    expect(await inkOf(name, 'fill'), name).toBe(ink)
  const chosen = await inkOf('.scenes :checked + span', 'borderBottomColor')
  expect(await inkOf('.scenes :not(:checked) + span', 'borderBottomColor')).not.toBe(chosen)
  // Letters that are seen are missed when they are gone.
  for (const option of await page.locator('.choices :checked + span').all()) {
    const seen = await option.screenshot()
    await option.evaluate(({ style }) => (style.color = 'transparent'))
    expect((await option.screenshot()).equals(seen)).toBe(false)
  }
  expect(await violationsOf(page, { rules: rulesOfColour })).toEqual([])
  await page.emulateMedia({ forcedColors: null, colorScheme: null })
})

const brokenStorage: Readonly<Record<string, () => void>> = {
  'that throws': () => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
  },
  'that is full': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full.', 'QuotaExceededError')
    }
  },
  'that holds nonsense': () => {
    for (const key of ['unfold.preferences', 'unfold', 'preferences'])
      localStorage.setItem(key, '{"language":{"a":1},"theme":[],')
  },
}

for (const [name, sabotage] of Object.entries(brokenStorage))
  test(`the page works with a storage ${name}`, async ({ page }) => {
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await page.addInitScript(sabotage)
    const app = createApp(page)
    await app.open()
    await app.button('Theme').click()
    await expect(app.button('Theme')).toHaveAttribute('aria-pressed', 'true')
    await app.language.selectOption('简体中文')
    await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
    await page.getByRole('slider').press('End')
    await expect(page.getByRole('slider')).not.toHaveAttribute('aria-valuenow', '0')
    expect(errors).toEqual([])
  })

test('everything can be reached by the Tab key, which nothing keeps', async ({ stillApp: app }) => {
  const { page } = app
  const reached: string[] = []
  await page.locator('body').press('Tab')
  for (let i = 0; i < 80; i++) {
    const name = await focusedName(app)
    if (name === null) break
    reached.push(name)
    await page.keyboard.press('Tab')
  }
  for (const name of ['Input', 'Target', 'Hidden units', 'Activation', 'Seed', 'New weights'])
    expect(reached).toContain(name)
  for (const name of ['File', 'Language', 'Theme', 'Unfolded graph', 'Timeline', 'Play', 'Speed'])
    expect(reached).toContain(name)
  // The graph is one stop, not one for each variable; Enter leads to them.
  expect(reached.filter((name) => /^[hxao]\(\d\):/.test(name)).length).toBeLessThanOrEqual(1)
  expect(reached.length).toBeLessThan(80)
  // So are the losses; arrows lead from one to the next, and step nothing.
  expect(reached.filter((name) => /^L\(\d\)$/.test(name))).toEqual(['L(1)'])
  await app.button('L(1)').press('ArrowRight')
  await expect(app.button('L(2)')).toBeFocused()
  await app.expectFinished(0)
  await app.graph.focus()
  await page.keyboard.press('Enter')
  expect(await focusedName(app)).toMatch(/^[a-zL]+(\(\d\))?:/)
})

const focusedName = ({ page }: App) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    return element.getAttribute('aria-label') ?? element.textContent
  })
