/** DrawMany, tested. */
import { expect, it } from 'vitest'
import { hell } from '../../../testing/unfold'
import { drawMany } from './drawMany'

const request = { network: hell, tau: 3, policy: { kind: 'ancestral' }, seed: 4 } as const

it('reports after each part, and counts every sample once', () => {
  const reports = [...drawMany({ ...request, samples: 1250 }, 500)]
  expect(reports.map(({ done }) => done)).toEqual([500, 1000, 1250])
  for (const { done, counts } of reports) expect(counts.reduce((a, b) => a + b)).toBe(done)
})

it('gives the same for the same seed, whatever the parts', () => {
  const last = (part: number) => [...drawMany({ ...request, samples: 900 }, part)].at(-1)!.counts
  expect(last(7)).toEqual(last(900))
})

it('hands over counts that it no longer touches', () => {
  const reports = drawMany({ ...request, samples: 20 }, 10)
  const first = reports.next().value!
  const kept = first.counts.slice()
  reports.next()
  expect(first.counts).toEqual(kept)
})
