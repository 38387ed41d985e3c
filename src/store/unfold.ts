/** Unfold: store, clock and what is derived from them, tied together; the one object that panels and stage are given. */
import type { Bad } from '../engine/firstBad'
import { keepPlayhead } from '../engine/frame'
import type { Cell } from '../engine/cells/cell'
import { dictionaries } from '../i18n'
import type { Dictionary } from '../i18n/en'
import { type Names, createNames } from '../notation/names'
import { type Clock, type Driver, createClock } from './clock'
import { type Derived, type Plan, createDerived } from './derived'
import { type Story, sentenceOf, stopOf } from './narration'
import { type State, type UnfoldStore, createUnfoldStore, isPassing } from './store'

export interface Unfold {
  readonly store: UnfoldStore
  readonly clock: Clock
  readonly derived: Derived
  readonly surroundings: Surroundings
  readonly destroy: () => void
}

export interface Surroundings {
  readonly driver: Driver
  /** Does the user ask for less motion? */
  readonly isStill: () => boolean
  /** Is there a finger, and neither keys nor a mouse? */
  readonly isTouched: () => boolean
}

export const createUnfold = (initial: State, surroundings: Surroundings): Unfold => {
  const { driver, isStill } = surroundings
  const store = createUnfoldStore(initial)
  const derived = createDerived(
    () => store.getState().order,
    () => store.getState().running,
    (cell) => namesOfCell(store.getState(), cell),
  )
  const plan = (): Plan => derived.planOf(store.getState().document.network)
  const clock = createClock(
    {
      length: () => endOf({ store, derived }),
      speed: () => store.getState().speed,
      isStill,
    },
    driver,
  )
  let before = plan()
  // An edit, or another way to run, keeps the playhead on the same step, where that step still exists.
  const unsubscribe = store.subscribe((state, previous) => {
    const { playhead } = clock.store.getState()
    // A gradient that is let through again may be no number.
    if (state.cuts !== previous.cuts && playhead > endOf(unfold)) clock.jump(playhead)
    // What news is of is no longer so.
    if (state.document !== previous.document && state.message === previous.message) dropNews()
    const isOther = state.document !== previous.document || state.running !== previous.running
    // Another order has its place kept by who asks for it.
    if (!isOther && state.order === previous.order) return
    const after = plan()
    const finished = Math.ceil(clock.store.getState().playhead)
    // A finished run stays so.
    const isDone = finished > 0 && finished >= before.schedule.steps[state.grain].length
    if (isOther)
      clock.jump(
        isDone
          ? after.schedule.steps[state.grain].length
          : keepPlayhead(before.schedule, after.schedule, state.grain, finished),
      )
    before = after
  })
  /** News goes with the first step or edit; an error stays until it is dismissed. */
  const dropNews = () => {
    const { message } = store.getState()
    if (message && isPassing(message)) store.setState({ message: null })
  }
  const unsubscribeNews = clock.store.subscribe(({ playhead }) => {
    if (playhead > 0) dropNews()
  })
  const unfold: Unfold = {
    store,
    clock,
    derived,
    surroundings,
    destroy: () => {
      unsubscribe()
      unsubscribeNews()
      clock.destroy()
    },
  }
  return unfold
}

/** How many steps can be taken at the present grain. */
export const endOf = ({ store, derived }: Pick<Unfold, 'store' | 'derived'>): number => {
  const { document, cuts, grain } = store.getState()
  return derived.endOf(document.network, cuts, grain)
}

/** The number that stops the run, once the playhead has come to it. */
export const reachedBad = (unfold: Unfold): Bad | null => {
  const { document, cuts } = unfold.store.getState()
  const bad = unfold.derived.badOf(document.network, cuts)
  return bad && unfold.clock.store.getState().playhead >= endOf(unfold) ? bad : null
}

export const dictionaryOf = ({ store }: Unfold): Dictionary =>
  dictionaries[store.getState().language]

/** The names of each cell, in the notations and languages that were asked for. */
const namesOfCells = new WeakMap<Cell, Map<string, Names>>()

/** What the variables and parameters of a cell are called now. */
export const namesOf = ({ store }: Unfold, cell: Cell): Names => namesOfCell(store.getState(), cell)

const namesOfCell = ({ notation, language }: State, cell: Cell): Names => {
  const key = `${notation} ${language}`
  let known = namesOfCells.get(cell)
  if (!known) namesOfCells.set(cell, (known = new Map()))
  let names = known.get(key)
  if (!names)
    known.set(key, (names = createNames(cell, notation, dictionaries[language].names.words)))
  return names
}

export const storyOf = (unfold: Unfold): Story => {
  const { store, derived } = unfold
  const { document, language, cuts } = store.getState()
  const trace = derived.shownTraceOf(document.network, cuts)
  return {
    network: derived.runningOf(document.network),
    trace,
    schedule: derived.planOf(document.network).schedule,
    isTouched: unfold.surroundings.isTouched(),
    dictionary: dictionaries[language],
    names: namesOf(unfold, trace.graph.cell),
  }
}

/** The sentence of the step that was finished last. */
export const currentSentence = (unfold: Unfold): string => sentenceNow(unfold, storyOf(unfold))

/** The same for those who listen. */
export const spokenSentence = (unfold: Unfold): string => {
  const story = storyOf(unfold)
  const { spoken, spokenReading } = story.names
  return sentenceNow(unfold, {
    ...story,
    names: { ...story.names, text: spoken, reading: spokenReading },
  })
}

const sentenceNow = (unfold: Unfold, story: Story): string => {
  const bad = reachedBad(unfold)
  if (bad) return stopOf(story, bad)
  const { grain } = unfold.store.getState()
  // For a moment, while the step size changes, the playhead may lie beyond the last step.
  const last = story.schedule.steps[grain].length
  const finished = Math.min(last, Math.floor(unfold.clock.store.getState().playhead))
  return sentenceOf(story, grain, finished)
}
