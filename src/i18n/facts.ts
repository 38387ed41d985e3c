/** Facts: what a sentence about a step or a variable may say, already as text where it is a number. */
import type { OperationName } from '../engine/operations'

export interface Facts {
  /** `h(2)`, or `∇h(2)` on the way back. */
  readonly name: string
  readonly t: number
  readonly operation: OperationName | null
  /** Does a next step read it? */
  readonly isPassedOn: boolean
  /** The symbol read at this step, if the input is one. */
  readonly reads: string | null
  /** The symbol that is the target of this step. */
  readonly wants: string | null
  /** The probability that the target got. */
  readonly probability: string | null
  /** The value of a scalar. */
  readonly value: string | null
  /** The variables from which something arrives. */
  readonly sources: readonly string[]
  /** How many of them, on the way back, the loss is really computed from: not those of a step without a target. */
  readonly ways: number
  readonly parameters: readonly string[]
  /** Which of a variable's summands arrives, of how many. */
  readonly part: number
  readonly parts: number
}
