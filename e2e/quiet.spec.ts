/** Quiet: a whole session without a warning, an error, a breach of the policy or a request to anybody else. */
import { readReferences } from '../testing/reference'
import { createApp, expect, test } from './app'

test('a whole session is quiet', async ({ page, baseURL }) => {
  const noise: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) noise.push(message.text())
  })
  page.on('pageerror', (error) => noise.push(String(error.stack)))
  page.on('requestfailed', (request) => noise.push(`failed: ${request.url()}`))
  page.on('response', (response) => {
    if (response.status() >= 400) noise.push(`${response.status()} ${response.url()}`)
  })
  page.on('request', (request) => {
    const { protocol } = new URL(request.url())
    const isOwn = request.url().startsWith(String(baseURL)) || ['blob:', 'data:'].includes(protocol)
    if (!isOwn) noise.push(`foreign: ${request.url()}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      // The console is listened to.
      console.error(`policy: ${violatedDirective} ${blockedURI}`)
    })
  })

  const app = createApp(page)
  await app.open()
  const { button, field, timeline } = app
  await app.speed.selectOption('8×')
  await button('Play').click()
  await app.expectAtLeast(8)
  await button('Pause').click()
  for (const grain of ['Time step', 'Contribution', 'Variable'] as const) {
    await app.grain(grain).check()
    await button('Step forward').click()
    await button('Step back').click()
  }
  const { x, y, width, height } = (await timeline.boundingBox())!
  await page.mouse.move(x + 10, y + height / 2)
  await page.mouse.down()
  for (const part of [0.2, 0.5, 0.8]) await page.mouse.move(x + width * part, y + height * 0.85)
  await page.mouse.up()

  await field('Input').fill('a👨‍👩‍👧‍👦今')
  await field('Target').fill('∅今a')
  await field('Input').fill('')
  await field('Input').fill('h'.repeat(60))
  await timeline.press('End')
  await field('Input').fill('hello')
  for (const size of ['64', '1', '0', '4']) await app.hidden.fill(size)
  for (const name of ['relu', 'identity', 'sigmoid'])
    await app.activation.selectOption({ label: name })
  await button('New weights').click()
  await button('Undo').click()
  await button('Redo').click()

  await app.openFile('{"format": 1')
  await button('Dismiss').click()
  await app.opened(readReferences[0]!.text)
  await app.traceText()
  const examples = (await (await app.fileMenu()).allTextContents()).slice(3)
  await button('File').click()
  for (const example of examples) {
    await button('File').click()
    await button(example).click()
    await timeline.press('End')
    await app.variable('h(1)').focus()
    await page.keyboard.press('Enter')
  }
  await button('Theme').click()
  await app.language.selectOption('简体中文')
  const slider = page.getByRole('slider')
  for (let i = 0; i < 3; i++) await slider.press('ArrowLeft')
  await slider.press('Shift+Slash')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  for (const size of [
    { width: 390, height: 844 },
    { width: 1920, height: 1080 },
  ]) {
    await page.setViewportSize(size)
    await slider.press('Home')
    await slider.press('ArrowRight')
  }
  await page.evaluate(() => document.fonts.ready)
  expect(noise).toEqual([])
})

test('the listeners of the session would hear a breach', async ({ page }) => {
  const noise: string[] = []
  page.on('console', (message) => noise.push(message.text()))
  await createApp(page).open()
  await page.evaluate(() => {
    const style = document.createElement('style')
    style.textContent = 'body { color: red }'
    document.head.append(style)
    const script = document.createElement('script')
    script.textContent = 'window.breached = true'
    document.head.append(script)
  })
  await expect.poll(() => noise.length).toBeGreaterThanOrEqual(2)
  expect(await page.evaluate(() => 'breached' in window)).toBe(false)
})

test('the policy allows nothing unsafe, and the page as served has no style or script in it', async ({
  page,
  request,
}) => {
  await page.goto('./')
  const policy = page.locator('head > meta[http-equiv="Content-Security-Policy"]')
  const content = (await policy.getAttribute('content')) ?? ''
  for (const directive of ["default-src 'self'", "script-src 'self'", "style-src 'self'"])
    expect(content).toContain(directive)
  expect(content).not.toMatch(/unsafe|\*|https?:/)

  const html = await (await request.get('./')).text()
  expect(html).toContain('<script')
  expect(html).not.toMatch(/\sstyle\s*=|<style|\son\w+\s*=|javascript:/i)
  for (const [, attributes, body] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
    expect(attributes).toMatch(/\bsrc="\.\//)
    expect(body).toBe('')
  }
  // Addresses are relative, so that any folder of any server will do.
  expect(html).not.toMatch(/(?:src|href)="\//)
})
