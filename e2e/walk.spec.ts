/** Walk: the picture is a function of the playhead, whichever way one comes to it, and shows the numbers of the trace. */
import { change } from '../testing/malformed'
import { type App, type Grain, expect, test } from './app'
import { expectNumbers, toNumbers } from './numbers'
import { type Stop, expectSameStop, stopAt, stopsAlong } from './picture'

/** From the start to the end, where less motion is asked for: a stop for each number of finished steps. */
const walkStill = async ({ page, position }: App): Promise<readonly Stop[]> => {
  // What comes late comes before anything is remembered.
  await page.keyboard.press('End')
  await stopAt(page)
  await page.keyboard.press('Home')
  const { all } = await position()
  const stops = await stopsAlong(page, Array<string>(all).fill('ArrowRight'))
  expect(stops.map(({ finished }) => finished)).toEqual(stops.map((_, k) => k))
  return stops
}

/** What the page shows is what it showed there before; gives back how many steps are finished. */
const expectKnown = async ({ page }: App, stops: readonly Stop[], way: string) => {
  const stop = await stopAt(page)
  expectSameStop(stop, stops[stop.finished]!, way)
  return stop.finished
}

/** A class and a vector are read, a step has no target, the first state is not zero. */
const mixedNetwork = change({
  initialState: '[0.5, -0.25, 0.125]',
  'sequence.inputs': '[0, [0.5, -0.25]]',
  'sequence.targets': '[null, 1]',
})

test('back and by jumps, every picture is as it was after its motion', async ({ app }) => {
  const { page, stepForward, opened } = app
  await opened(mixedNetwork)
  await page.locator('body').press('Home')
  const stops = [await stopAt(page)]
  const { all } = stops[0]!
  while (stops.length <= all) {
    await stepForward()
    stops.push(await stopAt(page))
  }
  expect(stops.map(({ finished }) => finished)).toEqual(stops.map((_, k) => k))
  expect(new Set(stops.map(({ picture }) => picture.join('\n'))).size).toBe(all + 1)
  expect(new Set(stops.map(({ sentence }) => sentence)).size).toBeGreaterThan(all / 2)

  const back = await stopsAlong(page, Array<string>(all).fill('ArrowLeft'))
  expect(back.map(({ finished }) => finished)).toEqual(stops.map((_, k) => all - k))
  for (const stop of back) expectSameStop(stop, stops[stop.finished]!, 'back')

  await page.keyboard.press('End')
  expect(await expectKnown(app, stops, 'End')).toBe(all)
  await page.keyboard.press('Home')
  expect(await expectKnown(app, stops, 'Home')).toBe(0)
  await page.keyboard.press('Shift+ArrowRight')
  expect(await expectKnown(app, stops, 'a time step')).toBeGreaterThan(1)
})

test('scrubbing reaches the same pictures', async ({ stillApp: app }) => {
  const stops = await walkStill(app)
  const { x, y, width, height } = (await app.timeline.boundingBox())!
  const reached: number[] = []
  // The way there lies above the way back.
  for (const [lane, direction] of [
    [0.4, 1],
    [0.85, -1],
  ] as const) {
    const at = (part: number) => x + width * (direction > 0 ? part : 1 - part)
    await app.page.mouse.move(at(0.02), y + height * lane)
    await app.page.mouse.down()
    for (let part = 0.02; part < 1; part += 0.06) {
      await app.page.mouse.move(at(part), y + height * lane)
      reached.push(await expectKnown(app, stops, 'scrubbed'))
    }
    await app.page.mouse.up()
  }
  expect(reached).toEqual(reached.toSorted((a, b) => a - b))
  expect(reached[0]).toBe(0)
  expect(reached.at(-1)).toBe(stops[0]!.all)
  expect(new Set(reached).size).toBeGreaterThan(stops[0]!.all / 3)
})

test('a change of the step size and back lands on the same picture', async ({ stillApp: app }) => {
  await app.field('Input').fill('ab')
  const stops = new Map<Grain, readonly Stop[]>()
  const choose = async (grain: Grain) => {
    await app.grain(grain).check()
    await app.grain(grain).blur()
  }
  for (const grain of ['Time step', 'Contribution', 'Variable'] as const) {
    await choose(grain)
    stops.set(grain, await walkStill(app))
  }
  const [times, finest, steps] = [...stops.values()] as [Stop[], Stop[], Stop[]]
  expect(times.length).toBe(5)
  expect(finest.length).toBeGreaterThan(steps.length)
  expect(steps.length).toBeGreaterThan(times.length)

  const change = async (grain: Grain) => {
    await choose(grain)
    return expectKnown(app, stops.get(grain)!, `changed to ${grain}`)
  }
  await app.page.keyboard.press('Home')
  const wholes: number[] = []
  for (const { finished } of steps) {
    // To the last whole step of a coarser size, and on from there.
    if (finished % 6 === 0 || finished === steps.length - 1) {
      await change('Contribution')
      expect(await change('Variable')).toBe(finished)
      wholes.push(await change('Time step'))
      const back = await change('Variable')
      expect(back).toBeLessThanOrEqual(finished)
      await stopsAlong(app.page, Array<string>(finished - back).fill('ArrowRight'))
    }
    await app.page.keyboard.press('ArrowRight')
  }
  expect(wholes).toEqual(wholes.toSorted((a, b) => a - b))
  expect([wholes[0], wholes.at(-1)]).toEqual([0, 4])
})

for (const grain of ['Time step', 'Variable', 'Contribution'] as const)
  test(`played at 8×, step size ${grain}, the run ends in the picture of its end`, async ({
    app,
  }) => {
    await app.field('Input').fill(grain === 'Contribution' ? 'a' : 'ab')
    await app.grain(grain).check()
    await app.speed.selectOption('8×')
    await app.button('To end').click()
    const end = await stopAt(app.page)
    await app.button('To start').click()
    await app.button('Play').click()
    await expect(app.button('Pause')).toBeVisible()
    await app.expectFinished(end.all, 20_000)
    await expect(app.button('Play')).toBeVisible()
    expectSameStop(await stopAt(app.page), end, 'played')
  })

test('a key during a motion completes it', async ({ stillApp: app }) => {
  const { page, speed, position } = app
  const stops = await stopsAlong(page, ['ArrowRight', 'ArrowRight'])
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await speed.selectOption('0.25×')
  await speed.blur()
  const startMotion = async (from: number) => {
    await page.keyboard.press('ArrowRight')
    // It moves, and is far from its end.
    const { picture } = stops[from]!
    await expect.poll(async () => (await stopAt(page)).picture.join()).not.toBe(picture.join())
    expect((await position()).finished).toBe(from)
  }
  await page.keyboard.press('Home')
  await startMotion(0)
  await page.keyboard.press('Shift')
  expect(await expectKnown(app, stops, 'completed')).toBe(1)
  await startMotion(1)
  await page.keyboard.press('ArrowLeft')
  expect(await expectKnown(app, stops, 'back out of a motion')).toBe(1)
  await startMotion(1)
  await page.mouse.click(4, 4)
  expect(await expectKnown(app, stops, 'completed by a click')).toBe(2)
})

test('a held key skips no step, and at most one step waits', async ({ app }) => {
  await app.timeline.evaluate((slider) => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => seen.push(slider.getAttribute('aria-valuenow')!)).observe(slider, {
      attributeFilter: ['aria-valuenow'],
    })
  })
  for (let k = 1; k <= 30; k++) await app.page.keyboard.down('ArrowRight')
  await app.page.keyboard.up('ArrowRight')
  const { finished } = await app.position()
  await expect.poll(() => isAtRest(app)).toBe(true)
  const seen = await app.page.evaluate(() => (window as unknown as { seen: string[] }).seen)
  expect(seen).toEqual(seen.map((_, i) => String(i + 1)))
  expect(seen.length).toBeGreaterThan(1)
  // The one that moves, and one more.
  expect((await app.position()).finished).toBeLessThanOrEqual(finished + 2)
})

/** Has the drawing stayed as it is for some frames? */
const isAtRest = ({ page }: App) =>
  page.evaluate(async () => {
    const before = document.querySelector('main')!.innerHTML
    for (let i = 0; i < 6; i++) await new Promise((resolve) => requestAnimationFrame(resolve))
    return document.querySelector('main')!.innerHTML === before
  })

test('two presses within one frame are two steps', async ({ app }) => {
  await app.page.evaluate(() => {
    for (let i = 0; i < 2; i++)
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }),
      )
  })
  await app.expectFinished(2)
})

for (const [name, text] of [
  ['the opening example', null],
  ['a mixed network', mixedNetwork],
] as const)
  test(`${name}: the stage shows the numbers of the trace, and nothing before it is computed`, async ({
    stillApp: app,
  }) => {
    if (text) await app.opened(text)
    const numbers = toNumbers(await app.traceText())
    const { tau } = numbers
    await app.grain('Time step').check()
    await app.grain('Time step').blur()
    await app.page.keyboard.press('Home')
    for (let k = 0; k <= 2 * tau; k++) {
      await app.expectFinished(k)
      // Forward to step k, or back again to step 2τ + 1 − k.
      await expectNumbers(app, numbers, { forward: Math.min(k, tau), back: 2 * tau + 1 - k })
      await app.page.keyboard.press('ArrowRight')
    }
  })

test('with less motion asked for, steps appear without travel', async ({ stillApp: app }) => {
  await app.field('Input').fill('ab')
  await app.field('Input').blur()
  const { all } = await app.position()
  await app.speed.selectOption('8×')
  await app.speed.blur()
  expect(await countDrawings(app, () => app.page.keyboard.press('Space'), all)).toBe(all + 1)
})

test('otherwise values travel', async ({ app }) => {
  const start = () => app.page.keyboard.press('ArrowRight')
  expect(await countDrawings(app, start, 1)).toBeGreaterThan(4)
})

/** How many different drawings the frames show until that many steps are finished. */
const countDrawings = async (app: App, start: () => Promise<void>, finished: number) => {
  await app.page.evaluate(() => {
    const drawings = new Set<string>()
    Object.assign(window, { drawings })
    requestAnimationFrame(function frame() {
      const seen = document.querySelector('main')!.cloneNode(true) as HTMLElement
      // What is prepared is hidden.
      for (const cells of seen.querySelectorAll('.empty > .cells')) cells.remove()
      drawings.add(seen.innerHTML)
      requestAnimationFrame(frame)
    })
  })
  await start()
  await app.expectFinished(finished, 20_000)
  return app.page.evaluate(() => (window as unknown as { drawings: Set<string> }).drawings.size)
}
