import { expect, test } from '@playwright/test'

test('the built page opens quietly under a sub-path and asks no other server', async ({
  page,
  baseURL,
}) => {
  const noise: string[] = []
  const foreign: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) noise.push(message.text())
  })
  page.on('pageerror', (error) => noise.push(error.message))
  page.on('response', (response) => {
    if (response.status() >= 400) noise.push(`${response.status()} ${response.url()}`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    const isLocal = url.protocol === 'data:' || url.protocol === 'blob:'
    if (!isLocal && !request.url().startsWith(String(baseURL))) foreign.push(request.url())
  })

  await page.goto('./', { waitUntil: 'networkidle' })

  await expect(page).toHaveTitle(/Unfold/)
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(noise).toEqual([])
  expect(foreign).toEqual([])
})
