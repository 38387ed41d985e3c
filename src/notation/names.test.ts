/** Names, tested: every matrix a hue of its own, every variable a letter that can be read without TeX. */
import { describe, expect, it } from 'vitest'
import { randomNetwork } from '../../testing/networks'
import { graphOf } from '../engine/run'
import { hueOf, toVisible, toWrittenName } from './names'

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

describe('a written name', () => {
  it('is the letter of the book and, where there is one, the time', () => {
    const written = (key: string) => toWrittenName(graph.byKey.get(key)!)
    expect(written('h(1)')).toEqual({ letter: 'h', time: '(1)' })
    expect(written('h(0)')).toEqual({ letter: 'h', time: '(0)' })
    expect(written('W')).toEqual({ letter: 'W', time: null })
    expect(written('L')).toEqual({ letter: 'L', time: null })
  })

  it('has its hat on the letter, as one character', () => {
    const { letter } = toWrittenName(graph.byKey.get('yhat(1)')!)
    expect(letter.normalize('NFC')).toBe('ŷ')
    expect([...new Intl.Segmenter().segment(letter)]).toHaveLength(1)
  })

  it('is as long as one letter for every node', () => {
    for (const node of graph.nodes) {
      const { letter, time } = toWrittenName(node)
      expect([...new Intl.Segmenter().segment(letter)]).toHaveLength(1)
      expect(time).toBe(node.t === null ? null : `(${node.t})`)
    }
  })
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
