import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Prose } from './Prose'

const markup = (text: string) => renderToStaticMarkup(<Prose>{text}</Prose>)
const name = (letter: string, time: string) =>
  `<span class="math-name timed"><i>${letter}</i><sup>(${time})</sup></span>`

describe('prose', () => {
  it('raises the time of a name and leaves every letter in its order', () => {
    expect(markup('∇h(2) adds what o(12) sends.')).toBe(
      `∇${name('h', '2')} adds what ${name('o', '12')} sends.`,
    )
    expect(markup('状态h(t−1)与y\u0302(τ)')).toBe(
      `状态${name('h', 't−1')}与${name('y\u0302', 'τ')}`,
    )
    expect(markup('a(t − 1)[0]')).toBe(`${name('a', 't − 1')}[0]`)
    expect(markup('h_1(3)')).toBe(
      '<span class="math-name timed"><i>h<sub>1</sub></i><sup>(3)</sup></span>',
    )
  })
  it('leaves functions, probabilities and words as they are', () => {
    for (const text of ['exp(−L)', 'P(τ)', 'p(ello)', 'step(2)', '(4×3)(3)', 'f(h, x)', ''])
      expect(markup(text)).toBe(text)
  })
})
