/** Files of the user's machine: read as text, written as downloads. */
import { UnfoldError } from '../engine/error'
import { requireSize } from '../formats/network'
import { attempt, showError } from '../store/actions/attempt'
import { setScene } from '../store/actions/view'
import { type TextFile, networkFile, openText } from '../store/actions/files'
import { type ExampleId, exampleTitle, loadExample } from '../store/examples'
import type { Unfold } from '../store/unfold'

/** Too large a file is refused before it is read. */
export const readNetworkFile = async (unfold: Unfold, file: File): Promise<void> => {
  if (!attempt(unfold, () => requireSize(file.size))) return
  try {
    openText(unfold, await file.text(), file.name)
  } catch (error) {
    showError(unfold, new UnfoldError('file.unreadable', { detail: String(error) }))
  }
}

export { startAfresh } from '../store/actions/files'

/** Of how a gradient fades or grows. */
const ofReach: readonly ExampleId[] = ['forget', 'grow']

export const openExample = async (unfold: Unfold, id: ExampleId): Promise<void> => {
  const isOpen = openText(unfold, await loadExample(id), exampleTitle(id))
  // What it is an example of is seen there, and nowhere in these.
  const { scene } = unfold.store.getState()
  if (isOpen && ofReach.includes(id) && ['loop', 'running', 'model'].includes(scene))
    setScene(unfold, 'reach')
}

const download = ({ name, type, text }: TextFile): void => {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}

/** Writes it, and says so. */
export const save = ({ store }: Unfold, file: TextFile): void => {
  download(file)
  store.setState({ message: { kind: 'saved', name: file.name } })
}

export const saveNetwork = (unfold: Unfold): void => save(unfold, networkFile(unfold))

/** Few ask for a trace: how it is written comes with the first. */
export const saveTrace = async (unfold: Unfold): Promise<void> =>
  save(unfold, (await import('../store/actions/traceFile')).traceFile(unfold))
