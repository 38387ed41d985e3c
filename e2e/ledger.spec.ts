/** Ledger: what each step adds to a shared parameter, the sum so far, and the product behind one entry. */
import { type App, expect, test } from './app'
import { violationsOf } from './violationsOf'

const numbersOf = (texts: readonly string[]): readonly number[] =>
  texts.map((text) => Number(text.trim().replaceAll('−', '-')))

const share = ({ inspector }: App, parameter: string, t: number) =>
  inspector.getByRole('button', { name: `What step ${t} adds to ∇${parameter}` })

test('the sum grows from the last step back, and says how much of it there is', async ({
  stillApp: app,
}) => {
  const { inspector, stepUntil } = app
  await stepUntil('∇h(3)')
  await expect(share(app, 'V', 4)).toBeEnabled()
  await expect(share(app, 'V', 1)).toBeDisabled()
  await expect(share(app, 'V', 1)).toHaveAccessibleName(/not computed yet/)
  await expect(inspector.getByRole('img', { name: /^∇W, the sum so far: 1 of 4$/ })).toBeVisible()
  await app.button('To end').click()
  await expect(inspector.getByRole('img', { name: '∇W, the sum of all steps' })).toBeVisible()
})

test('an entry opens to its outer product, which is that of the trace', async ({
  stillApp: app,
}) => {
  const { inspector, traceText } = app
  await app.button('To end').click()
  await share(app, 'W', 3).click()
  const trace = JSON.parse(await traceText()) as {
    steps: readonly { h: readonly number[]; gradients: { a: readonly number[] } }[]
  }
  const table = inspector.getByRole('table', { name: 'Outer product' })
  const [u, v] = [trace.steps[2]!.gradients.a, trace.steps[1]!.h]
  const rows = table.locator('tbody tr')
  await expect(rows).toHaveCount(u.length)
  for (const [i, left] of u.entries()) {
    const shown = numbersOf(await rows.nth(i).locator('td').allTextContents())
    v.forEach((top, j) => expect(Math.abs(shown[j]! - left * top)).toBeLessThan(0.0051))
  }
  await expect(inspector.getByText('As if step 3 had a copy of W of its own')).toBeVisible()

  // That step's copy alone is moved, by any entry that is asked for.
  await table.getByRole('button', { name: /∇W\[0\]\[1\]$|W\[0\]\[1\]$/ }).click()
  const detail = inspector.getByRole('region', { name: 'What step 3 adds to ∇W' })
  await expect(detail.getByRole('button', { name: /\[0\]\[1\]/, pressed: true })).toBeVisible()
  await expect(detail.getByText('The two agree')).toBeVisible()

  expect(await violationsOf(app.page)).toEqual([])
  await inspector.getByRole('button', { name: 'Close the entry' }).click()
  await expect(table).toHaveCount(0)
})
