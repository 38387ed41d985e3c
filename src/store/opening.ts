/** Opening: what the page opens on, the same as `examples/hello.unfold.json`; its weights are drawn, so that what reads files can come later. */
import { patterns } from '../engine/network'
import { type Document, openDocument, withSeed } from './document'

const symbols = ['h', 'e', 'l', 'o']
const seed = 7

export const openingDocument = (): Document => {
  const network = {
    title: 'hell → ello',
    architecture: {
      ...({ cell: 'rnn', ...patterns.everyStep, feedback: null, activation: 'tanh' } as const),
      ...{ inputSize: 4, hiddenSize: 3, outputSize: 4 },
    },
    ...{ inputVocabulary: symbols, outputVocabulary: symbols, parameters: {}, initialState: null },
    sequence: { inputs: [0, 1, 2, 2], targets: [1, 2, 2, 3] },
  }
  return withSeed(openDocument(network, seed), seed)
}
