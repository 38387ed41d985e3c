/** The hooks of the view of training and free running: its words, and the two runs. */
import { type RunningWords, runningWords } from '../../i18n/running'
import { objectiveOf, valueOf } from '../../engine/run'
import { asRun } from '../../engine/running'
import { feedbackWords } from '../../i18n/feedback'
import { toDigits } from '../../notation/numbers'
import { type RunName, type RunningFacts, runningFactsOf, shownOf } from '../../store/runningFacts'
import { useField, useNetwork, useUnfold, useValue, useWords } from '../useUnfold'

export const useRunningWords = (): RunningWords => useWords(runningWords)

/** Null where no output is fed back. */
export const useRunningFacts = (): RunningFacts | null => {
  const network = useValue(({ document }) => document.network)
  return runningFactsOf(
    network,
    useValue(({ running }) => running),
  )
}

/** The run that the graph shows: which of the two it is, what it is called, and its loss. */
export const useShownRun = (): {
  readonly shown: RunName | null
  /** What it feeds back. */
  readonly way: string
  readonly loss: string
} => {
  const network = useNetwork()
  const running = useField('running')
  const { feedbacks } = useWords(feedbackWords)
  const trace = useUnfold().derived.traceOf(network)
  return {
    shown: shownOf(network),
    way: feedbacks[asRun(network, running).architecture.feedback!],
    loss: toDigits(valueOf(trace, objectiveOf(trace.graph))[0]!, 4),
  }
}

/** The column that is pointed at, in the rows or among the factors. */
export interface Lit {
  readonly t: number | null
  readonly light: (t: number | null) => void
}
