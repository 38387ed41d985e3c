/** ReachWorker: works out how far a gradient travels, away from the page. */
import type { Asked } from './reachQueue'
import { type ReachNumbers, reachNumbers, runTrial } from './reach'

interface Port {
  onmessage: ((event: { readonly data: Asked }) => void) | null
  readonly postMessage: (message: ReachNumbers, transfer: readonly Transferable[]) => void
}

const port = self as unknown as Port

port.onmessage = ({ data: { network, cuts } }) => {
  const { runner, trace } = runTrial(network, cuts)
  const numbers = reachNumbers(runner, trace, network)
  const { norms, isReached } = numbers.triangle
  port.postMessage(numbers, [norms.buffer, isReached.buffer])
}
