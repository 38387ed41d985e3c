/** EndingFacts: one way to end, of the present network: what it adds, and what is to be drawn of it. */
import type { EndingDraw } from '../../engine/model/drawEnding'
import { parameterCounts } from '../../engine/model/counts'
import { type EndingKind, createEnding } from '../../engine/model/ending'
import type { Network } from '../../engine/network'
import { cellOf } from '../../engine/run'
import { type Graph, unfold } from '../../engine/unfold'
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
  /** Two steps of its cell, for its formulas. */
  readonly graph: Graph
  readonly added: { readonly names: readonly string[]; readonly numbers: number }
  /** For the worker. */
  readonly draw: EndingDraw
}

const endingSamples = 1000

/** Null where the network cannot read what it puts out. */
export const endingFactsOf = (network: Network, choice: EndingChoice): EndingFacts | null => {
  const { kind, bias, endSymbol, weightSeed, seed } = choice
  const request = { network, labels: labelsOf(network), seed: weightSeed, bias, endSymbol }
  const ending = createEnding(kind, request)
  if (!ending) return null
  const base = new Set(cellOf(network.architecture).parameters.map(({ name }) => name))
  const own = parameterCounts(ending.cell, network.architecture).filter(
    ({ name }) => !base.has(name),
  )
  return {
    graph: unfold(ending.cell, 2, () => true),
    added: {
      names: own.map(({ name }) => name),
      numbers: own.reduce((sum, { count }) => sum + count, 0),
    },
    draw: { ...request, kind, sampleSeed: seed, samples: endingSamples },
  }
}
