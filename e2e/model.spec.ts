/** Model: the view "Graphical model": as a student meets it. */
import { formatNetwork } from '../src/formats/network'
import { modelWords } from '../src/i18n/model/modelWords'
import { createNetwork } from '../testing/networks'
import { type App, expect, test } from './app'
import { violationsOf } from './violationsOf'

const show = async ({ page }: App) => {
  await page.getByRole('radio', { name: 'Graphical model' }).check()
  await expect(page.getByRole('group', { name: 'Graphical model' })).toBeVisible()
}

const part = ({ page }: App, name: string) => page.getByRole('region', { name, exact: true })

test('h is introduced and taken out again by one slider; the same place is the same picture', async ({
  stillApp: app,
}) => {
  await show(app)
  const graph = app.page.getByRole('group', { name: 'Graphical model' })
  const slider = app.page.getByRole('slider', { name: 'Introduce h' })
  const picture = () => graph.evaluate((element) => element.outerHTML)
  await expect(app.page.getByText('figure 10.7')).toBeVisible()
  const without = await picture()
  // A variable that is random has its name inside.
  const [node, name] = (await graph
    .getByRole('button', { name: /^y\(2\)/ })
    .evaluate((y) =>
      ['circle', '.name'].map((part) => y.querySelector(part)!.getBoundingClientRect().toJSON()),
    )) as [DOMRect, DOMRect]
  expect(name.left > node.left && name.right < node.right).toBe(true)
  expect(name.top > node.top && name.bottom < node.bottom).toBe(true)
  const top = async () => (await graph.boundingBox())!.y
  const before = await top()
  await slider.fill('40')
  const between = await picture()
  expect(between).not.toBe(without)
  await app.page.getByRole('button', { name: 'with h', exact: true }).click()
  await expect(app.page.getByText('figure 10.8')).toBeVisible()
  // However much there is to say, the drawing stays where it is.
  expect(await top()).toBe(before)
  await slider.fill('40')
  expect(await picture()).toBe(between)
  await slider.press('Home')
  expect(await picture()).toBe(without)
})

test('the numbers agree: the table, the product, the sum', async ({ stillApp: app }) => {
  await show(app)
  const count = part(app, 'How many numbers it takes')
  await expect(count).toContainText('255')
  await expect(count).toContainText('40')
  const sentence = await part(app, 'The chain, with numbers')
    .getByText('The product is')
    .innerText()
  const [product, loss] = sentence.match(/\d\.\d+/g)!
  expect(product).toBe(loss)
  await expect(part(app, 'Every sequence')).toContainText('1.000000000000')
  // What stands for a missing target is counted here, and not beside the graph.
  await expect(part(app, 'The chain, with numbers')).not.toContainText('counts only')
  await app.field('Target').fill('ell')
  await expect(part(app, 'The chain, with numbers')).toContainText('counts only')
})

test('a missing symbol in the middle is asked for by pressing it, and named as hard', async ({
  stillApp: app,
}) => {
  await show(app)
  const { page } = app
  const query = part(app, 'Ask the model')
  await expect(query).toContainText('The easy direction')
  await page.getByRole('button', { name: /^y\(2\)/ }).press('Enter')
  await expect(query.getByRole('radio').nth(1)).toBeChecked()
  await query.getByLabel('Symbol known at step 4').selectOption('o')
  await expect(query).toContainText('The hard direction')
  await expect(query).toContainText('16 sequences')
  await expect(page.getByRole('img', { name: 'y(4): known to be o' })).toHaveCount(0)
  await expect(page.getByLabel('y(4): known to be o')).toBeVisible()
  const answers = await query
    .getByRole('group', { name: 'Answer' })
    .locator('td.number')
    .allTextContents()
  expect(answers.reduce((sum, text) => sum + Number(text), 0)).toBeCloseTo(1, 3)
  await query.getByRole('button', { name: 'Forget what is known' }).click()
  await expect(query).not.toContainText('The hard direction')
})

test('a sample appears step by step with the playhead, the same from the same seed', async ({
  stillApp: app,
}) => {
  await show(app)
  const { page } = app
  const sampling = part(app, 'Ancestral sampling')
  await expect(sampling).toContainText('Step forward')
  await app.grain('Time step').check()
  const said: string[] = []
  for (let t = 1; t <= 4; t++) {
    await page.getByRole('button', { name: 'Step forward', exact: true }).click()
    const sentence = sampling.getByText(new RegExp(`^Step ${t}: the number`))
    await expect(sentence).toBeVisible()
    said.push(await sentence.innerText())
  }
  await sampling.getByRole('button', { name: 'Another sample' }).click()
  await sampling.getByRole('spinbutton').fill('1')
  await expect(sampling.getByText(said[3]!)).toBeVisible()
  await page.getByRole('button', { name: 'Step back', exact: true }).click()
  await expect(sampling.getByText(said[2]!)).toBeVisible()
  await sampling.getByRole('radio', { name: 'Greedy' }).check()
  await expect(sampling).toContainText('not a sample')
})

test('a worker draws a thousand samples that chance explains; greedy ones it does not', async ({
  stillApp: app,
}) => {
  await show(app)
  const many = part(app, 'Many samples')
  await many.getByRole('button', { name: 'Draw 1,000 samples' }).click()
  await expect(many).toContainText('1,000 of 1,000 samples')
  await expect(many).toContainText('chance alone can explain')
  await part(app, 'Ancestral sampling').getByRole('radio', { name: 'Greedy' }).check()
  await expect(many).toContainText('Drawn with other settings')
  await many.getByRole('button', { name: 'Draw 1,000 samples' }).click()
  await expect(many).toContainText('can hardly explain')
})

test('drawing many samples can be cancelled; what is counted stays', async ({ stillApp: app }) => {
  await show(app)
  const many = part(app, 'Many samples')
  await many.getByLabel('How many samples').selectOption('1,000,000')
  await many.getByRole('button', { name: /^Draw/ }).click()
  await many.getByRole('button', { name: 'Cancel' }).click()
  await expect(many.getByRole('button', { name: /^Draw/ })).toBeVisible()
  await expect(many).not.toContainText('1,000,000 of 1,000,000')
})

test('a worker draws how sequences end, and can be stopped', async ({ stillApp: app }) => {
  await show(app)
  const endings = part(app, 'Three ways to end')
  await expect(endings).toContainText('1,000 of 1,000 samples')
  // A network whose sequences hardly end takes its time, in the same page: many times what the page takes to offer the button.
  const network = createNetwork(1, {
    ...{ inputSize: 8, hiddenSize: 200, outputSize: 8, tau: 4, activation: 'tanh' },
    ...{ inputs: 'classes', targets: 1, hasInitialState: true },
  })
  const { c } = network.parameters
  c!.data[network.sequence.targets.at(-1)!] = -50
  await app.opened(formatNetwork(network))
  await endings.getByRole('button', { name: 'Cancel' }).click()
  const counted = await endings.getByText(/of 1,000 samples/).innerText()
  expect(counted).not.toContain('1,000 of')
  await endings.getByRole('button', { name: 'Draw again' }).click()
  await expect(endings.getByRole('button', { name: 'Cancel' })).toBeVisible()
  await expect(endings).toContainText('nor a trace is changed')
})

test('what a student looks for is found by its name: why the table is too large, what h saves, how a sentence ends', async ({
  stillApp: app,
}) => {
  await show(app)
  const parts = app.page.getByRole('navigation', { name: 'Parts of this view' })
  // On a projector its names grow with the parts.
  const heightOfFirst = async () => (await parts.getByRole('button').first().boundingBox())!.height
  const plain = await heightOfFirst()
  await app.page.setViewportSize({ width: 1920, height: 1080 })
  await expect.poll(async () => (await heightOfFirst()) / plain).toBeCloseTo(1.2, 1)
  await app.page.setViewportSize({ width: 1440, height: 900 })
  await parts.getByRole('button', { name: 'How many numbers it takes' }).press('Enter')
  const count = part(app, 'How many numbers it takes')
  await expect(
    count.getByText('each further step makes it about 4 times as large'),
  ).toBeInViewport()
  await expect(count.getByText('At τ = 4, 40 numbers take the place of 255.')).toBeInViewport()
  await expect(count.locator('.plot text', { hasText: 'τ =' })).toHaveText('τ = 4')
  await expect(count.getByText(/What h saves/)).toBeInViewport()
  await parts.getByRole('button', { name: 'Three ways to end' }).press('Enter')
  await expect(app.page.getByRole('radio', { name: 'Output “stop?”' })).toBeInViewport()
  await expect(app.page.getByRole('heading', { name: 'Three ways to end' })).toBeFocused()
})

for (const [theme, language, size] of [
  ['light', 'en', 'wide'],
  ['dark', 'en', 'wide'],
  ['dark', 'zh', 'phone'],
] as const)
  test(`axe finds nothing wrong with it: ${theme}, ${language}, ${size}`, async ({
    stillApp: app,
  }) => {
    const { page } = app
    const words = modelWords[language]
    if (theme === 'dark') await app.button('Theme').click()
    await app.language.selectOption({ index: language === 'en' ? 0 : 1 })
    const name = language === 'en' ? 'Graphical model' : '图模型'
    await page.getByRole('radio', { name: new RegExp(name) }).check({ force: true })
    await page.keyboard.press('End')
    if (size === 'phone') await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('slider', { name: words.drawing.morph }).fill('100')
    await page.getByRole('button', { name: words.many.draw(1000) }).click()
    // Scoped: the lengths of the third part count to the same number.
    await expect(part(app, words.many.title)).toContainText(words.many.progress(1000, 1000))
    expect(await violationsOf(app.page, { within: 'main' })).toEqual([])
    await page.setViewportSize({ width: 1440, height: 900 })
  })

test('nothing is wider than a phone', async ({ stillApp: app }) => {
  await app.page.setViewportSize({ width: 390, height: 844 })
  await show(app)
  const scene = app.page.getByRole('main')
  expect(await scene.evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(0)
  await app.page.setViewportSize({ width: 1440, height: 900 })
})

test('a sequence ends in three ways, each with its node, its formulas and its lengths', async ({
  stillApp: app,
}) => {
  await show(app)
  const endings = part(app, 'Three ways to end')
  const chart = endings.getByRole('img', { name: /^Probability that a sequence ends/ })
  await expect(endings).toContainText('adds no parameter')
  const bySymbol = await chart.getAttribute('aria-label')
  await endings.getByRole('combobox', { name: 'End symbol' }).selectOption('l')
  await expect(chart).not.toHaveAttribute('aria-label', bySymbol!)
  await endings.getByRole('radio', { name: 'Output “stop?”' }).check()
  await expect(endings).toContainText('It adds Q and d: 4 numbers')
  await expect(endings.getByRole('img', { name: /random node m/ })).toBeVisible()
  const atRest = await chart.getAttribute('aria-label')
  await endings.getByRole('slider').press('End')
  await expect(chart).not.toHaveAttribute('aria-label', atRest!)
  await endings.getByRole('radio', { name: 'Length first' }).check()
  await expect(endings).toContainText('It adds r: 3 numbers')
  await expect(endings.getByRole('math').first()).toBeVisible()
})

test('the timeline under the view moves the same playhead', async ({ stillApp: app }) => {
  await show(app)
  const { all } = await app.position()
  await app.timeline.focus()
  await app.page.keyboard.press('ArrowRight')
  await app.expectFinished(1)
  await app.page.keyboard.press('End')
  await app.expectFinished(all)
  await app.page.getByRole('radio', { name: 'Unfolded graph' }).check()
  await app.expectFinished(all)
})

test('a network that cannot read its outputs says so, counts what its own table would list, and leads to one that can', async ({
  stillApp: app,
}) => {
  const network = await app.network()
  const deaf = { ...network, outputVocabulary: ['w', 'x', 'y', 'z'] }
  await app.opened(JSON.stringify(deaf))
  await app.page.getByRole('radio', { name: 'Graphical model' }).check()
  await expect(app.page.getByText('does not read what it puts out')).toBeVisible()
  const count = part(app, 'How many numbers it takes')
  await expect(count).toContainText('1,020')
  await expect(part(app, 'Every sequence')).toHaveCount(0)
  await app.page.getByRole('radio', { name: 'Output at the end' }).check()
  await expect(app.page.getByText('one output, at the end')).toBeVisible()
  await expect(count).toContainText('768')
  await app.page.getByRole('button', { name: /^Open an example/ }).click()
  await expect(count).toContainText('255')
  await expect(part(app, 'Three ways to end')).toBeVisible()
})

test('where no h leads to the next, the longer edges go, and with them the information', async ({
  stillApp: app,
}) => {
  const { page } = app
  await page.getByRole('radio', { name: 'Output fed back' }).check()
  await page.getByRole('combobox', { name: 'Feedback' }).selectOption({ label: 'Teacher forcing' })
  await show(app)
  await page.getByRole('button', { name: 'with h', exact: true }).click()
  await expect(page.getByText('y(t−1) alone reaches y(t)')).toBeVisible()
  const bits = await part(app, 'What h carries').locator('td.filled').allTextContents()
  expect(bits).toHaveLength(6)
  expect(bits.map((text) => text !== '0')).toEqual([true, false, false, true, false, true])
  await expect(part(app, 'What h carries')).toContainText('nothing earlier matters')
  await expect(part(app, 'The chain, with numbers')).toContainText('is one given x(1)')
})
