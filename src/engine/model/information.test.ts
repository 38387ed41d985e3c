/** Information, tested: against its definition, and where it must be 0. */
import { describe, expect, it } from 'vitest'
import { allSequences, smallChain } from '../../../testing/chains'
import { createChain } from './chain'
import { informationBetween } from './information'
import { enumerateJoint, indexOf, type Table } from './joint'

/** Σ p(y) log2 [p(i, j | between) / (p(i | between) p(j | between))], with each p a sum over all sequences. */
const direct = (joint: Table, i: number, j: number): number => {
  const all = allSequences(joint.classes, joint.times.length)
  const sum = (y: readonly number[], times: readonly number[]) =>
    all.reduce(
      (total, other) =>
        times.every((t) => other[t - 1] === y[t - 1])
          ? total + joint.probabilities[indexOf(joint, other)]!
          : total,
      0,
    )
  const between = Array.from({ length: j - i - 1 }, (_, n) => i + 1 + n)
  return all.reduce((total, y) => {
    const [both, first, last, middle] = [
      [i, ...between, j],
      [i, ...between],
      [...between, j],
      between,
    ].map((times) => sum(y, times)) as [number, number, number, number]
    return (
      total + joint.probabilities[indexOf(joint, y)]! * Math.log2((both * middle) / (first * last))
    )
  }, 0)
}

describe('conditional mutual information', () => {
  it('is what its definition says, for every pair of steps', () => {
    for (let seed = 0; seed < 30; seed++) {
      const { network, tau } = smallChain(seed)
      const joint = enumerateJoint(createChain(network, tau)!)
      for (let j = 2; j <= tau; j++)
        for (let i = 1; i < j; i++)
          expect(informationBetween(joint, i, j)).toBeCloseTo(direct(joint, i, j), 10)
    }
  })

  it('is 0 past the next symbol where no state is carried on: W = 0', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { network, tau } = smallChain(seed)
      const W = network.parameters.W!
      const forgetful = {
        ...network,
        parameters: { ...network.parameters, W: { ...W, data: W.data.map(() => 0) } },
      }
      const joint = enumerateJoint(createChain(forgetful, tau)!)
      for (let j = 3; j <= tau; j++)
        for (let i = 1; i < j - 1; i++) expect(informationBetween(joint, i, j)).toBeLessThan(1e-12)
    }
  })
})
