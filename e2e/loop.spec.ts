/** Loop: the folded graph and its copies: hairlines, unfolding and folding, what a state depends on. */
import { type App, expect, test } from './app'

const foldedParameter = ({ page }: App, key: string) =>
  page
    .getByRole('group', { name: 'Folded graph' })
    .getByRole('button', { name: new RegExp(`^${key}:`) })

const hairlines = ({ page }: App) => page.locator('.hairlines path')

test('a parameter that is pointed at is joined with its use at every step', async ({ app }) => {
  const { page } = app
  await foldedParameter(app, 'U').hover()
  await expect(hairlines(app)).toHaveCount(4)
  // From the original to the letter beside each arrow.
  const ends = await hairlines(app).evaluateAll((paths) =>
    paths.map((path) => {
      const line = path as SVGPathElement
      const origin = line.ownerSVGElement!.getBoundingClientRect()
      const { x, y } = line.getPointAtLength(line.getTotalLength())
      return [x + origin.left, y + origin.top]
    }),
  )
  const letters = await page.locator('.unfolded text.parameter').evaluateAll((elements) =>
    elements
      .filter(({ textContent }) => textContent === 'U')
      .map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect()
        return [left + width / 2, top + height / 2]
      }),
  )
  for (const [i, [x, y]] of letters.entries()) {
    expect(ends[i]![0]).toBeCloseTo(x!, 0)
    expect(ends[i]![1]).toBeCloseTo(y!, 0)
  }
  await page.mouse.move(2, 2)
  await expect(hairlines(app)).toHaveCount(0)
})

test('pointing at one use joins all, and a selection keeps them joined', async ({ app }) => {
  const { page } = app
  await page.locator('.unfolded text.parameter', { hasText: 'W' }).nth(1).hover()
  await expect(hairlines(app)).toHaveCount(4)
  await expect(page.locator('.unfolded .way.forward.joined')).toHaveCount(4)
  await page.mouse.move(2, 2)
  await expect(page.locator('.joined')).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Go to variable' }).fill('V')
  await page.keyboard.press('Enter')
  await expect(hairlines(app)).toHaveCount(4)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(hairlines(app)).toHaveCount(0)
})
