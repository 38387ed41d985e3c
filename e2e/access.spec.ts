/** Access: names and roles that scripts and screen readers rely on; every key; both languages, both themes. */
import { AxeBuilder } from '@axe-core/playwright'
import { zh } from '../src/i18n/zh'
import { type App, createApp, expect, test } from './app'

const sheets: Readonly<Record<string, (app: App) => Promise<unknown>>> = {
  start: async () => {},
  'mid-backward': ({ page }) => page.keyboard.press('End').then(() => backTo(page, 12)),
  'file menu open': ({ page }) => page.locator('[popovertarget]').first().click(),
  'error shown': ({ page, alert }) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
      .then(() => expect(alert).not.toBeEmpty()),
  'keys shown': ({ page }) => page.keyboard.press('Shift+Slash'),
}
