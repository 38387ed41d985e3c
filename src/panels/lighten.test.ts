// @vitest-environment jsdom
/** Lightening, tested: what is read, its hues and where its scripts stand are what KaTeX made them. */
import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { lighten } from './lighten'

const typeset = (tex: string): HTMLElement => {
  const element = document.createElement('span')
  katex.render(tex, element, { output: 'html', trust: true, strict: false })
  return element
}
const lightened = (tex: string): HTMLElement => {
  const element = typeset(tex)
  lighten(element)
  return element
}
/** Zero-width spaces hold up tables. */
const read = ({ textContent }: Element) => textContent.replaceAll('\u200b', '')
const parts = (element: Element) => element.querySelectorAll('*').length

describe.each([
  'h^{(3)}',
  '{}+ \\htmlClass{hue-1}{W} h^{(2)} + b',
  '\\nabla_{h^{(2)}} L = V^\\top \\nabla_{o^{(2)}} L',
  '\\operatorname{diag}\\left(1 - \\left(h^{(3)}\\right)^2\\right)',
  '\\tfrac{\\partial L^{(3)}}{\\partial \\hat{y}^{(2)}_1}',
])('%s', (tex) => {
  it('reads the same in fewer elements', () => {
    expect(read(lightened(tex))).toBe(read(typeset(tex)))
    expect(parts(lightened(tex))).toBeLessThan(parts(typeset(tex)))
  })
  it('keeps its letters in italics and its hues', () => {
    for (const look of ['.mathnormal', '[class*=hue-]', '.accent-body', '.frac-line'])
      expect(lightened(tex).querySelectorAll(look)).toHaveLength(
        typeset(tex).querySelectorAll(look).length,
      )
  })
})

it('raises a script as far as the table that it stood in', () => {
  const table = typeset('h^{(3)}').querySelector<HTMLElement>('.vlist > span')!
  const strut = table.querySelector<HTMLElement>('.pstrut')!
  const raised = -parseFloat(table.style.top) - parseFloat(strut.style.height)
  const script = lightened('h^{(3)}').querySelector<HTMLElement>('.script')!
  // In its own em, which is seven tenths of the letter's.
  expect(parseFloat(script.style.verticalAlign) * 0.7).toBeCloseTo(raised, 9)
  expect(script.textContent).toBe('(3)')
})

it.each(['a + b = c', '{}+ W h^{(2)} + b', 'L = \\log \\sum \\exp\\left(o\\right) - o'])(
  '%s keeps its spaces, as margins of what they follow',
  (tex) => {
    const width = (element: Element) =>
      [...element.querySelectorAll<HTMLElement>('[style*=margin-right]')]
        // What stands above has an em of its own, and keeps it.
        .filter((part) => !part.closest('.msupsub, .script'))
        .reduce((sum, { style }) => sum + parseFloat(style.marginRight), 0)
    expect(width(lightened(tex))).toBeCloseTo(width(typeset(tex)), 9)
    expect(width(typeset(tex))).toBeGreaterThan(0)
    expect(lightened(tex).querySelectorAll('.mspace').length).toBeLessThan(
      typeset(tex).querySelectorAll('.mspace').length,
    )
  },
)
