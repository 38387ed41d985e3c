/** DrawEndings: the page's end of the worker that draws sequences that end. */
import type { EndingDraw, EndingDrawn } from '../../engine/model/drawEnding'
import type { EndingOrder, EndingReport } from './endingWorker'

export interface EndingDrawer {
  /** Draws anew; what was under way is given up. */
  readonly draw: (draw: EndingDraw) => void
  /** What has been drawn stays. */
  readonly cancel: () => void
  readonly destroy: () => void
}

interface Listener {
  readonly onDrawn: (draw: EndingDraw, drawn: EndingDrawn) => void
  readonly onFailure: () => void
}

export const createEndingDrawer = ({ onDrawn, onFailure }: Listener): EndingDrawer => {
  const worker = new Worker(new URL('./endingWorker.ts', import.meta.url), { type: 'module' })
  let order: EndingOrder = { id: 0, draw: null }
  worker.addEventListener('error', onFailure)
  worker.addEventListener('message', ({ data }: MessageEvent<EndingReport>) => {
    if (order.draw && data.id === order.id) onDrawn(order.draw, data.drawn)
  })
  const send = (draw: EndingDraw | null) => {
    order = { id: order.id + 1, draw }
    worker.postMessage(order)
  }
  return { draw: send, cancel: () => send(null), destroy: () => worker.terminate() }
}
