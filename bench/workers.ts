/** Workers: the longest task of the main thread while a worker computes: checking every gradient, the sliders of the reach, samples that end. */
import { join } from 'node:path'
import { type Page, chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { launchOptions } from '../scripts/browser.mjs'
import { formatNetwork } from '../src/formats/network'
import { createNetwork } from '../testing/networks'
import { printTable } from './measure'
import { verdict } from './probe'

/** What a browser calls a long task. */
const limitMs = 50

export const bench = async (): Promise<void> => {
  const outDir = join(process.cwd(), '.bench', 'workers')
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const server = await preview({
    logLevel: 'silent',
    build: { outDir },
    preview: { port: 4332, host: '127.0.0.1' },
  })
  const browser = await chromium.launch(launchOptions())
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(server.resolvedUrls!.local[0]!, { waitUntil: 'networkidle' })
    const rows: [string, number][] = [
      ['every gradient checked, τ = 20, n_h = 16', await checkingAll(page)],
      ['W scaled in the reach, τ = 200, n_h = 32, 20 moves', await scaling(page)],
      ['1,000 sequences that end, n_h = 64', await ending(page)],
    ]
    printTable('The longest task of the main thread while a worker computes (ms)', [
      ['', 'ms', 'bound'],
      ...rows.map(([what, ms]) => [what, ms.toFixed(0), verdict(ms, limitMs)]),
    ])
  } finally {
    await browser.close()
    await server.close()
  }
}

const open = async (page: Page, hiddenSize: number, tau: number): Promise<void> => {
  const network = createNetwork(1, {
    ...{ inputSize: 8, hiddenSize, outputSize: 8, tau, activation: 'tanh' },
    ...{ inputs: 'classes', targets: 1, hasInitialState: true },
  })
  await page.getByLabel('Open network file').setInputFiles({
    ...{ name: 'bench.unfold.json', mimeType: 'application/json' },
    buffer: Buffer.from(formatNetwork(network)),
  })
  await page.getByRole('button', { name: 'Dismiss' }).click()
}

/** The longest task while something is done; 0 where none is as long as a browser reports. */
const longestIn = async (page: Page, act: () => Promise<unknown>): Promise<number> => {
  await page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(globalThis, { tasks })
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask' })
  })
  await act()
  // What is reported is reported after the task.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
  return page.evaluate(() => Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks))
}

const checkingAll = async (page: Page): Promise<number> => {
  await open(page, 16, 20)
  // The dialog comes in a chunk of its own, and is there when it is opened again.
  const dialog = page.getByRole('dialog', { name: 'Every gradient, checked' })
  const check = async () => {
    await page.getByRole('button', { name: 'Check every gradient…' }).click()
    await dialog.getByRole('status').getByText('agree').waitFor()
  }
  await check()
  await dialog.getByRole('button', { name: 'Close' }).click()
  const longest = await longestIn(page, check)
  await dialog.getByRole('button', { name: 'Close' }).click()
  return longest
}

const scaling = async (page: Page): Promise<number> => {
  await open(page, 32, 200)
  await page.getByRole('radio', { name: 'Reach of a gradient' }).check()
  await page.getByRole('grid').waitFor()
  const slider = page.getByRole('slider', { name: 'Scale of W' })
  return longestIn(page, async () => {
    for (let i = 0; i < 20; i++) {
      await slider.press('ArrowRight')
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    }
    await page.locator('.reach[aria-busy=false]').waitFor()
  })
}

const ending = async (page: Page): Promise<number> => {
  await open(page, 64, 4)
  await page.getByRole('radio', { name: 'Graphical model' }).check()
  const endings = page.getByRole('region', { name: 'Three ways to end' })
  const whole = endings.getByText('1,000 of 1,000 samples')
  await whole.waitFor({ timeout: 120_000 })
  return longestIn(page, async () => {
    await endings.getByRole('radio', { name: 'Length first' }).check()
    await whole.waitFor({ timeout: 120_000 })
  })
}
