/** DrawEnding: how long sequences are that end in one way: exactly, then by samples in parts; a worker runs it. */
import { createRandom } from '../random'
import { type EndedSample, type EndingKind, type EndingRequest, createEnding } from './ending'

export interface EndingDraw extends EndingRequest {
  readonly kind: EndingKind
  /** Of the samples. */
  readonly sampleSeed: number
  readonly samples: number
}

export interface EndingDrawn {
  /** P(the sequence ends with step n), n = 1 …; the rest to 1 is longer. */
  readonly exact: Float64Array
  readonly done: number
  /** Of what is done, by step; what is longer comes last. */
  readonly counts: Float64Array
  /** The steps of all that is done, together. */
  readonly steps: number
  /** Samples that were cut, for they had no end yet. */
  readonly cut: number
  readonly first: readonly EndedSample[]
}

/** So many samples are handed over as they are. */
const listed = 6

/** First what is exact, with no sample; then parts of `part` samples. Nothing where the network cannot go on by itself. */
export function* drawEnding(request: EndingDraw, part: number): Generator<EndingDrawn> {
  const { kind, sampleSeed, samples } = request
  const ending = createEnding(kind, request)
  if (!ending) return
  const exact = ending.lengths()
  const random = createRandom(sampleSeed)
  const counts = new Float64Array(exact.length + 1)
  const first: EndedSample[] = []
  let [done, steps, cut] = [0, 0, 0]
  const report = (): EndingDrawn => ({
    ...{ exact: exact.slice(), done, counts: counts.slice(), steps, cut, first: [...first] },
  })
  yield report()
  while (done < samples) {
    for (const end = Math.min(samples, done + part); done < end; done++) {
      const sample = ending.draw(random)
      const { y, hasEnded } = sample
      counts[hasEnded ? Math.min(y.length - 1, exact.length) : exact.length]!++
      steps += y.length
      if (!hasEnded) cut++
      if (first.length < listed) first.push(sample)
    }
    yield report()
  }
}
