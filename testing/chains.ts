/** Chains: random networks that read what they put out, and the probability of a sequence, written without the engine. */
import type { Network } from '../src/engine/network'
import { createRandom, integerBetween } from '../src/engine/random'
import { toRows } from '../src/engine/tensor'
import { createNetwork } from './networks'

export interface SmallChain {
  readonly network: Network
  readonly classes: number
  readonly tau: number
}

/** k^τ stays at 243 or under; weights are large enough for the past to matter. */
export const smallChain = (seed: number): SmallChain => {
  const random = createRandom(seed + 7e6)
  const classes = integerBetween(random, 2, 5)
  const tau = integerBetween(random, 1, classes > 3 ? 3 : 5)
  const network = createNetwork(seed, {
    ...({ targets: 1, inputs: 'classes', hasInitialState: random() < 0.5 } as const),
    ...{ inputSize: classes, outputSize: classes, hiddenSize: integerBetween(random, 1, 5), tau },
    activation: (['tanh', 'sigmoid', 'relu', 'identity'] as const)[seed % 4]!,
  })
  const parameters = Object.fromEntries(
    Object.entries(network.parameters).map(([name, { shape, data }]) => [
      name,
      { shape, data: data.map((value) => 2 * value) },
    ]),
  )
  return { network: { ...network, parameters }, classes, tau }
}

const activations = {
  tanh: Math.tanh,
  sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
  relu: (x: number) => Math.max(0, x),
  identity: (x: number) => x,
}

const times = (rows: readonly (readonly number[])[], vector: readonly number[]) =>
  rows.map((row) => row.reduce((sum, value, i) => sum + value * vector[i]!, 0))

const plus = (...vectors: readonly (readonly number[])[]) =>
  vectors[0]!.map((_, i) => vectors.reduce((sum, vector) => sum + vector[i]!, 0))

/** P(y) in plain arrays: step t reads y(t−1). */
export const directProbability = (network: Network, y: readonly number[]): number => {
  const { parameters, architecture, sequence } = network
  const [U, W, V] = [parameters.U!, parameters.W!, parameters.V!].map(toRows)
  const [b, c] = [[...parameters.b!.data], [...parameters.c!.data]]
  const oneHot = (place: number) =>
    Array.from({ length: architecture.inputSize }, (_, i) => Number(i === place))
  const first = sequence.inputs[0]!
  let x: readonly number[] = typeof first === 'number' ? oneHot(first) : first
  let h: readonly number[] = network.initialState ? [...network.initialState] : b.map(() => 0)
  let probability = 1
  for (const symbol of y) {
    h = plus(b, times(W!, h), times(U!, x)).map(activations[architecture.activation])
    const powers = plus(c, times(V!, h)).map(Math.exp)
    probability *= powers[symbol]! / powers.reduce((sum, power) => sum + power, 0)
    x = oneHot(symbol)
  }
  return probability
}

/** All sequences of τ symbols, the last varying fastest. */
export const allSequences = (classes: number, tau: number): readonly (readonly number[])[] =>
  tau === 0
    ? [[]]
    : allSequences(classes, tau - 1).flatMap((start) =>
        Array.from({ length: classes }, (_, y) => [...start, y]),
      )
