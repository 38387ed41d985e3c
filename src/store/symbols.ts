/** Symbols: a text as the symbols that a network reads: what a reader sees as one character, in any script. */

/** Stands in the field "Target" for a step without a target. */
export const noTarget = '∅'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

export const graphemes = (text: string): readonly string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment)

/** One code unit is one character: most need no segmenter, and every edit asks for a whole vocabulary. */
const isLong = (symbol: string): boolean => symbol.length > 1 && graphemes(symbol).length > 1

/** Longer names that a file's vocabulary has (`positive`) are read as one symbol each, with spaces between. */
export const splitSymbols = (text: string, vocabulary: readonly string[]): readonly string[] => {
  const names = vocabulary.filter(isLong).toSorted((a, b) => b.length - a.length)
  if (names.length === 0) return graphemes(text)
  const symbols: string[] = []
  const segments = segmenter.segment(text)
  // A name ends where a character does: what is set upon its last letter makes another letter of it.
  const endsAt = (place: number) =>
    place === text.length || segments.containing(place)?.index === place
  for (let place = 0; place < text.length;) {
    const symbol =
      names.find((name) => text.startsWith(name, place) && endsAt(place + name.length)) ??
      segments.containing(place)!.segment
    if (symbol !== ' ' || vocabulary.includes(' ')) symbols.push(symbol)
    place += symbol.length
  }
  return symbols
}

/** The text that splits into these symbols. */
export const joinSymbols = (symbols: readonly string[], vocabulary: readonly string[]): string =>
  symbols.join(vocabulary.some(isLong) && !vocabulary.includes(' ') ? ' ' : '')
