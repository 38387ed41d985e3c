/** Steps: which steps a table has a column for, and how wide: all of them, or those around one, the first and the last. */
import { range } from '../engine/unfold'

/** A step, or a gap of steps that are left out. */
export type StepColumn =
  | { readonly kind: 'step'; readonly t: number; readonly width: number }
  | { readonly kind: 'gap'; readonly from: number; readonly to: number; readonly width: number }

export interface StepRoom {
  readonly tau: number
  /** For all columns together, in pixels. */
  readonly width: number
  readonly least: number
  readonly most: number
  readonly gap: number
}

/** `around`: the step that is to be seen, with its neighbours. */
export const toStepColumns = (room: StepRoom, around: number): readonly StepColumn[] => {
  const { tau, width, least, most, gap } = room
  if (tau * least <= width) {
    const each = Math.min(most, Math.floor(width / tau))
    return range(1, tau).map((t) => ({ kind: 'step', t, width: each }))
  }
  // Two gaps at most; the first and the last step always stay.
  const inner = Math.max(1, Math.floor((width - 2 * gap) / least) - 2)
  const from = Math.max(2, Math.min(around - (inner >> 1), tau - inner))
  const to = Math.min(tau - 1, from + inner - 1)
  const gaps = (from > 2 ? 1 : 0) + (to < tau - 1 ? 1 : 0)
  const each = Math.min(most, Math.floor((width - gaps * gap) / (to - from + 3)))
  const step = (t: number): StepColumn => ({ kind: 'step', t, width: each })
  const between = (a: number, b: number): readonly StepColumn[] =>
    a > b ? [] : [{ kind: 'gap', from: a, to: b, width: gap }]
  return [
    step(1),
    ...between(2, from - 1),
    ...range(from, to).map(step),
    ...between(to + 1, tau - 1),
    step(tau),
  ]
}
