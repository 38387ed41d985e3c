/** Files of the user's machine: read as text, written as downloads. */
import { UnfoldError } from '../engine/error'
import { requireSize } from '../formats/network'
import { attempt, showError } from '../store/actions/attempt'
import { type TextFile, openText } from '../store/actions/files'
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
