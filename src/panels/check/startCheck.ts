/** Start check: hands a run to the worker; the page hears of every batch, and can stop it at any time. */
import type { CheckedPlace } from '../../engine/checkAll'
import type { Network } from '../../engine/network'

export interface CheckOrder {
  readonly network: Network
  /** The slab of gradients that is to be checked. */
  readonly gradients: Float64Array
}

export interface CheckReport {
  /** What this batch found. */
  readonly checked: readonly CheckedPlace[]
  readonly all: number
}

export interface CheckListener {
  readonly onReport: (report: CheckReport) => void
  readonly onFailure: () => void
}

/** Gives back what stops it. */
export const startCheck = (
  { network, gradients }: CheckOrder,
  { onReport, onFailure }: CheckListener,
): (() => void) => {
  const worker = new Worker(new URL('./checkWorker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<CheckReport>) => onReport(data))
  worker.addEventListener('error', onFailure)
  const copy = gradients.slice()
  worker.postMessage({ network, gradients: copy } satisfies CheckOrder, [copy.buffer])
  return () => worker.terminate()
}
