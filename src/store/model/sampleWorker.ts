/** SampleWorker: draws samples away from the page; what it counts is handed over, not copied. */
import { type DrawRequest, type Drawn, drawMany } from '../../engine/model/drawMany'

interface Port {
  onmessage: ((event: { readonly data: DrawRequest }) => void) | null
  readonly postMessage: (message: Drawn, transfer: readonly Transferable[]) => void
}

const port = self as unknown as Port

/** Samples between two reports. */
const part = 500

port.onmessage = ({ data }) => {
  for (const drawn of drawMany(data, part)) port.postMessage(drawn, [drawn.counts.buffer])
}
