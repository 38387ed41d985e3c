/** Network: an architecture, its parameters and one sequence; what a network file holds. */
import type { Tensor } from './tensor'

export type Activation = 'tanh' | 'relu' | 'sigmoid' | 'identity'
export const activations: readonly Activation[] = ['tanh', 'relu', 'sigmoid', 'identity']

/** n_x, n_h, n_y are whole numbers, at least 1. */
export interface Architecture {
  readonly cell: 'rnn'
  readonly recurrence: 'hidden'
  readonly readout: 'every-step'
  readonly activation: Activation
  readonly inputSize: number
  readonly hiddenSize: number
  readonly outputSize: number
}

/** A class index (a one-hot x) or a vector of n_x. */
export type SequenceInput = number | readonly number[]

export interface Sequence {
  /** τ entries. */
  readonly inputs: readonly SequenceInput[]
  /** τ entries; null where a step has no target: no loss there. */
  readonly targets: readonly (number | null)[]
}

export interface Network {
  readonly title: string | null
  readonly architecture: Architecture
  readonly inputVocabulary: readonly string[] | null
  readonly outputVocabulary: readonly string[] | null
  readonly parameters: Readonly<Record<string, Tensor>>
  /** h(0), of n_h; null stands for zeros. */
  readonly initialState: Float64Array | null
  readonly sequence: Sequence
}
