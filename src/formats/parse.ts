/** Parse: pieces of a JSON document → typed values; the first piece that does not fit is refused by its path. */
import { type Expected, type Found, UnfoldError } from '../engine/error'
import { shorten, toSnippet } from './json'

/**
 * Throws UnfoldError. `value` is undefined where the key is missing. A path is written as in code:
 * `sequence.inputs[2]`, entries counted from 0.
 */
export type Parse<T> = (value: unknown, path: string) => T

/** An object of the document. What is never read is a key that this version does not know. */
export interface Fields {
  readonly read: <T>(key: string, parse: Parse<T>) => T
  /** The object under a key. */
  readonly inside: (key: string) => Fields
  /** Paths of keys that were not read, here and in the objects inside. */
  readonly unread: () => readonly string[]
}

/** Own keys only: nothing is found on a prototype, and nothing is ever assigned. */
export const fields: Parse<Fields> = (value, path) => {
  if (!isObject(value)) return refuse(path, { kind: 'object' }, toFound(value, path))
  const known = new Set<string>()
  const inner: Fields[] = []
  const pathOf = (key: string) => (path === '' ? key : `${path}.${key}`)
  const read: Fields['read'] = (key, parse) => {
    known.add(key)
    return parse(Object.hasOwn(value, key) ? value[key] : undefined, pathOf(key))
  }
  return {
    read,
    inside: (key) => {
      inner.push(read(key, fields))
      return inner.at(-1)!
    },
    unread: () => {
      const unknown = Object.keys(value).filter((key) => !known.has(key))
      const paths = unknown.map((key) => pathOf(shorten(key)))
      return [...paths, ...inner.flatMap((object) => object.unread())]
    },
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** null where the key is missing. */
export const optional =
  <T>(parse: Parse<T>): Parse<T | null> =>
  (value, path) =>
    value === undefined ? null : parse(value, path)

export const text: Parse<string> = (value, path) =>
  typeof value === 'string' ? value : refuse(path, { kind: 'text' }, toFound(value, path))

/** With no values to choose from, the key must be missing where it is optional. */
export const oneOf =
  <const T extends string>(values: readonly T[]): Parse<T> =>
  (value, path) =>
    values.find((known) => known === value) ??
    refuse(path, { kind: 'oneOf', values }, toFound(value, path))

/** A whole number, at least 1. */
export const size: Parse<number> = (value, path) =>
  isWhole(value) && value >= 1
    ? value
    : refuse(path, { kind: 'integer', min: 1, max: null }, toFound(value, path))

export const vector =
  (length: number): Parse<Float64Array> =>
  (value, path) => {
    const expected: Expected = { kind: 'vector', length }
    const entries = toList(value, path, expected, length)
    return Float64Array.from(toNumbers(entries, path, expected, (i) => `${path}[${i}]`))
  }

/** Row by row. Memory is taken only once the document is known to hold as many numbers as it claims. */
export const matrix =
  (rows: number, columns: number): Parse<Float64Array> =>
  (value, path) => {
    const expected: Expected = { kind: 'matrix', rows, columns }
    const lists = toList(value, path, expected, rows).map((row, i) => {
      const list = toList(row, `${path}[${i}]`, { kind: 'vector', length: columns }, null)
      if (list.length === columns) return list
      return refuse(path, expected, { kind: 'row', row: i + 1, length: list.length })
    })
    const pathOf = (i: number) => `${path}[${Math.floor(i / columns)}][${i % columns}]`
    return Float64Array.from(toNumbers(lists.flat(), path, expected, pathOf))
  }

/** A class index below `classes`. */
export const classIndex =
  (classes: number, or: 'vector' | 'none' | null): Parse<number> =>
  (value, path) =>
    isWhole(value) && value >= 0 && value < classes
      ? value + 0 // A minus before the 0 would be the same class.
      : refuse(path, { kind: 'class', size: classes, or }, toFound(value, path))

/** A class index, which stands for a one-hot vector, or a vector. */
export const classOrVector =
  (length: number): Parse<number | readonly number[]> =>
  (value, path) => {
    if (!Array.isArray(value)) return classIndex(length, 'vector')(value, path)
    const expected: Expected = { kind: 'class', size: length, or: 'vector' }
    const entries = toList(value, path, expected, length)
    return toNumbers(entries, path, expected, (i) => `${path}[${i}]`)
  }

/** Any number of entries but none, or exactly `length`. */
export const list =
  <T>(entry: Parse<T>, length: number | null): Parse<readonly T[]> =>
  (value, path) => {
    const expected: Expected = { kind: 'list', length }
    const entries = toList(value, path, expected, length)
    if (entries.length === 0) return refuse(path, expected, { kind: 'length', length: 0 })
    return entries.map((item, i) => entry(item, `${path}[${i}]`))
  }

/** Texts that differ: with two alike, what is typed could not be read back. */
export const texts =
  (length: number): Parse<readonly string[]> =>
  (value, path) => {
    const seen = new Set<string>()
    return toList(value, path, { kind: 'texts', length }, length).map((entry, i) => {
      const word = text(entry, `${path}[${i}]`)
      if (seen.has(word)) return refuse(`${path}[${i}]`, { kind: 'distinct' }, toFound(word, path))
      seen.add(word)
      return word
    })
  }

const refuse = (path: string, expected: Expected, found: Found): never => {
  throw new UnfoldError('file.key', { path, expected, found })
}

const toFound = (value: unknown, path: string): Found => {
  if (value === undefined) return { kind: 'nothing' }
  if (typeof value === 'number' && !Number.isFinite(value)) return { kind: 'notFinite', at: path }
  return { kind: 'value', text: toSnippet(value) }
}

const isWhole = (value: unknown): value is number => Number.isInteger(value)

const toList = (
  value: unknown,
  path: string,
  expected: Expected,
  length: number | null,
): readonly unknown[] => {
  if (!Array.isArray(value)) return refuse(path, expected, toFound(value, path))
  if (length === null || value.length === length) return value
  return refuse(path, expected, { kind: 'length', length: value.length })
}

/** Entries that are all finite numbers. One that is no number is named; one that is not finite is a fault of the whole. */
const toNumbers = (
  entries: readonly unknown[],
  path: string,
  expected: Expected,
  pathOf: (index: number) => string,
): readonly number[] => {
  const index = entries.findIndex((entry) => !Number.isFinite(entry))
  if (index < 0) return entries as readonly number[]
  const found = toFound(entries[index], pathOf(index))
  if (found.kind === 'notFinite') return refuse(path, expected, found)
  return refuse(pathOf(index), { kind: 'number' }, found)
}
