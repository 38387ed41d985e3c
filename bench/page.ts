/** Page: what a step, a frame and an edit cost the browser's main thread, and what is loaded until the opening screen is idle. */
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type CDPSession, type Page, chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { launchOptions } from '../scripts/browser.mjs'
import type { Network } from '../src/engine/network'
import { formatNetwork } from '../src/formats/network'
import { createNetwork } from '../testing/networks'
import { loadedAtOnce } from './bundle'
import { printTable } from './measure'

const tau = 12
const hiddenSize = 8
const symbols = [...'abcdefgh']

const stepLimitMs = 8
const editLimitMs = 16
const idleLimitKb = 220
const atOnceLimitKb = 130

/** Work of the main thread, in ms: all of it, and its parts. */
interface Work {
  readonly all: number
  readonly script: number
  readonly style: number
  readonly layout: number
}

export const bench = async (): Promise<void> => {
  const outDir = join(process.cwd(), '.bench', 'page')
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const server = await preview({
    logLevel: 'silent',
    build: { outDir },
    preview: { port: 4331, host: '127.0.0.1' },
  })
  const browser = await chromium.launch(launchOptions())
  try {
    const address = server.resolvedUrls!.local[0]!
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await loading(page, address)
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const probe = createProbe(page, session)
    await openNetwork(page)
    await steps(page, probe)
    await edits(page, probe)
  } finally {
    await browser.close()
    await server.close()
  }
}

/** Sizes after gzip, since the server here sends everything as it is. */
const loading = async (page: Page, address: string): Promise<void> => {
  const bodies = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    // A redirect has no body; what it leads to is counted.
    if (response.ok()) bodies.set(response.url(), response.body())
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.getByRole('math').first().waitFor()
  await page.waitForLoadState('networkidle')
  page.removeAllListeners('response')
  const files = await Promise.all(
    [...bodies].map(async ([url, body]) => {
      const content = await body
      return {
        path: url.slice(address.length),
        content,
        gzip: gzipSync(content, { level: 9 }).length,
      }
    }),
  )
  const html = files.find(({ path }) => path === '')!.content.toString()
  const atOnce = new Set(loadedAtOnce(html))
  const scripts = files.filter(({ path }) => path.endsWith('.js'))
  const sum = (some: typeof files) => some.reduce((total, { gzip }) => total + gzip, 0) / 1000
  const first = sum(scripts.filter(({ path }) => atOnce.has(path)))
  const all = sum(scripts)
  printTable('Scripts until the opening screen is idle (kB, gzip)', [
    ['', 'kB', 'bound'],
    ...scripts
      .toSorted((a, b) => b.gzip - a.gzip)
      .map((file) => [
        `${file.path}${atOnce.has(file.path) ? ' (at once)' : ''}`,
        kb(sum([file])),
        '',
      ]),
    ['together, at once', kb(first), verdict(first, atOnceLimitKb)],
    ['together, until idle', kb(all), verdict(all, idleLimitKb)],
    ['all else (styles, fonts, page)', kb(sum(files) - all), ''],
  ])
}

const network = (): Network => ({
  ...createNetwork(1, {
    ...{ inputSize: symbols.length, hiddenSize, outputSize: symbols.length, tau },
    ...{ activation: 'tanh', inputs: 'classes', targets: 1, hasInitialState: false },
  }),
  inputVocabulary: symbols,
  outputVocabulary: symbols,
})

const openNetwork = async (page: Page): Promise<void> => {
  await page.getByLabel('Open network file').setInputFiles({
    ...{ name: 'bench.unfold.json', mimeType: 'application/json' },
    buffer: Buffer.from(formatNetwork(network())),
  })
  await page.getByRole('button', { name: 'Dismiss' }).click()
}

/** Measures the work from before an act until after the frames that show it. */
type Probe = (act: () => Promise<unknown>) => Promise<Work>

const createProbe = (page: Page, session: CDPSession): Probe => {
  const read = async (): Promise<Work> => {
    const { metrics } = await session.send('Performance.getMetrics')
    const ms = (name: string) => 1000 * metrics.find((metric) => metric.name === name)!.value
    return {
      all: ms('TaskDuration'),
      script: ms('ScriptDuration'),
      style: ms('RecalcStyleDuration'),
      layout: ms('LayoutDuration'),
    }
  }
  return async (act) => {
    const before = await read()
    await act()
    await twoFrames(page)
    return subtract(await read(), before)
  }
}

const twoFrames = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve))
      }),
  )

const steps = async (page: Page, probe: Probe): Promise<void> => {
  const slider = page.getByRole('slider', { name: 'Timeline' })
  const press = (key: string) => () => page.keyboard.press(key)
  const count = async () => Number(await slider.getAttribute('aria-valuemax'))
  const through = async (act: () => Promise<unknown>) => {
    await slider.press('Home')
    await twoFrames(page)
    const works: Work[] = []
    for (let k = await count(); k > 0; k--) works.push(await probe(act))
    return works
  }
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const nothing = await through(press('Shift'))
  const rows: Row[] = [{ what: 'a key that does nothing', works: nothing, limit: null }]
  for (const size of ['Time step', 'Contribution', 'Variable', 'Variable']) {
    await page.getByRole('radio', { name: size }).check()
    const isAgain = rows.some(({ what }) => what.includes(size.toLowerCase()))
    rows.push({
      what: `a step: ${size.toLowerCase()}${isAgain ? ', again' : ''}`,
      works: await through(press('ArrowRight')),
      limit: stepLimitMs,
    })
  }

  await page.emulateMedia({ reducedMotion: 'no-preference' })
  const { motions, frames } = await inMotion(page, probe, await count())
  rows.push(
    { what: 'a step with its motion, 4×', works: motions, limit: null },
    {
      what: `a frame of a motion (${(frames.reduce((a, b) => a + b, 0) / frames.length).toFixed(1)} a step)`,
      works: motions.map((work, i) => scale(work, 1 / frames[i]!)),
      limit: stepLimitMs,
    },
  )
  const played = await whilePlaying(page, probe, await count())
  rows.push(
    { what: 'playing at 8×, mean of a step', works: [played.step], limit: stepLimitMs },
    { what: 'playing at 8×, mean of a frame', works: [played.frame], limit: stepLimitMs },
  )
  printWork(`Main thread, τ = ${tau}, n_h = ${hiddenSize}, ${symbols.length} symbols (ms)`, rows)
}

/** Counts the frames of the page from now on. */
const countFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const counter = { frames: 0 }
    Object.assign(window, { counter })
    requestAnimationFrame(function frame() {
      if ((window as unknown as { counter: unknown }).counter !== counter) return
      counter.frames += 1
      requestAnimationFrame(frame)
    })
  })

const framesOf = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { counter: { frames: number } }).counter.frames)

const untilFinished = (page: Page, finished: number): Promise<unknown> =>
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

const inMotion = async (page: Page, probe: Probe, count: number) => {
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4×')
  await page.getByRole('slider', { name: 'Timeline' }).press('Home')
  const [motions, frames]: [Work[], number[]] = [[], []]
  await countFrames(page)
  for (let k = 1; k <= count; k++) {
    const before = await framesOf(page)
    motions.push(
      await probe(async () => {
        await page.keyboard.press('ArrowRight')
        await untilFinished(page, k)
      }),
    )
    frames.push((await framesOf(page)) - before)
  }
  return { motions, frames }
}

const whilePlaying = async (page: Page, probe: Probe, count: number) => {
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('8×')
  await page.getByRole('slider', { name: 'Timeline' }).press('Home')
  await countFrames(page)
  const work = await probe(async () => {
    await page.keyboard.press('Space')
    await untilFinished(page, count)
  })
  return { step: scale(work, 1 / count), frame: scale(work, 1 / (await framesOf(page))) }
}

/** A letter is typed at the end of the word, and taken away again, so that the word has τ symbols each time. */
const edits = async (page: Page, probe: Probe): Promise<void> => {
  const input = page.getByRole('textbox', { name: 'Input' })
  const rows: Row[] = []
  const letters = { 'a symbol that is there': symbols[0]!, 'a new symbol': 'z' }
  for (const place of ['Home', 'End'])
    for (const [what, letter] of Object.entries(letters)) {
      await page.getByRole('slider', { name: 'Timeline' }).press(place)
      await input.press('End')
      await input.press('Backspace')
      const works: Work[] = []
      for (let i = 0; i < 25; i++) {
        works.push(await probe(() => page.keyboard.press(letter)))
        await page.keyboard.press('Backspace')
        await twoFrames(page)
      }
      await page.keyboard.press(symbols[0]!)
      const where = place === 'End' ? 'all numbers shown' : 'at the start'
      rows.push({ what: `${what}, ${where}`, works, limit: editLimitMs })
    }
  printWork(`An edit: a letter typed, τ = ${tau}, n_h = ${hiddenSize} (ms)`, rows)
}

interface Row {
  readonly what: string
  readonly works: readonly Work[]
  readonly limit: number | null
}

const printWork = (title: string, rows: readonly Row[]): void =>
  printTable(title, [
    ['', 'times', 'work', 'p95', 'bound', 'script', 'style', 'layout', 'paint', 'with paint'],
    ...rows.map(({ what, works, limit }) => {
      // The page's own work. Painting depends on the renderer: here, without a GPU, it is the largest part.
      const all = works.map(({ script, style, layout }) => script + style + layout)
      const median = percentile(all, 0.5)
      const part = (of: (work: Work) => number) => percentile(works.map(of), 0.5).toFixed(2)
      return [
        ...[what, String(works.length), median.toFixed(2), percentile(all, 0.95).toFixed(2)],
        limit === null ? '' : verdict(median, limit),
        ...[part(({ script }) => script), part(({ style }) => style)],
        part(({ layout }) => layout),
        part(({ all: total, script, style, layout }) => total - script - style - layout),
        part(({ all: total }) => total),
      ]
    }),
  ])

const percentile = (numbers: readonly number[], part: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)]!
}

const subtract = (a: Work, b: Work): Work => ({
  ...{ all: a.all - b.all, script: a.script - b.script },
  ...{ style: a.style - b.style, layout: a.layout - b.layout },
})

const scale = (work: Work, by: number): Work => ({
  ...{ all: work.all * by, script: work.script * by },
  ...{ style: work.style * by, layout: work.layout * by },
})

const kb = (size: number): string => size.toFixed(1)
const verdict = (value: number, limit: number): string => `${value <= limit ? '≤' : '>'} ${limit}`
