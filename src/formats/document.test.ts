/** Document: what is refused before a single key of a network is read. */
import { describe, expect, it } from 'vitest'
import { change, wellFormed } from '../../testing/malformed'
import { maxFileBytes, parseDocument, requireSize } from './document'
import { text } from './parse'

const parse = (source: string) => parseDocument(source, 'unfold-network', 1)

describe('a file over 64 MB', () => {
  it('is refused by its size', () => {
    expect(() => requireSize(maxFileBytes)).not.toThrow()
    expect(() => requireSize(maxFileBytes + 1)).toThrow(
      expect.objectContaining({ key: 'file.tooLarge', facts: { megabytes: 64.1, limit: 64 } }),
    )
  })

  it('is refused before it is parsed', () => {
    expect(() => parse('['.repeat(maxFileBytes + 1))).toThrow(
      expect.objectContaining({ key: 'file.tooLarge' }),
    )
  })
})

describe('a document', () => {
  it('may begin with a byte order mark', () => {
    expect(parse(`\uFEFF${wellFormed}`).read('title', text)).toContain('three hidden')
  })

  it('that is not JSON is refused with the place where it ends being so, if that is known', () => {
    const refused = (broken: string, at: object | null) =>
      expect(() => parse(broken)).toThrow(
        expect.objectContaining({ key: 'file.notJson', facts: { at } }),
      )
    refused('{"format":', { line: 1, column: 11 })
    refused('{\n  "a": 1\n  "b": 2}', { line: 3, column: 3 })
    refused('hello', null)
  })

  it('of another format is refused for that, whatever else it holds', () => {
    const facts = { expected: 'unfold-network', found: '"unfold-trace"' }
    expect(() => parse('{"format":"unfold-trace","version":9}')).toThrow(
      expect.objectContaining({ key: 'file.wrongFormat', facts }),
    )
  })

  it('of a newer version is refused for that, whatever else it holds', () => {
    const facts = { expected: 1, found: '2' }
    expect(() => parse(change({ version: '2', parameters: 'null' }))).toThrow(
      expect.objectContaining({ key: 'file.newerVersion', facts }),
    )
  })
})
