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

test('the built page carries a policy that allows no inline script or style', async ({ page }) => {
  await page.goto('./')
  const policy = page.locator('head > meta[http-equiv="Content-Security-Policy"]')
  const content = (await policy.getAttribute('content')) ?? ''
  expect(content).toContain("default-src 'self'")
  expect(content).toContain("script-src 'self'")
  expect(content).toContain("style-src 'self'")
  expect(content).not.toContain('unsafe')
})
