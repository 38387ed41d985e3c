/** Verdict: what a comparison says of a gradient, as a word of the dictionary and a sign. */
import { type Comparison, tolerance } from '../../engine/check'

export interface Verdict {
  readonly verdict: 'agrees' | 'disagrees' | 'kink'
  readonly sign: string
}

export const verdictOf = ({ disagreement, crossesKink }: Comparison): Verdict =>
  crossesKink
    ? { verdict: 'kink', sign: '∧' }
    : disagreement <= tolerance
      ? { verdict: 'agrees', sign: '✓' }
      : { verdict: 'disagrees', sign: '✗' }
