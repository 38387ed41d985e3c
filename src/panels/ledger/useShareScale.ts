/** The one scale on which all shares of a parameter and their sum are coloured. */
import { largestShare } from '../../engine/ledger'
import { type Trace, gradientOf } from '../../engine/run'
import type { GraphNode } from '../../engine/unfold'
import { type Scale, type Theme, createScale } from '../../notation/scales'
import { useField } from '../useUnfold'

/** More numbers are not looked through: then the sum alone gives the scale. */
const budget = 2e6

const kept = new WeakMap<Trace, Map<string, Scale>>()

export const useShareScale = (trace: Trace, node: GraphNode): Scale => {
  const theme = useField('theme')
  let scales = kept.get(trace)
  if (!scales) kept.set(trace, (scales = new Map()))
  const key = `${node.key} ${theme}`
  let scale = scales.get(key)
  if (!scale) scales.set(key, (scale = createShareScale(trace, node, theme)))
  return scale
}

const createShareScale = (trace: Trace, node: GraphNode, theme: Theme): Scale => {
  let extent = largestShare(trace, node, budget)
  for (const g of gradientOf(trace, node) ?? [])
    if (Number.isFinite(g)) extent = Math.max(extent, Math.abs(g))
  return createScale('gradient', theme, extent || 1)
}
