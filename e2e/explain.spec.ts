/** Explain: from any number to the products it is made of and back; terms and arrows light each other; a cut shows, and is undone. */
import { activations } from '../src/engine/network'
import { formatNetwork } from '../src/formats/network'
import { en } from '../src/i18n/en'
import { createNetwork, wiringName, wirings } from '../testing/networks'
import { type App, createApp, expect, test } from './app'
import { checkSteps } from './numericLines'
import { matchTerms } from './matchTerms'

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
  const name = inspector.getByRole('heading').first()
  await expect(name).toContainText('U')
  // Whose numbers they are stays in sight to the end of what is said of them.
  await inspector.evaluate((aside) => aside.scrollTo(0, aside.scrollHeight))
  await expect(name).toBeInViewport({ ratio: 1 })
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
  // Back the same way, one number at a time.
  for (const _ of way) await page.keyboard.press('Escape')
  await expect(region(app)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(region(app)).toBeHidden()
  await expect(app.variable('L')).toHaveAttribute('aria-pressed', 'true')
  await expect(app.variable('L')).toBeFocused()
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
    equation.getByRole('button', { name: 'Term W transposed ∇a(3)' }),
    equation.getByRole('button', { name: 'Term V transposed ∇o(2)' }),
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
  // Where the digits do not quite add up, it is said why.
  await expect(equation.getByTitle(/rounded by itself/)).toHaveText('≈')
  // What a term comes to is pressed for its products; from one of its factors a press leads to that one's gradient.
  await equation.locator('.row:not(.total) > .result [data-entry="1"]').last().click()
  await expect(region(app).getByRole('heading').first()).toContainText('∇h(2)[1]')
  await expect(region(app).locator('.of-term.asked')).toBeInViewport({ ratio: 1 })
  await region(app)
    .locator('.asked')
    .getByRole('button', { name: /^V\[2\]\[1\]/ })
    .click()
  await expect(inspector.getByText(en.inspector.given)).toHaveCount(1)
  await region(app).getByRole('listitem').getByRole('button', { name: '∇V[2][1]' }).click()
  await expect(region(app).getByRole('heading').first()).toContainText('∇V[2][1]')
})

test('either summand can be cut: the check names the cut, nothing that is saved changes, and it is restored', async ({
  stillApp: app,
}) => {
  const { inspector } = app
  await app.timeline.press('End')
  const before = await app.traceText()
  await app.variable('h(2)').click()
  const name = await app.variable('h(2)').getAttribute('aria-label')
  // As the book has it, with numbers: a product of three stands in one line.
  const three = inspector.locator('.rows .numeric').first()
  // What comes late would move what is pressed.
  await expect(three).toBeVisible()
  await app.button('book').click()
  await expect(three.locator('.unit')).toHaveCount(1)
  const highest = (await three.locator('> *').first().boundingBox())!.height
  expect((await three.boundingBox())!.height).toBeLessThan(1.2 * highest)
  await app.button('graph').click()
  for (const from of ['∇a(3)', '∇o(2)']) {
    await inspector.getByRole('button', { name: `Cut what comes from ${from}` }).click()
    await expect(inspector.getByText(/They differ by .* because of the cut/)).toBeVisible()
    await expect(inspector.getByText('∇h(2) is now without it')).toBeVisible()
    await expect(app.page.getByText(`Cut: ${from} → ∇h(2)`, { exact: true })).toHaveCount(1)
    const check = inspector.locator('.check')
    await expect(check.getByText('≠ cut').first()).toBeVisible()
    await expect(check.getByText(`because ${from} → ∇h(2) is cut`)).toBeVisible()
    await expect(app.variable('h(2)')).not.toHaveAttribute('aria-label', name!)
    await expect(app.graph.locator('.way.cut')).toHaveCount(1)
    expect(await app.traceText()).toBe(before)
    await expect(check.getByText('The finite difference runs the network itself')).toBeVisible()
    // One is enough.
    await inspector.getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(check.getByText('agrees').first()).toBeVisible()
    await expect(app.variable('h(2)')).toHaveAttribute('aria-label', name!)
    await expect(app.graph.locator('.way.cut')).toHaveCount(0)
  }
  // From a step without a target there is nothing to cut.
  await app.field('Target').fill('e∅lo')
  await app.settled()
  await app.timeline.press('End')
  await expect(inspector.getByText('1 path leads from here to the loss')).toBeVisible()
})

test('what one step adds to a parameter can be cut, in its sum and in the ledger', async ({
  stillApp: app,
}) => {
  const { inspector } = app
  await app.timeline.press('End')
  const before = [await app.traceText(), await app.networkText()]
  const share = (t: number) => inspector.getByRole('button', { name: `What step ${t} adds to ∇W` })
  await share(3).click()
  const cut = inspector.getByRole('button', { name: 'Cut what comes from ∇a(3)' })
  await cut.click()
  await expect(
    inspector.getByText(/∇W\[\d\]\[\d\] is .* They differ by .* because of the cut/),
  ).toBeVisible()
  await expect(share(3)).toHaveAccessibleName(/is not added/)
  await expect(inspector.getByText(/saved files are not affected/)).toBeVisible()
  expect([await app.traceText(), await app.networkText()]).toEqual(before)
  // Where the length of gradients is the subject, the first sentence does not blame the way back alone.
  const view = (name: string) => app.page.getByRole('radio', { name }).check({ force: true })
  await view('Reach of a gradient')
  await expect(app.page.getByText(/^With what is cut, on its way back/)).toBeVisible()
  await view('Unfolded graph')
  await app.page.getByRole('button', { name: /1 cut: restore/ }).click()
  await expect(share(3)).not.toHaveAccessibleName(/is not added/)
  // The same cut is offered below each term of the sum.
  await inspector.getByRole('button', { name: 'Close the entry' }).click()
  await inspector.getByRole('button', { name: /^W:/ }).click()
  await expect(inspector.getByRole('button', { name: /^Cut what comes from/ })).toHaveCount(4)
  await cut.click()
  await expect(inspector.getByText('≠ cut').first()).toBeVisible()
  await inspector.getByRole('button', { name: 'Check every gradient…' }).click()
  const all = app.page.getByRole('dialog').getByRole('status')
  await expect(all).toContainText('because ∇a(3) → ∇W is cut: that is expected')
  await all.getByRole('button', { name: 'Restore and check again' }).click()
  await expect(all).toContainText('agree; the largest relative difference')
  await app.page.keyboard.press('Escape')
  await expect(inspector.getByText('≠ cut')).toHaveCount(0)
})

test('from the opening screen: why two terms, what step 3 adds to one entry, and whether that is right', async ({
  stillApp: app,
}) => {
  const { inspector } = app
  await app.button('To end').click()
  await app.variable('h(2)').click()
  await expect(inspector.getByText('2 paths lead from here to the loss')).toBeVisible()
  await inspector.getByRole('button', { name: 'What step 3 adds to ∇W' }).click()
  // It is read under the name of what it adds to.
  await expect(inspector.getByRole('heading').first()).toContainText('shared parameters')
  const entry = inspector.getByRole('button', { name: /^Step 3 adds .* to ∇W\[0\]\[1\]$/ })
  const added = (await entry.getAttribute('aria-label'))!
  const { steps } = JSON.parse(await app.traceText()) as {
    steps: readonly { h: readonly number[]; gradients: { a: readonly number[] } }[]
  }
  const product = steps[2]!.gradients.a[0]! * steps[1]!.h[1]!
  expect(Number(added.split(' ')[3]!.replace('−', '-'))).toBeCloseTo(product, 6)
  await entry.click()
  const detail = inspector.getByRole('region', { name: /^Step 3 adds .* to ∇W\[0\]\[1\]$/ })
  await expect(detail.getByText('The two agree')).toBeInViewport()
  await detail.getByRole('button', { name: 'What all steps add to ∇W[0][1]' }).click()
  await expect(region(app).getByRole('heading').first()).toContainText('∇W[0][1]')
  // What is chosen on the graph is read from its top, and so is the step that one lets it go for, and each that is taken then.
  const top = () => inspector.evaluate((aside) => aside.scrollTop)
  const scrollDown = () =>
    inspector.evaluate(async (aside) => {
      aside.scrollTo(0, 300)
      // Then the page knows of it.
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      await frame().then(frame)
    })
  await app.variable('h(2)').click()
  await expect(inspector.getByRole('heading').first()).toContainText('h')
  expect(await top()).toBe(0)
  // What was open belongs to W; another pattern is read from its top, too.
  await expect(inspector.locator('.entry-detail')).toHaveCount(0)
  await scrollDown()
  await app.page.getByRole('radio', { name: 'Output fed back' }).click()
  expect(await top()).toBe(0)
  await app.button('Undo').click()
  await inspector.evaluate((aside) => aside.scrollTo(0, 300))
  await app.timeline.press('Escape')
  expect(await top()).toBe(0)
  await scrollDown()
  await app.timeline.press('ArrowLeft')
  expect(await top()).toBe(0)
  // Who follows what a step adds stays with it.
  await inspector.getByRole('button', { name: 'What step 4 adds to ∇W' }).click()
  await scrollDown()
  await app.timeline.press('ArrowLeft')
  expect(await top()).toBe(300)
  // Where nothing is computed there is another text.
  await app.timeline.press('Home')
  expect(await top()).toBe(0)
  await app.timeline.press('End')
  // A gradient that is pressed is read about from where it begins.
  await app.variable('h(3)').locator('.row.gradient .cell').first().click()
  await expect(inspector.getByText('2 paths lead')).toBeInViewport({ ratio: 1 })
  await expect(inspector.getByText('What the network remembers')).not.toBeInViewport()
})

test('softmax and loss are opened, with the stable form and the Jacobian', async ({
  stillApp: app,
}) => {
  const { inspector } = app
  await app.timeline.press('End')
  await app.variable('L(2)').click()
  await inspector.getByText('Softmax and loss, opened').click()
  const { steps } = JSON.parse(await app.traceText()) as {
    steps: readonly Readonly<Record<'o' | 'yhat', readonly number[]> & { loss: number }>[]
  }
  const { o, yhat, loss } = steps[1]!
  // The largest score is taken from all first.
  const top = Math.max(...o)
  const toNumber = (text: string) => Number(text.replaceAll('−', '-'))
  await expect(inspector.getByText(/The largest score/)).toContainText(
    top.toPrecision(4).replace('-', '−'),
  )
  const scores = inspector.locator('.softmax table').first().locator('tbody tr')
  for (const [i, z] of o.entries()) {
    const shown = (await scores.nth(i).locator('td').allTextContents()).map(toNumber)
    const exact = [z, z - top, Math.exp(z - top), yhat[i]!]
    exact.forEach((value, k) => expect(Math.abs(shown[k]! - value)).toBeLessThan(5.1e-5))
  }
  await expect(inspector.locator('.softmax .worked strong')).toHaveText(loss.toPrecision(5))
  const jacobian = inspector.getByRole('table', { name: 'Jacobian of softmax' })
  const entries = (await jacobian.locator('tbody td').allTextContents()).map(toNumber)
  expect(entries).toHaveLength(o.length ** 2)
  entries.forEach((shown, k) => {
    const [i, j] = [Math.floor(k / o.length), k % o.length]
    const exact = yhat[i]! * ((i === j ? 1 : 0) - yhat[j]!)
    expect(Math.abs(shown - exact)).toBeLessThan(0.0051)
  })
  await expect(inspector.getByText(/collapses \(10\.18\)/)).toBeVisible()
  const error = inspector.locator('.collapse-column').last()
  await expect(error).toContainText('ŷ − one-hot')
  const shown = (await error.locator('.grid > *').allTextContents()).map(toNumber)
  const target = 2
  shown.forEach((value, i) =>
    expect(Math.abs(value - (yhat[i]! - (i === target ? 1 : 0)))).toBeLessThan(5.1e-5),
  )
  await app.variable('yhat(2)').click()
  await expect(inspector.getByText('the same softmax is met again in ∇o(2)')).toBeVisible()
})

/** Every wiring that a file can have, each with another activation: small, so that no matrix is drawn as a picture. */
const patternsOf = (tau: number) =>
  wirings
    .filter(({ feedback }) => feedback !== 'sample')
    .map((wiring, i) => {
      const network = createNetwork(i + 1, {
        ...{ inputSize: 3, hiddenSize: 4, outputSize: 3, tau, wiring },
        ...({ inputs: 'classes', targets: 1, hasInitialState: true } as const),
        activation: activations[i % activations.length]!,
      })
      return { name: wiringName(wiring), text: formatNetwork(network) }
    })

for (const { name, text } of patternsOf(3))
  test(`${name}: the numbers of every step, worked out from their digits, give what is shown`, async ({
    stillApp: app,
  }) => {
    await app.opened(text)
    const { lines, without } = await checkSteps(app)
    expect(lines).toBeGreaterThan(30)
    // The way back begins with 1, which is made from nothing, and from a last ŷ nothing comes back.
    expect(without.filter((one) => one !== '∇L' && one !== '∇y\u0302(3)')).toEqual([])
  })

// Two steps have a first, a last, and a ⊕; every arrow is tried with every variable.
for (const { name, text } of patternsOf(2))
  test(`${name}: every term has an arrow, and every arrow a term`, async ({ stillApp: app }) => {
    await app.opened(text)
    await app.timeline.press('End')
    const { terms, arrows, strangers } = await matchTerms(app)
    for (const one of terms) {
      expect(one.sources, one.term).not.toEqual([])
      expect(one.arrows, one.term).not.toEqual([])
    }
    expect(strangers).toEqual([])
    expect(arrows.filter((arrow) => !terms.some(({ arrows: own }) => own.includes(arrow)))).toEqual(
      [],
    )
  })
