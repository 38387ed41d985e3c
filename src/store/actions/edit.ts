/** Edits of the document. Each is one entry of the undo history; so is what is typed in one go. */
import type { Activation, Network, Wiring } from '../../engine/network'
import { range } from '../../engine/unfold'
import type { View } from '../../layout/columns'
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
import type { Travel, UnfoldStore } from '../store'
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
    const { message } = store.getState()
    // What was refused is past: that nothing has changed is no longer so.
    store.setState({ document: next, message: message?.kind === 'error' ? null : message })
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

export const setWiring = (unfold: Unfold, wiring: Wiring): boolean =>
  change(unfold, (document) => withWiring(document, wiring))

/** False where the number is not a whole one in range: then nothing changes. */
export const setHiddenSize = (unfold: Unfold, size: number): boolean =>
  range(hiddenRange.min, hiddenRange.max).includes(size) &&
  change(unfold, (document) => withHiddenSize(document, size))

export const setActivation = (unfold: Unfold, activation: Activation): boolean =>
  change(unfold, (document) => withActivation(document, activation))

export const setSeed = (unfold: Unfold, seed: number): boolean =>
  Number.isSafeInteger(seed) && seed >= 0 && change(unfold, (document) => withSeed(document, seed))

/** The document that typing in one field has led to, as long as it goes on. */
const typed = new WeakMap<UnfoldStore, Document>()

/** What is typed on, letter by letter, is one edit with what it goes on from. */
export const asTyped = ({ store }: Unfold, isContinued: boolean, apply: () => boolean): boolean => {
  const before = store.getState().document
  const goesOn = isContinued && typed.get(store) === before
  if (!goesOn) typed.delete(store)
  const isApplied = apply()
  const { document } = store.getState()
  if (document === before) return isApplied
  typed.set(store, document)
  const { temporal } = store
  if (goesOn) temporal.setState(({ pastStates }) => ({ pastStates: pastStates.slice(0, -1) }))
  return isApplied
}

/** As if what is being typed had not been; false where it has changed nothing. */
export const takeTypedBack = ({ store }: Unfold): boolean => {
  if (typed.get(store) !== store.getState().document) return false
  typed.delete(store)
  store.temporal.getState().undo()
  store.temporal.setState({ futureStates: [] })
  return true
}

/** How a network was seen before another took its place, and which have taken one's place. */
const views = new WeakMap<Network, View>()
const opened = new WeakSet<Network>()

/** To be told before it happens. */
export const leaveFor = ({ store }: Unfold, { network }: Document): void => {
  const { document, view } = store.getState()
  views.set(document.network, view)
  opened.add(network)
}

/** Along the history, and a word on what that has changed. */
const travel =
  (way: Travel) =>
  ({ store }: Unfold): void => {
    typed.delete(store)
    const { temporal } = store
    const { pastStates, futureStates } = temporal.getState()
    const { document, view } = store.getState()
    const next = (way === 'undo' ? pastStates : futureStates).at(-1)?.document?.network
    if (!next) return
    // Another network is seen as it was left, before it is followed to the playhead.
    if (next !== document.network && opened.has(way === 'undo' ? document.network : next)) {
      views.set(document.network, view)
      store.setState({ view: views.get(next) ?? view })
    }
    temporal.getState()[way]()
    store.setState({ message: { kind: way, left: temporal.getState().pastStates.length } })
  }

export const undo = travel('undo')
export const redo = travel('redo')
