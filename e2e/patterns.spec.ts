/** Patterns: the three wirings and what is fed back: switched at any moment, undone, run at once, looked at in both themes. */
import type { Page } from '@playwright/test'
import { type App, expect, goBy, test, twoFrames } from './app'
import { faultsOf } from './faultsOf'
import { rulesOfColour, violationsOf } from './violationsOf'
import { wear } from './wear'

type Wiring = readonly [pattern: string, feedback: string | null]

const wirings: readonly Wiring[] = [
  ['Output at every step', null],
  ['Output at the end', null],
  ...['Logits', 'Probabilities', 'Teacher forcing', 'Argmax'].map((feedback): Wiring => [
    'Output fed back',
    feedback,
  ]),
]

/** How many edits it took: the pattern is one, what it feeds back another. */
const wire = async (page: Page, [pattern, feedback]: Wiring): Promise<number> => {
  const radio = page.getByRole('radio', { name: pattern, exact: true })
  const edits = (await radio.isChecked()) ? 0 : 1
  await radio.check({ force: true })
  if (!feedback) return edits
  const select = page.getByRole('combobox', { name: 'Feedback' })
  const chosen = await select.evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]!.text)
  if (chosen === feedback) return edits
  await select.selectOption(feedback)
  return edits + 1
}

const digits = (text: string) =>
  text.split(', ').map((number) => Number(number.replaceAll('−', '-')))

interface Step {
  readonly t: number
  readonly [name: string]: unknown
}

/** What a variable's name says is what the run of the file says; of as many as the playhead has reached. */
const expectFresh = async (app: App, what: string): Promise<number> => {
  const { steps, loss } = JSON.parse(await app.traceText()) as {
    readonly steps: readonly Step[]
    readonly loss: number
  }
  const values = new Map<string, readonly number[]>([['L', [loss]]])
  for (const step of steps)
    for (const name of ['a', 'h', 'o', 'yhat', 'loss'])
      if (step[name] !== undefined)
        values.set(`${name === 'loss' ? 'L' : name}(${step.t})`, [step[name]].flat() as number[])
  const names = await app.graph
    .locator('[data-key]')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''))
  const said = names.flatMap((name) => {
    const [, key, numbers] = /^(\S+): ([−\de., ]+)(?:;|$)/.exec(name) ?? []
    return key && numbers && values.has(key) ? [[key, digits(numbers)] as const] : []
  })
  for (const [key, numbers] of said)
    expect(numbers, `${what}: ${key}`).toEqual(
      values.get(key)!.map((value) => Number(value.toPrecision(4))),
    )
  return said.length
}

for (const before of wirings)
  test(`from ${before.join(', ')} to every other way at a moment of its run, and back by one undo`, async ({
    stillApp: app,
  }) => {
    const { page } = app
    const errors: string[] = []
    const note = (error: Error) => errors.push(error.message)
    page.on('pageerror', note)
    await wire(page, before)
    const network = await app.networkText()
    for (const after of wirings.filter((other) => other !== before)) {
      const what = `${before.join(', ')} → ${after.join(', ')}`
      await goBy(page, ['End', ...Array(3).fill('Shift+ArrowLeft')])
      const edits = await wire(page, after)
      expect(edits).toBeGreaterThan(0)
      expect(await expectFresh(app, what), what).toBeGreaterThan(5)
      for (let i = 0; i < edits; i++) await page.locator('body').press('Control+z')
      expect(await app.networkText(), what).toBe(network)
      await expectFresh(app, `${what}, undone`)
    }
    page.off('pageerror', note)
    expect(errors).toEqual([])
  })

test('under teacher forcing all steps run at once, to the same numbers', async ({
  stillApp: app,
}) => {
  const { page } = app
  await wire(page, ['Output fed back', 'Teacher forcing'])
  const slider = page.getByRole('slider', { name: 'Timeline' })
  const length = async () => Number(await slider.getAttribute('aria-valuemax'))
  const values = () =>
    app.graph
      .locator('[data-key]')
      .evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label')))
  await slider.press('End')
  const [serial, serialLength] = [await values(), await length()]
  const atOnce = page.getByRole('checkbox', { name: 'All steps at once' })
  await atOnce.check()
  await expect(slider).toHaveAttribute('aria-valuenow', String(await length()))
  expect(await length()).toBeLessThan(serialLength)
  expect(await values()).toEqual(serial)
  await slider.press('Home')
  await slider.press('ArrowRight')
  expect((await app.position()).sentence).toContain('at all 4 steps at once')
  await atOnce.uncheck()
  expect(await length()).toBe(serialLength)
  for (const feedback of ['Logits', 'Probabilities', 'Argmax']) {
    await wire(page, ['Output fed back', feedback])
    await expect(atOnce).toBeHidden()
  }
  // One who has seen another pattern comes back to what was fed back.
  for (const pattern of ['Output at the end', 'Output fed back'])
    await page.getByRole('radio', { name: pattern }).check({ force: true })
  await expect(page.getByRole('combobox', { name: 'Feedback' })).toHaveValue('argmax')
})

/** The least space between two numbers that stand beside each other in cells, in pixels; none, where no numbers do. */
const leastSpace = (app: App): Promise<number> =>
  app.graph.locator('.box .cells').evaluateAll((rows) => {
    const spaces = rows.flatMap((row) => {
      const texts = [...row.querySelectorAll('text')].map((text) => text.getBoundingClientRect())
      return texts.slice(1).map(({ left }, i) => left - texts[i]!.right)
    })
    return spaces.length > 0 ? Math.min(...spaces) : 0
  })

test('one output at the end is a class, whose names are edited; its small gradients do not run together', async ({
  stillApp: app,
}) => {
  const { page } = app
  await wire(page, ['Output at the end', null])
  // What is computed once is not an equation of every t.
  await expect(
    app.inspector.getByText('softmax').locator('xpath=ancestor-or-self::*[@class="katex"]'),
  ).toContainText('(4)')
  await goBy(page, ['End'])
  expect(await leastSpace(app)).toBeGreaterThan(3)
  const classes = page.getByRole('textbox', { name: 'Classes' })
  const target = page.getByRole('combobox', { name: 'Target' })
  await expect(classes).toHaveValue('h, e, l, o')
  await classes.fill('positive, negative')
  await expect(target.getByRole('option')).toHaveText(['positive', 'negative'])
  await target.selectOption('negative')
  const { architecture, outputVocabulary, sequence } = await app.network()
  expect(architecture.outputSize).toBe(2)
  expect(outputVocabulary).toEqual(['positive', 'negative'])
  expect(sequence.targets).toEqual([1])
  await expect(app.variable('y(4)')).toHaveAccessibleName('y(4): negative')
  await classes.fill('positive, positive')
  await expect(classes).toHaveAttribute('aria-invalid', 'true')
  expect((await app.network()).outputVocabulary).toEqual(['positive', 'negative'])
})

/** Each way to wire, and the one that is only shown. */
const shown: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ...wirings.map((wiring) => [wiring.join(', '), (page: Page) => wire(page, wiring)] as const),
  [
    'on its own, drawn',
    async (page) => {
      await wire(page, ['Output fed back', 'Drawn symbol'])
    },
  ],
]

/** Both passes are under way where it stands. */
const goBack = (page: Page) => goBy(page, ['End', 'Shift+ArrowLeft', 'Shift+ArrowLeft'])

test('axe finds nothing wrong with any pattern on the way back, in either theme', async ({
  visit,
}) => {
  test.slow()
  const { page } = await visit({ size: [1440, 900] })
  // The first is looked at wherever else axe is asked.
  for (const [name, choose] of shown.slice(1)) {
    await choose(page)
    await goBack(page)
    expect(await violationsOf(page), name).toEqual([])
    await wear(page, 'dark')
    expect(await violationsOf(page, { rules: rulesOfColour }), `${name}, dark`).toEqual([])
    await wear(page, 'light')
  }
})

test('nothing overflows, overlaps or is cut in any pattern', async ({ visit }) => {
  test.slow()
  const sizes = [
    [390, 844],
    [320, 640],
    [1024, 768],
    [1920, 1080],
    // Where the next is chosen.
    [1440, 900],
  ] as const
  const { page } = await visit({ size: [1440, 900] })
  for (const [name, choose] of shown) {
    await choose(page)
    await goBack(page)
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      await twoFrames(page)
      expect(await faultsOf(page), `${width} × ${height}, ${name}`).toEqual([])
    }
  }
})
