/** What was tried out in the view of a gradient's reach, made the network's own: one edit, which undo takes back. */
import { type Trial, withTrial } from '../reach'
import type { Unfold } from '../unfold'
import { change } from './edit'

export const applyTrial = (unfold: Unfold, trial: Trial): boolean =>
  change(unfold, (document) => ({
    ...document,
    network: withTrial(document.network, trial),
    isSeeded: document.isSeeded && trial.scale === 1,
  }))
