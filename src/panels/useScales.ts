/** The colour scales of the present run and theme. */
import type { Scales } from '../notation/scales'
import { useUnfold, useValue } from './useUnfold'

export const useScales = (): Scales => {
  const { derived } = useUnfold()
  const network = useValue(({ document }) => document.network)
  const theme = useValue((state) => state.theme)
  return derived.scalesOf(network, theme)
}
