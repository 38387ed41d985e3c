/** English sentences of errors; they come with the first error. */
import type { ErrorFacts, ErrorKey, Expected, Found } from '../../engine/error'

const plural = (n: number, one: string, other: string) =>
  `${n} ${new Intl.PluralRules('en').select(n) === 'one' ? one : other}`
const count = (n: number) => new Intl.NumberFormat('en').format(n)

const expected = (what: Expected): string => {
  switch (what.kind) {
    case 'matrix':
      return `${plural(what.rows, 'row', 'rows')} of ${plural(what.columns, 'number', 'numbers')}`
    case 'vector':
      return plural(what.length, 'number', 'numbers')
    case 'list':
      return what.length === null
        ? 'a list of at least one entry'
        : `a list of ${plural(what.length, 'entry', 'entries')}`
    case 'texts':
      return plural(what.length, 'text', 'texts')
    case 'integer':
      return what.max === null
        ? `a whole number, at least ${what.min}`
        : `a whole number from ${what.min} to ${what.max}`
    case 'class':
      return `a class index from 0 to ${what.size - 1}${
        what.or === 'vector'
          ? ' or a list of numbers'
          : what.or === 'none'
            ? ' or null (no target)'
            : ''
      }`
    case 'oneOf':
      return what.values.map((value) => `"${value}"`).join(' or ') || 'nothing'
    case 'object':
      return 'an object'
    case 'number':
      return 'a number'
    case 'text':
      return 'a text'
    case 'distinct':
      return 'texts that all differ'
  }
}

const found = (what: Found): string => {
  switch (what.kind) {
    case 'nothing':
      return 'it is missing'
    case 'value':
      return `found ${what.text}`
    case 'length':
      return `found ${what.length}`
    case 'row':
      return `row ${what.row} has ${what.length}`
    case 'notFinite':
      return `the number at ${what.at} is not finite`
  }
}

export const errors: { readonly [K in ErrorKey]: (facts: ErrorFacts[K]) => string } = {
  'operation.shape': ({ operation, found: shapes }) =>
    `${operation}: the shapes ${shapes} do not fit together`,
  'run.tooLarge': ({ numbers, limit }) =>
    `This network on this sequence has ${count(numbers)} numbers to keep; at most ${count(limit)} fit`,
  'file.notJson': ({ at }) =>
    `This file is not JSON, as a network or a trace of Unfold is${at ? `: it cannot be read from line ${at.line}, character ${at.column} on` : ''}.`,
  'file.tooLarge': ({ megabytes, limit }) =>
    `This file has ${megabytes} MB; at most ${limit} MB can be opened`,
  'file.wrongFormat': ({ expected: wanted, found: given }) =>
    `format: expected "${wanted}", found ${given}`,
  'file.newerVersion': ({ expected: wanted, found: given }) =>
    `version: expected at most ${wanted}, found ${given}; a newer Unfold wrote this file`,
  'file.key': ({ path, expected: wanted, found: given }) =>
    `${path}: expected ${expected(wanted)}, ${found(given)}`,
  'file.unreadable': ({ detail }) => `This file could not be read: ${detail}`,
}
