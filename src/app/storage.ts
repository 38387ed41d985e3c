/** Storage: what the browser remembers for the page, if it lets us: it may be closed, full, or hold anything. */

export type Shelf = 'localStorage' | 'sessionStorage'

/** Null where nothing is remembered. */
export const recall = (shelf: Shelf, key: string): string | null => {
  try {
    return window[shelf].getItem(key)
  } catch {
    return null
  }
}

/** Null forgets. What cannot be remembered is not; the page works all the same. */
export const remember = (shelf: Shelf, key: string, text: string | null): void => {
  try {
    if (text === null) window[shelf].removeItem(key)
    else window[shelf].setItem(key, text)
  } catch {
    // Closed or full.
  }
}
