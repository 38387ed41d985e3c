/** App: the page as a user meets it; everything is found by role and accessible name. */
import { readFile } from 'node:fs/promises'
import { type Locator, type Page, test as base, expect } from '@playwright/test'
import type { Notation } from '../src/notation/notations'

export interface NetworkFile {
  readonly title?: string
  readonly architecture: Readonly<Record<'inputSize' | 'hiddenSize' | 'outputSize', number>> & {
    readonly activation: string
  }
  readonly inputVocabulary?: readonly string[]
  readonly outputVocabulary?: readonly string[]
  readonly parameters: Readonly<Record<'U' | 'W' | 'V', readonly (readonly number[])[]>> &
    Readonly<Record<'b' | 'c', readonly number[]>>
  readonly sequence: {
    readonly inputs: readonly (number | readonly number[])[]
    readonly targets: readonly (number | null)[]
  }
}

/** Where the slider says that the run stands. */
export interface Position {
  readonly finished: number
  readonly all: number
  readonly sentence: string
}

export const createApp = (page: Page) => {
  const graph = page.getByRole('group', { name: 'Unfolded graph' })
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  const timeline = page.getByRole('slider', { name: 'Timeline' })
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true })

  const open = async () => {
    await page.goto('./')
    // The formulas come in a chunk of their own. Asked by a selector: to look for a role takes long, while the page is at its busiest.
    await page.waitForFunction(() => document.querySelector('aside .katex')?.checkVisibility())
  }

  /** Chooses an entry of the popover that the button "File" opens; gives back the file that it saves. */
  const download = async (entry: string): Promise<string> => {
    await button('File').click()
    const [saved] = await Promise.all([page.waitForEvent('download'), button(entry).click()])
    return readFile(await saved.path(), 'utf8')
  }

  /** What is typed counts once it has been seen. */
  const settled = () =>
    page.evaluate(
      () =>
        new Promise<unknown>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        ),
    )

  /** The text that it would save, read in the page: nothing is opened or saved, the focus stays where it is. */
  const textOf = async (entry: string): Promise<string> => {
    await settled()
    return page
      .getByRole('button', { name: entry, exact: true, includeHidden: true })
      .evaluate(async (button) => {
        // News would lie over what is pressed next.
        const isNews = () => document.querySelector('.messages p') !== null
        const wait = async (isThere: boolean) => {
          while (isNews() !== isThere) await new Promise((resolve) => setTimeout(resolve))
        }
        const dismiss = async () => {
          if (isNews()) document.querySelector<HTMLElement>('.messages > .plain')!.click()
          await wait(false)
        }
        await dismiss()
        const own = Object.getOwnPropertyDescriptor(URL, 'createObjectURL')!
        const saved = await new Promise((resolve) => {
          const createObjectURL = (blob: Blob) => {
            resolve(blob)
            return 'blob:'
          }
          Object.assign(URL, { createObjectURL })
          // Hides the one that all elements have.
          Object.assign(HTMLAnchorElement.prototype, { click: () => {} })
          button.dispatchEvent(new MouseEvent('click', { bubbles: true }))
        })
        Object.defineProperty(URL, 'createObjectURL', own)
        Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click')
        await wait(true)
        await dismiss()
        return (saved as Blob).text()
      })
  }

  const openFile = (text: string, name = 'test.unfold.json') =>
    page.getByLabel('Open network file').setInputFiles({
      ...{ name, mimeType: 'application/json', buffer: Buffer.from(text) },
    })

  const expectFinished = (finished: number, timeout = 5_000) =>
    expect(timeline).toHaveAttribute('aria-valuenow', String(finished), { timeout })

  const position = async (): Promise<Position> => {
    const [now, max, sentence] = await timeline.evaluate((slider) =>
      ['valuenow', 'valuemax', 'valuetext'].map((name) => slider.getAttribute(`aria-${name}`)),
    )
    return { finished: Number(now), all: Number(max), sentence: sentence ?? '' }
  }

  return {
    ...{ page, graph, inspector, timeline, button, open, download, openFile, position, settled },
    field: (name: 'Input' | 'Target') => page.getByRole('textbox', { name, exact: true }),
    hidden: page.getByRole('spinbutton', { name: 'Hidden units' }),
    seed: page.getByRole('spinbutton', { name: 'Seed' }),
    activation: page.getByRole('combobox', { name: 'Activation' }),
    speed: page.getByRole('combobox', { name: 'Speed' }),
    language: page.getByRole('combobox', { name: 'Language' }),
    alert: page.getByRole('alert'),
    /** `h(3)`, `L`: the element whose name starts so. */
    variable: (key: string) =>
      graph.getByLabel(
        new RegExp(`^${key.replace('yhat', 'y\u0302').replace(/[()]/g, '\\$&')}(?![(\\d])`),
      ),
    grain: (name: Grain) =>
      page.getByRole('radiogroup', { name: 'Step size' }).getByRole('radio', { name }),
    networkText: () => textOf('Save network'),
    network: async () => JSON.parse(await textOf('Save network')) as NetworkFile,
    traceText: () => textOf('Download trace'),
    /** Opens a file that is fine. */
    opened: async (text: string) => {
      await openFile(text)
      await page.waitForFunction(
        () => document.querySelector('.messages > [role=status]')?.textContent.includes('Opened'),
        null,
        { timeout: 15_000 },
      )
      await page.evaluate(async () => {
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
        // The news would lie over what is pressed next.
        document.querySelector<HTMLElement>('.messages > .plain')!.click()
        // Controls that come late change the room, and with it the drawing.
        do await frame()
        while (document.querySelector('nav [aria-busy=true]'))
        await frame()
        await frame()
      })
    },
    /** Opens the file menu, and gives its entries. */
    fileMenu: async (): Promise<Locator> => {
      await button('File').click()
      const menu = page.locator('[popover]').filter({ has: button('Open network…') })
      await expect(menu).toBeVisible()
      return menu.getByRole('button')
    },
    expectFinished,
    /** For a run that plays on meanwhile. */
    expectAtLeast: (finished: number) =>
      expect
        .poll(async () => (await position()).finished, { timeout: 15_000 })
        .toBeGreaterThanOrEqual(finished),
    /** From the start, one key at a time, until the sentence of the step starts so; made for runs that take no time. */
    stepUntil: async (start: string) => {
      await page.locator('body').press('Home')
      const said = await timeline.evaluate(async (slider, wanted) => {
        const sentence = () => slider.getAttribute('aria-valuetext') ?? ''
        const key = { key: 'ArrowRight', bubbles: true, cancelable: true }
        for (let k = Number(slider.getAttribute('aria-valuemax')); k > 0; k--) {
          if (sentence().startsWith(wanted)) break
          document.body.dispatchEvent(new KeyboardEvent('keydown', key))
          await new Promise((resolve) => setTimeout(resolve))
        }
        return sentence()
      }, start)
      expect(said.startsWith(start), `some step says ${start}`).toBe(true)
    },
    stepForward: () => stepForward(page),
  }
}

/** A step, and, once it moves, a key that does nothing but complete its motion. */
const stepForward = async (page: Page) => {
  await page.keyboard.press('ArrowRight')
  await twoFrames(page)
  await page.keyboard.press('Shift')
}

/**
 * Presses keys on the timeline, all in the page, for a test that only wants to be where they lead:
 * `Shift+ArrowLeft`. Made for runs that take no time.
 */
export const goBy = (page: Page, keys: readonly string[]): Promise<void> =>
  page.evaluate(async (pressed) => {
    const slider = document.querySelector<HTMLElement>('[role=slider]')!
    slider.focus()
    for (const name of pressed) {
      const key = name.replace('Shift+', '')
      const init = { key, shiftKey: key !== name, bubbles: true, cancelable: true }
      slider.dispatchEvent(new KeyboardEvent('keydown', init))
      await new Promise((resolve) => setTimeout(resolve))
    }
  }, keys)

/** What follows a change of the room is drawn. */
export const twoFrames = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve))
      }),
  )

export type App = ReturnType<typeof createApp>
export type Grain = 'Time step' | 'Variable' | 'Contribution'

/** What differs from reader to reader. */
export interface Reader {
  readonly size: readonly [width: number, height: number]
  readonly theme?: 'light' | 'dark'
  readonly language?: 'en' | 'zh'
  readonly notation?: Notation
}

interface Fixtures {
  /** The page, open. */
  readonly app: App
  /** The same where less motion is asked for, so that steps take no time. */
  readonly stillApp: App
  /** Opens it as a reader has it who asks for less motion, all that comes late there; may be called again. */
  readonly visit: (reader: Reader) => Promise<App>
}

/**
 * A test with the page open. A worker's tests load it anew in one and the same tab, which takes a
 * quarter of the work; a test that listens to its page, or prepares it, asks for a `page` of its own.
 */
export const test = base.extend<Fixtures, { readonly tab: Page }>({
  tab: [
    async ({ browser }, provide, { project }) => {
      const { baseURL, locale, viewport } = project.use
      const context = await browser.newContext({
        ...(baseURL && { baseURL }),
        ...(locale && { locale }),
        ...(viewport && { viewport }),
      })
      // What a tab keeps for when it is loaded again is nothing to the next test.
      await context.addInitScript(() => sessionStorage.clear())
      await provide(await context.newPage())
      await context.close()
    },
    { scope: 'worker' },
  ],
  app: async ({ tab }, provide) => {
    await provide(await load(tab, 'no-preference'))
    await forget(tab)
  },
  stillApp: async ({ tab }, provide) => {
    await provide(await load(tab, 'reduce'))
    await forget(tab)
  },
  visit: async ({ tab }, provide) => {
    const before = tab.viewportSize()!
    await provide(async ({ size: [width, height], theme = 'light', ...preferences }) => {
      await tab.setViewportSize({ width, height })
      await tab.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      // A page of the same site that costs nothing: what is stored there is there for the next.
      if (tab.url() === 'about:blank') await tab.goto('./favicon.svg')
      const stored = JSON.stringify(preferences)
      await tab.evaluate((text) => localStorage.setItem('unfold.preferences', text), stored)
      await tab.goto('./')
      await tab.waitForFunction(() => document.querySelector('[role=slider]')?.checkVisibility())
      await tab.evaluate(() => document.fonts.ready)
      return createApp(tab)
    })
    await tab.setViewportSize(before)
    await tab.emulateMedia({ colorScheme: null })
    await forget(tab)
  },
})

const load = async (tab: Page, reducedMotion: 'reduce' | 'no-preference'): Promise<App> => {
  await tab.mouse.move(0, 0)
  await tab.emulateMedia({ reducedMotion })
  const app = createApp(tab)
  await app.open()
  return app
}

/** What the page has stored is nothing to the next test. */
const forget = (tab: Page) => tab.evaluate(() => localStorage.clear())

export { expect }
