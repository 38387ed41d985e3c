/** Walk: the picture is a function of the playhead, whichever way one comes to it, and shows the numbers of the trace. */
import { change } from '../testing/malformed'
import { type App, type Grain, type Position, expect, test } from './app'
import { expectNumbers, toNumbers } from './numbers'
import { type Picture, expectSamePicture, pictureOf } from './picture'

interface Stop extends Position {
  readonly picture: Picture
}

const stopAt = async (app: App): Promise<Stop> => ({
  ...(await app.position()),
  picture: await pictureOf(app.page),
})

/** From the start, one key at a time: a stop for each number of finished steps. */
const walkForward = async (app: App, step: () => Promise<void>): Promise<readonly Stop[]> => {
  await app.page.keyboard.press('Home')
  const stops = [await stopAt(app)]
  while (stops.at(-1)!.finished < stops[0]!.all) {
    await step()
    const stop = await stopAt(app)
    expect(stop.finished).toBe(stops.length)
    stops.push(stop)
  }
  return stops
}

/** Where less motion is asked for, a step is there at the next look. */
const walkStill = (app: App) => walkForward(app, () => app.page.keyboard.press('ArrowRight'))

const expectStop = async (app: App, stops: readonly Stop[], way: string) => {
  const { picture, ...position } = await stopAt(app)
  const { picture: expected, ...known } = stops[position.finished]!
  expect(position).toEqual(known)
  expectSamePicture(picture, expected, `${way} to ${position.finished}`)
  return position.finished
}

const networks: Readonly<Record<string, string | null>> = {
  'the opening example': null,
  // Classes and vectors are read, a step has no target, the first state is not zero.
  'a mixed network': change({ initialState: '[0.5, -0.25, 0.125]' }),
}

const openNetwork = async (app: App, name: string) => {
  const text = networks[name]!
  if (text === null) return
  await app.opened(text)
  await app.button('Dismiss').click()
}

for (const name of Object.keys(networks))
  test(`${name}: back and by jumps, every picture is as it was on the way there`, async ({
    app,
  }) => {
    await openNetwork(app, name)
    const stops = await walkForward(app, app.stepForward)
    const { all } = stops[0]!
    expect(new Set(stops.map(({ picture }) => picture.join('\n'))).size).toBe(all + 1)
    expect(new Set(stops.map(({ sentence }) => sentence)).size).toBeGreaterThan(all / 2)

    for (let k = all - 1; k >= 0; k--) {
      await app.page.keyboard.press('ArrowLeft')
      expect(await expectStop(app, stops, 'back')).toBe(k)
    }
    await app.page.keyboard.press('End')
    expect(await expectStop(app, stops, 'End')).toBe(all)
    await app.page.keyboard.press('Home')
    expect(await expectStop(app, stops, 'Home')).toBe(0)
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
    for (let part = 0.02; part < 1; part += 0.04) {
      await app.page.mouse.move(at(part), y + height * lane)
      reached.push(await expectStop(app, stops, 'scrubbed'))
    }
    await app.page.mouse.up()
  }
  expect(reached).toEqual(reached.toSorted((a, b) => a - b))
  expect(reached[0]).toBe(0)
  expect(reached.at(-1)).toBe(stops[0]!.all)
  expect(new Set(reached).size).toBeGreaterThan(stops[0]!.all / 2)
})

test('a change of the step size and back lands on the same picture', async ({
  stillApp: app,
}) => {
  await app.field('Input').fill('ab')
  const stops = new Map<Grain, readonly Stop[]>()
  for (const grain of ['Time step', 'Contribution', 'Variable'] as const) {
    await app.grain(grain).check()
    await app.page.locator('body').press('Home')
    await app.grain(grain).blur()
    stops.set(grain, await walkStill(app))
  }
  const counts = [...stops.values()].map(({ length }) => length)
  expect(counts).toEqual([5, expect.any(Number), expect.any(Number)])
  expect(counts[1]).toBeGreaterThan(counts[2]!)
  expect(counts[2]).toBeGreaterThan(5)

  const change = async (grain: Grain) => {
    await app.grain(grain).check()
    await app.grain(grain).blur()
    return expectStop(app, stops.get(grain)!, `changed to ${grain}`)
  }
  const steps = stops.get('Variable')!
  await app.page.keyboard.press('Home')
  for (const { finished } of steps) {
    await app.expectFinished(finished)
    await change('Contribution')
    expect(await change('Variable')).toBe(finished)
    await app.page.keyboard.press('ArrowRight')
  }
  // A coarser step size falls back to the last whole step.
  let before = 0
  for (const { finished } of steps) {
    await app.page.keyboard.press('Home')
    for (let k = 0; k < finished; k++) await app.page.keyboard.press('ArrowRight')
    const whole = await change('Time step')
    expect(whole).toBeGreaterThanOrEqual(before)
    before = whole
    expect(await change('Variable')).toBeLessThanOrEqual(finished)
  }
  expect(before).toBe(4)
})

for (const grain of ['Time step', 'Variable', 'Contribution'] as const)
  test(`played at 8×, step size ${grain}, the run ends in the picture of its end`, async ({
    app,
  }) => {
    await app.field('Input').fill(grain === 'Variable' ? 'abc' : 'ab')
    await app.grain(grain).check()
    await app.speed.selectOption('8×')
    await app.button('To end').click()
    const end = await stopAt(app)
    await app.button('To start').click()
    await app.button('Play').click()
    await expect(app.button('Pause')).toBeVisible()
    await app.expectFinished(end.all)
    await expect(app.button('Play')).toBeVisible()
    expectSamePicture((await stopAt(app)).picture, end.picture, 'played')
  })

test('a key during a motion completes it', async ({ app }) => {
  await app.speed.selectOption('0.25×')
  await app.speed.blur()
  await app.page.emulateMedia({ reducedMotion: 'reduce' })
  const stops = await walkStill(app)
  await app.page.emulateMedia({ reducedMotion: 'no-preference' })
  const startMotion = async (from: number) => {
    await app.page.keyboard.press('ArrowRight')
    // It moves, and is far from its end.
    await expect
      .poll(async () => (await pictureOf(app.page)).join('\n'))
      .not.toBe(stops[from]!.picture.join('\n'))
    expect((await app.position()).finished).toBe(from)
  }
  await app.page.keyboard.press('Home')
  await startMotion(0)
  await app.page.keyboard.press('Shift')
  expect(await expectStop(app, stops, 'completed')).toBe(1)
  await startMotion(1)
  await app.page.keyboard.press('ArrowLeft')
  expect(await expectStop(app, stops, 'back out of a motion')).toBe(1)
  await startMotion(1)
  await app.page.mouse.click(4, 4)
  expect(await expectStop(app, stops, 'completed by a click')).toBe(2)
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

for (const name of Object.keys(networks))
  test(`${name}: the stage shows the numbers of the trace, and nothing before it is computed`, async ({
    stillApp: app,
  }) => {
    await openNetwork(app, name)
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
      drawings.add(document.querySelector('main')!.innerHTML)
      requestAnimationFrame(frame)
    })
  })
  await start()
  await app.expectFinished(finished)
  return app.page.evaluate(() => (window as unknown as { drawings: Set<string> }).drawings.size)
}
