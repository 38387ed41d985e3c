/** NamedHistory: undo and redo, each with what it will take back or make again; comes with the first edit. */
import { useStore } from 'zustand'
import { historyWords } from '../i18n/history'
import { changeOf } from '../store/changeOf'
import type { Moment } from '../store/store'
import { HistoryButton } from './HistoryButton'
import { useChangeText } from './useChangeText'
import { useField, useUnfold, useWords } from './useUnfold'

export const NamedHistory = () => {
  const { store } = useUnfold()
  const { next } = useWords(historyWords)
  const textOf = useChangeText()
  const { pastStates, futureStates } = useStore(store.temporal)
  const now: Moment = { document: useField('document'), cuts: useField('cuts') }
  const [past, future] = [pastStates.at(-1), futureStates.at(-1)] as (Moment | undefined)[]
  const undo = past && next.undo(textOf(changeOf(past, now)))
  const redo = future && next.redo(textOf(changeOf(now, future)))
  return (
    <>
      <HistoryButton way="undo" {...(undo ? { title: undo } : {})} />
      <HistoryButton way="redo" {...(redo ? { title: redo } : {})} />
    </>
  )
}
