/** Timeline: the place of the playhead on the there-and-back track, and the playhead at a place. */
import type { Step } from '../engine/schedule'
import type { Layout } from './layout'
import type { Point } from './shapes'

export interface TimelinePlaces {
  /** The point of the track for every whole playhead, 0 … number of steps. */
  readonly points: readonly Point[]
}

/** Steps of a column share its width evenly, from left to right on the way there, from right to left on the way back. */
export const toPlaces = (layout: Layout, steps: readonly Step[]): TimelinePlaces => {
  const { timeline } = layout
  const counts = new Map<string, number>()
  for (const { phase, t } of steps) {
    const key = `${phase} ${t}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const points: Point[] = [{ x: timeline.left, y: timeline.forward }]
  let [before, place] = ['', 0]
  for (const { phase, t } of steps) {
    const key = `${phase} ${t}`
    place = key === before ? place + 1 : 1
    before = key
    const share = place / counts.get(key)!
    const [left, right] = stretchOf(timeline, t)
    points.push(
      phase === 'forward'
        ? { x: left + (right - left) * share, y: timeline.forward }
        : { x: right - (right - left) * share, y: timeline.backward },
    )
  }
  return { points }
}

/** A column; what happens in all of them at once goes along all of them. */
const stretchOf = (
  { columns, left, right }: Layout['timeline'],
  t: number | null,
): readonly [number, number] => {
  if (t === null) return [left, right]
  const { x, width } = columns[t - 1]!
  return [Math.max(x, left), Math.min(x + width, right)]
}

/** The point of any playhead; between the two lanes it goes round the bend. */
export const pointOf = ({ points }: TimelinePlaces, playhead: number): Point => {
  const i = Math.max(0, Math.min(points.length - 1, Math.floor(playhead)))
  const [a, b] = [points[i]!, points[Math.min(points.length - 1, i + 1)]!]
  const f = playhead - i
  if (a.y === b.y) return { x: a.x + (b.x - a.x) * f, y: a.y }
  const radius = (b.y - a.y) / 2
  // The first stretch of the way back begins with the half circle.
  const bend = 0.5
  if (f >= bend) return { x: a.x + ((b.x - a.x) * (f - bend)) / (1 - bend), y: b.y }
  const angle = (f / bend) * Math.PI - Math.PI / 2
  return { x: a.x + radius * Math.cos(angle), y: a.y + radius + radius * Math.sin(angle) }
}

/** The whole playhead whose point is nearest to a place; lanes count before columns. */
export const playheadAt = ({ points }: TimelinePlaces, place: Point): number => {
  const lanes = [...new Set(points.map(({ y }) => y))]
  const lane = lanes.reduce((a, b) => (Math.abs(b - place.y) < Math.abs(a - place.y) ? b : a))
  let best = 0
  let distance = Infinity
  points.forEach((point, i) => {
    const away = Math.abs(point.x - place.x)
    if (point.y === lane && away < distance) [best, distance] = [i, away]
  })
  return best
}
