/** Verdict: what a comparison says of a gradient, as a word of the dictionary and a sign. */
import { type Comparison, tolerance } from '../../engine/check'

export interface Verdict {
  readonly verdict: 'agrees' | 'disagrees' | 'kink' | 'overflows'
  readonly sign: string
}

export const verdictOf = ({ disagreement, crossesKink }: Comparison): Verdict =>
  !Number.isFinite(disagreement)
    ? { verdict: 'overflows', sign: '∞' }
    : crossesKink
      ? { verdict: 'kink', sign: '∧' }
      : disagreement <= tolerance
        ? { verdict: 'agrees', sign: '✓' }
        : { verdict: 'disagrees', sign: '✗' }
