/** Composition, tested: f(f(…)) and g(t)(…) as they are typeset. */
import { describe, expect, it } from 'vitest'
import { bookNames } from '../../testing/names'
import { hell } from '../../testing/unfold'
import { argumentsOf } from '../engine/ancestors'
import { compose } from '../engine/compose'
import { createRunner, graphOf, run, valueOf } from '../engine/run'
import { nodeAt } from '../engine/unfold'
import { byName, byNumbers, texOfComposition, texOfNumbers, texOfWhole } from './composition'
import { timesBeside } from './tex'

const graph = graphOf(hell)
const state = nodeAt(graph, 'h', 2)!

/** Without the brackets' size and the braces that TeX alone reads. */
const plain = (tex: string) => tex.replace(/\\left|\\right/g, '').replace(/\s/g, '')

describe('a composition in TeX', () => {
  it('is nested by names', () => {
    expect(plain(texOfComposition(compose(graph, state, 2), byName(bookNames(graph.cell))))).toBe(
      'f(f(h^{(0)},x^{(1)}),x^{(2)})',
    )
  })

  it('is the recurrence, beside t', () => {
    expect(
      plain(
        texOfComposition(compose(graph, state, 1), byName(bookNames(graph.cell), timesBeside(2))),
      ),
    ).toBe('f(h^{(t-1)},x^{(t)})')
  })

  it('is nested with the numbers of a run', () => {
    const trace = run(createRunner(graph, hell.architecture), hell)
    const tex = texOfComposition(compose(graph, state, 1), byNumbers(trace))
    expect(tex).toContain(texOfNumbers(valueOf(trace, nodeAt(graph, 'h', 1)!)))
  })

  it('shows of a long vector what is not zero', () => {
    const entries = (n: number, one: number) =>
      texOfNumbers(Float64Array.from({ length: n }, (_, i) => Number(i === one)))
        .replace(/^.*?em\}/, '')
        .replaceAll('\\varvdots', '⋮')
        .replace(/\\rule\[[^\\]*(\\end.*)?/g, '')
        .split('\\\\')
    expect(entries(5, 3)).toEqual(['0', '0', '0', '1', '0'])
    expect(entries(27, 13)).toEqual(['0', '⋮', '1', '⋮', '0'])
    expect(entries(27, 0)).toEqual(['1', '0', '⋮', '0'])
    expect(entries(27, 26)).toEqual(['0', '⋮', '0', '1'])
  })

  it('has one function of all that was read', () => {
    const inputs = argumentsOf(graph, state).filter(({ t }) => t! > 0)
    expect(plain(texOfWhole(2, inputs, 9, byName(bookNames(graph.cell))))).toBe(
      'g^{(2)}(x^{(2)},x^{(1)})',
    )
    const long = argumentsOf(graph, nodeAt(graph, 'h', 4)!).filter(({ t }) => t! > 0)
    expect(plain(texOfWhole(4, long, 3, byName(bookNames(graph.cell))))).toBe(
      'g^{(4)}(x^{(4)},x^{(3)},\\ldots,x^{(1)})',
    )
  })
})
