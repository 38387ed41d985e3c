/** Touch: whatever can be tapped is as large as a finger, in every scene and with the inspector open. */
import type { Browser } from '@playwright/test'
import { type App, createApp, expect, test } from './app'
import { smallTargets } from './targets'

const sizes = [
  [390, 844],
  [768, 1024],
] as const

for (const [width, height] of sizes) {
  const open = async (browser: Browser, baseURL: string | undefined) => {
    const context = await browser.newContext({
      ...{ viewport: { width, height }, hasTouch: true, isMobile: true, locale: 'en-US' },
      reducedMotion: 'reduce',
      ...(baseURL ? { baseURL } : {}),
    })
    const page = await context.newPage()
    await page.goto('./')
    await page.getByRole('slider').waitFor()
    const settings = page.getByRole('button', { name: 'Settings' })
    const isPhone = await settings.isVisible()
    return {
      app: createApp(page),
      page,
      context,
      /** On a phone the settings wait behind a button, and lie over the rest. */
      toggleSettings: async () => {
        if (isPhone) await settings.tap()
      },
      settings: isPhone ? '#settings' : '.top, .scene-bar',
      expectLarge: async (state: string, within: string) =>
        expect.soft(await smallTargets(page, within), state).toEqual([]),
    }
  }

  test(`what stands round the stage is as large as a finger: ${width} × ${height}`, async ({
    browser,
    baseURL,
  }) => {
    const opened = await open(browser, baseURL)
    const { app, page, context, toggleSettings, settings, expectLarge } = opened
    await expectLarge('at the start', 'body')
    await app.button('File').tap()
    await expectLarge('with the menu open', '.menu')
    await app.button('File').tap()
    await toggleSettings()
    await expectLarge('with settings', settings)
    // What comes with a pattern moves nothing else that can be set.
    const seedAt = async () => (await app.seed.boundingBox())?.y
    const before = await seedAt()
    await page.getByRole('radio', { name: 'Output fed back' }).tap()
    await page.getByRole('combobox', { name: 'Feedback' }).selectOption('Teacher forcing')
    expect(await seedAt()).toBe(before)
    await expectLarge('with feedback', settings)
    await page.getByRole('combobox', { name: 'Feedback' }).selectOption('Drawn symbol')
    await expectLarge('drawn symbols', settings)
    await toggleSettings()
    await page.getByRole('radio', { name: 'Teacher forcing' }).tap()
    await page.getByRole('table', { name: 'Both runs' }).waitFor()
    await expectLarge('both runs', '.scene-bar, .scene')
    await page.getByRole('radio', { name: 'Unfolded graph' }).tap()
    await toggleSettings()
    await page.getByRole('radio', { name: 'Output at the end' }).tap()
    await toggleSettings()
    await expectLarge('with one output', '.top')
    await app.openFile('{}')
    await expectLarge('with an error', '.messages')
    await context.close()
  })

  test(`what the inspector offers is as large as a finger: ${width} × ${height}`, async ({
    browser,
    baseURL,
  }) => {
    const { app, page, context, expectLarge } = await open(browser, baseURL)
    await app.button('To end').tap()
    const goTo = page.getByRole('textbox', { name: 'Go to variable' })
    for (const key of ['h(2)', 'yhat(2)', 'L(2)', 'L', 'x(1)', 'W']) {
      await goTo.fill(key)
      await goTo.press('Enter')
      await expectLarge(key, '.inspector')
      await app.button('Inspector').tap()
    }
    await context.close()
  })

  test(`what the other scenes offer is as large as a finger: ${width} × ${height}`, async ({
    browser,
    baseURL,
  }) => {
    const { page, context, expectLarge, toggleSettings } = await open(browser, baseURL)
    const scenes = page.getByRole('radiogroup', { name: 'View' }).getByRole('radio')
    for (const scene of (await scenes.all()).slice(1)) {
      await scene.check({ force: true })
      // It comes in a chunk of its own.
      await page.waitForLoadState('networkidle')
      await expect(page.getByRole('main').locator('button, input').first()).toBeVisible()
      await expectLarge(
        `${await scene.evaluate((input) => input.closest('label')!.textContent)}`,
        'main',
      )
    }
    // The last tab is seen whole, in whichever language.
    await toggleSettings()
    for (const language of ['zh', 'en']) {
      await page.locator('#settings .preferences select').selectOption(language)
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(language))
    }
    await expect(scenes.last()).toBeInViewport({ ratio: 1 })
    await context.close()
  })
}

for (const [width, height] of [
  [320, 640],
  [720, 450],
  [1024, 768],
] as const)
  test(`a tap opens what is known beside what was tapped, and moves no page: ${width} × ${height}`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      ...{ viewport: { width, height }, hasTouch: true, isMobile: true, locale: 'en-US' },
      ...{ reducedMotion: 'reduce' as const, baseURL: baseURL! },
    })
    const page = await context.newPage()
    const app = createApp(page)
    await page.goto('./')
    // On a phone that stands what happens first is there whole, with all that time is moved by.
    if (height > width)
      for (const part of [app.variable('x(1)'), app.timeline, app.button('Play')])
        await expect(part).toBeInViewport({ ratio: 1 })
    for (let i = 0; i < 7; i++) await app.button('Step forward').tap()
    const scrolled = await page.evaluate(() => scrollY)
    expect(scrolled).toBe(0)
    // What h(2) is made from is cut by no edge; on a phone that lies a whole column is seen at a time, over the buttons.
    for (const key of height < 500 ? ['x(2)', 'y(2)'] : ['x(2)'])
      await expect(app.variable(key).locator('.frame')).toBeInViewport({ ratio: 0.999 })
    await app.variable('h(2)').tap()
    await expect(app.inspector.getByText('What the network remembers')).toBeInViewport({ ratio: 1 })
    expect(await page.evaluate(() => scrollY)).toBe(scrolled)
    // Whatever is on top in the middle of the box belongs to it.
    const isSeen = () =>
      app.variable('h(2)').evaluate((box) => {
        const { left, top, width, height } = box.querySelector('.frame')!.getBoundingClientRect()
        return box.contains(document.elementFromPoint(left + width / 2, top + height / 2))
      })
    await expect.poll(isSeen).toBe(true)
    await app.button('Step forward').tap()
    await app.expectFinished(8)
    await app.inspector.getByRole('button', { name: 'Close the inspector' }).tap()
    await expect(app.inspector).toBeHidden()
    if (height > width) {
      await dragAlongTimeline(app)
      await leaveTimeline(app)
    } else if (height < 500) {
      await scrollFromTimeline(app)
      // What the menu has no room for scrolls inside it.
      await page.evaluate(() => scrollTo(0, 0))
      await app.button('File').tap()
      const menu = (await page.locator('.menu').boundingBox())!
      expect(menu.y + menu.height).toBeLessThan(height)
    }
    await context.close()
  })

/** A finger that goes along the timeline moves the playhead; one that goes up or down scrolls the page from there, too. */
const scrollFromTimeline = async ({ page, timeline }: App) => {
  await timeline.scrollIntoViewIfNeeded()
  const session = await page.context().newCDPSession(page)
  const { x, y, width, height } = (await timeline.locator('.way').boundingBox())!
  const swipe = async (across: number, down: number) => {
    for (const share of [0, 0.1, 0.3, 0.6, 1]) {
      const point = { x: x + width / 2 + share * across, y: y + height * 0.9 + share * down }
      const type = share === 0 ? 'touchStart' : 'touchMove'
      await session.send('Input.dispatchTouchEvent', { type, touchPoints: [point] })
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  const finished = async () => Number(await timeline.getAttribute('aria-valuenow'))
  await swipe(60, 0)
  await expect.poll(finished).toBeGreaterThan(20)
  const before = await finished()
  const scrolled = await page.evaluate(() => scrollY)
  await swipe(0, 90)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(scrolled)
  expect(await finished()).toBe(before)
}

/** A finger that goes up from the timeline leaves the playhead alone; where it is let go, what that computes is seen. */
const leaveTimeline = async (app: App) => {
  const { timeline, page } = app
  const finished = () => timeline.getAttribute('aria-valuenow')
  const before = await finished()
  const session = await page.context().newCDPSession(page)
  const { x, y } = (await timeline.locator('.knob').boundingBox())!
  for (const up of [0, 20, 60, 120])
    await session.send('Input.dispatchTouchEvent', {
      type: up === 0 ? 'touchStart' : 'touchMove',
      touchPoints: [{ x: x + 30, y: y + 8 - up }],
    })
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  expect(await finished()).toBe(before)
  await page.locator('.scroller').evaluate((it) => it.scrollTo({ top: it.scrollHeight }))
  await page.touchscreen.tap(x + 9, y + 8)
  const node = (await timeline.getAttribute('aria-valuetext'))!.match(/\p{L}+\(\d+\)/u)![0]
  await expect(app.variable(node).locator('.frame')).toBeInViewport({ ratio: 0.99 })
}

/** A finger goes along each lane of the timeline in turn; the playhead follows it, and no page moves. */
const dragAlongTimeline = async ({ page, timeline }: App) => {
  const session = await page.context().newCDPSession(page)
  // Shares of the way there and back.
  const pointAt = (share: number) =>
    timeline.locator('.way').evaluate((way, along) => {
      const path = way as SVGPathElement
      const { x, y } = path
        .getPointAtLength(along * path.getTotalLength())
        .matrixTransform(path.getScreenCTM()!)
      return { x, y }
    }, share)
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) => {
    const touchPoints = type === 'touchEnd' ? [] : [await pointAt(share)]
    await session.send('Input.dispatchTouchEvent', { type, touchPoints })
    return Number(await timeline.getAttribute('aria-valuenow'))
  }
  const scrolled = await page.evaluate(() => scrollY)
  for (const [from, to] of [
    [0.05, 0.4],
    [0.6, 0.95],
  ] as const) {
    await touch('touchStart', from)
    const places = []
    for (const share of [0.1, 0.25, 0.5, 0.75, 1])
      places.push(await touch('touchMove', from + share * (to - from)))
    places.push(await touch('touchEnd', to))
    // Never back, and about as far along the run as along the way: more steps lead back than there.
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    const all = Number(await timeline.getAttribute('aria-valuemax'))
    expect(Math.abs(places[0]! / all - from)).toBeLessThan(0.2)
    expect(Math.abs(places.at(-1)! / all - to)).toBeLessThan(0.2)
  }
  expect(await page.evaluate(() => scrollY)).toBe(scrolled)
  await expect(timeline).not.toHaveClass(/dragged/)
}
