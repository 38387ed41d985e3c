/** Kept work: what a tab was about, for when it is loaded again. Phones throw tabs away as soon as one looks elsewhere. */
import { grains, orders } from '../engine/schedule'
import { ownChoices } from '../engine/running'
import { formatNetwork, parseNetwork } from '../formats/network'
import { type Document, openDocument } from '../store/document'
import { type State, speeds } from '../store/store'
import { type Unfold, dictionaryOf } from '../store/unfold'
import { remember } from './storage'
import { workKey } from './workKey'

/** Above this many characters a browser's share for a page may be used up. */
const mostCharacters = 1_000_000

/** From now on the work is kept whenever the page is left or hidden, unless it is what the page opened with. */
export const keepWork = (unfold: Unfold, opening: Document): void => {
  if (keptOf.has(unfold)) return
  keptOf.add(unfold)
  const keep = () => {
    const isUntouched =
      unfold.store.getState().document === opening && unfold.clock.store.getState().playhead === 0
    const text = isUntouched ? null : toText(unfold)
    remember(
      'sessionStorage',
      workKey,
      text !== null && text.length <= mostCharacters ? text : null,
    )
  }
  addEventListener('pagehide', keep)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep()
  })
}

const keptOf = new WeakSet<Unfold>()

/** False where the text cannot be read: then all is as in a fresh tab. */
export const restoreWork = (unfold: Unfold, text: string): boolean => {
  try {
    const { store, clock, derived } = unfold
    const { network, playhead, seed, isSeeded, ...kept } = fromText(
      text,
      Object.keys(dictionaryOf(unfold).scenes.names),
    )
    const parsed = parseNetwork(network).network
    derived.traceOf(parsed)
    store.setState({ document: { ...openDocument(parsed, seed), isSeeded }, ...kept })
    // What was done before is gone with the page that did it.
    store.temporal.getState().clear()
    clock.jump(playhead)
    whenShown(() => store.setState({ message: { kind: 'restored' } }))
    return true
  } catch {
    remember('sessionStorage', workKey, null)
    return false
  }
}

interface Work extends Pick<State, 'grain' | 'order' | 'speed' | 'running' | 'scene'> {
  /** As in a network file. */
  readonly network: string
  readonly seed: number
  readonly isSeeded: boolean
  readonly playhead: number
}

const toText = ({ store, clock }: Unfold): string => {
  const { document: edited, grain, order, speed, running, scene } = store.getState()
  const work: Work = {
    ...{ network: formatNetwork(edited.network), seed: edited.seed },
    isSeeded: edited.isSeeded,
    playhead: Math.ceil(clock.store.getState().playhead),
    ...{ grain, order, speed, running, scene },
  }
  return JSON.stringify(work)
}

/** Throws where a part is not what it should be. */
const fromText = (text: string, scenes: readonly string[]): Work => {
  const work = JSON.parse(text) as Work
  const { network, seed, isSeeded, playhead, grain, order, speed, running, scene } = work
  const isWhole = (n: unknown) => Number.isSafeInteger(n) && Number(n) >= 0
  const isRight =
    typeof network === 'string' &&
    typeof isSeeded === 'boolean' &&
    [seed, playhead, running.seed].every(isWhole) &&
    grains.includes(grain) &&
    orders.includes(order) &&
    speeds.includes(speed) &&
    scenes.includes(scene) &&
    ownChoices.includes(running.choice)
  if (!isRight) throw new TypeError('not what was kept')
  return { network, seed, isSeeded, playhead, grain, order, speed, running, scene }
}

/** A message is heard only in a place that has been there before it. */
const whenShown = (show: () => void): void => {
  const observer = new MutationObserver(() => {
    observer.disconnect()
    show()
  })
  observer.observe(document.getElementById('root')!, { childList: true })
}
