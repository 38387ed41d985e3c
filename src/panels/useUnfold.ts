/** The hooks by which components reach the store and the clock. */
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Cell } from '../engine/cells/cell'
import { dictionaries, languages } from '../i18n'
import type { Dictionary } from '../i18n/en'
import type { Names } from '../notation/names'
import type { State } from '../store/store'
import { type Unfold, namesOf } from '../store/unfold'

export const UnfoldContext = createContext<Unfold | null>(null)

const useContextual = (): Unfold => {
  const unfold = useContext(UnfoldContext)
  if (!unfold) throw new Error('UnfoldContext is missing')
  return unfold
}

/** Whoever asks what is derived of a network renders anew when it runs in another way. */
export const useUnfold = (): Unfold => {
  const unfold = useContextual()
  useStore(unfold.store, ({ running }) => running)
  return unfold
}

/** One narrow value of the store; the component renders when it changes. */
export const useValue = <T>(selector: (state: State) => T): T =>
  useStore(useContextual().store, selector)

export const useDictionary = (): Dictionary => useValue(({ language }) => dictionaries[language])

/** What stands between one sentence and the next: Chinese has no space there. */
export const useGap = (): string => useValue(({ language }) => languages[language].gap)

/** What the variables and parameters of a cell are called. */
export const useNames = (cell: Cell): Names => {
  const unfold = useContextual()
  return useStore(unfold.store, () => namesOf(unfold, cell))
}

/** The number of finished steps: changes when a step is done, not in every frame. */
export const useFinished = (): number =>
  useStore(useContextual().clock.store, ({ playhead }) => Math.floor(playhead))

export const useIsPlaying = (): boolean =>
  useStore(useContextual().clock.store, ({ isPlaying }) => isPlaying)
