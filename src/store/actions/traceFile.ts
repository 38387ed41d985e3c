/** TraceFile: all that a network computes on its sequence, as a file; apart from the other files, since few ask for it. */
import { createRunner, graphOf, run } from '../../engine/run'
import { formatTrace } from '../../formats/trace'
import type { Unfold } from '../unfold'
import { fileStem } from './fileStem'
import type { TextFile } from './files'

export const traceFile = ({ store }: Unfold): TextFile => {
  const { network } = store.getState().document
  return {
    name: `${fileStem(network)}.trace.json`,
    type: 'application/json',
    // What the file's network computes, however it runs on the screen.
    text: formatTrace(network, run(createRunner(graphOf(network), network.architecture), network)),
  }
}
