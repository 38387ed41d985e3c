/** Attempt: what may fail with the typed error, and the message that says so. */
import { UnfoldError } from '../../engine/error'
import type { Unfold } from '../unfold'

/** Did it work? The typed error becomes the message; anything else is thrown on. */
export const attempt = (unfold: Unfold, work: () => void): boolean => {
  try {
    work()
    return true
  } catch (error) {
    if (!(error instanceof UnfoldError)) throw error
    showError(unfold, error)
    return false
  }
}

export const showError = ({ store }: Unfold, error: UnfoldError): void =>
  store.setState({ message: { kind: 'error', error } })
