/** Parting: where the two runs part, why, where they meet again, and what it costs. */
import { toVisible } from '../../notation/names'
import { toDigits } from '../../notation/numbers'
import { outputSymbols } from '../../store/document'
import type { RunningFacts } from '../../store/runningFacts'
import { Prose } from '../Prose'
import { useGap, useValue } from '../useUnfold'
import { useRunningWords } from './useRunning'

/** Of more times, the first are named. */
const mostTimes = 8

const first = (times: readonly number[]): readonly (number | string)[] =>
  times.length > mostTimes ? [...times.slice(0, mostTimes), '…'] : times

/** The reason, and the price, in one place above both runs. */
export const Parting = ({ facts }: { readonly facts: RunningFacts }) => {
  const words = useRunningWords()
  const gap = useGap()
  const at = facts.partings[0]
  return (
    <p className="running-result" role="status">
      {at === undefined ? words.never(facts.trained.steps.length) : <Cause facts={facts} at={at} />}
      {gap}
      <Difference facts={facts} />
    </p>
  )
}

/** What it is good to know about it, below them. */
export const PartingNotes = ({ facts }: { readonly facts: RunningFacts }) => {
  const words = useRunningWords()
  const gap = useGap()
  const { trained, partings } = facts
  const at = partings[0]
  const tau = trained.steps.length
  const untaught = trained.steps.filter(({ t, wanted }) => wanted === null && t < tau)
  const apart = new Set(partings)
  const together = trained.steps.filter(({ t }) => at !== undefined && t > at && !apart.has(t))
  return (
    <div className="running-notes">
      <p>
        {words.lead}
        {at !== undefined && gap + words.exposure}
      </p>
      {together.length > 0 && <p>{words.together(first(together.map(({ t }) => t)))}</p>}
      {untaught.length > 0 && (
        <p>
          <Prose>{words.untaught(first(untaught.map(({ t }) => t)))}</Prose>
        </p>
      )}
    </div>
  )
}

const Cause = ({ facts, at }: { readonly facts: RunningFacts; readonly at: number }) => {
  const words = useRunningWords()
  const network = useValue(({ document }) => document.network)
  const symbols = outputSymbols(network).map(toVisible)
  const { said, wanted } = facts.alone.steps[at - 2]!
  return (
    <strong>
      {wanted === null
        ? words.partUntaught(at, symbols[said]!)
        : words.partWrong(at, symbols[said]!, symbols[wanted]!)}
    </strong>
  )
}

const Difference = ({ facts }: { readonly facts: RunningFacts }) => {
  const words = useRunningWords()
  const [trained, alone] = [facts.trained.loss, facts.alone.loss]
  const by = toDigits(Math.abs(alone - trained), 3)
  return words.difference({
    trained: toDigits(trained, 4),
    alone: toDigits(alone, 4),
    more: alone === trained ? words.same : alone > trained ? words.more(by) : words.less(by),
  })
}
