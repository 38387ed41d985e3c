/** Information: how much an earlier symbol still says about a later one when those between are known, in bits. */
import { range } from '../unfold'
import { type Table, marginalOf } from './joint'

/** H(y of `times`), in bits. */
const entropyOf = (table: Table, times: readonly number[]): number =>
  marginalOf(table, times).probabilities.reduce(
    (sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum),
    0,
  )

/**
 * I(y(i); y(j) | y(i+1..j−1)) = H(i, between) + H(between, j) − H(between) − H(i, between, j), i < j.
 * Where nothing lies between it is the plain mutual information. Rounding below 0 is taken as 0.
 */
export const informationBetween = (table: Table, i: number, j: number): number => {
  const between = range(i + 1, j - 1)
  const bits =
    entropyOf(table, [i, ...between]) +
    entropyOf(table, [...between, j]) -
    entropyOf(table, between) -
    entropyOf(table, [i, ...between, j])
  return Math.max(0, bits)
}
