/** Json: values → JSON text that a person can read and whose numbers read back to the same bits. */

export type Json =
  | string
  | number
  | null
  | Float64Array
  | readonly Json[]
  /** A key whose value is undefined is left out. */
  | { readonly [key: string]: Json | undefined }

/** Two spaces a level; an innermost list stands on one line, so a matrix has one line a row. */
export const formatJson = (value: Json): string => `${toText(value, '\n')}\n`

/** The JSON of a value in at most 40 characters; looks no further into it than it shows. */
export const toSnippet = (value: unknown): string => shorten(toStart(value, snippetLength + 1))

const snippetLength = 40

export const shorten = (text: string): string =>
  text.length <= snippetLength
    ? text
    : // Half of a surrogate pair at the cut is dropped with the rest.
      `${text.slice(0, snippetLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`

const toText = (value: Json, newline: string): string => {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return toNumber(value)
  if (value === null) return 'null'
  if (value instanceof Float64Array) return `[${Array.from(value, toNumber).join(', ')}]`
  const inner = `${newline}  `
  if (isList(value)) {
    const items = value.map((item) => toText(item, inner))
    return value.some(isNested) ? enclose('[', items, ']', newline) : `[${items.join(', ')}]`
  }
  const entries = Object.entries(value).flatMap(([key, item]) =>
    item === undefined ? [] : [`${JSON.stringify(key)}: ${toText(item, inner)}`],
  )
  return enclose('{', entries, '}', newline)
}

/** JSON has no word for what is not finite: null. JSON.stringify would lose the sign of −0. */
const toNumber = (value: number): string => {
  if (!Number.isFinite(value)) return 'null'
  return Object.is(value, -0) ? '-0' : String(value)
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value)

const isNested = (value: Json): boolean => typeof value === 'object' && value !== null

const enclose = (open: string, items: readonly string[], close: string, newline: string): string =>
  items.length === 0
    ? open + close
    : `${open}${newline}  ${items.join(`,${newline}  `)}${newline}${close}`

/** The JSON of a value without spaces, of which the first `room` characters are right. */
const toStart = (value: unknown, room: number): string => {
  if (room <= 0) return ''
  if (typeof value === 'string') return JSON.stringify(value.slice(0, room))
  if (typeof value === 'number') return toNumber(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const list = Array.isArray(value)
  const entries: Iterable<[unknown, unknown]> = list ? value.entries() : Object.entries(value)
  let text = list ? '[' : '{'
  for (const [key, item] of entries) {
    if (text.length > room) break
    if (text.length > 1) text += ','
    if (!list) text += `${toStart(key, room)}:`
    // Each level of nesting takes at least one character of the room: depth is bounded by it.
    text += toStart(item, room - text.length)
  }
  return text + (list ? ']' : '}')
}
