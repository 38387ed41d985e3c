/** ReachQueue: hands networks to a worker, one at a time; of those that wait meanwhile the last alone is worked out. */
import type { Network } from '../engine/network'
import type { ReachNumbers } from './reach'

export interface Asked {
  readonly network: Network
  /** By the keys of their ends. */
  readonly cuts: ReadonlySet<string>
}

/** What a worker is to the queue. */
export interface ReachPort {
  readonly postMessage: (asked: Asked) => void
  readonly terminate: () => void
}

export interface ReachQueue<A extends Asked> {
  readonly ask: (asked: A) => void
  readonly destroy: () => void
}

interface Listener<A> {
  readonly onFound: (asked: A, numbers: ReachNumbers) => void
  readonly onFailure: (asked: A) => void
}

type Start = (answer: (numbers: ReachNumbers | null) => void) => ReachPort

export const startReachWorker: Start = (answer) => {
  const worker = new Worker(new URL('./reachWorker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<ReachNumbers>) => answer(data))
  worker.addEventListener('error', () => answer(null))
  return worker
}

/** The worker starts with the first question. */
export const createReachQueue = <A extends Asked>(
  { onFound, onFailure }: Listener<A>,
  start: Start,
): ReachQueue<A> => {
  let port: ReachPort | null = null
  let busy: A | null = null
  let waiting: A | null = null
  const send = (asked: A) => {
    busy = asked
    port ??= start(answer)
    port.postMessage({ network: asked.network, cuts: asked.cuts })
  }
  const answer = (numbers: ReachNumbers | null) => {
    if (!busy) return
    const asked = busy
    const next = waiting
    busy = waiting = null
    if (numbers === null) close()
    if (next) send(next)
    if (numbers) onFound(asked, numbers)
    else if (!next) onFailure(asked)
  }
  const close = () => {
    port?.terminate()
    port = null
  }
  return {
    ask: (asked) => {
      if (busy) waiting = asked
      else send(asked)
    },
    destroy: () => {
      close()
      busy = waiting = null
    },
  }
}
