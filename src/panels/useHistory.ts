/** Whether there is an edit or a cut to undo, or an edit to redo. */
import { useStore } from 'zustand'
import { isCutLast } from '../store/actions/explain'
import { useUnfold, useValue } from './useUnfold'

export const useHistory = () => {
  const { temporal } = useUnfold().store
  const isEdited = useStore(temporal, ({ pastStates }) => pastStates.length > 0)
  const canUndo = useValue(isCutLast) || isEdited
  const canRedo = useStore(temporal, ({ futureStates }) => futureStates.length > 0)
  return { canUndo, canRedo }
}
