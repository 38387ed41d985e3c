/** DrawMany: many samples in parts, with what has been counted after each part; a worker runs it. */
import type { Network } from '../network'
import { createRandom } from '../random'
import { createChain } from './chain'
import { addSamples } from './histogram'
import type { Policy } from './sample'

export interface DrawRequest {
  readonly network: Network
  readonly tau: number
  readonly policy: Policy
  readonly seed: number
  readonly samples: number
}

export interface Drawn {
  readonly done: number
  /** By sequence, the last symbol varying fastest. */
  readonly counts: Float64Array
}

/** Parts of `part` samples, each with its own copy of the counts. Nothing where there is no chain. */
export function* drawMany(request: DrawRequest, part: number): Generator<Drawn> {
  const { network, tau, policy, seed, samples } = request
  const chain = createChain(network, tau)
  if (!chain) return
  const counts = new Float64Array(chain.classes ** tau)
  const random = createRandom(seed)
  for (let done = 0; done < samples;) {
    const count = Math.min(part, samples - done)
    addSamples(chain, policy, random, count, counts)
    done += count
    yield { done, counts: counts.slice() }
  }
}
