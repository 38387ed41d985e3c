/** Ends of: which entries stand for all, where there is no room for them. */

/** Places of a gap are null. The first, the last, and one between them: with what stands beside them they fit into a row. */
export const endsOf = (n: number, between: number): readonly (number | null)[] => {
  const shown = [...new Set([0, Math.max(1, Math.min(n - 2, between)), n - 1])]
  return shown.flatMap((place, i) => (i > 0 && place > shown[i - 1]! + 1 ? [null, place] : [place]))
}

/** What a sum is mostly made of, or the one of a symbol, is seen. */
export const largestOf = (data: Float64Array): number =>
  data.reduce((most, value, i) => (Math.abs(value) > Math.abs(data[most]!) ? i : most), 0)
