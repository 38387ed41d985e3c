/** DrawEnding, tested: parts change nothing, counts are of what is done, and the exact lengths come first. */
import { describe, expect, it } from 'vitest'
import { smallChain } from '../../../testing/chains'
import { labelsFor } from '../../../testing/networks'
import { type EndingDraw, drawEnding } from './drawEnding'
import { createEnding, endingKinds } from './ending'

const requestOf = (seed: number, kind: EndingDraw['kind']): EndingDraw => {
  const { network, classes } = smallChain(seed)
  return {
    ...{ network, labels: labelsFor(network), seed, bias: 0.5, endSymbol: classes - 1 },
    ...{ kind, sampleSeed: 3, samples: 200 },
  }
}

const sum = (numbers: ArrayLike<number>) => Array.from(numbers).reduce((a, b) => a + b, 0)

describe.each(endingKinds)('drawing the ending %s', (kind) => {
  it('begins with what is exact', () => {
    const request = requestOf(4, kind)
    const [first] = drawEnding(request, 50)
    expect(first).toMatchObject({ done: 0, steps: 0, cut: 0, first: [] })
    expect(first!.exact).toEqual(createEnding(kind, request)!.lengths())
  })

  it('counts every sample once, in parts of any size', () => {
    for (let seed = 0; seed < 3; seed++) {
      const [parts, whole] = [50, 200].map((part) => [...drawEnding(requestOf(seed, kind), part)])
      expect(parts!.map(({ done }) => done)).toEqual([0, 50, 100, 150, 200])
      for (const { done, counts } of parts!) expect(sum(counts)).toBe(done)
      expect(parts!.at(-1)).toEqual(whole!.at(-1))
    }
  })
})

it('there is nothing to draw where a network cannot read what it puts out', () => {
  const request = requestOf(4, 'stop')
  const deaf = { ...request.network, inputVocabulary: ['a'], outputVocabulary: ['b'] }
  expect([...drawEnding({ ...request, network: deaf }, 10)]).toEqual([])
})
