/** Sample path: points along an SVG path, at even distances, so that one line can turn into another. */
import type { Point } from './shapes'

type Segment = (share: number) => Point

/** `count` ≥ 2 points from the first to the last; a path is made of M, L, H, V, C and Q, with absolute coordinates. */
export const samplePath = (path: string, count: number): readonly Point[] => {
  const { start, segments } = toSegments(path)
  const fine = [
    start,
    ...segments.flatMap((segment) =>
      Array.from({ length: chords }, (_, i) => segment((i + 1) / chords)),
    ),
  ]
  const lengths = [0]
  for (let i = 1; i < fine.length; i++)
    lengths.push(
      lengths[i - 1]! + Math.hypot(fine[i]!.x - fine[i - 1]!.x, fine[i]!.y - fine[i - 1]!.y),
    )
  const total = lengths.at(-1)!
  let i = 0
  return Array.from({ length: count }, (_, k) => {
    if (k === count - 1) return fine.at(-1)!
    const wanted = (total * k) / (count - 1)
    while (i < fine.length - 2 && lengths[i + 1]! < wanted) i++
    const [from, to] = [fine[i]!, fine[i + 1] ?? fine[i]!]
    const length = (lengths[i + 1] ?? 0) - lengths[i]!
    return between(from, to, length > 0 ? (wanted - lengths[i]!) / length : 0)
  })
}

/** Straight pieces that stand for one segment. */
const chords = 12

export const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
})

const toSegments = (path: string): { readonly start: Point; readonly segments: Segment[] } => {
  const segments: Segment[] = []
  let start: Point = { x: 0, y: 0 }
  let at = start
  for (const [, command, list] of path.matchAll(/([MLHVCQ])([^MLHVCQ]*)/g)) {
    const numbers = list!
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    const [a, b, c] = [0, 2, 4].map((i) => ({ x: numbers[i]!, y: numbers[i + 1]! })) as [
      Point,
      Point,
      Point,
    ]
    const from = at
    const bend = (...points: readonly Point[]) =>
      segments.push((share) => bezier([from, ...points], share))
    if (command === 'M') start = at = a
    else if (command === 'H') bend((at = { x: numbers[0]!, y: from.y }))
    else if (command === 'V') bend((at = { x: from.x, y: numbers[0]! }))
    else if (command === 'L') bend((at = a))
    else if (command === 'Q') bend(a, (at = b))
    else bend(a, b, (at = c))
  }
  return { start, segments }
}

/** De Casteljau: a Bézier curve of any degree. */
const bezier = (points: readonly Point[], share: number): Point =>
  points.length === 1
    ? points[0]!
    : bezier(
        points.slice(1).map((point, i) => between(points[i]!, point, share)),
        share,
      )
