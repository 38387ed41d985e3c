/** Unfold: a store, its clock and what is derived from them, without a page; the test moves the time. */
import { initialise } from '../src/engine/refit'
import type { Architecture, Network } from '../src/engine/network'
import { cellOf } from '../src/engine/run'
import { plainView } from '../src/layout/columns'
import { bookWiring } from './networks'
import type { Driver } from '../src/store/clock'
import { openDocument } from '../src/store/document'
import { type State, noCuts, plainExplaining, plainRunning } from '../src/store/store'
import { type Unfold, createUnfold } from '../src/store/unfold'

export interface HandDriver {
  readonly driver: Driver
  readonly isRunning: () => boolean
  /** Lets a frame of so many milliseconds pass, if anything waits for one. */
  readonly tick: (elapsedMs: number) => void
  /** Frames until nothing moves any more, at most `most`; gives back how many there were. */
  readonly settle: (elapsedMs: number, most: number) => number
}

export const createHandDriver = (): HandDriver => {
  let running: ((elapsedMs: number) => void) | null = null
  return {
    driver: (tick) => {
      if (running) throw new Error('started twice')
      running = tick
      return () => {
        running = null
      }
    },
    isRunning: () => running !== null,
    tick: (elapsedMs) => running?.(elapsedMs),
    settle: (elapsedMs, most) => {
      let frames = 0
      for (; running && frames < most; frames++) running(elapsedMs)
      return frames
    },
  }
}

/** A network that reads the symbols of one text and should say those of another; ∅ is no target. */
export const textNetwork = (input: string, target: string, hiddenSize: number): Network => {
  const [read, wanted] = [[...input], [...target]]
  const vocabulary = [...new Set([...read, ...wanted.filter((symbol) => symbol !== '∅')])]
  const architecture: Architecture = {
    ...({ cell: 'rnn', activation: 'tanh' } as const),
    ...bookWiring,
    ...{ inputSize: vocabulary.length, hiddenSize, outputSize: vocabulary.length },
  }
  const hidden = Array.from({ length: hiddenSize }, (_, i) => String(i))
  const labels = { input: vocabulary, hidden, output: vocabulary, one: [''] }
  return {
    ...{ title: null, architecture, inputVocabulary: vocabulary, outputVocabulary: vocabulary },
    parameters: initialise(cellOf(architecture), labels, 1).parameters,
    initialState: null,
    sequence: {
      inputs: read.map((symbol) => vocabulary.indexOf(symbol)),
      targets: read.map((_, i) => {
        const symbol = wanted[i]
        return symbol === undefined || symbol === '∅' ? null : vocabulary.indexOf(symbol)
      }),
    },
  }
}

/** The opening word of the app. */
export const hell: Network = textNetwork('hell', 'ello', 4)

export const openUnfold = (
  network: Network,
  settings: Partial<State> & { readonly isStill?: boolean } = {},
): HandDriver & { readonly unfold: Unfold } => {
  const { isStill = false, ...state } = settings
  const hand = createHandDriver()
  const unfold = createUnfold(
    {
      document: openDocument(network, 7),
      ...({
        cuts: noCuts,
        selection: null,
        explaining: plainExplaining,
        pointed: null,
        scene: 'graph',
        running: plainRunning,
        grain: 'variable',
        order: 'byTime',
      } as const),
      ...({ speed: 1, language: 'en', notation: 'book' } as const),
      ...({
        theme: 'light',
        message: null,
        view: plainView,
        room: { width: 900, height: 700 },
      } as const),
      ...state,
    },
    { driver: hand.driver, isStill: () => isStill, isTouched: () => false },
  )
  return { ...hand, unfold }
}

/** What would be seen of it: all that an undo, a command or a key may change. */
export const stateOf = ({ store, clock }: Unfold) => {
  const { document, selection, grain, speed, language, theme, message } = store.getState()
  return { document, selection, grain, speed, language, theme, message, ...clock.store.getState() }
}

/** Steps of the present run at the present grain. */
export const lengthOf = ({ store, derived }: Unfold): number => {
  const { document, grain } = store.getState()
  return derived.planOf(document.network).schedule.steps[grain].length
}
