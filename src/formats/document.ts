/** Document: the text of a file → its top-level object, once size, format and version are right. */
import { UnfoldError } from '../engine/error'
import { toSnippet } from './json'
import { type Fields, fields, isObject, oneOf, size } from './parse'

export const maxFileBytes = 64 * 1024 * 1024

/** To be asked before a file is read into memory. Throws file.tooLarge. */
export const requireSize = (bytes: number): void => {
  if (bytes <= maxFileBytes) return
  // Rounded up, so that what is refused never looks as if it were just within the limit.
  const megabytes = Math.ceil((bytes / 1024 ** 2) * 10) / 10
  throw new UnfoldError('file.tooLarge', { megabytes, limit: maxFileBytes / 1024 ** 2 })
}

/** Throws file.tooLarge, file.notJson, file.wrongFormat, file.newerVersion or file.key. */
export const parseDocument = (text: string, format: string, version: number): Fields => {
  // UTF-8 takes at least a byte for each code unit, so this refuses no file that is small enough.
  requireSize(text.length)
  const value = parseJson(text)
  // What is no object has no key either: it lacks its format.
  const root = fields(isObject(value) ? value : {}, '')
  root.read('format', (found, path) => {
    if (found === undefined || found === format) return oneOf([format])(found, path)
    throw new UnfoldError('file.wrongFormat', { expected: format, found: toSnippet(found) })
  })
  const found = root.read('version', size)
  if (found <= version) return root
  throw new UnfoldError('file.newerVersion', { expected: version, found: String(found) })
}

const parseJson = (text: string): unknown => {
  try {
    // Some editors put a byte order mark in front; browsers drop it from files, other readers do not.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    // Not only a syntax error: some engines give up on deep nesting.
    throw new UnfoldError('file.notJson', { at: placeOf(error, text) })
  }
}

/** Where the engine says that it gave up, in lines and characters from 1; null where it does not say. */
const placeOf = (error: unknown, text: string) => {
  const said = error instanceof Error ? error.message : ''
  const place = /position (\d+)/.exec(said)
  const named = /line (\d+) column (\d+)/.exec(said)
  if (named) return { line: Number(named[1]), column: Number(named[2]) }
  // A text that ends too soon has its fault at its end.
  const isEnd = /end of (JSON input|data)|EOF/i.test(said)
  if (!place && !isEnd) return null
  const before = (place ? text.slice(0, Number(place[1])) : text.trimEnd()).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}
