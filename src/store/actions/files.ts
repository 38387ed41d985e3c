/** Files: text in, text out. Where the text comes from and goes to is the page's affair. */
import { formatNetwork, parseNetwork } from '../../formats/network'
import { type Document, openDocument, seedOf } from '../document'
import { openingDocument } from '../opening'
import type { Running } from '../../engine/running'
import { type Title, titleOf } from '../examples'
import { noCuts } from '../store'
import type { Unfold } from '../unfold'
import { attempt } from './attempt'
import { leaveFor } from './edit'
import { fileStem } from './fileStem'

/** Opens a network file; a refused one changes nothing but the message. It is called by its title, else by its name; one that comes with the app, by what it is called there. */
export const openText = (unfold: Unfold, text: string, name: string | Title): boolean =>
  attempt(unfold, () => {
    const { network, unknownKeys } = parseNetwork(text)
    // Refused here, if at all: then nothing has changed yet.
    unfold.derived.traceOf(network)
    const { seed } = unfold.store.getState().document
    show(unfold, openDocument(network, seedOf(network, [seed]) ?? seed))
    const title = network.title ?? (typeof name === 'string' ? name : '')
    titleOf.set(network, typeof name === 'function' ? name : () => title)
    unfold.store.setState({ message: { kind: 'opened', title, unknownKeys } })
  })

/** In place of what was there, from its start. */
const show = (unfold: Unfold, document: Document): void => {
  const { store, clock } = unfold
  leaveFor(unfold, document)
  const explaining = { ...store.getState().explaining, trail: [], share: null }
  const view = { zoomLevel: 0, isFoldOpen: false }
  const running: Running = { ...store.getState().running, choice: 'argmax' }
  store.setState({
    document,
    cuts: noCuts,
    running,
    selection: null,
    pointed: null,
    explaining,
    view,
  })
  clock.jump(0)
}

/** As in a fresh tab; undo brings back what was there. */
export const startAfresh = (unfold: Unfold): void => {
  show(unfold, openingDocument())
  unfold.store.setState({ message: null })
}

export interface TextFile {
  readonly name: string
  readonly type: string
  readonly text: string
}

const json = 'application/json'

export const networkFile = ({ store }: Unfold): TextFile => {
  const { network } = store.getState().document
  return {
    name: `${fileStem(network)}.unfold.json`,
    type: json,
    text: formatNetwork(network),
  }
}
