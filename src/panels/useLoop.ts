/** The hooks by which components reach the view of folding and unfolding. */
import { useStore } from 'zustand'
import { type Loop, type LoopState, loopOf } from '../store/loop'
import { useUnfold } from './useUnfold'

export const useLoop = (): Loop => loopOf(useUnfold())

export const useLoopValue = <T>(selector: (state: LoopState) => T): T =>
  useStore(useLoop().store, selector)

/** Copies of f that are out: changes when one is out, not in every frame. */
export const useOut = (): number =>
  useStore(useLoop().travel.store, ({ position }) => Math.floor(position))

/** The same, and half a copy more while one is on its way. */
export const useStage = (): number => useStore(useLoop().travel.store, stageOf)

export const stageOf = ({ position }: { readonly position: number }): number =>
  (Math.floor(position) + Math.ceil(position)) / 2
