/** Loop: the folded graph and its copies: hairlines, unfolding and folding, what a state depends on. */
import { type App, expect, test } from './app'
import { rulesOfColour, violationsOf } from './violationsOf'
import { wear } from './wear'

const foldedParameter = ({ page }: App, key: string) =>
  page
    .getByRole('group', { name: 'Folded graph' })
    .getByRole('button', { name: new RegExp(`^${key}:`) })

const hairlines = ({ page }: App) => page.locator('.hairlines path')

test('a parameter that is pointed at is joined with its use at every step', async ({ app }) => {
  const { page } = app
  await foldedParameter(app, 'U').hover()
  await expect(hairlines(app)).toHaveCount(4)
  // From the original to the letter beside each arrow.
  const ends = await hairlines(app).evaluateAll((paths) =>
    paths.map((path) => {
      const line = path as SVGPathElement
      const origin = line.ownerSVGElement!.getBoundingClientRect()
      const { x, y } = line.getPointAtLength(line.getTotalLength())
      return [x + origin.left, y + origin.top]
    }),
  )
  const letters = await page.locator('.unfolded text.parameter').evaluateAll((elements) =>
    elements
      .filter(({ textContent }) => textContent === 'U')
      .map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect()
        return [left + width / 2, top + height / 2]
      }),
  )
  for (const [i, [x, y]] of letters.entries()) {
    expect(ends[i]![0]).toBeCloseTo(x!, 0)
    expect(ends[i]![1]).toBeCloseTo(y!, 0)
  }
  await page.mouse.move(2, 2)
  await expect(hairlines(app)).toHaveCount(0)
})

test('pointing at one use joins all, and a selection keeps them joined', async ({ app }) => {
  const { page } = app
  await page.locator('.unfolded text.parameter', { hasText: 'W' }).nth(1).hover()
  await expect(hairlines(app)).toHaveCount(4)
  await expect(page.locator('.unfolded .way.forward.joined')).toHaveCount(4)
  await page.mouse.move(2, 2)
  await expect(page.locator('.joined')).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Go to variable' }).fill('V')
  await page.keyboard.press('Enter')
  await expect(hairlines(app)).toHaveCount(4)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(hairlines(app)).toHaveCount(0)
})

/** The view of folding and unfolding, as a user finds it. */
const openLoop = async ({ page }: App) => {
  await page.getByRole('radio', { name: 'How a loop becomes a graph' }).check({ force: true })
  const slider = page.getByRole('slider', { name: 'Unfolding' })
  await expect(slider).toBeVisible()
  return {
    slider,
    boxes: page.locator('.loop-graph g.box:visible'),
    position: () => slider.inputValue().then(Number),
    /** All of the drawing, as text. */
    picture: () => page.locator('.loop-graph svg.drawing').innerHTML(),
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    time: page.getByRole('spinbutton', { name: 'Time of the state' }),
    place: page.getByRole('spinbutton', { name: 'Time of the input' }),
    symbol: page.getByRole('combobox', { name: 'Symbol instead' }),
  }
}

test('where less motion is asked for, keys lead through whole stages, there and back', async ({
  stillApp: app,
}) => {
  const { slider, boxes, picture, position } = await openLoop(app)
  await expect(boxes).toHaveCount(0)
  await slider.focus()
  const there = [await picture()]
  for (let out = 1; out <= 4; out++) {
    await app.page.keyboard.press('ArrowRight')
    expect(await position()).toBe(out)
    there.push(await picture())
  }
  expect(new Set(there).size).toBe(5)
  await expect(app.variable('h(1)')).toBeVisible()
  await expect(slider).toHaveAttribute('aria-valuetext', /^Unfolded: 4 copies/)
  for (let out = 3; out >= 0; out--) {
    await app.page.keyboard.press('ArrowLeft')
    expect(await picture()).toBe(there[out])
  }
  await app.page.keyboard.press('End')
  expect(await picture()).toBe(there[4])
  await app.page.keyboard.press('Home')
  expect(await picture()).toBe(there[0])
  // The playhead of the run is another time: it stays.
  await app.page.getByRole('radio', { name: 'Unfolded graph' }).check({ force: true })
  await app.expectFinished(0)
})

test('it unfolds and folds by itself, and stops where it is told to', async ({ app }) => {
  const { slider, button, position, picture } = await openLoop(app)
  await app.speed.selectOption('8×')
  const folded = await picture()
  await button('Unfold').click()
  await expect.poll(position, { timeout: 15_000 }).toBe(4)
  await expect(button('Unfold')).toBeVisible()
  await app.speed.selectOption('0.25×')
  await button('Fold').click()
  await expect.poll(position).toBeLessThan(4)
  await button('Stop here').click()
  const stopped = await position()
  expect(stopped).toBeGreaterThan(2)
  const half = await picture()
  await slider.fill('0')
  expect(await picture()).toBe(folded)
  await slider.fill(String(stopped))
  expect(await picture()).toBe(half)
})

test('dragging the slider moves copies by degrees', async ({ app }) => {
  const { slider, boxes, position } = await openLoop(app)
  const { x, y, width, height } = (await slider.boundingBox())!
  await app.page.mouse.move(x + 9, y + height / 2)
  await app.page.mouse.down()
  await app.page.mouse.move(x + width * 0.6, y + height / 2, { steps: 5 })
  const between = await position()
  expect(between).toBeGreaterThan(2)
  expect(between).toBeLessThan(3)
  await expect(app.page.locator('.loop-graph g.moving:visible').first()).toBeVisible()
  await app.page.mouse.move(x + width + 20, y + height / 2, { steps: 3 })
  await app.page.mouse.up()
  expect(await position()).toBe(4)
  await expect(boxes).toHaveCount(30)
})

test('a parameter of the folded graph that has the focus is joined with what is out', async ({
  stillApp: app,
}) => {
  const { slider } = await openLoop(app)
  await slider.focus()
  await app.page.keyboard.press('ArrowRight')
  await app.page.keyboard.press('ArrowRight')
  await foldedParameter(app, 'W').focus()
  await expect(hairlines(app)).toHaveCount(2)
  await app.page.keyboard.press('Tab')
  await app.page.locator('.loop-graph .letters text', { hasText: 'U' }).first().hover()
  await expect(hairlines(app)).toHaveCount(2)
  await expect(app.page.locator('.loop-graph .unfolded .way.joined')).toHaveCount(2)
})

test('a state is lit with all that it depends on, and written out', async ({ stillApp: app }) => {
  const { boxes, time, slider } = await openLoop(app)
  await time.fill('2')
  await expect(slider).toHaveValue('4', { timeout: 10_000 })
  const lit = app.page.locator('.loop-graph g.box:visible:not(.dim)')
  await expect(lit).toHaveCount(7)
  await expect(boxes).toHaveCount(30)
  const formula = app.page.locator('.loop-formula')
  await expect(formula).toContainText('g')
  await expect(formula.locator('.katex-error')).toHaveCount(0)
  // h(2), with the numbers that the graph has.
  const name = (await app.variable('h(2)').getAttribute('aria-label'))!
  const first = Number(name.match(/: (−?[\d.]+)/)![1]!.replace('−', '-'))
  await expect(formula).toContainText(first.toFixed(2).replace('-', '−'))
  await expect(app.page.getByText(/^h\(2\) depends on x\(2\) and x\(1\), on h\(0\)/)).toBeVisible()
  await app.variable('h(3)').click()
  await expect(time).toHaveValue('3')
  await app.page.getByRole('button', { name: 'Show all' }).click()
  await expect(app.page.locator('.loop-graph .dim')).toHaveCount(0)
})

test('another input changes nothing before it; applied, it is an edit', async ({
  stillApp: app,
}) => {
  const { place, symbol, slider, button } = await openLoop(app)
  const name = (key: string) => app.variable(key).getAttribute('aria-label')
  await slider.focus()
  await app.page.keyboard.press('End')
  const keys = [
    'x(1)',
    'a(1)',
    'h(1)',
    'o(1)',
    'yhat(1)',
    'L(1)',
    'x(2)',
    'h(2)',
    'L(2)',
    'h(3)',
    'h(4)',
    'L(4)',
    'L',
  ]
  const before = await Promise.all(keys.map(name))
  await place.fill('3')
  await symbol.selectOption('h')
  await expect(app.page.getByText(/Nothing before step 3 changes/)).toBeVisible()
  const after = await Promise.all(keys.map(name))
  expect(keys.filter((_, i) => before[i] !== after[i])).toEqual(['h(3)', 'h(4)', 'L(4)', 'L'])
  await expect(app.page.locator('.loop-graph g.box.changed')).toHaveCount(12)
  await expect(app.field('Input')).toHaveValue('hell')
  await button('Take back').click()
  expect(await Promise.all(keys.map(name))).toEqual(before)
  await symbol.selectOption('h')
  await button('Apply').click()
  await expect(app.field('Input')).toHaveValue('hehl')
  expect(await Promise.all(keys.map(name))).toEqual(after)
  await app.page.keyboard.press('Control+z')
  await expect(app.field('Input')).toHaveValue('hell')
})

test('every pattern folds, unfolds and counts its parameters', async ({ stillApp: app }) => {
  const { slider, time } = await openLoop(app)
  const errors: string[] = []
  app.page.on('pageerror', ({ message }) => errors.push(message))
  const feedback = app.page.getByRole('combobox', { name: 'Feedback' })
  for (const pattern of ['Output at every step', 'Output at the end', 'Output fed back']) {
    await app.page.getByRole('radio', { name: pattern }).check({ force: true })
    const kinds =
      pattern === 'Output fed back' ? await feedback.getByRole('option').allTextContents() : [null]
    for (const kind of kinds) {
      if (kind) await feedback.selectOption(kind)
      await slider.focus()
      await app.page.keyboard.press('Home')
      await expect(app.page.locator('.loop-graph g.box:visible')).toHaveCount(0)
      await expect(app.page.locator('.loop-graph .folded .delay')).toHaveCount(1)
      await app.page.keyboard.press('End')
      await expect(app.variable('h(4)')).toBeVisible()
      const network = await app.network()
      const numbers = Object.values(network.parameters).flat(2).length
      await expect(app.page.getByText(`${numbers} numbers`, { exact: true })).toBeVisible()
      await expect(app.page.locator('.loop-formula .katex-error')).toHaveCount(0)
    }
  }
  // On a phone the loop stays where it is, and the copy beside it is seen whole.
  await app.page.setViewportSize({ width: 390, height: 844 })
  await slider.press('Home')
  await slider.press('End')
  for (const frame of ['.folded .delay', '.box[data-key="h(1)"] .frame'])
    await expect(app.page.locator(`.loop-graph ${frame}`)).toBeInViewport({ ratio: 1 })
  // A state that is asked about comes into sight, and the loop again once all is folded.
  await time.fill('3')
  await expect(app.page.locator('.loop-graph .box[data-key="h(3)"] .frame')).toBeInViewport({
    ratio: 1,
  })
  await slider.press('Home')
  await expect(app.page.locator('.loop-graph .folded .delay')).toBeInViewport({ ratio: 1 })
  // On a phone that lies all of the loop is seen at once, and the way to unfold it.
  await app.page.setViewportSize({ width: 844, height: 390 })
  const floor = (await app.page.locator('.transport').boundingBox())!.y
  for (const part of await app.page.locator('.loop-graph .variable circle, .loop-bar').all()) {
    const { y, height } = (await part.boundingBox())!
    expect(y + height).toBeLessThanOrEqual(floor)
  }
  await app.page.setViewportSize({ width: 1440, height: 900 })
  expect(errors).toEqual([])
})

test('axe finds nothing wrong in it, in either theme', async ({ stillApp: app }) => {
  const { page } = app
  const { symbol, time } = await openLoop(app)
  const expectNoFaults = async () => {
    expect(await violationsOf(page, { within: 'main' })).toEqual([])
    await wear(page, 'dark')
    expect(await violationsOf(page, { within: 'main', rules: rulesOfColour }), 'dark').toEqual([])
    await wear(page, 'light')
  }
  await expectNoFaults()
  await time.fill('3')
  await symbol.selectOption('e')
  await expect(page.getByRole('button', { name: 'Apply' })).toBeVisible()
  await expectNoFaults()
})
