/** The hooks of the view of training and free running: its words, and the two runs. */
import { type RunningWords, runningWords } from '../../i18n/running'
import { type RunningFacts, runningFactsOf } from '../../store/runningFacts'
import { useValue } from '../useUnfold'

export const useRunningWords = (): RunningWords =>
  useValue(({ language }) => runningWords[language])

/** Null where no output is fed back. */
export const useRunningFacts = (): RunningFacts | null => {
  const network = useValue(({ document }) => document.network)
  return runningFactsOf(
    network,
    useValue(({ running }) => running),
  )
}

/** The column that is pointed at, in the rows or among the factors. */
export interface Lit {
  readonly t: number | null
  readonly light: (t: number | null) => void
}
