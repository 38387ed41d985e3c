/** Frames: while values travel, React rests; the speed changes how long a run takes, not what it does. */
import type { Page } from '@playwright/test'
import { createApp, expect, test } from './app'
import { expectSameStop, stopAt } from './picture'

/** What happened from one frame to the next. */
interface FrameRecord {
  readonly finished: number
  /** Commits of React's whole tree, as React tells its developer tools. */
  readonly commits: number
  /** Changes of the parts of the page that React owns. */
  readonly panels: number
  /** Changes of the drawings. */
  readonly stage: number
}

type Recorder = typeof window & {
  commits: number
  records: FrameRecord[]
}

/** Before the page loads: React reports each commit to what stands here. */
const countCommits = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, {
      commits: 0,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberRoot: () => {
          ;(window as Recorder).commits += 1
        },
        onCommitFiberUnmount: () => {},
        onPostCommitFiberRoot: () => {},
        checkDCE: () => {},
      },
    })
  })

/** Begins a new record. */
const record = (page: Page) =>
  page.evaluate(() => {
    const recorder = window as Recorder
    const slider = document.querySelector('[role=slider]')!
    const seen = { panels: 0, stage: 0 }
    const all = { childList: true, attributes: true, characterData: true, subtree: true }
    const panels = new MutationObserver((changes) => (seen.panels += changes.length))
    for (const part of document.querySelectorAll('header, aside, section, [role=alert]'))
      panels.observe(part, all)
    new MutationObserver((changes) => (seen.stage += changes.length)).observe(
      document.querySelector('main')!,
      all,
    )
    const records: FrameRecord[] = []
    recorder.records = records
    let before = recorder.commits
    requestAnimationFrame(function frame() {
      if (recorder.records !== records) return
      records.push({
        finished: Number(slider.getAttribute('aria-valuenow')),
        commits: recorder.commits - before,
        ...seen,
      })
      before = recorder.commits
      Object.assign(seen, { panels: 0, stage: 0 })
      requestAnimationFrame(frame)
    })
  })

const recordsOf = (page: Page) => page.evaluate(() => (window as Recorder).records)

/** Frames of a stretch in which so many steps stayed finished, without its ends. */
const within = (records: readonly FrameRecord[], finished: number) =>
  records.filter(
    (one, i) =>
      one.finished === finished &&
      records[i - 1]?.finished === finished &&
      records[i + 1]?.finished === finished,
  )

const sum = (records: readonly FrameRecord[], key: keyof FrameRecord) =>
  records.reduce((total, one) => total + one[key], 0)

test('in the frames of one motion the stage changes and React commits nothing', async ({
  page,
}) => {
  await countCommits(page)
  const app = createApp(page)
  await app.open()
  expect(await page.evaluate(() => (window as Recorder).commits)).toBeGreaterThan(0)
  await app.speed.selectOption('0.25×')
  await app.speed.blur()
  for (const finished of [0, 1]) {
    await record(page)
    await page.keyboard.press('ArrowRight')
    await app.expectFinished(finished + 1)
    const records = await recordsOf(page)
    // The frames in which something moves; before them, the key has its own.
    const motion = within(records, finished).filter(({ stage }) => stage > 0)
    expect(motion.length).toBeGreaterThan(20)
    expect(sum(motion, 'commits')).toBe(0)
    // As a slow motion begins, the sentence of the step before stands back.
    expect(sum(motion.slice(1), 'panels')).toBe(0)
    // The end of the step is told, so the observers do hear React.
    expect(sum(records, 'commits')).toBeGreaterThan(0)
    expect(sum(records, 'panels')).toBeGreaterThan(0)
  }
})

test('while playing, React commits when a step is done, not in between', async ({ page }) => {
  await countCommits(page)
  const app = createApp(page)
  await app.open()
  await record(page)
  await app.button('Play').click()
  await app.expectAtLeast(4)
  await app.button('Pause').click()
  const records = await recordsOf(page)
  for (const finished of [1, 2, 3]) {
    const frames = within(records, finished)
    expect(frames.length).toBeGreaterThan(10)
    expect(sum(frames, 'stage')).toBeGreaterThan(10)
    // At most what was told of the end of the step before, in its first frames.
    const late = frames.slice(2)
    expect(sum(late, 'commits')).toBe(0)
    expect(sum(late, 'panels')).toBe(0)
  }
})

test('1× and 4× go through the same steps to the same picture', async ({ page }) => {
  const app = createApp(page)
  await app.open()
  await app.field('Input').fill('ab')
  await app.grain('Time step').check()
  const { all } = await app.position()
  const play = async (speed: string) => {
    await app.speed.selectOption(speed)
    await app.button('To start').click()
    await app.expectFinished(0)
    await record(page)
    await app.button('Play').click()
    await app.expectFinished(all, 15_000)
    await expect(app.button('Play')).toBeVisible()
    const records = await recordsOf(page)
    const steps = [...new Set(records.map(({ finished }) => finished))]
    await app.speed.selectOption('1×')
    return { steps, frames: records.length, stop: await stopAt(page) }
  }
  await app.button('To end').click()
  const slow = await play('1×')
  const fast = await play('4×')
  expect(slow.steps).toEqual(Array.from({ length: all + 1 }, (_, k) => k))
  expect(fast.steps).toEqual(slow.steps)
  expect(fast.frames).toBeLessThan(slow.frames / 2)
  expectSameStop(fast.stop, slow.stop, '4×')
})
