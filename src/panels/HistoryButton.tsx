/** HistoryButton: undo or redo; what that is, as soon as there is anything, is for others to say. */
import { useStore } from 'zustand'
import { commandOf, toChordText } from '../store/commands'
import type { Travel } from '../store/store'
import { Icon } from './icons'
import { useDictionary, useUnfold } from './useUnfold'

interface Props {
  readonly way: Travel
  /** What it does, in full. */
  readonly title?: string
}

export const HistoryButton = ({ way, title }: Props) => {
  const unfold = useUnfold()
  const { top, withKeys } = useDictionary()
  const { chords, isEnabled, perform } = commandOf(way)
  useStore(unfold.store.temporal)
  return (
    <button
      type="button"
      className="plain"
      aria-label={top[way]}
      title={withKeys(title ?? top[way], toChordText(chords[0]!))}
      disabled={!isEnabled(unfold)}
      onClick={() => perform(unfold)}
    >
      <Icon name={way} />
    </button>
  )
}
