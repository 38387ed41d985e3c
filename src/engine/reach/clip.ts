/** Clip: gradient clipping by norm: g ← g · min(1, v / ‖g‖). */
import { lengthOf } from './triangle'

export interface Clipped {
  /** ‖g‖ over all parts together. */
  readonly norm: number
  readonly factor: number
  readonly parts: readonly Float64Array[]
}

/** The parts are one vector; `threshold` > 0. What is not a number stays so. */
export const clipByNorm = (parts: readonly Float64Array[], threshold: number): Clipped => {
  const norm = lengthOf(Float64Array.from(parts, lengthOf))
  const factor = norm > threshold ? threshold / norm : 1
  return { norm, factor, parts: parts.map((part) => part.map((g) => g * factor)) }
}
