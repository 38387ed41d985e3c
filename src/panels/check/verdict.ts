/** Verdict: what a comparison says of a gradient, as a word of the dictionary and a sign. */
import type { Comparison } from '../../engine/check'
import type { GraphEdge } from '../../engine/unfold'

export interface Verdict {
  readonly verdict: 'agrees' | 'disagrees' | 'cut' | 'kink' | 'overflows'
  readonly sign: string
}

/** `cuts`: those that the gradient lacks something by. */
export const verdictOf = (
  { disagreement, allowed, crossesKink }: Comparison,
  cuts: readonly GraphEdge[],
): Verdict =>
  !Number.isFinite(disagreement)
    ? { verdict: 'overflows', sign: '∞' }
    : crossesKink
      ? { verdict: 'kink', sign: '∧' }
      : disagreement <= allowed
        ? { verdict: 'agrees', sign: '✓' }
        : cuts.length > 0
          ? { verdict: 'cut', sign: '≠' }
          : { verdict: 'disagrees', sign: '✗' }
