/** Inspection: which node, and which half of it, the inspector shows. */
import type { Phase, Step } from '../engine/schedule'
import type { GraphNode } from '../engine/unfold'
import type { Unfold } from '../store/unfold'

export interface Inspection {
  readonly nodes: readonly GraphNode[]
  /** Null: both halves, as far as they are computed. */
  readonly phase: Phase | null
  readonly step: Step | null
  readonly isSelected: boolean
}

/** What is selected; else what the last finished step was about; else nothing. */
export const toInspection = ({ store, derived }: Unfold, finished: number): Inspection => {
  const { document, selection, grain } = store.getState()
  const { runner, schedule } = derived.planOf(document.network)
  const { nodes, byKey } = runner.graph
  const step = schedule.steps[grain][finished - 1] ?? null
  const selected = selection === null ? undefined : byKey.get(selection)
  const acting = (step?.nodes ?? []).map((id) => nodes[id]!)
  if (selected) return { nodes: [selected], phase: null, step, isSelected: true }
  return {
    nodes: step?.t === null ? firstOfEach(acting) : acting,
    phase: step?.phase ?? null,
    step,
    isSelected: false,
  }
}

/** Contributions that are done at a whole playhead. */
export const doneAt = ({ store, derived }: Unfold, finished: number): number => {
  const { document, grain } = store.getState()
  const { schedule } = derived.planOf(document.network)
  return schedule.steps[grain][finished - 1]?.to ?? 0
}

/** What happens at all steps at once is shown at the first of them. */
const firstOfEach = (nodes: readonly GraphNode[]): readonly GraphNode[] =>
  nodes.filter(({ of }, i) => nodes.findIndex((node) => node.of === of) === i)
