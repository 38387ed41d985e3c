/** The one error that engine and formats throw: a key and the facts; panels turn it into a sentence. */

/** What a file's key should have held. */
export type Expected =
  | { readonly kind: 'matrix'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'vector'; readonly length: number }
  | { readonly kind: 'list'; readonly length: number | null }
  | { readonly kind: 'texts'; readonly length: number }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number | null }
  | { readonly kind: 'class'; readonly size: number; readonly or: 'vector' | 'none' | null }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  | { readonly kind: 'object' | 'number' | 'text' | 'distinct' }

/** What it held instead. */
export type Found =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'row'; readonly row: number; readonly length: number }
  | { readonly kind: 'notFinite'; readonly at: string }

/** The facts that go with each key. */
export interface ErrorFacts {
  'operation.shape': { operation: string; found: string }
  'run.tooLarge': { numbers: number; limit: number }
  'file.notJson': { at: { line: number; column: number } | null }
  'file.tooLarge': { megabytes: number; limit: number }
  'file.wrongFormat': { expected: string; found: string }
  'file.newerVersion': { expected: number; found: string }
  'file.key': { path: string; expected: Expected; found: Found }
  'file.unreadable': { detail: string }
}

export type ErrorKey = keyof ErrorFacts

export class UnfoldError<K extends ErrorKey = ErrorKey> extends Error {
  override readonly name = 'UnfoldError'
  readonly key: K
  readonly facts: ErrorFacts[K]

  constructor(key: K, facts: ErrorFacts[K]) {
    super(`${key} ${JSON.stringify(facts)}`)
    this.key = key
    this.facts = facts
  }
}
