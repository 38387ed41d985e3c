/** UseReach: the reach of a network or of a trial of it: at once where that takes no time, else from a worker, the last trial winning. */
import { startTransition, useEffect, useMemo, useRef, useState } from 'react'
import type { Network } from '../../engine/network'
import { type Runner, type Trace, run } from '../../engine/run'
import {
  type Reach,
  type Trial,
  reachNumbers,
  reachProducts,
  runTrial,
  toReach,
  withTrial,
} from '../../store/reach'
import { type ReachQueue, createReachQueue, startReachWorker } from '../../store/reachQueue'
import { useUnfold, useValue } from '../useUnfold'

/** So many products take some milliseconds: no worker is asked for them. */
const productsAtOnce = 5e5

interface Question {
  /** As it is tried out. */
  readonly network: Network
  readonly trial: Trial
  readonly cuts: ReadonlySet<string>
  readonly runner: Runner
  readonly trace: Trace
}

interface Found {
  readonly question: Question
  readonly reach: Reach
}

export interface ShownReach {
  /** Null as long as there is none of such a network yet. */
  readonly reach: Reach | null
  /** What is shown where it is not what is asked for. */
  readonly stale: Trial | null
  readonly isComputing: boolean
}

export const useReach = (network: Network, { scale, activation }: Trial): ShownReach => {
  const { derived } = useUnfold()
  const cuts = useValue((state) => state.cuts)
  const question = useMemo((): Question => {
    const trial = { scale, activation }
    const tried = withTrial(network, trial)
    const { runner } = derived.planOf(network)
    const isWhole = cuts.size === 0 && activation === network.architecture.activation
    // The graph of a trial is that of the network, unless something is cut or its activation is another.
    const ran = !isWhole
      ? runTrial(tried, cuts)
      : { runner, trace: tried === network ? derived.traceOf(network) : run(runner, tried) }
    return { network: tried, trial, cuts, ...ran }
  }, [derived, network, scale, activation, cuts])
  const atOnce = useMemo(() => {
    const { runner, trace } = question
    return reachProducts(runner) > productsAtOnce
      ? null
      : toReach(runner, trace, reachNumbers(runner, trace, question.network))
  }, [question])
  const { found, failed } = useAnswers(atOnce ? null : question)
  if (atOnce) return { reach: atOnce, stale: null, isComputing: false }
  const isOne = found?.question === question
  const isAlike = found !== null && isSameSize(found.question, question)
  return {
    reach: isAlike ? found.reach : null,
    stale: isAlike && !isOne ? found.question.trial : null,
    isComputing: !isOne && failed !== question,
  }
}

/** What the worker has found last, and what it could not. */
const useAnswers = (question: Question | null) => {
  const [found, setFound] = useState<Found | null>(null)
  const [failed, setFailed] = useState<Question | null>(null)
  const queue = useRef<ReachQueue<Question>>(null)
  useEffect(() => {
    queue.current = createReachQueue<Question>(
      {
        // The slider goes first: charts that are half rendered are given up for newer ones.
        onFound: (asked, numbers) =>
          startTransition(() =>
            setFound({ question: asked, reach: toReach(asked.runner, asked.trace, numbers) }),
          ),
        onFailure: setFailed,
      },
      startReachWorker,
    )
    return () => queue.current!.destroy()
  }, [])
  useEffect(() => {
    if (question) queue.current!.ask(question)
  }, [question])
  return { found, failed }
}

/** Do the charts of one fit on the axis of the other? */
const isSameSize = (a: Question, b: Question): boolean =>
  a.runner.graph.tau === b.runner.graph.tau &&
  a.runner.graph.nodes.length === b.runner.graph.nodes.length &&
  a.runner.memory.values === b.runner.memory.values
