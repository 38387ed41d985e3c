/** ValueProps: what is told to a part of the inspector about the value, or the gradient, that it shows. */
import type { ReactNode } from 'react'
import type { GraphNode } from '../engine/unfold'

export interface ValueProps {
  readonly node: GraphNode
  /** Contributions that are done. */
  readonly done: number
  /** The equation alone. */
  readonly isBrief: boolean
  /** Times are written beside this one, so that the equation is the same at every step; null: as numbers. */
  readonly origin: number | null
  readonly isSelected: boolean
  /** Below the equation: one of its numbers, taken apart. */
  readonly children?: ReactNode
}
