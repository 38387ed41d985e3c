/** Parse: what is wrong in a network file is refused with its path, what was expected and what was found. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { change, malformed, wellFormed } from '../../testing/malformed'
import {
  type ErrorFacts,
  type ErrorKey,
  type Expected,
  type Found,
  UnfoldError,
} from '../engine/error'
import { toTensor } from '../engine/tensor'
import { formatNetwork, parseNetwork } from './network'
import { fields, optional, text } from './parse'

const refusal = (source: string): UnfoldError => {
  try {
    parseNetwork(source)
  } catch (error) {
    if (error instanceof UnfoldError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const factsOf = <K extends ErrorKey>(key: K, source: string): ErrorFacts[K] => {
  const error = refusal(source)
  expect(error.key).toBe(key)
  return error.facts as ErrorFacts[K]
}

describe('a malformed file', () => {
  it.each(malformed)('is refused: $name', ({ text, key, path }) => {
    const error = refusal(text)
    expect(error.key).toBe(key)
    expect((error.facts as { path?: string }).path).toBe(path)
  })

  it('differs from a file that is read', () => {
    expect(new Set(malformed.map(({ name }) => name)).size).toBe(malformed.length)
    expect(parseNetwork(wellFormed).unknownKeys).toEqual([])
  })
})

/** A key, the JSON put there, what was expected, what was found, and the path named where it is another. */
type Fault = readonly [string, string | undefined, Expected, Found, path?: string]

const matrix = (rows: number, columns: number): Expected => ({ kind: 'matrix', rows, columns })
const oneOf = (...values: readonly string[]): Expected => ({ kind: 'oneOf', values })
const input: Expected = { kind: 'class', size: 2, or: 'vector' }
const target: Expected = { kind: 'class', size: 2, or: 'none' }
const value = (text: string): Found => ({ kind: 'value', text })
const length = (n: number): Found => ({ kind: 'length', length: n })

const faults: readonly Fault[] = [
  ['format', undefined, oneOf('unfold-network'), { kind: 'nothing' }],
  ['version', '"1"', { kind: 'integer', min: 1, max: null }, value('"1"')],
  ['title', 'null', { kind: 'text' }, value('null')],
  ['architecture', '[]', { kind: 'object' }, value('[]')],
  ['architecture.cell', '"gru"', oneOf('rnn'), value('"gru"')],
  ['architecture.recurrence', '"both"', oneOf('hidden', 'output'), value('"both"')],
  ['architecture.readout', '0', oneOf('every-step', 'last-step'), value('0')],
  ['architecture.feedback', '"logits"', oneOf(), value('"logits"')],
  ['architecture.activation', '""', oneOf('tanh', 'relu', 'sigmoid', 'identity'), value('""')],
  ['architecture.hiddenSize', '2.5', { kind: 'integer', min: 1, max: null }, value('2.5')],
  ['inputVocabulary', '["a"]', { kind: 'texts', length: 2 }, length(1)],
  ['inputVocabulary', '["a",1]', { kind: 'text' }, value('1'), 'inputVocabulary[1]'],
  ['outputVocabulary', '["a","a"]', { kind: 'distinct' }, value('"a"'), 'outputVocabulary[1]'],
  ['parameters.U', undefined, matrix(3, 2), { kind: 'nothing' }],
  ['parameters.U', '{}', matrix(3, 2), value('{}')],
  ['parameters.W', '[[1,2,3],[1,2,3,4],[1,2,3]]', matrix(3, 3), { kind: 'row', row: 2, length: 4 }],
  ['parameters.V', '[[1,2,3]]', matrix(2, 3), length(1)],
  ['parameters.V', '[[1,2,3],0]', { kind: 'vector', length: 3 }, value('0'), 'parameters.V[1]'],
  ['parameters.V', '[[1,2,3],[1,"2",3]]', { kind: 'number' }, value('"2"'), 'parameters.V[1][1]'],
  [
    'parameters.V',
    '[[1,2,3],[1,-1e999,3]]',
    matrix(2, 3),
    { kind: 'notFinite', at: 'parameters.V[1][1]' },
  ],
  ['parameters.b', '[1,2]', { kind: 'vector', length: 3 }, length(2)],
  ['sequence.inputs', '[]', { kind: 'list', length: null }, length(0)],
  ['sequence.inputs', '[0,2,0]', input, value('2'), 'sequence.inputs[1]'],
  ['sequence.inputs', '[0,[1,2,3],0]', input, length(3), 'sequence.inputs[1]'],
  ['sequence.targets', '[0,1]', { kind: 'list', length: 3 }, length(2)],
  ['sequence.targets', '[0,1,-1]', target, value('-1'), 'sequence.targets[2]'],
]

describe('the facts of a refusal', () => {
  for (const [key, json, expected, found, path = key] of faults)
    it(`name what is wrong: ${key}: ${json}`, () => {
      expect(factsOf('file.key', change({ [key]: json }))).toEqual({ path, expected, found })
    })

  it('are those of the first fault in the order of the format, wherever it stands in the file', () => {
    const wrong = change({ title: '7', sequence: '0' })
    const { title, ...rest } = JSON.parse(wrong) as Record<string, unknown>
    expect(factsOf('file.key', JSON.stringify({ ...rest, title })).path).toBe('title')
    const two = change({ 'architecture.recurrence': '"both"', 'architecture.inputSize': '0' })
    expect(factsOf('file.key', two).path).toBe('architecture.recurrence')
  })

  it('tell where a number was lost that was not finite when the network was saved', () => {
    const { network } = parseNetwork(wellFormed)
    const parameters = { ...network.parameters, c: toTensor([2], [0, NaN]) }
    const { path, found } = factsOf('file.key', formatNetwork({ ...network, parameters }))
    expect([path, found]).toEqual(['parameters.c[1]', value('null')])
  })
})

describe('the fields of an object', () => {
  it('are its own: what its prototype has is missing', () => {
    const object = Object.create({ title: 'inherited' }) as object
    expect(fields(object, '').read('title', optional(text))).toBeNull()
  })
})

describe('a value that is quoted', () => {
  const quote = (json: string) => {
    const { found } = factsOf('file.key', change({ title: json }))
    return found.kind === 'value' ? found.text : ''
  }
  const quotable = fc.jsonValue({ maxDepth: 6 }).filter((title) => typeof title !== 'string')

  it('is its JSON where that is short', () => {
    expect(quote('[1, {"a": null, "b": []}, -0]')).toBe('[1,{"a":null,"b":[]},-0]')
  })

  it('is the first 39 characters of its JSON where that is long', () => {
    fc.assert(
      fc.property(quotable, (title) => {
        const json = JSON.stringify(title)
        const short = json.length <= 40 ? json : `${json.slice(0, 39)}…`
        // Half of a surrogate pair would be dropped.
        fc.pre(!/[\uD800-\uDBFF]…$/.test(short))
        expect(quote(json)).toBe(short)
      }),
    )
  })

  it('is cut short however long it is', () => {
    expect(quote(`[${'[1,2],'.repeat(1e6)}0]`)).toBe('[[1,2],[1,2],[1,2],[1,2],[1,2],[1,2],[1…')
  })
})
