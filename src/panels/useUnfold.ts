/** The hooks by which components reach the store and the clock. */
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Cell } from '../engine/cells/cell'
import type { Network } from '../engine/network'
import { type Language, dictionaries, languages } from '../i18n'
import type { Dictionary } from '../i18n/en'
import type { Names } from '../notation/names'
import type { ClockState } from '../store/clock'
import type { State } from '../store/store'
import { type Unfold, namesOf } from '../store/unfold'

/** What nearly every component asks for: told from above, since a subscription of each would be looked at in each render. */
export interface Surrounding extends Pick<State, 'running' | 'language' | 'notation'> {
  readonly unfold: Unfold
}

export const UnfoldContext = createContext<Surrounding | null>(null)

const useSurrounding = (): Surrounding => {
  const surrounding = useContext(UnfoldContext)
  if (!surrounding) throw new Error('UnfoldContext is missing')
  return surrounding
}

// What is asked by all is made once: for a new function React would look at it anew after each render.
const networkOf = ({ document }: State) => document.network
const finishedOf = ({ playhead }: ClockState) => Math.floor(playhead)
const isPlayingOf = ({ isPlaying }: ClockState) => isPlaying

/** Whoever asks what is derived of a network renders anew when it runs in another way. */
export const useUnfold = (): Unfold => useSurrounding().unfold

/** One narrow value of the store; the component renders when it changes. */
export const useValue = <T>(selector: (state: State) => T): T =>
  useStore(useUnfold().store, selector)

/** One part of the store as it is. */
export const useField = <Key extends keyof State>(key: Key): State[Key] => useValue(fieldOf(key))

const fields = new Map<keyof State, (state: State) => unknown>()
const fieldOf = <Key extends keyof State>(key: Key) => {
  let field = fields.get(key)
  if (!field) fields.set(key, (field = (state) => state[key]))
  return field as (state: State) => State[Key]
}

export const useNetwork = (): Network => useValue(networkOf)

export const useDictionary = (): Dictionary => dictionaries[useSurrounding().language]

/** Words that come with the part that says them, in the language of the page. */
export const useWords = <T>(words: Readonly<Record<Language, T>>): T =>
  words[useSurrounding().language]

/** What stands between one sentence and the next: Chinese has no space there. */
export const useGap = (): string => languages[useSurrounding().language].gap

/** What the variables and parameters of a cell are called. */
export const useNames = (cell: Cell): Names => namesOf(useUnfold(), cell)

/** The number of finished steps: changes when a step is done, not in every frame. */
export const useFinished = (): number => useStore(useUnfold().clock.store, finishedOf)

export const useIsPlaying = (): boolean => useStore(useUnfold().clock.store, isPlayingOf)
