/** Edges: arrows are reached by keys, say what they carry, and light their terms; by a finger, too. */
import { type App, createApp, expect, test } from './app'

const focused = ({ page }: App) =>
  page.evaluate(() => document.activeElement!.getAttribute('aria-label'))

/** The edges of a variable, one after the other, from the first. */
const walkEdges = async (app: App, key: string): Promise<readonly string[]> => {
  await app.variable(key).focus()
  await app.page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => focused(app)).toMatch(/^Edge /)
  const found: string[] = []
  for (
    let label = await focused(app);
    label && !found.includes(label);
    label = await focused(app)
  ) {
    found.push(label)
    await app.page.keyboard.press('ArrowRight')
  }
  return found
}

test('from a variable keys lead along its edges, which say what they join and carry', async ({
  stillApp: app,
}) => {
  const { page } = app
  await app.variable('h(2)').focus()
  const before = await walkEdges(app, 'h(2)')
  expect(before.every((label) => label.endsWith('nothing has passed yet'))).toBe(true)
  await app.timeline.press('End')
  const edges = await walkEdges(app, 'h(2)')
  const starts = [
    'Edge from a(2) to h(2): carries ',
    'Edge from h(2) to a(3), by W: carries ',
    'Edge from h(2) to o(2), by V: carries ',
    'Edge back from ∇a(3) to ∇h(2), by W: gradient ',
    'Edge back from ∇o(2) to ∇h(2), by V: gradient ',
    'Edge back from ∇h(2) to ∇a(2): gradient ',
  ]
  for (const start of starts)
    expect(
      edges.some((label) => label.startsWith(start)),
      `${start}: ${edges.join(' | ')}`,
    ).toBe(true)
  expect(edges).toHaveLength(starts.length)
  const ofSum = await walkEdges(app, 'a(2)')
  for (const start of ['Edge from b to a(2): carries ', 'Edge back from ∇a(2) to ∇b: gradient '])
    expect(
      ofSum.some((label) => label.startsWith(start)),
      `${start}: ${ofSum.join(' | ')}`,
    ).toBe(true)
  await walkEdges(app, 'h(2)')
  // Back to where it was, and from the last one on.
  await page.keyboard.press('Escape')
  expect(await focused(app)).toMatch(/^h\(2\)/)
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => focused(app)).toBe(edges.at(-1))
})

test('an edge in focus lights its term; Enter selects what it leads to; the language and the notation follow', async ({
  stillApp: app,
}) => {
  const { page, inspector } = app
  await app.timeline.press('End')
  await app.variable('h(2)').click()
  const term = inspector.getByRole('button', { name: 'Term W transposed ∇a(3)' })
  await expect(term).not.toHaveClass(/lit/)
  const edges = await walkEdges(app, 'h(2)')
  await app.variable('h(2)').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => focused(app)).toMatch(/^Edge /)
  const place = edges.findIndex((label) => label.startsWith('Edge back from ∇a(3)'))
  for (let i = 0; i < place; i++) await page.keyboard.press('ArrowDown')
  await expect(term).toHaveClass(/lit/)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  const heading = inspector.getByRole('heading').first()
  await expect(heading).toContainText(/[ao]\(/)
  await expect(inspector.locator('button.symbol.lit')).toHaveCount(1)
  // Escape lets it go, and leaves one on the edge.
  await page.keyboard.press('Escape')
  await expect(page.locator('.box[aria-pressed=true]')).toHaveCount(0)
  expect(await focused(app)).toMatch(/^Edge /)

  await inspector.getByRole('combobox', { name: 'Notation' }).selectOption('joined')
  await app.language.selectOption('简体中文')
  const box = page.locator('.box[data-key="h(2)"]')
  // The words come with the language.
  await expect(box).toHaveAttribute('aria-label', /\p{Script=Han}/u)
  // Also what has been said of arrows before.
  await expect(page.locator('path.near[aria-label^="从"]').first()).toBeAttached()
  await expect(page.locator('path.near[aria-label^="Edge"]')).toHaveCount(0)
  await box.focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => focused(app)).toMatch(/^从 a\(2\) 到 h\(2\) 的边/)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => focused(app)).toMatch(/W h h|W h y/)
})

test('a finger on an arrow lights its term', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...{ hasTouch: true, isMobile: true, viewport: { width: 820, height: 1180 } },
    ...(baseURL && { baseURL, locale: 'en-US', reducedMotion: 'reduce' as const }),
  })
  const app = createApp(await context.newPage())
  await app.page.goto('./')
  await app.button('To end').tap()
  const arrow = app.graph.locator('path.near[data-uses="U"]').first()
  const { x, y } = await arrow.evaluate((path: SVGPathElement) => {
    const { x: px, y: py } = path.getPointAtLength(path.getTotalLength() / 2)
    const point = new DOMPoint(px, py).matrixTransform(path.getScreenCTM()!)
    return { x: point.x, y: point.y }
  })
  await app.page.touchscreen.tap(x, y)
  await expect(app.graph.locator('.way.pointed')).toHaveCount(1)
  await expect(app.page.locator('.symbol.lit').first()).toBeAttached()
  await context.close()
})
