/** EndingWorker: draws sequences that end, away from the page; what is asked for next takes the place of what is under way. */
import { type EndingDraw, type EndingDrawn, drawEnding } from '../../engine/model/drawEnding'

/** Null: no more. */
export interface EndingOrder {
  readonly id: number
  readonly draw: EndingDraw | null
}

export interface EndingReport {
  readonly id: number
  readonly drawn: EndingDrawn
}

interface Port {
  onmessage: ((event: { readonly data: EndingOrder }) => void) | null
  readonly postMessage: (message: EndingReport, transfer: readonly Transferable[]) => void
}

const port = self as unknown as Port

/** Samples between two reports; between them, a new order is heard. */
const part = 50

const { port1, port2 } = new MessageChannel()
let order: EndingOrder | null = null
let parts: Generator<EndingDrawn> | null = null

port.onmessage = ({ data }) => {
  order = data
  parts = data.draw && drawEnding(data.draw, part)
  port2.postMessage(data.id)
}

port1.onmessage = ({ data }: MessageEvent<number>) => {
  if (!order || !parts || data !== order.id) return
  const next = parts.next()
  if (next.done) return
  const { value: drawn } = next
  port.postMessage({ id: order.id, drawn }, [drawn.exact.buffer, drawn.counts.buffer])
  port2.postMessage(data)
}
