/** Symbols: a text as the symbols that a network reads: what a reader sees as one character, in any script. */

/** Stands in the field "Target" for a step without a target. */
export const noTarget = '∅'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const graphemes = (text: string): readonly string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment)

const isLong = (symbol: string): boolean => graphemes(symbol).length > 1

/** Longer names that a file's vocabulary has (`positive`) are read as one symbol each, with spaces between. */
export const splitSymbols = (text: string, vocabulary: readonly string[]): readonly string[] => {
  const names = vocabulary.filter(isLong).toSorted((a, b) => b.length - a.length)
  if (names.length === 0) return graphemes(text)
  const symbols: string[] = []
  for (let rest = text; rest.length > 0;) {
    const symbol = names.find((name) => rest.startsWith(name)) ?? graphemes(rest)[0]!
    if (symbol !== ' ' || vocabulary.includes(' ')) symbols.push(symbol)
    rest = rest.slice(symbol.length)
  }
  return symbols
}

/** The text that splits into these symbols. */
export const joinSymbols = (symbols: readonly string[], vocabulary: readonly string[]): string =>
  symbols.join(vocabulary.some(isLong) && !vocabulary.includes(' ') ? ' ' : '')
