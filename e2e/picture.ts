/** Picture: everything that the page shows of a run, as lines of text that can be compared. */
import { type Page, expect } from '@playwright/test'

/** What the page shows at one playhead. */
export interface Stop {
  /** As the timeline says them: finished steps, all steps, the sentence. */
  readonly finished: number
  readonly all: number
  readonly sentence: string
  /** A line for each element of the drawings; the texts of inspector and transport. */
  readonly picture: readonly string[]
}

/** What the page shows, once all parts of it that load late are there. */
export const stopAt = async (page: Page): Promise<Stop> => {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  return (await stopsAlong(page, []))[0]!
}

/**
 * What it shows now and after each of some keys, pressed on the page itself. Made for runs that
 * take no time, where less motion is asked for: nothing is waited for but React.
 */
export const stopsAlong = (page: Page, keys: readonly string[]): Promise<readonly Stop[]> =>
  page.evaluate(async (pressed) => {
    const ownText = (element: Element) =>
      [...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent)
        .join('')

    // That something is being dragged is no part of the picture.
    const classesOf = (value: string) =>
      value.split(/\s+/).filter((name) => name !== '' && name !== 'dragged')

    const toLines = (element: Element, depth: number): string[] => {
      // What hairlines are drawn with comes late, and is nothing as long as there are none.
      if (element.matches('.hairlines') && !element.querySelector('path')) return []
      // What is prepared is hidden.
      if (element.matches('.empty > .cells')) return []
      const text = ownText(element)
      const attributes = [...element.attributes]
        // Which element the Tab key reaches is no part of the picture; nor is the ink of no text.
        .filter(({ name }) => name !== 'tabindex' && (name !== 'style' || text !== ''))
        .map(({ name, value }) => ({
          name,
          value: name === 'class' ? classesOf(value).toSorted().join(' ') : value,
        }))
        .filter(({ name, value }) => name !== 'class' || value !== '')
        .map(({ name, value }) => `${name}="${value}"`)
        .toSorted()
      const line = [' '.repeat(depth) + element.tagName, ...attributes, text].join(' ')
      return [line, ...[...element.children].flatMap((child) => toLines(child, depth + 1))]
    }

    const readStop = () => {
      const slider = document.querySelector('[role=slider]')!
      const lines = toLines(document.querySelector('main')!, 0)
      for (const region of document.querySelectorAll('aside, section[aria-label]')) {
        lines.push(`${region.getAttribute('aria-label')}: ${region.textContent}`)
        for (const cell of region.querySelectorAll('[style]:not([style=""]), [fill]'))
          lines.push(`${cell.getAttribute('style')} ${cell.getAttribute('fill')}`)
      }
      return {
        finished: Number(slider.getAttribute('aria-valuenow')),
        all: Number(slider.getAttribute('aria-valuemax')),
        sentence: slider.getAttribute('aria-valuetext') ?? '',
        picture: lines,
      }
    }

    const stops = [readStop()]
    for (const key of pressed) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
      document.body.dispatchEvent(event)
      await new Promise((resolve) => setTimeout(resolve))
      stops.push(readStop())
    }
    return stops
  }, keys)

/** As toEqual, but says only where the two part. */
export const expectSameStop = (found: Stop, expected: Stop, way: string): void => {
  const { picture, ...position } = found
  const { picture: known, ...knownPosition } = expected
  expect(position, way).toEqual(knownPosition)
  const i = known.findIndex((line, k) => line !== picture[k])
  expect(picture[i], `${way} to ${found.finished}, line ${i} of the picture`).toBe(known[i])
  expect(picture.length, `${way} to ${found.finished}, lines of the picture`).toBe(known.length)
}
