/** EndingFacts: one way to end, of the present network: what it adds, its exact lengths, and samples of it. */
import { parameterCounts } from '../../engine/model/counts'
import {
  type EndedSample,
  type Ending,
  type EndingKind,
  createEnding,
} from '../../engine/model/ending'
import type { Network } from '../../engine/network'
import { createRandom } from '../../engine/random'
import { cellOf } from '../../engine/run'
import { type Graph, range, unfold } from '../../engine/unfold'
import { labelsOf } from '../document'

export interface EndingChoice {
  readonly kind: EndingKind
  readonly bias: number
  readonly endSymbol: number
  /** Of the ending's own weights. */
  readonly weightSeed: number
  /** Of the samples. */
  readonly seed: number
}

export interface EndingFacts {
  readonly ending: Ending
  /** Two steps of its cell, for its formulas. */
  readonly graph: Graph
  readonly added: { readonly names: readonly string[]; readonly numbers: number }
  /** By step, from 1: exact, and as share of the samples. The rest of the samples is longer. */
  readonly exact: readonly number[]
  readonly sampled: readonly number[]
  readonly first: readonly EndedSample[]
  readonly mean: number
  /** The share of the samples that was cut. */
  readonly cut: number
}

export const endingSamples = 1000
const listed = 6

/** Null where the network cannot read what it puts out. */
export const endingFactsOf = (network: Network, choice: EndingChoice): EndingFacts | null => {
  const { kind, bias, endSymbol, weightSeed, seed } = choice
  const request = { network, labels: labelsOf(network), seed: weightSeed, bias, endSymbol }
  const ending = createEnding(kind, request)
  if (!ending) return null
  const random = createRandom(seed)
  const samples = range(1, endingSamples).map(() => ending.draw(random))
  const ended = samples.filter(({ hasEnded }) => hasEnded)
  const base = new Set(cellOf(network.architecture).parameters.map(({ name }) => name))
  const own = parameterCounts(ending.cell, network.architecture).filter(
    ({ name }) => !base.has(name),
  )
  return {
    ending,
    graph: unfold(ending.cell, 2, () => true),
    added: {
      names: own.map(({ name }) => name),
      numbers: own.reduce((sum, { count }) => sum + count, 0),
    },
    exact: [...ending.lengths],
    sampled: range(1, ending.lengths.length).map(
      (n) => ended.filter(({ y }) => y.length === n).length / endingSamples,
    ),
    first: samples.slice(0, listed),
    mean: samples.reduce((sum, { y }) => sum + y.length, 0) / endingSamples,
    cut: 1 - ended.length / endingSamples,
  }
}
