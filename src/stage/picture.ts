/** Picture: what the stage is asked to draw, apart from time. */
import type { Network } from '../engine/network'
import type { Trace } from '../engine/run'
import type { Grain, Phase, Schedule } from '../engine/schedule'
import type { Dictionary } from '../i18n/en'
import type { Cell } from '../layout/cellAt'
import type { Layout } from '../layout/layout'
import type { TimelinePlaces } from '../layout/timeline'
import type { Names } from '../notation/names'
import type { Scales } from '../notation/scales'
import type { Progress } from '../store/progress'
import type { Pointed } from '../store/store'

export interface Picture {
  readonly network: Network
  readonly trace: Trace
  readonly schedule: Schedule
  readonly progress: Progress
  readonly grain: Grain
  readonly layout: Layout
  readonly places: TimelinePlaces
  /** Steps that can be taken: fewer than there are where the run comes to no number. */
  readonly end: number
  readonly selection: string | null
  readonly scales: Scales
  readonly dictionary: Dictionary
  readonly names: Names
}

/** Is everything that is drawn, apart from time and selection, as it was? */
export const isSameDrawing = (before: Picture | null, next: Picture): boolean =>
  before !== null &&
  before.trace === next.trace &&
  before.layout === next.layout &&
  before.scales === next.scales &&
  before.dictionary === next.dictionary &&
  before.names === next.names

/** What the stage asks of the rest. */
export interface StageActions {
  /** `cell`: the number that was pressed, if one was; `half`: the half that what was pressed belongs to, where it is no number. */
  readonly select: (key: string | null, cell?: Cell | null, half?: Phase) => void
  /** The pointer or the focus is on something that has a place in equations, or no longer. */
  readonly point: (pointed: Pointed | null) => void
  /** `isDone`: the playhead is let go there. */
  readonly scrub: (playhead: number, isDone: boolean) => void
  readonly openFold: () => void
  /** The sentence of the step that was finished last. */
  readonly sentence: () => string
}
