import { defineConfig } from '@playwright/test'
import { launchOptions } from './scripts/browser.mjs'

const port = 4319
// A sub-path, as on most static hosts: an address that starts with / would show.
const baseURL = `http://localhost:${port}/sub/`

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.results/playwright',
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // Machines of others are slow at times: what hangs is found all the same.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // What fails once and then passes is told as flaky, and fails nobody's build.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  use: {
    baseURL,
    trace: 'off',
    locale: 'en-US',
    launchOptions: launchOptions(),
  },
  projects: [{ name: 'desktop', use: { viewport: { width: 1440, height: 900 } } }],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --strictPort --port ${port} --base /sub/`,
    url: baseURL,
    reuseExistingServer: false,
  },
})
