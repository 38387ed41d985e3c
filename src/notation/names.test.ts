/** Names, tested: every matrix a hue of its own; in every notation every variable and parameter a name of its own, drawn, written, said and typeset. */
import { describe, expect, it } from 'vitest'
import { bookNames, nameWords } from '../../testing/names'
import { createNetwork, randomNetwork } from '../../testing/networks'
import { typeset } from '../../testing/tex'
import type { Cell } from '../engine/cells/cell'
import { withRemaining } from '../engine/cells/withRemaining'
import { withStop } from '../engine/cells/withStop'
import type { Feedback } from '../engine/network'
import { cellOf, graphOf } from '../engine/run'
import { range } from '../engine/unfold'
import { type Names, createNames, hueOf, toIndexText, toVisible, widthOfName } from './names'
import { isOffered, notations, parameterNames } from './notations'
import { texOfGradient, texOfNode, texOfShare } from './tex'

const graph = graphOf(randomNetwork(3))
const { cell } = graph

describe('the hue of a parameter', () => {
  it('is its own for every matrix', () => {
    const matrices = cell.parameters.filter(({ dimensions }) => dimensions.length === 2)
    const hues = matrices.map(({ name }) => hueOf(cell, name))
    expect(hues).not.toContain(null)
    expect(new Set(hues).size).toBe(matrices.length)
  })

  it('is none for a bias, a variable, or a name that is not there', () => {
    for (const name of ['b', 'c', 'h', 'yhat', 'L', 'nothing', ''])
      expect(hueOf(cell, name)).toBeNull()
  })
})

describe('in the notation of the book, a name', () => {
  const names = bookNames(cell)
  const node = (key: string) => graph.byKey.get(key)!

  it('is that by which files and scripts call it, said and written with its hat', () => {
    for (const each of graph.nodes) {
      expect(names.spoken(each)).toBe(names.text(each))
      expect(names.text(each).normalize('NFC')).toBe(each.key.replace('yhat', 'ŷ'))
    }
  })

  it('has its hat on the letter, as one character', () => {
    const letter = names.letter(node('yhat(1)'))
    expect(letter.normalize('NFC')).toBe('ŷ')
    expect([...new Intl.Segmenter().segment(letter)]).toHaveLength(1)
  })

  it('is drawn as one letter for every node', () => {
    for (const each of graph.nodes) {
      expect([...new Intl.Segmenter().segment(names.letter(each))]).toHaveLength(1)
      expect(names.parts(each)).toEqual([{ stem: names.letter(each), index: '' }])
    }
  })
})

const feedbacks: readonly Feedback[] = ['logits', 'probabilities', 'target', 'argmax', 'sample']

const output = (feedback: Feedback): Cell =>
  cellOf({
    ...randomNetwork(1).architecture,
    recurrence: 'output',
    readout: 'every-step',
    feedback,
  })

const cells: Readonly<Record<string, Cell>> = {
  ...Object.fromEntries(
    range(1, 12).map((seed) => [`cell ${seed}`, cellOf(randomNetwork(seed).architecture)]),
  ),
  ...Object.fromEntries(feedbacks.map((feedback) => [`${feedback} fed back`, output(feedback)])),
  'with a stop': withStop(cell),
  'with what remains': withRemaining(cell),
}

/** In Chinese as in English: letters are spelt, words are words. */
const languages = [nameWords, { weight: '权重', bias: '偏置', plus: '加' }]

const ways: Readonly<Record<string, (names: Names, of: Cell['parameters'][number]) => string>> = {
  drawn: (names, of) => JSON.stringify(names.parts({ of, t: null })),
  written: (names, of) => names.text({ of, t: null }),
  said: (names, of) => names.spoken({ of, t: null }),
  'in TeX': (names, of) => texOfNode(names, { of, t: null }),
}

describe.each(notations)('in the notation %s', (notation) => {
  it.each(Object.keys(ways))('every name of every cell is its own, %s', (way) => {
    for (const [title, each] of Object.entries(cells))
      for (const words of languages) {
        const names = createNames(each, notation, words)
        // L(t) and L share a letter; their times tell them apart.
        const all = [
          ...each.parameters,
          ...each.variables.filter(({ role }) => role !== 'stepLoss'),
        ].map((of) => ways[way]!(names, of))
        for (const name of all) expect(name, title).toMatch(/\S/)
        expect(new Set(all).size, `${title}: ${all.join(', ')}`).toBe(all.length)
      }
  })

  it('every parameter of every cell stands in the table, and is said without signs', () => {
    for (const each of Object.values(cells))
      for (const of of each.parameters) {
        expect(parameterNames).toContain(of.name)
        const said = createNames(each, notation, nameWords).spoken({ of, t: null })
        expect(said).toMatch(/^[A-Za-z]+( [A-Za-z]+)*$/)
      }
  })

  it('every name, gradient and share can be typeset, and a name takes room', () => {
    for (const each of Object.values(cells)) {
      const names = createNames(each, notation, nameWords)
      for (const of of each.parameters) {
        typeset(texOfNode(names, { of, t: null }))
        typeset(texOfGradient(names, { of, t: null }))
        expect(widthOfName(names.parts({ of, t: null }))).toBeGreaterThan(8)
      }
    }
    const names = createNames(cell, notation, nameWords)
    for (const node of graph.nodes.filter(({ kind }) => kind === 'parameter'))
      typeset(texOfShare(names, node, 3))
  })

  it('no name is a letter of the book but in the book’s', () => {
    const hidden = cellOf(
      createNetwork(1, {
        ...{ inputSize: 2, hiddenSize: 2, outputSize: 2, tau: 2, activation: 'tanh' },
        ...{ inputs: 'classes', targets: 1, hasInitialState: false },
      }).architecture,
    )
    const all = hidden.parameters.map((of) =>
      createNames(hidden, notation, nameWords).text({ of, t: null }),
    )
    if (notation === 'book') expect(all).toEqual(['U', 'W', 'V', 'b', 'c'])
    else for (const name of all) expect(name).not.toMatch(/^[UVWbc]$/)
  })
})

describe('a matrix is named by what it joins', () => {
  it('where the output is fed back, in PyTorch’s notation too, which has no such module', () => {
    const joins = {
      logits: 'W_oh',
      probabilities: 'W_yh',
      target: 'W_yh',
      argmax: 'W_sh',
      sample: 'W_sh',
    }
    for (const feedback of feedbacks)
      for (const notation of ['joined', 'torch'] as const) {
        const fed = output(feedback)
        const of = fed.parameters.find(({ name }) => name === 'W')!
        expect(createNames(fed, notation, nameWords).text({ of, t: null })).toBe(joins[feedback])
        expect(isOffered(fed, notation)).toBe(notation === 'joined')
      }
  })
})

it('a sum has brackets under an operator, and says plus', () => {
  const hidden = cellOf({ ...randomNetwork(1).architecture, recurrence: 'hidden', feedback: null })
  const of = hidden.parameters.find(({ name }) => name === 'b')!
  const names = createNames(hidden, 'torch', nameWords)
  expect(names.closed({ of, t: null })).toBe('(bias_ih + bias_hh)')
  expect(names.spoken({ of, t: null })).toBe('bias i h plus bias h h')
  expect(texOfGradient(names, { of, t: null })).toMatch(/\\nabla \(.* \+ .*\)$/)
})

it('an entry is counted from 0', () => {
  expect(toIndexText([], 0)).toBe('')
  expect(toIndexText([3], 2)).toBe('[2]')
  expect(toIndexText([2, 3], 5)).toBe('[1][2]')
})

describe('a symbol', () => {
  it('that is white space can be seen', () => {
    for (const symbol of [' ', '\n', '\t', '\u00a0', '\u3000', '\r\n'])
      expect(toVisible(symbol)).toMatch(/^\S+$/)
  })

  it('that can be seen is written as it is', () => {
    for (const symbol of ['a', '今', '🙂', 'New York', 'e\u0301', '-'])
      expect(toVisible(symbol)).toBe(symbol)
  })
})
