/** Running facts, tested: which of the two runs is the one that the graph shows. */
import { expect, it } from 'vitest'
import { hell, openUnfold } from '../../testing/unfold'
import { type Feedback, wiringOf } from '../engine/network'
import { withWiring } from './document'
import { shownOf } from './runningFacts'

const shown = (feedback: Feedback) =>
  shownOf(
    withWiring(openUnfold(hell).unfold.store.getState().document, wiringOf('fedBack', feedback))
      .network,
  )

it('the graph shows one of the two runs where that is fed back; else a third', () => {
  expect((['target', 'argmax', 'logits', 'probabilities'] as const).map(shown)).toEqual([
    ...['trained', 'alone', null, null],
  ])
})
