/** The colour scales of the present run and theme. */
import type { Scales } from '../notation/scales'
import { useField, useNetwork, useUnfold } from './useUnfold'

export const useScales = (): Scales => {
  const { derived } = useUnfold()
  const network = useNetwork()
  const theme = useField('theme')
  return derived.scalesOf(network, theme)
}
