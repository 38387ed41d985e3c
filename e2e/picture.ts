/** Picture: everything that the page shows of a run, as lines of text that can be compared. */
import { type Page, expect } from '@playwright/test'

/** A line for each element of the drawings, and the texts of inspector and transport. */
export type Picture = readonly string[]

export const pictureOf = (page: Page): Promise<Picture> =>
  page.evaluate(() => {
    const lines: string[] = []
    const ownText = (element: Element) =>
      [...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent)
        .join('')
    const visit = (element: Element, depth: number) => {
      const text = ownText(element)
      const attributes = [...element.attributes]
        // Which element the Tab key reaches is no part of the picture; nor is the ink of no text.
        .filter(({ name }) => name !== 'tabindex' && (name !== 'style' || text !== ''))
        .map(({ name, value }) => [
          name,
          name === 'class' ? value.split(/\s+/).filter(Boolean).toSorted().join(' ') : value,
        ])
        .filter(([name, value]) => name !== 'class' || value !== '')
        .map(([name, value]) => `${name}="${value}"`)
        .toSorted()
      lines.push([' '.repeat(depth) + element.tagName, ...attributes, text].join(' '))
      for (const child of element.children) visit(child, depth + 1)
    }
    visit(document.querySelector('main')!, 0)
    for (const region of document.querySelectorAll('aside, section[aria-label]')) {
      lines.push(`${region.getAttribute('aria-label')}: ${region.textContent}`)
      for (const cell of region.querySelectorAll('[style], [fill]'))
        lines.push(`${cell.getAttribute('style')} ${cell.getAttribute('fill')}`)
    }
    return lines
  })

/** As toEqual, but says only where the two part. */
export const expectSamePicture = (found: Picture, expected: Picture, where: string): void => {
  const i = [...expected, ''].findIndex((line, k) => line !== (found[k] ?? ''))
  const isSame = found.length === expected.length && (i < 0 || i === expected.length)
  expect(isSame ? '' : `${found[i]}`, `${where}: line ${i} of the picture`).toBe(
    isSame ? '' : `${expected[i]}`,
  )
}
