/** Along time: a mouse drags the stage, two fingers and Control with the wheel change the width of columns where they are. */
import type { CDPSession, Page } from '@playwright/test'
import { type App, createApp, expect, test } from './app'

const manySteps = 'the quick brown fox jumps'

const scrollOf = (page: Page) => page.locator('.scroller').evaluate(({ scrollLeft }) => scrollLeft)

/** The sequence is long and open: there is somewhere to go. */
const openLong = async (app: App) => {
  await app.field('Input').fill(manySteps)
  await app.field('Input').press('Enter')
  await app.page.getByRole('button', { name: /folded away/ }).click()
  await expect(app.variable('h(12)')).toBeAttached()
}

/** Middle of a variable on the screen. */
const middleOf = async (app: App, key: string) => {
  const { x, width, y, height } = (await app.variable(key).locator('.frame').boundingBox())!
  return { x: x + width / 2, y: y + height / 2, width }
}

test('a mouse drags the stage along time, and what ends a drag is no click', async ({
  stillApp: app,
}) => {
  const { page } = app
  await openLong(app)
  const { x, y } = await middleOf(app, 'h(3)')
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 120, y, { steps: 4 })
  await page.mouse.move(x - 240, y, { steps: 4 })
  await page.mouse.up()
  expect(await scrollOf(page)).toBeCloseTo(240, -1)
  expect((await middleOf(app, 'h(3)')).x).toBeCloseTo(x - 240, -1)
  await expect(page.locator('[aria-pressed=true].box')).toHaveCount(0)

  await app.variable('h(3)').click()
  await expect(app.variable('h(3)')).toHaveAttribute('aria-pressed', 'true')
})

test('Control and the wheel change columns around the pointer; the buttons around what is seen', async ({
  stillApp: app,
}) => {
  const { page } = app
  await openLong(app)
  const before = await middleOf(app, 'h(2)')
  await page.mouse.move(before.x, before.y)
  await page.keyboard.down('Control')
  for (const deltaY of [-100, -100, 100]) {
    const { width } = await middleOf(app, 'h(2)')
    await page.mouse.wheel(0, deltaY)
    await expect
      .poll(async () => Math.sign((await middleOf(app, 'h(2)')).width - width))
      .toBe(-Math.sign(deltaY))
    expect(Math.abs((await middleOf(app, 'h(2)')).x - before.x)).toBeLessThan(3)
  }
  await page.keyboard.up('Control')

  await app.timeline.press('Home')
  for (let t = 0; t < 2; t++) await app.timeline.press('Shift+ArrowRight')
  const held = await middleOf(app, 'h(2)')
  await app.button('Wider columns').click()
  const after = await middleOf(app, 'h(2)')
  expect(after.width).toBeGreaterThan(held.width)
  expect(Math.abs(after.x - held.x)).toBeLessThan(3)
})

test('a variable that is folded away opens the fold, and is seen', async ({ stillApp: app }) => {
  const { page } = app
  await app.field('Input').fill(manySteps)
  await app.field('Input').press('Enter')
  await expect(page.getByRole('button', { name: /folded away/ })).toBeVisible()
  await expect(app.variable('h(12)')).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Go to variable' }).fill('h(12)')
  await page.keyboard.press('Enter')
  await expect(app.variable('h(12)').locator('.frame')).toBeInViewport({ ratio: 1 })
  await expect(app.inspector.getByRole('heading').first()).toHaveAccessibleName(/h\(12\)/)
  // Steps are followed whatever is selected; what is let go leaves the graph to the playhead.
  await app.timeline.press('ArrowRight')
  await expect(app.variable('x(1)').locator('.frame')).toBeInViewport({ ratio: 1 })
  await expect(app.inspector.getByRole('heading').first()).toHaveAccessibleName(/h\(12\)/)
  await app.inspector.getByRole('button', { name: 'Follow the playhead' }).click()
  await page.getByRole('textbox', { name: 'Go to variable' }).fill('h(12)')
  await page.keyboard.press('Enter')
  await expect(app.variable('h(12)').locator('.frame')).toBeInViewport({ ratio: 1 })
  await app.timeline.press('Escape')
  await expect(app.variable('x(1)').locator('.frame')).toBeInViewport({ ratio: 1 })
  // Another window has columns of another width, and what one reads about stays in sight.
  await page.setViewportSize({ width: 1920, height: 1080 })
  await app.field('Input').fill(`${manySteps} over the lazy dog and runs away`)
  await page.getByRole('textbox', { name: 'Go to variable' }).fill('h(40)')
  await page.keyboard.press('Enter')
  for (const [width, height] of [
    [1920, 1080],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expect(app.variable('h(40)').locator('.frame')).toBeInViewport({ ratio: 1 })
  }
  // And after a look at another view.
  for (const view of ['Table', 'Unfolded graph'])
    await page.getByRole('radio', { name: view }).check({ force: true })
  await expect(app.variable('h(40)').locator('.frame')).toBeInViewport({ ratio: 1 })
  // Two offers over the graph cover no heading.
  await app.timeline.press('End')
  await app.inspector.getByRole('button', { name: 'Cut what comes from ∇o(40)' }).click()
  await expect(app.button('1 cut: restore')).toBeVisible()
  await page.locator('.scroller').evaluate((it) => it.scrollTo(0, 0))
  const heading = (await page.getByText('unfolded in time').boundingBox())!
  const fold = (await app.button('Fold the middle').boundingBox())!
  expect(fold.x).toBeGreaterThan(heading.x + heading.width)
})

const touch = (session: CDPSession, type: string, points: readonly (readonly [number, number])[]) =>
  session.send('Input.dispatchTouchEvent', {
    type: type as 'touchStart',
    touchPoints: points.map(([x, y], id) => ({ x, y, id })),
  })

test('two fingers spread columns around their middle, one scrolls, a tap selects', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    ...{ locale: 'en-US', reducedMotion: 'reduce' as const, baseURL: baseURL! },
  })
  const page = await context.newPage()
  await page.goto('./')
  const app = createApp(page)
  await openLong(app)
  const session = await context.newCDPSession(page)
  await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo({ left: 300 }))
  await page.waitForFunction(() => document.querySelector('.scroller')!.scrollLeft === 300)

  const [x, y] = [200, 400]
  const key = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll<SVGGElement>('g.box[data-key^="h("]')]
    const off = (box: Element) => {
      const { left, right } = box.getBoundingClientRect()
      return Math.abs((left + right) / 2 - 200)
    }
    return boxes.toSorted((a, b) => off(a) - off(b))[0]!.dataset.key!
  })
  const before = await middleOf(app, key)
  await touch(session, 'touchStart', [
    [x - 30, y],
    [x + 30, y],
  ])
  for (let i = 1; i <= 6; i++)
    await touch(session, 'touchMove', [
      [x - 30 - 10 * i, y],
      [x + 30 + 10 * i, y],
    ])
  await touch(session, 'touchEnd', [])
  const after = await middleOf(app, key)
  expect(after.width).toBeGreaterThan(before.width * 1.3)
  // As many columns away from the middle as it was: no further than its growth.
  expect(Math.abs(after.x - x)).toBeLessThan(Math.abs(before.x - x) * 3 + 3)
  expect(await page.evaluate(() => visualViewport!.scale)).toBe(1)

  const rest = await scrollOf(page)
  await touch(session, 'touchStart', [[x + 100, y]])
  for (let i = 1; i <= 10; i++) await touch(session, 'touchMove', [[x + 100 - 15 * i, y]])
  await touch(session, 'touchEnd', [])
  await expect.poll(() => scrollOf(page)).toBeGreaterThan(rest + 60)
  // A finger on what still glides holds it, and presses nothing.
  let last = -1
  await expect
    .poll(async () => last === (last = await scrollOf(page)), { intervals: [200] })
    .toBe(true)

  const seen = await page.evaluate(() => {
    const places = [...document.querySelectorAll<SVGGElement>('g.box[data-key^="o("]')].map(
      (box) => ({
        key: box.dataset.key!,
        frame: box.querySelector('.frame')!.getBoundingClientRect(),
      }),
    )
    const { key, frame } = places.find(({ frame }) => frame.left < 300 && frame.right > 140)!
    return { key, x: Math.max(frame.left + 6, 120), y: frame.top + 12 }
  })
  await page.touchscreen.tap(seen.x, seen.y)
  await expect(app.variable(seen.key)).toHaveAttribute('aria-pressed', 'true')

  await page.getByRole('textbox', { name: 'Go to variable' }).fill('x(20)')
  await page.keyboard.press('Enter')
  await expect(app.variable('x(20)').locator('.frame')).toBeInViewport()
  await context.close()
})
