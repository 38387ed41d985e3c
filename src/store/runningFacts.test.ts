/** Running facts, tested: which of the two runs is the one that the graph shows. */
import { expect, it } from 'vitest'
import { hell, openUnfold } from '../../testing/unfold'
import { wiringOf } from '../engine/network'
import type { Running } from '../engine/running'
import { withWiring } from './document'
import { shownOf } from './runningFacts'

const fedBack = (feedback: 'logits' | 'target' | 'argmax') =>
  withWiring(openUnfold(hell).unfold.store.getState().document, wiringOf('fedBack', feedback))
    .network
const given: Running = { way: 'given', choice: 'argmax', seed: 1 }

it('the graph shows one of the two runs where it is asked to, or is set so; else a third', () => {
  expect(shownOf(fedBack('logits'), { ...given, way: 'trained' })).toBe('trained')
  expect(shownOf(fedBack('logits'), { ...given, way: 'alone' })).toBe('alone')
  expect(shownOf(fedBack('target'), given)).toBe('trained')
  expect(shownOf(fedBack('argmax'), given)).toBe('alone')
  expect(shownOf(fedBack('argmax'), { ...given, choice: 'sample' })).toBeNull()
  expect(shownOf(fedBack('logits'), given)).toBeNull()
})
