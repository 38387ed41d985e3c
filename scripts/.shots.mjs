import { chromium } from '@playwright/test'
import { preview } from 'vite'
const server = await preview({ preview: { port: 4377, strictPort: true }, logLevel: 'silent' })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  chromiumSandbox: false,
})
const [w, h, theme, lang, ...what] = process.argv.slice(2)
const page = await browser.newPage({
  viewport: { width: +w, height: +h },
  colorScheme: theme,
  locale: lang === 'zh' ? 'zh-CN' : 'en-US',
})
page.on('console', (m) => console.log(m.type(), m.text()))
page.on('pageerror', (e) => console.log(e.stack))
await page.goto('http://localhost:4377/')
await page.waitForTimeout(500)
for (const item of what) {
  const [pattern, feedback, key, n] = item.split(':')
  await page.getByRole('radio', { name: pattern }).check({ force: true })
  if (feedback)
    await page.getByRole('combobox', { name: /^Feedback|反馈内容/ }).selectOption(feedback)
  const s = page.getByRole('slider').first()
  await s.press('Home')
  if (key === 'End') {
    await s.press('End')
    for (let i = 0; i < +n; i++) await s.press('ArrowLeft')
  }
  await page.waitForTimeout(300)
  await page.screenshot({
    path: `/tmp/look/${(pattern + '-' + feedback).replace(/ /g, '')}-${w}-${theme}-${lang}.png`,
  })
}
await browser.close()
await server.close()
process.exit(0)
