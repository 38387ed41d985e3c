/** Wear: puts the page into a theme where it stands; what is open stays open. */
import type { Page } from '@playwright/test'

/** The button may wait among the settings. */
export const wear = (page: Page, theme: 'light' | 'dark'): Promise<void> =>
  page.evaluate((wanted) => {
    const { dataset } = document.documentElement
    if (dataset.theme === wanted) return
    document
      .querySelector<HTMLElement>('button[aria-label=Theme], button[aria-label=主题]')!
      .click()
    if (dataset.theme !== wanted) throw new Error(`The page is not ${wanted}.`)
  }, theme)
