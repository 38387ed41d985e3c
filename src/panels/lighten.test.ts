// @vitest-environment jsdom
/** Lighten, tested: what is read stays; what only costs is gone. */
import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { lighten } from './lighten'

const typeset = (tex: string) => {
  const element = document.createElement('span')
  katex.render(tex, element, { output: 'htmlAndMathml', trust: true, strict: false })
  return element
}
const light = (tex: string) => {
  const element = typeset(tex)
  lighten(element)
  return element
}
const readIn = (element: Element, part: string) =>
  element.querySelector(part)!.textContent.replaceAll('\u200b', '')

const formulas = [
  'h^{(3)}',
  '{}+ \\htmlClass{hue-1}{W} h^{(12)}',
  '\\nabla \\hat{y}^{(3)} = W^\\top \\nabla a^{(4)}',
  '\\tfrac{\\partial L}{\\partial L^{(2)}}',
  '\\operatorname{diag}\\left(1 - \\left(h^{(3)}\\right)^2\\right)',
  'x_1^2 + \\nabla_{W^{(3)}} L',
]

describe('a formula made lighter', () => {
  it.each(formulas)('%s reads as before, to the eye and to the ear', (tex) => {
    const before = typeset(tex)
    before.querySelector('annotation')!.remove()
    const after = light(tex)
    for (const part of ['.katex-html', 'math'])
      expect(readIn(after, part)).toBe(readIn(before, part))
  })

  it.each(formulas)('%s has fewer elements, and no source beside what is read', (tex) => {
    const [before, after] = [typeset(tex), light(tex)]
    expect(after.querySelector('annotation, semantics')).toBeNull()
    const count = (element: Element) => element.querySelectorAll('*').length
    expect(count(after)).toBeLessThan(0.9 * count(before))
  })

  it('keeps the hue of a parameter, and what a table of two rows holds', () => {
    expect(light('\\htmlClass{hue-1}{W}').querySelector('.hue-1')!.textContent).toBe('W')
    expect(light('x_1^2').querySelectorAll('.vlist > span').length).toBeGreaterThan(1)
  })

  it('lifts a lone superscript by as much as it stood above the line', () => {
    const before = typeset('h^{(3)}').querySelector<HTMLElement>('.vlist > span')!
    const strut = before.querySelector<HTMLElement>('.pstrut')!
    const lifted = light('h^{(3)}').querySelector<HTMLElement>('.lifted')!
    expect(Number.parseFloat(lifted.style.top)).toBeCloseTo(
      Number.parseFloat(before.style.top) + Number.parseFloat(strut.style.height),
      4,
    )
    expect(lifted.textContent).toBe('(3)')
  })
})
