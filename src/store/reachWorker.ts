/** ReachWorker: works out how far a gradient travels, away from the page. */
import type { Network } from '../engine/network'
import { type ReachNumbers, reachNumbers, runTrial } from './reach'

interface Port {
  onmessage: ((event: { readonly data: Network }) => void) | null
  readonly postMessage: (message: ReachNumbers, transfer: readonly Transferable[]) => void
}

const port = self as unknown as Port

port.onmessage = ({ data }) => {
  const { runner, trace } = runTrial(data)
  const numbers = reachNumbers(runner, trace, data)
  const { norms, isReached } = numbers.triangle
  port.postMessage(numbers, [norms.buffer, isReached.buffer])
}
