/** Frames: what one costs while the run plays and while it is scrubbed, and how often React commits inside a step. */
import type { Page } from '@playwright/test'
import { type Probe, type Row, type Work, scale } from './probe'

/** What the page counts, from before it is loaded. */
interface Counter {
  frames: number
  /** Commits of React's whole tree, as it tells its developer tools. */
  commits: number
  /** Those in frames before and after which the same number of steps was finished, but for the first two after a step. */
  inside: number
  finished: number
}

type Counted = typeof window & { counter: Counter }

/** To be called before the page is opened. */
export const countFrames = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const counter: Counter = { frames: 0, commits: 0, inside: 0, finished: -1 }
    Object.assign(window, {
      counter,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberRoot: () => (counter.commits += 1),
        onCommitFiberUnmount: () => {},
        onPostCommitFiberRoot: () => {},
        checkDCE: () => {},
      },
    })
    let [commits, still] = [0, 0]
    // Looked for once: a query in every frame would be counted as the page's own work.
    let slider: Element | null = null
    requestAnimationFrame(function frame() {
      if (!slider?.isConnected) slider = document.querySelector('[role=slider]')
      const finished = Number(slider?.getAttribute('aria-valuenow') ?? -1)
      still = finished === counter.finished ? still + 1 : 0
      if (still > 2) counter.inside += counter.commits - commits
      commits = counter.commits
      counter.finished = finished
      counter.frames += 1
      requestAnimationFrame(frame)
    })
  })

export const countedBy = (page: Page): Promise<Counter> =>
  page.evaluate(() => ({ ...(window as Counted).counter }))

export const untilFinished = (page: Page, finished: number): Promise<unknown> =>
  page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const slider = document.querySelector('[role=slider]')!
        requestAnimationFrame(function frame() {
          if (Number(slider.getAttribute('aria-valuenow')) >= wanted) resolve()
          else requestAnimationFrame(frame)
        })
      }),
    finished,
  )

/** The work of a stretch, and how many frames it had and commits of React inside its steps. */
interface Stretch {
  readonly work: Work
  readonly frames: number
  readonly inside: number
}

const measure = async (page: Page, probe: Probe, act: () => Promise<unknown>): Promise<Stretch> => {
  const before = await countedBy(page)
  const work = await probe(act)
  const after = await countedBy(page)
  return { work, frames: after.frames - before.frames, inside: after.inside - before.inside }
}

/** From the start until so many steps are finished. */
export const playing = async (page: Page, probe: Probe, speed: string, count: number) => {
  await page.getByRole('combobox', { name: 'Speed' }).selectOption(speed)
  const slider = page.getByRole('slider', { name: 'Timeline' })
  await slider.press('Home')
  let pressed = 0
  const stretch = await measure(page, probe, async () => {
    await page.keyboard.press('Space')
    await untilFinished(page, 1)
    // The key has its own commit.
    pressed = (await countedBy(page)).inside
    await untilFinished(page, count)
  })
  const inside = (await countedBy(page)).inside - pressed
  if (await page.getByRole('button', { name: 'Pause' }).isVisible())
    await page.keyboard.press('Space')
  return { ...stretch, inside }
}

/** The pointer is drawn along the timeline, there and back, a place a frame. */
export const scrubbing = async (page: Page, probe: Probe): Promise<Stretch> => {
  const track = page.getByRole('slider', { name: 'Timeline' }).locator('.hit')
  const { x, y, width, height } = (await track.boundingBox())!
  const places = 60
  await page.mouse.move(x + 16, y + height * 0.3)
  await page.mouse.down()
  const stretch = await measure(page, probe, async () => {
    for (const lane of [0.25, 0.75])
      for (let i = 0; i <= places; i++) {
        const share = lane < 0.5 ? i / places : 1 - i / places
        await page.mouse.move(x + 16 + (width - 48) * share, y + height * lane)
        await nextFrame(page)
      }
  })
  await page.mouse.up()
  return stretch
}

const nextFrame = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))

/** The mean of its frames. */
export const toRow = (
  what: string,
  { work, frames }: Stretch,
  limit: number,
  isScriptLimit = false,
): Row => ({
  ...{ what: `${what}, mean of ${frames} frames`, limit, isScriptLimit },
  walks: [[scale(work, 1 / frames)]],
})

export const printCommits = (stretches: Readonly<Record<string, Stretch>>): void => {
  for (const [what, { frames, inside }] of Object.entries(stretches))
    console.log(`  React commits inside a step, ${what}: ${inside} in ${frames} frames`)
}
