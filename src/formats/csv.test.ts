/** CSV, tested: what is written reads back, by a reader that knows nothing but RFC 4180. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCsv } from '../../testing/readCsv'
import { type Field, formatCsv } from './csv'

const textOf = (field: Field): string =>
  field === null ? '' : Object.is(field, -0) ? '-0' : String(field)

it('reads back as it was, whatever is in the texts', () => {
  const field = fc.oneof(
    fc.constant(null),
    fc.double(),
    fc.string(),
    fc.string({ unit: fc.constantFrom(...[...'a,"\r\n;='], '今') }),
  )
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 5 })
        .chain((width) =>
          fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1 }),
        ),
      (rows) => {
        const text = formatCsv(rows)
        expect(readCsv(text)).toEqual(rows.map((row) => row.map(textOf)))
        expect(text.endsWith('\r\n')).toBe(true)
      },
    ),
  )
})

it('keeps every bit of a number, and says what is none', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      const [[field]] = readCsv(formatCsv([[value]])) as [[string]]
      expect(Object.is(Number(field), value)).toBe(true)
    }),
  )
  expect(formatCsv([[NaN, Infinity, -Infinity, -0]])).toBe('NaN,Infinity,-Infinity,-0\r\n')
})

it('fills up what is shorter than the first row', () => {
  expect(formatCsv([['a', 'b', 'c'], [1], [1, 2, 3]])).toBe('a,b,c\r\n1,,\r\n1,2,3\r\n')
})
