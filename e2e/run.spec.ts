/** Run: files go in, numbers come out: the numbers that PyTorch computed. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Expectation, readReferences, disagreement } from '../testing/reference'
import { type App, type NetworkFile, expect, test } from './app'

/** The largest disagreement of two documents; without bound where their keys or shapes differ. */
const largestDisagreement = (a: unknown, b: unknown): number => {
  if (typeof a === 'number' && typeof b === 'number') return disagreement(a, b)
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return Infinity
  if (Array.isArray(a) !== Array.isArray(b)) return Infinity
  const [mine, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(mine)
  if (keys.toSorted().join() !== Object.keys(other).toSorted().join()) return Infinity
  return Math.max(0, ...keys.map((key) => largestDisagreement(mine[key], other[key])))
}

test('the comparison can fail', () => {
  const [{ expected }] = readReferences as [(typeof readReferences)[0]]
  const { W } = expected.gradients as { W: readonly (readonly number[])[] }
  const gradients = { ...expected.gradients, W: [[W[0]![0]! + 1e-8], ...W.slice(1)] }
  expect(largestDisagreement(expected, expected)).toBe(0)
  expect(largestDisagreement({ ...expected, gradients }, expected)).toBeGreaterThan(1e-9)
  expect(largestDisagreement({ ...expected, steps: [] }, expected)).toBe(Infinity)
})

test('the downloaded trace of every reference agrees with PyTorch', async ({ stillApp: app }) => {
  for (const { name, text, expected } of readReferences) {
    await app.opened(text)
    const trace = await app.download('Download trace')
    const { loss, steps, gradients } = JSON.parse(trace) as Expectation
    expect(largestDisagreement({ loss, steps, gradients }, expected), name).toBeLessThanOrEqual(
      1e-9,
    )
  }
})

test('a saved network, reopened, is saved as the same text', async ({ stillApp: app }) => {
  for (const [i, { text }] of readReferences.entries()) {
    await app.opened(text)
    const saved = await (i === 0 ? app.download('Save network') : app.networkText())
    expect(JSON.parse(saved)).toEqual(JSON.parse(text))
    await app.field('Input').fill('between')
    expect(await app.networkText()).not.toBe(saved)
    await app.opened(saved)
    expect(await app.networkText()).toBe(saved)
  }
})

/** As the browser does for a file from the desktop. */
const drop = async ({ page }: App, text: string) => {
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer()
    data.items.add(new File([content], 'dropped.unfold.json', { type: 'application/json' }))
    return data
  }, text)
  const target = page.locator('body')
  // As long as something is held over the page, it is told so again and again.
  await expect(async () => {
    await target.dispatchEvent('dragover', { dataTransfer: transfer })
    await expect(page.getByText('Drop a network file to open it')).toBeVisible({ timeout: 200 })
  }).toPass()
  await target.dispatchEvent('drop', { dataTransfer: transfer })
}

test('a file dropped on the page is opened', async ({ app }) => {
  const [{ text }] = readReferences as [(typeof readReferences)[0]]
  await drop(app, text)
  await expect(app.page.getByRole('status').first()).toContainText('Opened')
  await expect(app.page.getByText('Drop a network file to open it')).toBeHidden()
  expect(JSON.parse(await app.networkText())).toEqual(JSON.parse(text))
})

test('each example of the file menu opens the file of the same network', async ({ app }) => {
  const folder = join(import.meta.dirname, '..', 'examples')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const names = await (await app.fileMenu()).allTextContents()
  expect(names.slice(0, 3)).toEqual(['Open network…', 'Save network', 'Download trace'])
  const examples = names.slice(3)
  await app.button('File').click()
  const opened: NetworkFile[] = []
  for (const example of examples) {
    await app.button('File').click()
    await app.button(example).click()
    const status = app.page.getByRole('status').first()
    await expect(status).toContainText('Opened')
    // The sign of a step without a target is explained where there is one.
    const hasGaps = (await app.field('Target').inputValue()).includes('∅')
    expect((await status.innerText()).includes('∅')).toBe(hasGaps)
    opened.push(await app.network())
  }
  const sorted = (networks: readonly unknown[]) => networks.map((n) => JSON.stringify(n)).toSorted()
  expect(sorted(opened)).toEqual(sorted(files.map((text) => JSON.parse(text) as unknown)))
})
