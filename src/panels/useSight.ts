/** Sight: what is needed to show the numbers of the present run: trace, scales, and what each of them is called. */
import { targetSymbol } from '../store/document'
import { storyOf } from '../store/unfold'
import type { Sight } from './NumericTerm'
import { useScales } from './useScales'
import { useField, useNames, useUnfold } from './useUnfold'

export const useSight = (): Sight => {
  const unfold = useUnfold()
  const scales = useScales()
  useField('explaining')
  const { trace, network } = storyOf(unfold)
  const names = useNames(trace.graph.cell)
  return {
    trace,
    names,
    scales,
    // A target that is a vector is one of numbers.
    symbolOf: ({ node }) => (node.of.dimensions.length === 0 ? targetSymbol(network, node) : null),
    nameOf: names.spokenReading,
  }
}
