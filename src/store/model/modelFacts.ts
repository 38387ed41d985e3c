/** ModelFacts: what a network is as a distribution over sequences; worked out once for each network. */
import {
  type FullTable,
  type ParameterCount,
  crossing,
  parameterCounts,
  parameterTotal,
  toFullTable,
} from '../../engine/model/counts'
import {
  type NoChain,
  type Reading,
  createChain,
  factorsOf,
  noChainOf,
  readingOf,
  withOutputs,
} from '../../engine/model/chain'
import { type Table, enumerateJoint, longestTau } from '../../engine/model/joint'
import { informationBetween } from '../../engine/model/information'
import type { Network } from '../../engine/network'
import { cellOf, createRunner, graphOf, objectiveOf, run, valueOf } from '../../engine/run'
import { range } from '../../engine/unfold'
import { inputSymbols, outputSymbols } from '../document'
import { toVisible } from '../../notation/names'

/** So many steps are drawn and listed; what is beyond is counted in, not shown. */
export const mostShown = 12

export interface ModelFacts {
  readonly network: Network
  readonly classes: number
  readonly tau: number
  /** Steps that are drawn: 1 … shown. */
  readonly shown: number
  readonly symbols: readonly string[]
  readonly counts: readonly ParameterCount[]
  readonly total: number
  /** The table that the network takes the place of; null where what is read are numbers, which no table can list. */
  readonly table: FullTable | null
  readonly crossing: number | null
  readonly chain: ChainFacts | null
  /** Why there is none. */
  readonly noChain: NoChain | null
}

export interface ChainFacts {
  readonly reading: Reading
  /** What is read at each step; null for a vector. */
  readonly reads: readonly (string | null)[]
  /** The sequence on the screen. */
  readonly y: readonly number[]
  /** Is this the run of the stage: does it read what it should have said a step before? */
  readonly isRun: boolean
  /** Steps without a target, for which the most likely symbol stands in. */
  readonly filled: readonly number[]
  readonly factors: readonly number[]
  readonly product: number
  /** L of the run on this sequence. */
  readonly loss: number
  /** Over the first steps, as many as can be enumerated; null where not even one can. */
  readonly joint: Table | null
}

const kept = new WeakMap<Network, ModelFacts>()

export const modelFactsOf = (network: Network): ModelFacts => {
  let facts = kept.get(network)
  if (!facts) kept.set(network, (facts = toModelFacts(network)))
  return facts
}

const toModelFacts = (network: Network): ModelFacts => {
  const { architecture, sequence } = network
  const counts = parameterCounts(cellOf(architecture), architecture)
  const total = parameterTotal(counts)
  const tau = sequence.inputs.length
  const chain = toChainFacts(network)
  const noChain = noChainOf(network)
  const table = tableOf(network, noChain)
  return {
    network,
    classes: architecture.outputSize,
    tau,
    shown: Math.min(tau, mostShown),
    symbols: outputSymbols(network).map(toVisible),
    counts,
    total,
    table,
    crossing: table && crossing(table, total),
    chain,
    noChain,
  }
}

/** Where no output depends on another, a table lists what the inputs give; that takes symbols. */
const tableOf = ({ architecture, sequence }: Network, noChain: NoChain | null) => {
  const { outputSize, inputSize } = architecture
  if (noChain === null) return toFullTable('sequences', outputSize, inputSize)
  if (sequence.inputs.some((input) => typeof input !== 'number')) return null
  return toFullTable(noChain === 'atEnd' ? 'last' : 'steps', outputSize, inputSize)
}

const toChainFacts = (network: Network): ChainFacts | null => {
  const reading = readingOf(network)
  if (!reading) return null
  const { architecture, sequence } = network
  const { inputs, targets } = sequence
  const tau = inputs.length
  const { y, filled } = fill(network, targets)
  const chain = createChain(network, tau)!
  const factors = factorsOf(chain, y)
  const shifted = withOutputs(network, reading, y)
  const [names, outputs] = [inputSymbols(network), outputSymbols(network)]
  const enumerable = Math.min(tau, mostShown, longestTau(reading.classes))
  return {
    reading,
    reads: reading.inputs
      ? shifted.sequence.inputs.map((input) =>
          typeof input === 'number' ? toVisible(names[input]!) : null,
        )
      : [null, ...y.slice(0, -1).map((symbol) => toVisible(outputs[symbol]!))],
    y,
    isRun:
      architecture.feedback === shifted.architecture.feedback &&
      inputs.every((input, i) => input === shifted.sequence.inputs[i]),
    filled,
    factors,
    product: factors.reduce((product, factor) => product * factor, 1),
    loss: lossOf(shifted),
    joint: enumerable > 0 ? enumerateJoint(createChain(network, enumerable)!) : null,
  }
}

/** Where a step has no target, the most likely symbol stands. */
const fill = (network: Network, targets: Network['sequence']['targets']) => {
  const chain = createChain(network, network.sequence.inputs.length)!
  const filled: number[] = []
  const y = range(1, chain.tau).map((t) => {
    const target = targets[t - 1]
    const yhat = chain.predict(t)
    const symbol = target ?? yhat.indexOf(yhat.reduce((a, b) => Math.max(a, b)))
    if (target === null || target === undefined) filled.push(t)
    chain.choose(t, symbol)
    return symbol
  })
  return { y, filled }
}

const lossOf = (network: Network): number => {
  const trace = run(createRunner(graphOf(network), network.architecture), network)
  return valueOf(trace, objectiveOf(trace.graph))[0]!
}

export interface Information {
  readonly i: number
  readonly j: number
  readonly bits: number
}

/** I(y(i); y(j) | between) for every pair of the first steps of a joint, at most `most` of them. */
export const informationOf = (joint: Table, most: number): readonly Information[] => {
  const n = Math.min(joint.times.length, most)
  return range(2, n).flatMap((j) =>
    range(1, j - 1).map((i) => ({ i, j, bits: informationBetween(joint, i, j) })),
  )
}
