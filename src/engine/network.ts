/** Network: an architecture, its parameters and one sequence; what a network file holds. */
import type { Tensor } from './tensor'

export type Activation = 'tanh' | 'relu' | 'sigmoid' | 'identity'
export const activations: readonly Activation[] = ['tanh', 'relu', 'sigmoid', 'identity']

/** What goes from one step to the next: the hidden state, or what the step before put out. */
export type Recurrence = 'hidden' | 'output'
export type Readout = 'every-step' | 'last-step'

/** What of the output is fed back: o, ŷ, the true y (teacher forcing), or a one-hot vector at the largest o, or at a symbol drawn from ŷ. */
export type Feedback = 'logits' | 'probabilities' | 'target' | 'argmax' | 'sample'

/** How the steps are joined (figures 10.3, 10.4 and 10.6, 10.5 of the book). */
export type Wiring =
  | { readonly recurrence: 'hidden'; readonly readout: Readout; readonly feedback: null }
  | { readonly recurrence: 'output'; readonly readout: 'every-step'; readonly feedback: Feedback }

/** n_x, n_h, n_y are whole numbers, at least 1. */
export type Architecture = Wiring & {
  readonly cell: 'rnn'
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
  /** τ entries, or one, of the last step; null where a step has no target: no loss there. */
  readonly targets: readonly (number | null)[]
  /** Where symbols are drawn: τ numbers in [0, 1), one for each step. */
  readonly draws?: readonly number[]
}

export interface Network {
  readonly title: string | null
  readonly architecture: Architecture
  readonly inputVocabulary: readonly string[] | null
  readonly outputVocabulary: readonly string[] | null
  readonly parameters: Readonly<Record<string, Tensor>>
  /** h(0), of n_h, or what stands for the output of step 0, of n_y; null stands for zeros. */
  readonly initialState: Float64Array | null
  readonly sequence: Sequence
}

/** The target of step t, 1 … τ; null where it has none. Targets end with the sequence. */
export const targetAt = ({ inputs, targets }: Sequence, t: number): number | null =>
  targets[t - 1 - inputs.length + targets.length] ?? null

/** The three ways to wire a recurrent network (section 10.2 of the book). */
export const patterns = {
  everyStep: { recurrence: 'hidden', readout: 'every-step' },
  fedBack: { recurrence: 'output', readout: 'every-step' },
  atEnd: { recurrence: 'hidden', readout: 'last-step' },
} as const satisfies Record<string, Pick<Wiring, 'recurrence' | 'readout'>>

export type PatternId = keyof typeof patterns
export const patternIds = Object.keys(patterns) as readonly PatternId[]

export const patternOf = ({ recurrence, readout }: Wiring): PatternId =>
  patternIds.find(
    (id) => patterns[id].recurrence === recurrence && patterns[id].readout === readout,
  )!

/** What a network may feed back when it is given as a whole; symbols are drawn only while it runs on its own. */
export const givenFeedbacks = ['logits', 'probabilities', 'target', 'argmax'] as const

/** A pattern with what it feeds back, which only the second has. */
export const wiringOf = (id: PatternId, feedback: Feedback): Wiring => {
  const pattern = patterns[id]
  return pattern.recurrence === 'output' ? { ...pattern, feedback } : { ...pattern, feedback: null }
}
