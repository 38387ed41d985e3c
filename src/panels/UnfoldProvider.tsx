/** UnfoldProvider: gives the store and the clock to all components below, and tells them of what nearly all depend on. */
import { type ReactNode, useMemo } from 'react'
import { useStore } from 'zustand'
import type { State } from '../store/store'
import type { Unfold } from '../store/unfold'
import { UnfoldContext } from './useUnfold'

const runningOf = ({ running }: State) => running
const languageOf = ({ language }: State) => language
const notationOf = ({ notation }: State) => notation

interface Props {
  readonly unfold: Unfold
  readonly children: ReactNode
}

export const UnfoldProvider = ({ unfold, children }: Props) => {
  const running = useStore(unfold.store, runningOf)
  const language = useStore(unfold.store, languageOf)
  const notation = useStore(unfold.store, notationOf)
  const surrounding = useMemo(
    () => ({ unfold, running, language, notation }),
    [unfold, running, language, notation],
  )
  return <UnfoldContext value={surrounding}>{children}</UnfoldContext>
}
