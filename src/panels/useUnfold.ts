/** The hooks by which components reach the store and the clock. */
import { createContext, useCallback, useContext } from 'react'
import { useStore } from 'zustand'
import type { Cell } from '../engine/cells/cell'
import type { Network } from '../engine/network'
import { dictionaries, languages } from '../i18n'
import type { Dictionary } from '../i18n/en'
import type { Names } from '../notation/names'
import type { ClockState } from '../store/clock'
import type { State } from '../store/store'
import { type Unfold, namesOf } from '../store/unfold'

export const UnfoldContext = createContext<Unfold | null>(null)

const useContextual = (): Unfold => {
  const unfold = useContext(UnfoldContext)
  if (!unfold) throw new Error('UnfoldContext is missing')
  return unfold
}

// What is asked by all is made once: for a new function React would look at it anew after each render.
const runningOf = ({ running }: State) => running
const dictionaryIn = ({ language }: State) => dictionaries[language]
const networkOf = ({ document }: State) => document.network
const finishedOf = ({ playhead }: ClockState) => Math.floor(playhead)
const isPlayingOf = ({ isPlaying }: ClockState) => isPlaying

/** Whoever asks what is derived of a network renders anew when it runs in another way. */
export const useUnfold = (): Unfold => {
  const unfold = useContextual()
  useStore(unfold.store, runningOf)
  return unfold
}

/** One narrow value of the store; the component renders when it changes. */
export const useValue = <T>(selector: (state: State) => T): T =>
  useStore(useContextual().store, selector)

/** One part of the store as it is. */
export const useField = <Key extends keyof State>(key: Key): State[Key] => useValue(fieldOf(key))

const fields = new Map<keyof State, (state: State) => unknown>()
const fieldOf = <Key extends keyof State>(key: Key) => {
  let field = fields.get(key)
  if (!field) fields.set(key, (field = (state) => state[key]))
  return field as (state: State) => State[Key]
}

export const useNetwork = (): Network => useValue(networkOf)

export const useDictionary = (): Dictionary => useValue(dictionaryIn)

/** What stands between one sentence and the next: Chinese has no space there. */
export const useGap = (): string => useValue(({ language }) => languages[language].gap)

/** What the variables and parameters of a cell are called. */
export const useNames = (cell: Cell): Names => {
  const unfold = useContextual()
  return useStore(
    unfold.store,
    useCallback(() => namesOf(unfold, cell), [unfold, cell]),
  )
}

/** The number of finished steps: changes when a step is done, not in every frame. */
export const useFinished = (): number => useStore(useContextual().clock.store, finishedOf)

export const useIsPlaying = (): boolean => useStore(useContextual().clock.store, isPlayingOf)
