/** Page: what a step, a frame and an edit cost the browser's main thread, and what is loaded until the opening screen is idle. */
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, type Page, chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { launchOptions } from '../scripts/browser.mjs'
import type { Network } from '../src/engine/network'
import { formatNetwork } from '../src/formats/network'
import { createNetwork } from '../testing/networks'
import { loadedAtOnce } from './bundle'
import {
  countFrames,
  countedBy,
  playing,
  printCommits,
  scrubbing,
  toRow,
  untilFinished,
} from './frames'
import { printTable } from './measure'
import {
  type Probe,
  type Row,
  type Work,
  createProbe,
  printWork,
  scale,
  twoFrames,
  verdict,
} from './probe'

/** The size of the bounds, and one that is long and wide. */
const usual = { tau: 12, hiddenSize: 8 }
const large = { tau: 1000, hiddenSize: 64 }
const symbols = [...'abcdefgh']

const stepLimitMs = 8
const editLimitMs = 16
const frameLimitMs = 8
/** Of a large network, script alone. */
const largeFrameLimitMs = 16
const idleLimitKb = 220
const atOnceLimitKb = 130

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
    // Nothing runs in this page but its own.
    const alone = await openPage(browser)
    await loading(alone.page, address)
    await openNetwork(alone.page, usual)
    await steps(alone.page, alone.probe)
    await edits(alone.page, alone.probe)
    await alone.page.close()

    const counted = await openPage(browser)
    await countFrames(counted.page)
    await counted.page.goto(address, { waitUntil: 'networkidle' })
    await openNetwork(counted.page, usual)
    await motions(counted.page, counted.probe)
    await largeNetwork(counted.page, counted.probe)
  } finally {
    await browser.close()
    await server.close()
  }
}

const openPage = async (browser: Browser) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return { page, probe: createProbe(session) }
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

interface Size {
  readonly tau: number
  readonly hiddenSize: number
}

const network = ({ tau, hiddenSize }: Size): Network => ({
  ...createNetwork(1, {
    ...{ inputSize: symbols.length, hiddenSize, outputSize: symbols.length, tau },
    ...{ activation: 'tanh', inputs: 'classes', targets: 1, hasInitialState: false },
  }),
  inputVocabulary: symbols,
  outputVocabulary: symbols,
})

const openNetwork = async (page: Page, size: Size): Promise<void> => {
  await page.getByLabel('Open network file').setInputFiles({
    ...{ name: 'bench.unfold.json', mimeType: 'application/json' },
    buffer: Buffer.from(formatNetwork(network(size))),
  })
  await page.getByRole('button', { name: 'Dismiss' }).click()
}

/** Each step is done so often; what else the machine does makes one of them longer, never shorter. */
const walks = 3

const steps = async (page: Page, probe: Probe): Promise<void> => {
  const slider = page.getByRole('slider', { name: 'Timeline' })
  const press = (key: string) => () => page.keyboard.press(key)
  const through = async (act: () => Promise<unknown>) => {
    await slider.press('Home')
    await twoFrames(page)
    const works: Work[] = []
    for (let k = await countOf(page); k > 0; k--) works.push(await probe(act))
    return works
  }
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const rows: Row[] = [
    { what: 'a key that does nothing', walks: [await through(press('Shift'))], limit: null },
  ]
  for (const size of ['Time step', 'Contribution', 'Variable']) {
    await page.getByRole('radio', { name: size }).check()
    const done: Work[][] = []
    while (done.length < walks) done.push(await through(press('ArrowRight')))
    rows.push({ what: `a step: ${size.toLowerCase()}`, walks: done, limit: stepLimitMs })
  }
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  printWork(`Main thread, ${nameOf(usual)} (ms)`, rows)
}

const countOf = async (page: Page): Promise<number> =>
  Number(await page.getByRole('slider', { name: 'Timeline' }).getAttribute('aria-valuemax'))

const motions = async (page: Page, probe: Probe): Promise<void> => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.getByRole('radio', { name: 'Variable' }).check()
  const count = await countOf(page)
  const { works, frames } = await inMotion(page, probe, count)
  const played = await playing(page, probe, '8×', count)
  const scrubbed = await scrubbing(page, probe)
  const mean = frames.reduce((a, b) => a + b, 0) / frames.length
  printWork(`Frames, ${nameOf(usual)} (ms)`, [
    { what: 'a step with its motion, 4×', walks: [works], limit: null },
    {
      what: `a frame of a motion (${mean.toFixed(1)} a step)`,
      walks: [works.map((work, i) => scale(work, 1 / frames[i]!))],
      limit: frameLimitMs,
    },
    {
      // With all frames of its motion and of its rest, each of which has a bound of its own.
      what: `playing at 8×, mean of a step and its ${(played.frames / count).toFixed(1)} frames`,
      walks: [[scale(played.work, 1 / count)]],
      limit: null,
    },
    toRow('playing at 8×', played, frameLimitMs),
    toRow('scrubbing', scrubbed, frameLimitMs),
  ])
  const slow = await playing(page, probe, '1×', 4)
  printCommits({ 'playing at 1×': slow, 'playing at 8×': played })
}

const nameOf = ({ tau, hiddenSize }: Size): string =>
  `τ = ${tau}, n_h = ${hiddenSize}, ${symbols.length} symbols`

/** How a long and wide network is opened, stepped through, played and scrubbed. */
const largeNetwork = async (page: Page, probe: Probe): Promise<void> => {
  const opening = await probe(() => openNetwork(page, large))
  const slider = page.getByRole('slider', { name: 'Timeline' })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await slider.press('Home')
  const works: Work[] = []
  for (let i = 0; i < 40; i++) works.push(await probe(() => page.keyboard.press('ArrowRight')))
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  const [at1, at8] = [await playing(page, probe, '1×', 4), await playing(page, probe, '8×', 60)]
  const scrubbed = await scrubbing(page, probe)
  printWork(`Main thread, ${nameOf(large)} (ms)`, [
    { what: 'opening the file', walks: [[opening]], limit: null },
    { what: 'a step: variable', walks: [works], limit: null },
    toRow('playing at 1×', at1, largeFrameLimitMs, true),
    toRow('playing at 8×', at8, largeFrameLimitMs, true),
    toRow('scrubbing', scrubbed, largeFrameLimitMs, true),
  ])
  printCommits({ 'playing at 1×': at1 })
}

const inMotion = async (page: Page, probe: Probe, count: number) => {
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4×')
  await page.getByRole('slider', { name: 'Timeline' }).press('Home')
  const [works, frames]: [Work[], number[]] = [[], []]
  for (let k = 1; k <= count; k++) {
    const before = (await countedBy(page)).frames
    works.push(
      await probe(async () => {
        await page.keyboard.press('ArrowRight')
        await untilFinished(page, k)
      }),
    )
    frames.push((await countedBy(page)).frames - before)
  }
  return { works, frames }
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
      rows.push({ what: `${what}, ${where}`, walks: [works], limit: editLimitMs })
    }
  printWork(`An edit: a letter typed, ${nameOf(usual)} (ms)`, rows)
}

const kb = (size: number): string => size.toFixed(1)
