/** Symbols, tested: what a reader takes for one character is one symbol, in any script. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinSymbols, noTarget, splitSymbols } from './symbols'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const graphemes = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment)

/** Characters that stay apart wherever they stand beside each other. */
const anySymbol = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
  .filter((text) => graphemes(text).length === 1 && text !== ' ')
const anyName = fc
  .array(fc.constantFrom('yes', 'no', 'New', 'York', 'été', '好'), { minLength: 2, maxLength: 3 })
  .map((words) => words.join(' '))

describe('a text', () => {
  it('splits into what a reader takes for one character', () => {
    const split = (text: string) => splitSymbols(text, [])
    expect(split('hello')).toEqual([...'hello'])
    expect(split('今天🙂天')).toEqual(['今', '天', '🙂', '天'])
    expect(split('👩‍👩‍👧‍👦👍🏽🇨🇳')).toEqual(['👩‍👩‍👧‍👦', '👍🏽', '🇨🇳'])
    expect(split('e\u0301e\u0301\u0323x')).toEqual(['e\u0301', 'e\u0301\u0323', 'x'])
    expect(split('नमस्ते')).toEqual(graphemes('नमस्ते'))
    expect(split('a b')).toEqual(['a', ' ', 'b'])
    expect(split('')).toEqual([])
  })

  it('of any characters holds all of them, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(splitSymbols(text, []).join('')).toBe(text)
      }),
    )
  })

  it('is read by the names of a vocabulary where it has longer ones, the longest first', () => {
    const vocabulary = ['pos', 'positive', 'x', 'New York']
    expect(splitSymbols('positive pos x', vocabulary)).toEqual(['positive', 'pos', 'x'])
    expect(splitSymbols('positivepos', vocabulary)).toEqual(['positive', 'pos'])
    expect(splitSymbols('New York x New York', vocabulary)).toEqual(['New York', 'x', 'New York'])
    expect(splitSymbols('  pos  ', vocabulary)).toEqual(['pos'])
  })

  it('has characters for what no name fits', () => {
    expect(splitSymbols('pos no', ['pos'])).toEqual(['pos', 'n', 'o'])
    // With a caron the last letter is another one.
    expect(splitSymbols('pos\u030c', ['pos'])).toEqual(['p', 'o', 's\u030c'])
  })

  it('keeps its spaces where a space is a symbol', () => {
    expect(splitSymbols('a b', ['a', 'b', ' '])).toEqual(['a', ' ', 'b'])
    expect(splitSymbols('yes no', ['yes', 'no', ' '])).toEqual(['yes', ' ', 'no'])
  })
})

describe('symbols', () => {
  it('of one character each are written without anything between', () => {
    expect(joinSymbols(['今', '天', '🙂'], ['今', '天', '🙂'])).toBe('今天🙂')
  })

  it('of which one has a longer name are written with spaces between', () => {
    expect(joinSymbols(['yes', 'a', 'no'], ['yes', 'no', 'a'])).toBe('yes a no')
  })

  it('that were joined split into the same again', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anySymbol, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 20 }),
        (vocabulary, places) => {
          const symbols = places.map((i) => vocabulary[i % vocabulary.length]!)
          // Two characters that run into one when they meet cannot be told from that one.
          fc.pre(graphemes(symbols.join('')).length === symbols.length)
          expect(splitSymbols(joinSymbols(symbols, vocabulary), vocabulary)).toEqual(symbols)
        },
      ),
    )
  })

  it('with long names and spaces in them split into the same again', () => {
    const anyVocabulary = fc.uniqueArray(
      fc.oneof(anyName, fc.constantFrom('yes', 'no', 'é', 'x')),
      {
        ...{ minLength: 1, maxLength: 8 },
      },
    )
    fc.assert(
      fc.property(anyVocabulary, fc.array(fc.nat(), { maxLength: 20 }), (vocabulary, places) => {
        const symbols = places.map((i) => vocabulary[i % vocabulary.length]!)
        const text = joinSymbols(symbols, vocabulary)
        // Words may spell a longer name of the vocabulary where they meet.
        const isPlain = vocabulary.every((a) => vocabulary.every((b) => a === b || !b.includes(a)))
        fc.pre(isPlain)
        expect(splitSymbols(text, vocabulary)).toEqual(symbols)
      }),
    )
  })

  it('may hold the sign for no target', () => {
    expect(splitSymbols(joinSymbols(['a', noTarget, 'b'], ['a', 'b']), ['a', 'b'])).toEqual([
      ...['a', noTarget, 'b'],
    ])
    const names = ['yes', 'no']
    expect(splitSymbols(joinSymbols(['yes', noTarget, 'no'], names), names)).toEqual([
      ...['yes', noTarget, 'no'],
    ])
  })
})

describe('the sign for no target', () => {
  it('is one character', () => {
    expect(graphemes(noTarget)).toEqual([noTarget])
  })
})
