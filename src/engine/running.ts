/** Running: one network as it is trained, with the true y fed back, and on its own, with what it put out itself (10.2.1). */
import type { Feedback, Network } from './network'
import { drawNamed } from './random'
import { range } from './unfold'

/** How a network on its own chooses the symbol that it feeds back: the most likely one, or one drawn from ŷ. */
export type OwnChoice = 'argmax' | 'sample'
export const ownChoices: readonly OwnChoice[] = ['argmax', 'sample']

/** What no network file holds of a network on its own. */
export interface Running {
  readonly choice: OwnChoice
  /** Symbols are drawn from it. */
  readonly seed: number
}

/** The network as it runs: the same object but where it feeds back a symbol of its own, and draws it. */
export const asRun = (network: Network, { choice, seed }: Running): Network =>
  network.architecture.feedback === 'argmax' ? onItsOwn(network, choice, seed) : network

/** Teacher forcing. The same object where it is so already, or where no output is fed back. */
export const asTrained = (network: Network): Network => withFeedback(network, 'target')

/** Its own output fed back. What is drawn at a step depends on the seed and on that step alone. */
export const onItsOwn = (network: Network, choice: OwnChoice, seed: number): Network => {
  const alone = withFeedback(network, choice)
  if (alone === network || choice === 'argmax') return alone
  const { sequence } = alone
  const draws = range(1, sequence.inputs.length).map((t) => drawNamed(seed, `u(${t})`))
  return { ...alone, sequence: { ...sequence, draws } }
}

const withFeedback = (network: Network, feedback: Feedback): Network => {
  const { architecture } = network
  return architecture.recurrence === 'hidden' || architecture.feedback === feedback
    ? network
    : { ...network, architecture: { ...architecture, feedback } }
}
