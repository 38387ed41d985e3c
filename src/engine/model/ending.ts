/**
 * Ending: the three ways in which a sequence that is drawn can end (section 10.2.3): with an end symbol, with an
 * output "stop?" at each step, or after a number of steps that is drawn first. A row each.
 */
import type { Cell } from '../cells/cell'
import { withRemaining } from '../cells/withRemaining'
import { withStop } from '../cells/withStop'
import type { Network } from '../network'
import { type Random, drawNamed } from '../random'
import { type Labels, initialise } from '../refit'
import { cellOf } from '../run'
import { type Tensor, toTensor } from '../tensor'
import { range } from '../unfold'
import { type Chain, type Reading, chainWith, readingOf } from './chain'
import { mostSequences } from './joint'
import { takeStep } from './sample'

export type EndingKind = 'symbol' | 'stop' | 'length'

export interface EndingRequest {
  readonly network: Network
  readonly labels: Labels
  /** What the ending's own parameters are drawn from. */
  readonly seed: number
  /** Added to the score of ending: the more, the sooner. */
  readonly bias: number
  /** The class that ends a sequence. */
  readonly endSymbol: number
}

export interface Ending {
  /** The cell that runs, and all its parameters. */
  readonly cell: Cell
  readonly parameters: Readonly<Record<string, Tensor>>
  /** P(the sequence ends with step n), n = 1 …, as far as it can be enumerated; worked out when asked for. */
  readonly lengths: () => Float64Array
  /** Draws one sequence; null after `mostSteps` steps without an end. The end symbol, if there is one, is its last. */
  readonly draw: (random: Random) => EndedSample
}

export interface EndedSample {
  readonly y: readonly number[]
  readonly hasEnded: boolean
}

/** A sequence that goes on longer is cut, and said to be longer. */
export const mostSteps = 64
/** The longest τ where it is drawn first; also the most steps of the exact distribution. */
export const longestDrawn = 8

const ancestral = { kind: 'ancestral' } as const

/** Null where the network cannot read what it puts out, or not for as many steps as it may take. */
export const createEnding = (kind: EndingKind, request: EndingRequest): Ending | null => {
  const reading = readingOf(request.network)
  return reading && reading.longest >= mostSteps ? endings[kind](request, reading) : null
}

type Maker = (request: EndingRequest, reading: Reading) => Ending

const endings: Readonly<Record<EndingKind, Maker>> = {
  symbol: (request, reading) => {
    const { network, bias, endSymbol } = request
    const cell = cellOf(network.architecture)
    const parameters = { ...network.parameters, c: biased(network.parameters.c!, endSymbol, bias) }
    const chain = chainWith({ ...network, parameters }, cell, reading, mostSteps)
    // A copy of ŷ(t)[end] is read before the walk goes deeper.
    const ends = (t: number) => chain.predict(t)[endSymbol]!
    return {
      ...{ cell, parameters },
      lengths: () => endsOf(chain, ends, (y) => y === endSymbol),
      draw: (random) => {
        const y: number[] = []
        for (let t = 1; t <= chain.tau && y.at(-1) !== endSymbol; t++)
          y.push(drawInto(chain, t, random))
        return { y, hasEnded: y.at(-1) === endSymbol }
      },
    }
  },

  stop: (request, reading) => {
    const { network, bias } = request
    const { cell, parameters } = extended(withStop(cellOf(network.architecture)), request)
    const own = { ...parameters, d: biased(parameters.d!, 0, bias) }
    const chain = chainWith({ ...network, parameters: own }, cell, reading, mostSteps)
    const ends = (t: number) => {
      chain.predict(t)
      return chain.stop!(t)
    }
    return {
      ...{ cell, parameters: own },
      lengths: () => endsOf(chain, ends, null),
      draw: (random) => {
        const y: number[] = []
        for (let t = 1; t <= chain.tau; t++) {
          y.push(drawInto(chain, t, random))
          if (random() < chain.stop!(t)) return { y, hasEnded: true }
        }
        return { y, hasEnded: false }
      },
    }
  },

  length: (request, reading) => {
    const { network, seed, bias } = request
    const { cell, parameters } = extended(withRemaining(cellOf(network.architecture)), request)
    const lengths = lengthProbabilities(seed, bias)
    const chains = new Map<number, Chain>()
    const chainOf = (tau: number): Chain => {
      let chain = chains.get(tau)
      if (!chain)
        chains.set(tau, (chain = chainWith({ ...network, parameters }, cell, reading, tau)))
      return chain
    }
    return {
      ...{ cell, parameters, lengths: () => lengths },
      draw: (random) => {
        const chain = chainOf(takeStep(lengths, ancestral, random).y + 1)
        const y = range(1, chain.tau).map((t) => drawInto(chain, t, random))
        return { y, hasEnded: true }
      },
    }
  },
}

export const endingKinds = Object.keys(endings) as readonly EndingKind[]

/**
 * P(ends with step n): every way to get there is walked, so far as there are not too many. `ends` gives the
 * probability at a step of the present past; where a symbol `isEnd`, the walk does not go on through it.
 */
const endsOf = (
  chain: Chain,
  ends: (t: number) => number,
  isEnd: ((y: number) => boolean) | null,
): Float64Array => {
  const goingOn = range(0, chain.classes - 1).filter((y) => !isEnd?.(y))
  let steps = 1
  for (
    let ways = goingOn.length;
    ways <= mostSequences && steps < longestDrawn;
    ways *= goingOn.length
  )
    steps++
  const lengths = new Float64Array(steps)
  const visit = (t: number, probability: number) => {
    const end = ends(t)
    const yhat = Float64Array.from(chain.predict(t))
    lengths[t - 1]! += probability * end
    if (t === steps) return
    for (const y of goingOn) {
      chain.choose(t, y)
      visit(t + 1, probability * yhat[y]! * (isEnd ? 1 : 1 - end))
    }
  }
  visit(1, 1)
  return lengths
}

const drawInto = (chain: Chain, t: number, random: Random): number => {
  const { y } = takeStep(chain.predict(t), ancestral, random)
  chain.choose(t, y)
  return y
}

/** The network's own parameters, and those that the cell has beside them, from the seed. */
const extended = (cell: Cell, { network, labels, seed }: EndingRequest) => ({
  cell,
  parameters: { ...initialise(cell, labels, seed).parameters, ...network.parameters },
})

const biased = ({ shape, data }: Tensor, index: number, bias: number): Tensor =>
  toTensor(
    shape,
    data.map((value, i) => (i === index ? value + bias : value)),
  )

/** P(τ), τ = 1 … 8: the softmax of an output of its own, whose scores are drawn from the seed and fall with τ as `bias` rises. */
const lengthProbabilities = (seed: number, bias: number): Float64Array => {
  const scores = range(1, longestDrawn).map(
    (tau) => 2 * drawNamed(seed, `length ${tau}`) - 1 - (bias * tau) / 4,
  )
  const top = Math.max(...scores)
  const powers = Float64Array.from(scores, (score) => Math.exp(score - top))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}
