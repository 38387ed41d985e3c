/** Overflow: networks with finite numbers that float64 cannot hold the products of. */
import type { Network } from '../src/engine/network'
import { between, createRandom } from '../src/engine/random'
import { toTensor } from '../src/engine/tensor'
import { bookWiring } from './networks'

/** Small states and large gradients: then values are finite where gradients are not. */
const backwardOnly: Readonly<Record<string, number>> = { U: -300, b: -300, c: -300, W: 160, V: 170 }

/** Parameters multiplied by powers of ten, up to what still is a number; the same for the same seed. */
export const oversized = (network: Network, seed: number): Network => {
  const random = createRandom(seed + 2e6)
  const most = [60, 160, 300][seed % 3]!
  const isBackward = seed % 5 === 4
  return {
    ...network,
    parameters: Object.fromEntries(
      Object.entries(network.parameters).map(([name, { shape, data }]) => {
        const exponent = isBackward ? backwardOnly[name]! : Math.round(between(random, -most, most))
        return [
          name,
          toTensor(
            shape,
            data.map((value) => value * 10 ** exponent),
          ),
        ]
      }),
    ),
  }
}

/** One hidden unit that is multiplied by `W` at every step, and two outputs. */
const chain = (activation: 'identity' | 'relu', u: number, w: number, v: number): Network => ({
  title: null,
  architecture: {
    ...({ cell: 'rnn', ...bookWiring, activation } as const),
    ...{ inputSize: 2, hiddenSize: 1, outputSize: 2 },
  },
  inputVocabulary: ['p', 'q'],
  outputVocabulary: ['p', 'q'],
  parameters: {
    U: toTensor([1, 2], [u, u]),
    W: toTensor([1, 1], [w]),
    V: toTensor([2, 1], [v, -v]),
    b: toTensor([1], [0]),
    c: toTensor([2], [0, 0]),
  },
  initialState: null,
  sequence: { inputs: [0, 1, 0, 1, 0], targets: [1, 0, 1, 0, 1] },
})

/** `at`: the first variable that overflows. */
export const overflowing = {
  /** 1, 1e100, 1e200, 1e300, and then 1e400, which is none. */
  state: { network: chain('relu', 1, 1e100, 1e-300), at: 'a(5)' },
  /** States up to 1e−60; gradients from 1e170 on that are 1e60 times as long with each step back. */
  gradient: { network: chain('identity', 1e-300, 1e60, 1e170), at: 'h(2)' },
} as const
