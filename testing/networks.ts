/** Networks: random networks by seed, for tests and benchmarks. */
import { cellOf } from '../src/engine/run'
import {
  type Activation,
  type Architecture,
  type Network,
  type Wiring,
  activations,
} from '../src/engine/network'
import { dimensionSize } from '../src/engine/memory'
import {
  type Random,
  between,
  createRandom,
  integerBetween,
  vectorBetween,
} from '../src/engine/random'
import type { Labels } from '../src/engine/refit'
import { sizeOf, toTensor } from '../src/engine/tensor'

export interface Kind {
  readonly inputSize: number
  readonly hiddenSize: number
  readonly outputSize: number
  readonly tau: number
  readonly activation: Activation
  readonly inputs: 'classes' | 'vectors' | 'mixed'
  /** Share of the steps that have a target, in [0, 1]. */
  readonly targets: number
  readonly hasInitialState: boolean
  readonly wiring?: Wiring
}

export const bookWiring: Wiring = { recurrence: 'hidden', readout: 'every-step', feedback: null }

/** All ways to join the steps. */
export const wirings: readonly Wiring[] = [
  bookWiring,
  { recurrence: 'hidden', readout: 'last-step', feedback: null },
  ...(['logits', 'probabilities', 'target', 'argmax', 'sample'] as const).map(
    (feedback): Wiring => ({ recurrence: 'output', readout: 'every-step', feedback }),
  ),
]

/** `hidden, last-step`, `output, logits`. */
export const wiringName = ({ recurrence, readout, feedback }: Wiring): string =>
  `${recurrence}, ${feedback ?? readout}`

/** A network of a kind; the same for the same seed. */
export const createNetwork = (seed: number, kind: Kind): Network => {
  const random = createRandom(seed)
  const { inputSize, hiddenSize, outputSize, tau, activation, wiring = bookWiring } = kind
  const architecture: Architecture = {
    ...{ cell: 'rnn', ...wiring, activation, inputSize, hiddenSize, outputSize },
  }
  const parameters = cellOf(architecture).parameters.map(({ name, dimensions }) => {
    const shape = dimensions.map((dimension) => dimensionSize(architecture, dimension))
    const limit = shape.length === 2 ? Math.sqrt(6 / (shape[0]! + shape[1]!)) : 0.5
    return [name, toTensor(shape, vectorBetween(random, sizeOf(shape), -limit, limit))] as const
  })
  return {
    title: `${activation}, ${inputSize}-${hiddenSize}-${outputSize}, ${tau} steps, seed ${seed}`,
    architecture,
    inputVocabulary: null,
    outputVocabulary: null,
    parameters: Object.fromEntries(parameters),
    initialState: kind.hasInitialState
      ? vectorBetween(random, wiring.recurrence === 'hidden' ? hiddenSize : outputSize, -1, 1)
      : null,
    sequence: {
      inputs: Array.from({ length: tau }, () => inputOf(random, kind)),
      targets: Array.from({ length: wiring.readout === 'last-step' ? 1 : tau }, () =>
        wiring.readout === 'last-step' || random() < kind.targets
          ? integerBetween(random, 0, outputSize - 1)
          : null,
      ),
      ...(wiring.feedback === 'sample' ? { draws: Array.from({ length: tau }, random) } : {}),
    },
  }
}

/** A small network of any kind with hidden recurrence and an output at every step; one seed in eight has no target at all. */
export const randomNetwork = (seed: number): Network => createNetwork(seed, randomKind(seed))

/** A small network of any kind; its wiring goes round with the seed. */
export const randomWiredNetwork = (seed: number): Network =>
  createNetwork(seed, { ...randomKind(seed), wiring: wirings[seed % wirings.length]! })

/** The same of those wirings that a file can have. */
export const randomFileNetwork = (seed: number): Network => {
  const inFiles = wirings.filter(({ feedback }) => feedback !== 'sample')
  return createNetwork(seed, { ...randomKind(seed), wiring: inFiles[seed % inFiles.length]! })
}

const randomKind = (seed: number): Kind => {
  const random = createRandom(seed + 1e6)
  const pick = <T>(choices: readonly T[]): T =>
    choices[integerBetween(random, 0, choices.length - 1)]!
  return {
    inputSize: integerBetween(random, 1, 6),
    hiddenSize: integerBetween(random, 1, 6),
    outputSize: integerBetween(random, 1, 6),
    tau: integerBetween(random, 1, 8),
    activation: activations[seed % activations.length]!,
    inputs: pick(['classes', 'vectors', 'mixed'] as const),
    targets: pick([0, 0.3, 0.6, 0.6, 0.9, 1, 1, 1]),
    hasInitialState: random() < 0.5,
  }
}

const inputOf = (random: Random, { inputs, inputSize }: Kind): number | readonly number[] =>
  inputs === 'classes' || (inputs === 'mixed' && random() < 0.5)
    ? integerBetween(random, 0, inputSize - 1)
    : Array.from({ length: inputSize }, () => between(random, -1, 1))

/** Numbers as the names of all rows and columns. */
export const labelsFor = ({ architecture }: Network): Labels => {
  const numbered = (n: number) => Array.from({ length: n }, (_, i) => String(i))
  const { inputSize, hiddenSize, outputSize } = architecture
  return {
    ...{ input: numbered(inputSize), hidden: numbered(hiddenSize), output: numbered(outputSize) },
    one: [''],
  }
}
