/** Files: text in, text out. Where the text comes from and goes to is the page's affair. */
import { UnfoldError } from '../../engine/error'
import { formatNetwork, parseNetwork } from '../../formats/network'
import { formatTrace } from '../../formats/trace'
import { openDocument } from '../document'
import type { Unfold } from '../unfold'

/** Opens a network file; a refused one changes nothing but the message. */
export const openText = (unfold: Unfold, text: string, name: string): void =>
  attempt(unfold, () => {
    const { store, clock } = unfold
    const { network, unknownKeys } = parseNetwork(text)
    const document = openDocument(network, store.getState().document.seed)
    store.setState({
      document,
      selection: null,
      message: { kind: 'opened', title: network.title ?? name, unknownKeys },
    })
    clock.jump(0)
  })

/** Runs something that may throw the typed error, and shows it; anything else is thrown on. */
export const attempt = ({ store }: Unfold, work: () => void): void => {
  try {
    work()
  } catch (error) {
    if (!(error instanceof UnfoldError)) throw error
    store.setState({ message: { kind: 'error', error } })
  }
}

export const showError = ({ store }: Unfold, error: UnfoldError): void =>
  store.setState({ message: { kind: 'error', error } })

export interface TextFile {
  readonly name: string
  readonly text: string
}

export const networkFile = ({ store }: Unfold): TextFile => {
  const { network } = store.getState().document
  return { name: `${fileStem(network.title)}.unfold.json`, text: formatNetwork(network) }
}

export const traceFile = ({ store, derived }: Unfold): TextFile => {
  const { network } = store.getState().document
  return {
    name: `${fileStem(network.title)}.trace.json`,
    text: formatTrace(network, derived.traceOf(network)),
  }
}

/** Letters, digits and dashes of any script; nothing that a file system reads as something else. */
const fileStem = (title: string | null): string =>
  (title ?? '')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40) || 'network'
