/** Random: a seeded source. What is drawn under a name does not depend on what was drawn before it. */

export type Random = () => number

/** Numbers in [0, 1), the same for the same seed (the mulberry32 recurrence). */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One number in [0, 1) that belongs to a seed and a name: asking in another order changes nothing. */
export const drawNamed = (seed: number, name: string): number => {
  let hash = 2166136261 ^ Math.imul(seed, 0x9e3779b1)
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 16777619)
  const random = createRandom(hash)
  random()
  return random()
}

export const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random()

/** A whole number from `low` to `high`, both included. */
export const integerBetween = (random: Random, low: number, high: number): number =>
  low + Math.floor((high - low + 1) * random())

export const vectorBetween = (random: Random, n: number, low: number, high: number): Float64Array =>
  Float64Array.from({ length: n }, () => between(random, low, high))
