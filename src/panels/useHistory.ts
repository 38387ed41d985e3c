/** Whether there is an edit to undo or to redo. */
import { useStore } from 'zustand'
import { useUnfold } from './useUnfold'

export const useHistory = () => {
  const { temporal } = useUnfold().store
  const canUndo = useStore(temporal, ({ pastStates }) => pastStates.length > 0)
  const canRedo = useStore(temporal, ({ futureStates }) => futureStates.length > 0)
  return { canUndo, canRedo }
}
