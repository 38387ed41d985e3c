/** Likelihood in TeX, tested: two steps are the book's equation. */
import { describe, expect, it } from 'vitest'
import { textNetwork } from '../../testing/unfold'
import { typeset } from '../../testing/tex'
import { bookNames } from '../../testing/names'
import { chainConditions, likelihoodOf } from '../engine/likelihood'
import { createRunner, graphOf, run } from '../engine/run'
import { hueOfStep, texOfFactor, texOfWhole } from './likelihood'

const open = (read: string, wanted: string) => {
  const network = textNetwork(read, wanted, 2)
  const trace = run(createRunner(graphOf(network), network.architecture), network)
  const { graph } = trace
  const { factors } = likelihoodOf(trace)
  const inputs = graph.nodes.filter(({ of }) => 'role' in of && of.role === 'input')
  return {
    whole: texOfWhole(bookNames(graph.cell), factors, inputs),
    terms: factors
      .toReversed()
      .map((factor) =>
        texOfFactor(
          bookNames(graph.cell),
          factor,
          chainConditions(graph, factors, factor),
          graph.tau,
        ),
      ),
  }
}

describe('the chain of conditionals', () => {
  it('of two steps is equation (10.15–10.16), term by term', () => {
    const { whole, terms } = open('ab', 'ba')
    expect(whole).toBe('\\log p(y^{(1)}, y^{(2)} \\mid x^{(1)}, x^{(2)})')
    expect(terms).toEqual([
      `\\htmlClass{${hueOfStep(2, 2)}}{\\log p(y^{(2)} \\mid y^{(1)}, x^{(1)}, x^{(2)})}`,
      `\\htmlClass{${hueOfStep(1, 2)}}{\\log p(y^{(1)} \\mid x^{(1)}, x^{(2)})}`,
    ])
  })

  it('of many steps leaves out the middle of a list', () => {
    const { whole, terms } = open('abcdefgh', 'bcdefgha')
    expect(whole).toContain('p(y^{(1)}, \\dots, y^{(8)} \\mid x^{(1)}, \\dots, x^{(8)})')
    expect(terms[0]).toContain('y^{(8)} \\mid y^{(1)}, \\dots, y^{(7)}, x^{(1)}, \\dots, x^{(8)}')
    for (const tex of [whole, ...terms]) expect(() => typeset(tex)).not.toThrow()
  })

  it('gives each step that is shown a hue of its own', () => {
    for (const tau of [2, 7, 12, 13, 19, 40]) {
      const all = Array.from({ length: tau }, (_, i) => hueOfStep(i + 1, tau))
      const shown = tau > 12 ? [...all.slice(0, 6), ...all.slice(-6)] : all
      expect(new Set(shown).size).toBe(shown.length)
    }
  })
})
