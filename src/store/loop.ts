/** Loop: the causes of the view of folding and unfolding: its position, the state that is asked about, the input that is tried out. */
import { createStore } from 'zustand/vanilla'
import { changedBy, withInputAt } from '../engine/changedBy'
import type { Network } from '../engine/network'
import { type Trace, run } from '../engine/run'
import { attempt } from './actions/attempt'
import { type Travel, createTravel } from './travel'
import type { Unfold } from './unfold'

/** Another class in place of one input. */
export interface Trial {
  /** 1 … τ. */
  readonly t: number
  readonly symbol: number
}

export interface LoopState {
  /** The state h(t) that is asked about; null: none. */
  readonly t: number | null
  readonly trial: Trial | null
  /** The input that another one would be tried in place of. */
  readonly place: number
}

/** The run with the trial's input, and the nodes that come out otherwise. */
export interface TrialRun {
  readonly trial: Trial
  readonly network: Network
  readonly trace: Trace
  readonly changed: ReadonlySet<number>
}

const createLoop = (unfold: Unfold) => {
  const { store: main, derived, surroundings } = unfold
  const tau = () => main.getState().document.network.sequence.inputs.length
  const store = createStore<LoopState>()(() => ({ t: null, trial: null, place: 1 }))
  /** A long text unfolds no longer than twenty steps do. */
  const speed = () => main.getState().speed * Math.max(1, tau() / 20)
  const travel: Travel = createTravel(
    { length: tau, speed, isStill: surroundings.isStill },
    surroundings.driver,
  )
  let before = tau()
  // Lives as long as the unfold it belongs to.
  main.subscribe((state, previous) => {
    if (state.document === previous.document) return
    const { t, trial } = store.getState()
    const isAsked = t !== null && t <= tau()
    store.setState({ t: isAsked ? t : null, trial: null })
    const { position, goal } = travel.store.getState()
    // Another network is not half built on the way: it stands as far as the one before did, or whole where it is asked about.
    if (goal !== null && (isAsked || trial)) travel.jump(goal)
    else if (goal !== null || tau() !== before)
      travel.jump(position === before ? tau() : Math.round(position))
    before = tau()
  })

  let kept: { readonly network: Network; readonly run: TrialRun } | null = null
  return {
    store,
    travel,
    /** What is asked about is seen in the unfolded graph alone. */
    ask: (t: number | null): void => {
      store.setState({ t })
      if (t !== null) travel.travelTo(tau())
    },
    /** Makes the trial an edit of the document; vocabularies and targets stay. */
    apply: (): boolean => {
      const { trial } = store.getState()
      if (!trial) return false
      const { document } = main.getState()
      const network = { ...withInputAt(document.network, trial.t, trial.symbol), title: null }
      return attempt(unfold, () => {
        derived.traceOf(network)
        main.setState({ document: { ...document, network } })
      })
    },
    try: (trial: Trial | null): void => {
      store.setState(trial ? { trial, place: trial.t } : { trial })
      if (trial) travel.travelTo(tau())
    },
    look: (place: number): void => store.setState({ place }),
    /** Null where nothing is tried. */
    trialRun: (): TrialRun | null => {
      const { trial } = store.getState()
      if (!trial) return null
      const network = derived.runningOf(main.getState().document.network)
      if (kept?.network !== network || kept.run.trial !== trial) {
        const changed = withInputAt(network, trial.t, trial.symbol)
        const trace = run(derived.planOf(network).runner, changed)
        const nodes = changedBy(derived.traceOf(network), trace)
        kept = { network, run: { trial, network: changed, trace, changed: nodes } }
      }
      return kept.run
    },
  }
}

export type Loop = ReturnType<typeof createLoop>

const loops = new WeakMap<Unfold, Loop>()

/** The one of an unfold: it stays as it is while another view is looked at. */
export const loopOf = (unfold: Unfold): Loop => {
  let loop = loops.get(unfold)
  if (!loop) loops.set(unfold, (loop = createLoop(unfold)))
  return loop
}
