/** Beside lines: where a number is written beside a mark so that no line goes through it. */

/** Half the height of a number, and of a line. */
export const halfText = 8

/** The place nearest to `at` that no line goes through: above it, where there is room, for below it the next mark may stand. */
export const besideLines = (at: number, lines: readonly number[]): number => {
  const free = (y: number) => lines.every((line) => Math.abs(line - y) > halfText - 1e-6)
  const places = [at, ...lines.flatMap((line) => [line - halfText, line + halfText])].filter(free)
  const above = places.filter((y) => y <= at && y >= halfText)
  return (above.length > 0 ? above : places).reduce(
    (best, y) => (Math.abs(y - at) < Math.abs(best - at) ? y : best),
    Infinity,
  )
}

/** Farther away a number would no longer be seen to be that of its mark. */
const farthest = 14

/** For a number right of its mark: the nearest place, above or below; where lines are close, on them. */
export const nearLines = (at: number, lines: readonly number[]): number => {
  const free = (y: number) => lines.every((line) => Math.abs(line - y) > halfText - 1e-6)
  const places = [at, ...lines.flatMap((line) => [line - halfText, line + halfText])]
    .filter((y) => free(y) && Math.abs(y - at) <= farthest)
    .toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at))
  return places[0] ?? at
}
