/** Derived: what follows from the document: graph, trace, schedule, layout. Each is worked out once and kept while its causes stay. */
import { type Bad, firstBad } from '../engine/firstBad'
import { type Runner, type Trace, createRunner, graphOf, run } from '../engine/run'
import { type Running, asRun } from '../engine/running'
import {
  type Grain,
  type Order,
  type Schedule,
  type Step,
  createSchedule,
  isDecoupled,
} from '../engine/schedule'
import type { Cell } from '../engine/cells/cell'
import type { Graph } from '../engine/unfold'
import type { View } from '../layout/columns'
import { type Layout, type Room, toLayout } from '../layout/layout'
import type { NameWidth } from '../layout/shapes'
import { toPlaces } from '../layout/timeline'
import { type Names, widthOfName } from '../notation/names'
import { type Scales, type Theme, createScales } from '../notation/scales'
import type { Network } from '../engine/network'
import { type Progress, createProgress } from './progress'
import { keyOfEdge } from './keyOfEdge'

export interface Plan {
  readonly runner: Runner
  readonly schedule: Schedule
  readonly progress: Progress
  /** May all steps be computed at once? */
  readonly isDecoupled: boolean
}

/** Keeps the last result, as long as the arguments are the same objects. */
const remember = <A extends readonly unknown[], R>(work: (...args: A) => R) => {
  let last: { readonly args: A; readonly result: R } | null = null
  return (...args: A): R => {
    if (!last || args.some((arg, i) => arg !== last!.args[i]))
      last = { args, result: work(...args) }
    return last.result
  }
}

/** What the graph depends on: the wiring, the sizes, and which steps have a target. */
const planKey = ({ architecture, sequence }: Network): string =>
  JSON.stringify([
    architecture,
    sequence.inputs.length,
    sequence.targets.map((target) => target === null),
  ])

type NamesOfCell = (cell: Cell) => Names

const widthIn =
  (names: Names): NameWidth =>
  (parameter) =>
    widthOfName(names.parts(parameter))

/**
 * `order`, `running`: what is asked for; it holds where it is possible. `namesOf`: what the parameters are called, for
 * which a layout has room.
 */
export const createDerived = (
  order: () => Order,
  running: () => Running,
  namesOf: NamesOfCell | null = null,
) => {
  const runs = new WeakMap<Network, { readonly running: Running; readonly network: Network }>()
  const runningOf = (network: Network): Network => {
    const asked = running()
    let known = runs.get(network)
    if (known?.running !== asked)
      runs.set(network, (known = { running: asked, network: asRun(network, asked) }))
    return known.network
  }
  let kept: { readonly key: string; readonly plan: Plan } | null = null
  const orderedPlanOf = remember((network: Network, wanted: Order): Plan => {
    const key = `${wanted} ${planKey(network)}`
    if (kept?.key !== key) {
      const graph = graphOf(network)
      const runner = createRunner(graph, network.architecture)
      const schedule = createSchedule(graph, wanted)
      const progress = createProgress(schedule, graph.nodes.length, graph.edges.length)
      kept = { key, plan: { runner, schedule, progress, isDecoupled: isDecoupled(graph) } }
    }
    return kept.plan
  })
  const planOf = (network: Network): Plan => orderedPlanOf(runningOf(network), order())
  const runOf = remember((network: Network): Trace => run(planOf(network).runner, network))
  const traceOf = (network: Network): Trace => runOf(runningOf(network))
  /** The run that is shown: without what the cut edges would bring back. A cut is `from to`, by keys. */
  const cutTraceOf = remember((network: Network, cuts: ReadonlySet<string>): Trace => {
    const { graph } = planOf(network).runner
    const cut =
      cuts.size === 0 ? [] : graph.edges.filter((edge) => cuts.has(keyOfEdge(graph, edge)))
    if (cut.length === 0) return traceOf(network)
    const ids = new Set(cut.map(({ id }) => id))
    return run(createRunner(graph, network.architecture, ids), network)
  })
  const shownTraceOf = (network: Network, cuts: ReadonlySet<string>): Trace =>
    cutTraceOf(runningOf(network), cuts)
  const firstBadOf = remember((trace: Trace, schedule: Schedule): Bad | null =>
    firstBad(trace, schedule),
  )
  const lastStepOf = remember((steps: readonly Step[], bad: Bad | null): number =>
    bad ? steps.findIndex(({ to }) => to >= bad.done) + 1 : steps.length,
  )
  /** Where the run that is shown comes to what is no number; null where it doesn't. */
  const badOf = (network: Network, cuts: ReadonlySet<string>): Bad | null =>
    firstBadOf(shownTraceOf(network, cuts), planOf(network).schedule)
  const layoutOf = remember(
    (plan: Plan, room: Room, view: View, names: Names | undefined): Layout => {
      const { graph, memory } = plan.runner
      return toLayout(graph, memory, room, view, names && widthIn(names))
    },
  )
  const placesOf = remember((layout: Layout, steps: readonly Step[]) => toPlaces(layout, steps))
  const scalesOf = remember((trace: Trace, theme: Theme): Scales => createScales(trace, theme))
  return {
    /** The network as it runs. What is asked of a network is asked of it as it runs. */
    runningOf,
    planOf,
    traceOf,
    shownTraceOf,
    badOf,
    /** Steps that can be taken: all, or those up to the first number that is none. What follows is made of it. */
    endOf: (network: Network, cuts: ReadonlySet<string>, grain: Grain): number =>
      lastStepOf(planOf(network).schedule.steps[grain], badOf(network, cuts)),
    scalesOf: (network: Network, theme: Theme) => scalesOf(traceOf(network), theme),
    layoutOf: (network: Network, room: Room, view: View) => {
      const plan = planOf(network)
      return layoutOf(plan, room, view, namesOf?.(plan.runner.graph.cell))
    },
    nameWidthOf: ({ cell }: Graph): NameWidth | undefined => {
      const names = namesOf?.(cell)
      return names && widthIn(names)
    },
    placesOf,
  }
}

export type Derived = ReturnType<typeof createDerived>
