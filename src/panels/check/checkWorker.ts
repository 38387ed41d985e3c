/** Check worker: compares all gradients of a run with differences, off the page's thread, batch after batch. */
import { batchSize, checkBatch, checkPlaces } from '../../engine/checkAll'
import { createRunner, graphOf, run } from '../../engine/run'
import type { CheckOrder, CheckReport } from './startCheck'

/** Products in a batch: some tens of milliseconds, so that the page has time between two reports. */
const productsPerReport = 3e7

const report = (message: CheckReport) => self.postMessage(message)

self.addEventListener('message', ({ data }: MessageEvent<CheckOrder>) => {
  const { network, gradients } = data
  const runner = createRunner(graphOf(network), network.architecture)
  // Checked are the gradients that the page shows, not others that are computed here.
  const trace = { ...run(runner, network), gradients }
  const places = checkPlaces(runner.graph, trace)
  const size = batchSize(runner, productsPerReport)
  for (let done = 0; done < places.length; done += size) {
    const checked = checkBatch(runner, network, trace, places.slice(done, done + size))
    report({ checked, all: places.length })
  }
})
