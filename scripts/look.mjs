/** Look: serves the built site and takes pictures of it in many states, for judging by eye. Usage: npm run look -- FOLDER [filter] */
import { mkdirSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { preview } from 'vite'
import { launchOptions } from './browser.mjs'

const [folder = '.results/look', filter = ''] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })

const sizes = { wide: [1440, 900], projector: [1920, 1080], phone: [390, 844] }
const states = {
  rest: async () => {},
  forward: (page) => steps(page, 12),
  motion: async (page) => {
    await steps(page, 7)
    await page.getByRole('button', { name: /Step forward|前进一步/ }).click()
    await page.waitForTimeout(180)
  },
  backward: (page) => steps(page, 39),
  share: (page) => steps(page, 40),
  end: (page) => page.getByRole('slider').press('End'),
}

const steps = async (page, n) => {
  const slider = page.getByRole('slider')
  for (let i = 0; i < n; i++) await slider.press('ArrowRight')
  await page.waitForTimeout(500)
}

const server = await preview({ preview: { port: 4330, strictPort: true }, logLevel: 'silent' })
const browser = await chromium.launch(launchOptions())
for (const [size, [width, height]] of Object.entries(sizes))
  for (const theme of ['light', 'dark'])
    for (const language of ['en', 'zh'])
      for (const [state, reach] of Object.entries(states)) {
        const name = `${size}-${theme}-${language}-${state}`
        if (!new RegExp(filter).test(name)) continue
        const page = await browser.newPage({
          viewport: { width, height },
          colorScheme: theme,
          locale: language === 'en' ? 'en-US' : 'zh-CN',
        })
        page.on('console', (message) => console.log(`${name}: ${message.type()} ${message.text()}`))
        page.on('pageerror', (error) => console.log(`${name}: ${error.stack}`))
        await page.goto('http://localhost:4330/')
        await page.waitForTimeout(400)
        await reach(page)
        await page.screenshot({ path: `${folder}/${name}.png` })
        await page.close()
      }
await browser.close()
await server.close()
process.exit(0)
