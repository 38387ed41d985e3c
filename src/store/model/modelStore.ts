/** ModelStore: what is chosen in the view of the graphical model: causes only, and what the worker has counted. */
import { createStore } from 'zustand/vanilla'
import type { EndingKind } from '../../engine/model/ending'
import type { PolicyKind } from '../../engine/model/sample'
import type { Network } from '../../engine/network'
import type { Unfold } from '../unfold'

/** What the worker has counted, and of what. */
export interface Many {
  readonly isRunning: boolean
  readonly done: number
  readonly all: number
  /** By sequence; of what is done so far. */
  readonly counts: Float64Array
  readonly network: Network
  readonly policy: PolicyKind
  readonly cause: string
}

export interface ModelState {
  /** 0: without h; 1: with h. */
  readonly morph: number
  /** The symbol that is known at a step. */
  readonly given: ReadonlyMap<number, number>
  /** The step that is asked for. */
  readonly asked: number
  readonly seed: number
  readonly policy: PolicyKind
  readonly temperature: number
  /** How many samples the worker draws. */
  readonly samples: number
  readonly many: Many | null
  readonly ending: EndingKind
  /** Added to the score of ending. */
  readonly endingBias: number
  /** The class that ends a sequence; null: the last symbol of the sequence on the screen. */
  readonly endSymbol: number | null
}

export const biasRange = { min: -3, max: 3, step: 0.25 } as const

export const sampleSizes: readonly number[] = [1000, 10_000, 100_000, 1_000_000]

const createModelStore = () =>
  createStore<ModelState>()(() => ({
    morph: 0,
    given: new Map(),
    asked: 1,
    seed: 1,
    policy: 'ancestral',
    temperature: 0.5,
    samples: 1000,
    many: null,
    ending: 'symbol',
    endingBias: 0,
    endSymbol: null,
  }))

export type ModelStore = ReturnType<typeof createModelStore>

const stores = new WeakMap<Unfold, ModelStore>()

/** One for each page: what was chosen is still there when the view is shown again. */
export const modelStoreOf = (unfold: Unfold): ModelStore => {
  let store = stores.get(unfold)
  if (!store) stores.set(unfold, (store = createModelStore()))
  return store
}

/** A symbol is known at a step, or no longer; what is asked for is not known. */
export const setGiven = (store: ModelStore, t: number, y: number | null): void => {
  const given = new Map(store.getState().given)
  if (y === null) given.delete(t)
  else given.set(t, y)
  store.setState({ given })
}

export const ask = (store: ModelStore, asked: number): void => store.setState({ asked })

/** What still is a question about this many steps and classes. */
export const questionOf = (
  { given, asked }: Pick<ModelState, 'given' | 'asked'>,
  steps: number,
  classes: number,
): { readonly asked: number; readonly given: ReadonlyMap<number, number> } => {
  const step = Math.min(asked, steps)
  return {
    asked: step,
    given: new Map([...given].filter(([t, y]) => t <= steps && t !== step && y < classes)),
  }
}
