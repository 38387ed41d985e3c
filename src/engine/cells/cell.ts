/** Cell: a recurrent network as data: its parameters, and its variables, each computed from others, now or one step ago. */
import type { OperationName } from '../operations'

/** n_x, n_h, n_y; 1. */
export type Dimension = 'input' | 'hidden' | 'output' | 'one'

/** What a variable means; each dictionary has words for it. */
export type Role =
  | 'input'
  | 'preactivation'
  | 'state'
  | 'logits'
  | 'probabilities'
  | 'target'
  | 'draw'
  | 'fedBack'
  | 'stepLoss'
  | 'loss'
  | 'stopLogit'
  | 'stopProbability'
  | 'stopTarget'
  | 'stopLoss'
  | 'remaining'

/** Equation numbers of the book; `atEnd` where the last step has one of its own. */
export interface Equations {
  readonly forward: string | null
  readonly backward: string | null
  readonly backwardAtEnd: string | null
}

export interface Parameter {
  readonly name: string
  /** [n] a vector, [m, n] a matrix. */
  readonly dimensions: readonly Dimension[]
  readonly equations: Equations
}

export interface Input {
  /** A variable or a parameter. */
  readonly from: string
  /** How many steps ago; `every` gathers all times. */
  readonly delay: 0 | 1 | 'every'
}

/** `ends`: 1 at the last step, else 0; `remaining`: how many steps are left, τ − t. */
export type GivenKind = 'inputs' | 'targets' | 'draws' | 'ends' | 'remaining'

export type Source =
  /** Given by the sequence. */
  | { readonly kind: GivenKind }
  /** In the order of the operation's slots. */
  | {
      readonly kind: 'computed'
      readonly operation: OperationName
      readonly inputs: readonly Input[]
    }

export interface Variable {
  readonly name: string
  /** The letter it is written with; two variables may share one (L(t) and L). */
  readonly symbol: string
  readonly role: Role
  /** [] is a scalar. */
  readonly dimensions: readonly Dimension[]
  readonly source: Source
  /** `total` has no time; `last` exists at the last step alone; `initial` also at t = 0, where it is given. */
  readonly times: 'each' | 'initial' | 'last' | 'total'
  /** Exists only at steps that have a target. */
  readonly needsTarget: boolean
  readonly equations: Equations
}

export interface Cell {
  readonly parameters: readonly Parameter[]
  readonly variables: readonly Variable[]
  /** The variable whose gradient starts the backward pass. */
  readonly objective: string
}
