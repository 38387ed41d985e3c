/** Browser: finds a Chromium on this machine, installs one if there is none, and says how to launch it. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

/** Launch options for Playwright. Throws with a sentence to act on if there is no browser. */
export const launchOptions = () => {
  const found = findBrowser()
  if (!found) throw new Error(`No Chromium was found. ${advice}`)
  return {
    // Playwright's own build needs no path, and runs its headless shell, too.
    ...(found.own ? {} : { executablePath: found.path }),
    // The tests load this project's own page from this machine. The sandbox cannot start for root
    // and in many containers, so it stays off (Playwright's default, said here to be seen).
    chromiumSandbox: false,
    args: [
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Letters stand where they do in a window: not at whole pixels.
      '--font-render-hinting=none',
      // Of several such lists the last counts.
      `--disable-features=${[...offByPlaywright, ...addressBar].join()}`,
    ],
  }
}

/** What Playwright switches off where it is not told another list. */
const offByPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
]

/** Two pages that a whole browser prepares under the address bar of each new window: nobody types there. */
const addressBar = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

/** CHROMIUM_PATH, else Playwright's own build, else a browser of the system; undefined if none. */
export const findBrowser = () => {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH names ${chosen}, which does not exist.`)
    return { path: chosen, own: false }
  }
  if (existsSync(chromium.executablePath())) return { path: chromium.executablePath(), own: true }
  const path = ofTheSystem().find((candidate) => existsSync(candidate))
  return path ? { path, own: false } : undefined
}

/** Makes sure that there is a browser, trying each way in turn; throws if none works. */
export const installBrowser = () => {
  for (const attempt of [() => {}, downloadOwn, installDebian]) {
    attempt()
    const found = findBrowser()
    if (found) return found
  }
  throw new Error(`No Chromium could be found or installed. ${advice}`)
}

const advice =
  'Install Chromium or Google Chrome (Debian, Ubuntu: apt-get install chromium; or: npx playwright install --with-deps chromium), or set CHROMIUM_PATH to its program file.'

const ofTheSystem = () => {
  const names = [
    // Without a window: it starts sooner and takes an eighth less of the processor than a whole browser.
    headlessShell,
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome.exe',
    'msedge.exe',
  ]
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  const onMac = ['Google Chrome', 'Chromium'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  )
  const onWindows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable]
    return folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : []
  })
  return [...onPath, ...onMac, ...onWindows]
}

const headlessShell = 'chromium-headless-shell'

const downloadOwn = () => {
  console.log('No Chromium found: asking Playwright to download its own.')
  const cli = join(import.meta.dirname, '..', 'node_modules', '@playwright', 'test', 'cli.js')
  const { status } = run(process.execPath, [cli, 'install', 'chromium'])
  // Its libraries only once it is there: where the download is blocked they would be in vain.
  if (status === 0 && isDebianRoot()) run(process.execPath, [cli, 'install-deps', 'chromium'])
}

const installDebian = () => {
  if (!isDebianRoot()) return
  run('apt-get', ['update', '-qq'])
  // The second is in every release.
  for (const name of [headlessShell, 'chromium']) {
    console.log(`Installing the package ${name}.`)
    const { status } = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name])
    if (status === 0) return
  }
}

const isDebianRoot = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

const run = (command, parameters) =>
  spawnSync(command, parameters, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
