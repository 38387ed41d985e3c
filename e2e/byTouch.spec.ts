/** By touch: the whole main job on a phone with a thumb alone: type a word, run it, read ∇h(2), check it, save, open again, in Chinese, in every view. */
import type { Locator } from '@playwright/test'
import { en } from '../src/i18n/en'
import { zh } from '../src/i18n/zh'
import { createApp, expect, test } from './app'

test('a word is run, its gradient read and checked, the network saved and opened again, by taps alone', async ({
  browser,
  baseURL,
}) => {
  test.slow()
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    ...{ locale: 'en-US', reducedMotion: 'reduce' as const, baseURL: baseURL! },
  })
  const page = await context.newPage()
  const app = createApp(page)
  const { inspector, timeline } = app
  const picture = async (name: string) => {
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png` })
  }
  await page.goto('./')
  await expect(timeline).toBeVisible()
  await picture('1-start')
  // There are no keys to speak of.
  await expect(timeline).toHaveAttribute('aria-valuetext', /Tap Play/)
  await expect(page.getByText('tap a variable to select it')).toBeAttached()

  for (const [field, text] of [
    ['Input', 'abca'],
    ['Target', 'bcab'],
  ] as const) {
    // A tap means all that is there: what is typed stands in its place.
    await app.field(field).tap()
    await page.keyboard.type(text)
    await expect(app.field(field)).toHaveValue(text)
  }
  // The key that says “Done” puts the keyboard away; what runs the network is in reach.
  await app.field('Target').press('Enter')
  await expect(app.field('Target')).not.toBeFocused()
  await expect(app.button('Play')).toBeInViewport({ ratio: 1 })
  await picture('2-typed')
  // A text that is longer than its target is said to be.
  await app.field('Target').fill('bc')
  const note = page.getByText('Steps 3–4 have no target: no y, no L')
  await expect(note).toBeVisible()
  await app.button('Target follows input').tap()
  await expect(app.field('Target')).toHaveValue('bca')
  await app.field('Target').tap()
  await expect(page.getByText('Step 4 has no target: no y, no L')).toBeVisible()
  // What is said of it goes when the field is left: it lay over what is below.
  await app.field('Target').press('Enter')
  await expect(page.getByText('Step 4 has no target: no y, no L')).toBeHidden()
  await page.getByRole('radio', { name: 'Unfolded graph' }).tap({ trial: true })
  await app.field('Target').fill('bcab')
  await app.button('Play').tap()
  await app.expectAtLeast(3)
  await app.button('Pause').tap()
  await picture('3-paused')

  await app.button('To end').tap()
  const says = () => timeline.getAttribute('aria-valuetext')
  // Two lines of words hold all that is said on the way: there is no gap below them, and the graph keeps its height.
  const sentence = page.locator('.sentence')
  const heights = new Set<number>()
  for (let i = 0; i < 60 && !(await says())?.startsWith('∇h(2) adds'); i++) {
    await app.button('Step back').tap()
    heights.add((await sentence.boundingBox())!.height)
  }
  expect([...heights]).toHaveLength(1)
  expect([...heights][0]).toBeLessThan(48)
  expect(await says()).toMatch(/^∇h\(2\) adds/)
  // What the step is about is in sight, below the bar and above the thumb.
  await expect(app.variable('h(2)').locator('.frame')).toBeInViewport({ ratio: 1 })
  await picture('4-backward')

  // A tap tells at once what it is, in words and in numbers.
  await app.variable('h(2)').tap()
  await expect(inspector.getByText('What the network remembers after step 2')).toBeInViewport()
  await expect(inspector.getByRole('heading').first()).toHaveAccessibleName(/h\(2\)/)
  // What the sheet is about is seen above it; its head stays while the rest is read.
  const bottomOf = async (key: string) => {
    const { y, height } = (await app.variable(key).locator('.frame').boundingBox())!
    return y + height
  }
  const sheetTop = async () => (await inspector.boundingBox())!.y
  expect(await bottomOf('h(2)')).toBeLessThan(await sheetTop())
  await inspector.getByText('agrees').first().scrollIntoViewIfNeeded()
  await expect(inspector.getByText('agrees').first()).toBeInViewport()
  await expect(app.inspector.getByRole('button', { name: 'Close the inspector' })).toBeInViewport({
    ratio: 1,
  })
  const goTo = page.getByRole('textbox', { name: 'Go to variable' })
  for (const key of ['h(4)', 'x(1)', 'h(2)']) {
    await goTo.fill(key)
    await goTo.press('Enter')
    await expect(app.variable(key).locator('.frame')).toBeInViewport({ ratio: 1 })
    expect(await bottomOf(key)).toBeLessThan(await sheetTop())
  }
  await picture('5-check')
  const read = await app.variable('h(2)').getAttribute('aria-label')
  expect(read).toMatch(/gradient −?\d/)
  // A number in it is taken apart, and read from where that begins.
  await app.variable('h(2)').locator('.row.gradient .cell').first().tap()
  await expect(inspector.getByRole('region', { name: 'One number' })).toBeVisible()
  await expect
    .poll(() =>
      inspector.evaluate((sheet) => {
        const start = sheet.querySelector('.entry-part > .heading')!.getBoundingClientRect().top
        const head = sheet.querySelector('header > .heading')!.getBoundingClientRect().bottom
        return start >= head - 1 && start < sheet.getBoundingClientRect().bottom
      }),
    )
    .toBe(true)
  // What it is, and what leads to the next ones, stand on one line.
  const middleOf = async (part: Locator) => {
    const { y, height } = (await part.boundingBox())!
    return y + height / 2
  }
  const numberHeading = inspector.locator('.entry-part h3')
  for (const name of ['Close this number', 'Next entry'])
    expect(
      Math.abs((await middleOf(numberHeading)) - (await middleOf(app.button(name)))),
    ).toBeLessThan(3)
  // Two things that close stand apart, wherever one has scrolled to.
  const xOf = async (name: string) => (await app.button(name).boundingBox())!.x
  expect((await xOf('Close the inspector')) - (await xOf('Close this number'))).toBeGreaterThan(88)
  // There is a way back, from a factor to the number and from there to the variable.
  const heading = inspector.getByRole('heading').first()
  await inspector.locator('.factor').first().tap()
  await expect(heading).toHaveAccessibleName(/^W/)
  await app.button('Back').tap()
  await expect(heading).toHaveAccessibleName(/h\(2\)/)
  // So there is from a number of that one's own matrix.
  await inspector.getByRole('button', { name: /^W\[/ }).first().tap()
  await inspector
    .getByRole('button', { name: /^∇W\[0\]\[1\]:/ })
    .first()
    .tap()
  for (const key of [/W/, /h\(2\)/]) {
    await app.button('Back').tap()
    await expect(inspector.getByRole('region', { name: 'One number' })).toBeVisible()
    await expect(heading).toHaveAccessibleName(key)
  }
  await app.button('Back').tap()
  await expect(inspector.getByRole('region', { name: 'One number' })).toBeHidden()
  // A tall sheet has room for both terms, and stays tall from step to step.
  const terms = inspector.locator('.equation.full').last().locator('.row:not(.total) > .result')
  await expect(terms.last()).not.toBeInViewport()
  await app.button('Make the inspector taller').tap()
  // The rows of a matrix, of what it is multiplied with and of what that comes to are one row each.
  const rows = await terms.last().evaluate((term) => {
    const grids = [...term.closest('.row')!.querySelectorAll('.grid')]
    const cells = [grids[0]!, grids.at(-1)!].map((grid) => [...grid.children])
    const topOf = (all: Element[], i: number) => all.at(i)!.getBoundingClientRect().top
    return cells.map((all) => [topOf(all, 0), topOf(all, -1)].map(Math.round))
  })
  expect(rows[0]).toEqual(rows[1])
  // What is cut is marked by that alone, not by the finger that cut it; the sheet is the only thing that scrolls.
  await inspector
    .getByRole('button', { name: /^Cut what/ })
    .first()
    .tap()
  const restore = inspector.getByRole('button', { name: /^Restore what/ })
  await expect(restore).toBeVisible()
  await expect(page.locator('.stage-tools .restore > span')).toBeVisible()
  await expect(inspector.locator('.lit')).toHaveCount(0)
  await restore.tap()
  const switches = inspector.locator('.switches')
  expect(await switches.evaluate((row) => getComputedStyle(row).overflowY)).toBe('visible')
  await terms.last().evaluate((term) => term.scrollIntoView({ block: 'end' }))
  // To the end of it, but for a part of a pixel.
  for (const term of await terms.all()) await expect(term).toBeInViewport({ ratio: 0.99 })
  const tall = await sheetTop()
  // The way back leads to the place that was left, as tall as it was.
  const lengths = inspector.getByRole('button', { name: /^W: / })
  await lengths.scrollIntoViewIfNeeded()
  const scrolled = () => inspector.evaluate(({ scrollTop }) => Math.round(scrollTop))
  const left = await scrolled()
  await lengths.tap()
  await expect(heading).toHaveAccessibleName(/^W/)
  await app.button('Back').tap()
  await expect.poll(async () => [await sheetTop(), await scrolled()]).toEqual([tall, left])
  await app.button('Step forward').tap()
  expect(await sheetTop()).toBe(tall)
  await app.button('Step back').tap()
  // It is drawn by its head, too; the graph comes out from under it.
  const session = await context.newCDPSession(page)
  const draw = async (by: number) => {
    const { x, y } = (await heading.boundingBox())!
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', dy: number) =>
      session.send('Input.dispatchTouchEvent', {
        ...{ type, touchPoints: type === 'touchEnd' ? [] : [{ x: x + 9, y: y + 9 + dy }] },
      })
    await touch('touchStart', 0)
    for (const share of [0.2, 0.6, 1]) await touch('touchMove', share * by)
    await touch('touchEnd', by)
  }
  await draw(120)
  await expect.poll(sheetTop).toBeGreaterThan(tall)
  await expect.poll(async () => (await bottomOf('h(2)')) < (await sheetTop())).toBe(true)
  await draw(-120)
  await expect.poll(sheetTop).toBe(tall)
  await app.button('Make the inspector lower').press('Enter')
  await expect.poll(sheetTop).toBeGreaterThan(tall)
  // What lets it go puts the sheet away, too; and the page is where it was.
  await app.inspector.getByRole('button', { name: 'Close the inspector' }).tap()
  await expect(inspector).toBeHidden()
  expect(await page.evaluate(() => scrollY)).toBe(0)

  await app.button('File').tap()
  await picture('6-file')
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    app.button('Save network').tap(),
  ])
  const news = page.getByRole('status').filter({ hasText: 'Saved as' })
  await expect(news).toBeVisible()
  // It stands where the sentence is: above the buttons, and over nothing else.
  const bottomEdge = async (part: Locator) => {
    const { y, height } = (await part.boundingBox())!
    return y + height
  }
  expect((await news.boundingBox())!.y).toBeGreaterThan(await bottomEdge(page.getByRole('main')))
  expect(await bottomEdge(news)).toBeLessThan((await app.button('Play').boundingBox())!.y)
  const count = (await page.locator('.count').boundingBox())!
  const { x } = (await page.locator('.messages').boundingBox())!
  expect(x).toBeGreaterThan(count.x + count.width)
  await app.field('Input').tap()
  await app.field('Input').fill('xy')
  await app.button('File').tap()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    app.button('Open network…').tap(),
  ])
  await chooser.setFiles(await saved.path())
  await expect(app.field('Input')).toHaveValue('abca')
  await picture('7-opened')
  await app.button('Dismiss').tap()
  // What is new is read from its title on, wherever the sheet was when it was put away.
  await app.button('Inspector').tap()
  await expect(inspector.getByRole('heading', { name: 'What one step computes' })).toBeVisible()
  await expect.poll(scrolled).toBe(0)
  await app.button('Close the inspector').tap()
  await app.button('To end').tap()
  await expect(app.variable('h(2)')).toHaveAttribute('aria-label', read!)

  // What a step adds to a parameter is read on where it opens, with its step in the graph.
  await app.button('Inspector').tap()
  await app.button('Make the inspector taller').tap()
  const whole = await sheetTop()
  await app.button('What step 3 adds to ∇V').tap()
  await expect(inspector.getByRole('table', { name: 'Outer product' })).toBeVisible()
  expect(await sheetTop()).toBe(whole)
  await app.button('Make the inspector lower').tap()
  await expect(app.variable('o(3)')).toBeInViewport()
  await app.button('Close the inspector').tap()

  // The tap that closes the settings does nothing to the drawing beneath; a button that is meant by it answers.
  for (const [beside, finished] of [
    [timeline.locator('.hit'), await timeline.getAttribute('aria-valuemax')],
    [app.button('To start'), '0'],
  ] as const) {
    await app.button('Settings').tap()
    const { x, y, width, height } = (await beside.boundingBox())!
    await page.touchscreen.tap(x + width / 2, y + height / 2)
    await expect(app.language).toBeHidden()
    await expect(timeline).toHaveAttribute('aria-valuenow', finished!)
  }
  await app.button('Settings').tap()
  await app.language.selectOption('简体中文')
  await expect(page.getByRole('button', { name: zh.transport.play })).toBeVisible()
  await picture('8-chinese')
  await page.getByRole('button', { name: zh.top.settings }).tap()
  for (const [id, name] of Object.entries(zh.scenes.names)) {
    const scene = page.getByRole('radio', { name, exact: true })
    const sheet = page.getByRole('button', { name: zh.inspector.label, exact: true })
    // The one that is there already is not another.
    if (id !== 'graph') await sheet.tap()
    await scene.tap()
    await expect(scene).toBeChecked()
    await expect(sheet).toHaveAttribute('aria-expanded', 'false')
    await expect(page.getByRole('main')).not.toBeEmpty()
    await expect(page.getByRole('alert')).toBeEmpty()
    // It comes in a chunk of its own.
    await page.waitForLoadState('networkidle')
    await expect(page.getByRole('main').locator('button, input').first()).toBeVisible()
    await picture(`9-${id}`)
    const { width, scale } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      scale: visualViewport!.scale,
    }))
    expect([id, width, scale]).toEqual([id, 390, 1])
  }
  expect(Object.keys(en.scenes.names)).toEqual(Object.keys(zh.scenes.names))
  // However the phone is turned, the tab of the view is in sight.
  for (const [width, height] of [
    [844, 390],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expect(page.getByRole('radio', { name: zh.scenes.names.model })).toBeInViewport({
      ratio: 0.9,
    })
  }
  await context.close()
})
