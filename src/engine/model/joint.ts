/** Joint: the probability of every sequence of a chain, enumerated; and what can be asked of it. */
import { range } from '../unfold'
import type { Chain } from './chain'

/** A table over the variables y(t) of `times`; the last varies fastest. */
export interface Table {
  readonly classes: number
  readonly times: readonly number[]
  readonly probabilities: Float64Array
}

/** So many sequences are enumerated at most. */
export const mostSequences = 4096

/** The longest τ whose k^τ sequences can be enumerated; Infinity for one class. */
export const longestTau = (classes: number): number => {
  if (classes === 1) return Infinity
  let tau = 0
  for (let n = classes; n <= mostSequences; n *= classes) tau++
  return tau
}

/** P(y(1..τ)) for all k^τ sequences. Each step is computed once for each past that can lead to it. */
export const enumerateJoint = (chain: Chain): Table => {
  const { classes, tau } = chain
  const probabilities = new Float64Array(classes ** tau)
  const visit = (t: number, index: number, probability: number) => {
    if (t > tau) {
      probabilities[index] = probability
      return
    }
    // A copy: deeper visits do not touch step t, but a sibling's past does.
    const factors = Float64Array.from(chain.predict(t))
    for (let y = 0; y < classes; y++) {
      chain.choose(t, y)
      visit(t + 1, index * classes + y, probability * factors[y]!)
    }
  }
  visit(1, 0, 1)
  return { classes, times: range(1, tau), probabilities }
}

export const totalOf = ({ probabilities }: Table): number =>
  probabilities.reduce((sum, p) => sum + p, 0)

/** The classes of entry `index`, in the order of `times`. */
export const sequenceAt = ({ classes, times }: Table, index: number): readonly number[] =>
  times.map((_, i) => Math.floor(index / classes ** (times.length - 1 - i)) % classes)

export const indexOf = ({ classes }: Table, y: readonly number[]): number =>
  y.reduce((index, symbol) => index * classes + symbol, 0)

export interface Likely {
  readonly y: readonly number[]
  readonly probability: number
}

/** The entries with the largest probability; of equal ones the earlier. */
export const mostLikely = (table: Table, count: number): readonly Likely[] =>
  Array.from(table.probabilities, (probability, index) => ({ probability, index }))
    .toSorted((a, b) => b.probability - a.probability || a.index - b.index)
    .slice(0, count)
    .map(({ probability, index }) => ({ y: sequenceAt(table, index), probability }))

/** Sums out every variable that is not in `times`, which must be in order. */
export const marginalOf = (table: Table, times: readonly number[]): Table => {
  const { classes } = table
  const strides = times.map(
    (time) => classes ** (table.times.length - 1 - table.times.indexOf(time)),
  )
  const probabilities = new Float64Array(classes ** times.length)
  table.probabilities.forEach((p, index) => {
    let place = 0
    for (const stride of strides) place = place * classes + (Math.floor(index / stride) % classes)
    probabilities[place]! += p
  })
  return { classes, times, probabilities }
}

export interface Conditional {
  /** P(y(t) = each class | given). Not numbers where what is given has probability 0. */
  readonly probabilities: Float64Array
  /** P(given). */
  readonly evidence: number
}

/** P(y(t) | y of some other times): later ones, too; then all that lies between is summed out. */
export const conditionalOf = (
  table: Table,
  t: number,
  given: ReadonlyMap<number, number>,
): Conditional => {
  const others = table.times.filter((time) => given.has(time) && time !== t)
  const times = table.times.filter((time) => time === t || others.includes(time))
  const marginal = marginalOf(table, times)
  const joint = Float64Array.from({ length: table.classes }, (_, y) => {
    const values = times.map((time) => (time === t ? y : given.get(time)!))
    return marginal.probabilities[indexOf(marginal, values)]!
  })
  const evidence = joint.reduce((sum, p) => sum + p, 0)
  return { probabilities: joint.map((p) => p / evidence), evidence }
}
