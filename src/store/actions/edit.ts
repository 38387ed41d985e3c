/** Edits of the document. Each is one entry of the undo history. */
import type { Activation, Wiring } from '../../engine/network'
import { range } from '../../engine/unfold'
import {
  type Document,
  withActivation,
  withClass,
  withClasses,
  withHiddenSize,
  withInput,
  withLosses,
  withSeed,
  withTarget,
  withWiring,
} from '../document'
import type { Unfold } from '../unfold'
import { attempt } from './attempt'

export const hiddenRange = { min: 1, max: 64 } as const

/** False where the edit cannot be made: then the document stays as it is. */
export const change = (unfold: Unfold, edit: (document: Document) => Document | null): boolean => {
  const { store, derived } = unfold
  const next = edit(store.getState().document)
  if (!next) return false
  return attempt(unfold, () => {
    derived.traceOf(next.network)
    store.setState({ document: next })
  })
}

/** False where the text holds no symbol: then nothing changes. */
export const setInput = (unfold: Unfold, text: string): boolean =>
  change(unfold, (document) => withInput(document, text))

export const setTarget = (unfold: Unfold, text: string): boolean =>
  change(unfold, (document) => withTarget(document, text))

/** Which losses count; the targets of the others are remembered. */
export const setLosses = (unfold: Unfold, isOn: (t: number) => boolean): boolean =>
  change(unfold, (document) => withLosses(document, isOn))

/** False where there is no such class. */
export const setClass = (unfold: Unfold, label: string): boolean =>
  change(unfold, (document) => withClass(document, label))

/** False where a name is empty or stands twice. */
export const setClasses = (unfold: Unfold, text: string): boolean =>
  change(unfold, (document) => withClasses(document, text))

/** Where no output is fed back there is but one way to run. */
export const setWiring = (unfold: Unfold, wiring: Wiring): boolean => {
  const isDone = change(unfold, (document) => withWiring(document, wiring))
  const { store } = unfold
  if (isDone && wiring.recurrence === 'hidden')
    store.setState(({ running }) => ({ running: { ...running, way: 'given' } }))
  return isDone
}

/** False where the number is not a whole one in range: then nothing changes. */
export const setHiddenSize = (unfold: Unfold, size: number): boolean =>
  range(hiddenRange.min, hiddenRange.max).includes(size) &&
  change(unfold, (document) => withHiddenSize(document, size))

export const setActivation = (unfold: Unfold, activation: Activation): boolean =>
  change(unfold, (document) => withActivation(document, activation))

export const setSeed = (unfold: Unfold, seed: number): boolean =>
  Number.isSafeInteger(seed) && seed >= 0 && change(unfold, (document) => withSeed(document, seed))

export const undo = ({ store }: Unfold): void => store.temporal.getState().undo()
export const redo = ({ store }: Unfold): void => store.temporal.getState().redo()
