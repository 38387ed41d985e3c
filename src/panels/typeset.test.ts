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
    const { put } = createTypesetter(render)
    const place = document.createElement('span')
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), (t, u) => {
        const tex = formula(t, u)
        put(tex, place)
        expect(place.innerHTML).toBe(whole(tex))
      }),
    )
  },
)

it('is done once for all times, but where as many are not told apart', () => {
  let count = 0
  const { put } = createTypesetter((tex, element) => {
    count += 1
    render(tex, element)
  })
  const place = document.createElement('span')
  for (let t = 1; t < 20; t++) put(`a^{(${t})} = W h^{(${t - 1})}`, place)
  expect(count).toBe(1)
  put('a^{(3)} = W h^{(3)}', place)
  expect(count).toBe(2)
})

it('keeps its elements where only a time changes, and has others in another place', () => {
  const { put } = createTypesetter(render)
  const [one, other] = [document.createElement('span'), document.createElement('span')]
  put('h^{(1)}', one)
  put('h^{(2)}', other)
  const first = one.firstChild
  put('h^{(3)}', one)
  expect(one.firstChild).toBe(first)
  const times = [one, other].map((place) => /\d/.exec(place.textContent)![0])
  expect(times).toEqual(['3', '2'])
})

it('gives what a place has left to the next', () => {
  const { put, leave } = createTypesetter(render)
  const [one, other, third] = ['a', 'b', 'c'].map(() => document.createElement('span'))
  put('h^{(1)}', one!)
  const first = one!.firstChild
  put('a^{(1)}', one!)
  put('h^{(4)}', other!)
  expect(other!.firstChild).toBe(first)
  expect(other!.innerHTML).toBe(whole('h^{(4)}'))
  leave(other!)
  put('h^{(5)}', third!)
  expect(third!.firstChild).toBe(first)
  expect(other!.firstChild).toBeNull()
})
