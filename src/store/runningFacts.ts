/** RunningFacts: one network as it is trained and on its own, step beside step. Worked out once for each network, choice and seed. */
import { type Network, targetAt } from '../engine/network'
import { type Outcome, outcomesOf, partingsOf, saidAt } from '../engine/outcomes'
import { type Trace, createRunner, graphOf, objectiveOf, run, valueOf } from '../engine/run'
import { type Running, asTrained, onItsOwn } from '../engine/running'
import type { GraphNode } from '../engine/unfold'

/** What comes from the step before: what stands before the first, a symbol, or zeros where there is no symbol to feed back. */
export type Read =
  | { readonly kind: 'start' }
  | { readonly kind: 'none' }
  | { readonly kind: 'symbol'; readonly symbol: number }

export interface StepFacts {
  readonly t: number
  readonly from: GraphNode
  readonly read: Read
  readonly probabilities: Float64Array
  /** What it feeds back where it is on its own; else the most likely symbol. */
  readonly said: number
  readonly wanted: number | null
  readonly loss: number | null
}

export interface RunFacts {
  readonly trace: Trace
  readonly steps: readonly StepFacts[]
  readonly loss: number
}

export interface RunningFacts {
  readonly trained: RunFacts
  readonly alone: RunFacts
  /** The steps at which the two read something else of the step before. */
  readonly partings: readonly number[]
}

/** Which of the two the graph shows; null where it shows a third. */
export const shownOf = ({ architecture: { feedback } }: Network): RunName | null =>
  feedback === 'target' ? 'trained' : feedback === 'argmax' ? 'alone' : null

export type RunName = 'trained' | 'alone'

/** Null where no output is fed back. May throw the typed error: on its own a network has more to keep. */
export const runningFactsOf = (network: Network, running: Running): RunningFacts | null => {
  if (network.architecture.recurrence === 'hidden') return null
  const { choice, seed } = running
  let known = kept.get(network)
  if (known?.choice !== choice || known.seed !== seed) {
    known = { choice, seed, facts: toFacts(network, running) }
    kept.set(network, known)
  }
  return known.facts
}

const kept = new WeakMap<
  Network,
  Pick<Running, 'choice' | 'seed'> & { readonly facts: RunningFacts }
>()

const toFacts = (network: Network, running: Running): RunningFacts => {
  const { choice, seed } = running
  const [trained, alone] = [asTrained(network), onItsOwn(network, choice, seed)].map((asked) => {
    const trace = run(createRunner(graphOf(asked), asked.architecture), asked)
    return { trace, outcomes: outcomesOf(trace.graph) }
  }) as [Ran, Ran]
  return {
    trained: toRun(network, trained),
    alone: toRun(network, alone),
    partings: partingsOf([trained.trace, alone.trace], [trained.outcomes, alone.outcomes]),
  }
}

interface Ran {
  readonly trace: Trace
  readonly outcomes: readonly Outcome[]
}

const toRun = ({ sequence }: Network, { trace, outcomes }: Ran): RunFacts => ({
  trace,
  loss: valueOf(trace, objectiveOf(trace.graph))[0]!,
  steps: outcomes.map((outcome) => ({
    t: outcome.t,
    from: outcome.read,
    read: toRead(trace, outcome.read),
    probabilities: valueOf(trace, outcome.prediction!),
    said: saidAt(trace, outcome)!,
    wanted: targetAt(sequence, outcome.t),
    loss: outcome.loss && valueOf(trace, outcome.loss)[0]!,
  })),
})

const toRead = (trace: Trace, node: GraphNode): Read => {
  if (node.t === 0) return { kind: 'start' }
  const symbol = valueOf(trace, node).indexOf(1)
  return symbol < 0 ? { kind: 'none' } : { kind: 'symbol', symbol }
}
