// @vitest-environment jsdom
/** Typesetting, tested: a formula with its times put in is what KaTeX makes of it whole. */
import fc from 'fast-check'
import katex from 'katex'
import { expect, it } from 'vitest'
import { createTypesetter } from './typeset'

const render = (tex: string, element: HTMLElement) =>
  katex.render(tex, element, { output: 'htmlAndMathml', trust: true, strict: false })

const whole = (tex: string): string => {
  const element = document.createElement('span')
  render(tex, element)
  return element.innerHTML
}

const formulas: readonly ((t: number, u: number) => string)[] = [
  (t) => `h^{(${t})}`,
  (t, u) => `{}+ \\htmlClass{hue-1}{W} h^{(${u})} + \\htmlClass{hue-2}{U} x^{(${t})}`,
  (t, u) => `\\nabla \\hat{y}^{(${t})} = W^\\top \\nabla a^{(${u})}`,
  (t, u) => `\\tfrac{\\partial L^{(${t})}}{\\partial h^{(${u})}} = ${t}`,
  (t, u) => `\\operatorname{diag}\\left(1 - \\left(h^{(${t})}\\right)^2\\right) h^{(${u})}`,
  (t) => `x_1^2 + \\nabla_{W^{(${t})}} L`,
]

it.each(formulas.map((formula) => [formula(1, 2), formula] as const))(
  '%s is, at all times, what it is when typeset whole',
  (_, formula) => {
    const typeset = createTypesetter(render)
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), (t, u) => {
        const tex = formula(t, u)
        expect((typeset(tex) as Element).innerHTML).toBe(whole(tex))
      }),
    )
  },
)

it('is done once for all times, but where as many are not told apart', () => {
  let count = 0
  const typeset = createTypesetter((tex, element) => {
    count += 1
    render(tex, element)
  })
  for (let t = 1; t < 20; t++) typeset(`a^{(${t})} = W h^{(${t - 1})}`)
  expect(count).toBe(1)
  typeset('a^{(3)} = W h^{(3)}')
  expect(count).toBe(2)
})
