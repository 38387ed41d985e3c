/** Network files: what is written reads back to the same bits, and what was not asked for is kept out. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { change, wellFormed } from '../../testing/malformed'
import { wirings } from '../../testing/networks'
import { readReferences } from '../../testing/reference'
import { shapeOf } from '../engine/memory'
import { type Architecture, type Network, activations } from '../engine/network'
import { cellOf } from '../engine/run'
import { sizeOf, toTensor } from '../engine/tensor'
import { formatNetwork, parseNetwork } from './network'

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
const anyText = fc.string({ unit: 'binary' })
const numbers = (length: number) => fc.array(finite, { minLength: length, maxLength: length })
const float64 = (length: number) => numbers(length).map((list) => Float64Array.from(list))
const words = (length: number) =>
  fc.option(fc.uniqueArray(anyText, { minLength: length, maxLength: length }))

const plain = { noNullPrototype: true }
const size = fc.integer({ min: 1, max: 5 })
const inFiles = wirings.filter(({ feedback }) => feedback !== 'sample')
const anyArchitecture: fc.Arbitrary<Architecture> = fc
  .record(
    {
      wiring: fc.constantFrom(...inFiles),
      activation: fc.constantFrom(...activations),
      inputSize: size,
      hiddenSize: size,
      outputSize: size,
    },
    plain,
  )
  .map(({ wiring, ...rest }) => ({ cell: 'rnn', ...wiring, ...rest }))

const networkOf = (architecture: Architecture, tau: number): fc.Arbitrary<Network> => {
  const { inputSize, hiddenSize, outputSize, recurrence, readout } = architecture
  const stateSize = recurrence === 'hidden' ? hiddenSize : outputSize
  const classes = fc.nat(outputSize - 1)
  const parameters = cellOf(architecture).parameters.map((parameter) => {
    const shape = shapeOf(architecture, { of: parameter })
    return [parameter.name, float64(sizeOf(shape)).map((data) => toTensor(shape, data))] as const
  })
  const input = fc.oneof(fc.nat(inputSize - 1), numbers(inputSize))
  return fc.record(
    {
      title: fc.option(anyText),
      architecture: fc.constant(architecture),
      inputVocabulary: words(inputSize),
      outputVocabulary: words(outputSize),
      parameters: fc.record(Object.fromEntries(parameters), plain),
      initialState: fc.option(float64(stateSize)),
      sequence: fc.record(
        {
          inputs: fc.array(input, { minLength: tau, maxLength: tau }),
          targets:
            readout === 'last-step'
              ? fc.array(classes, { minLength: 1, maxLength: 1 })
              : fc.array(fc.option(classes), { minLength: tau, maxLength: tau }),
        },
        plain,
      ),
    },
    plain,
  )
}

const anyNetwork = fc
  .tuple(anyArchitecture, fc.integer({ min: 1, max: 6 }))
  .chain(([architecture, tau]) => networkOf(architecture, tau))

describe('a network that was saved', () => {
  it('reads back to the same bits', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const { network: read, unknownKeys } = parseNetwork(formatNetwork(network))
        // toStrictEqual tells −0 from 0, also inside typed arrays.
        expect(read).toStrictEqual(network)
        expect(unknownKeys).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('keeps the sign of zero and the smallest and largest numbers', () => {
    const b = [-0, Number.MIN_VALUE, -Number.MAX_VALUE]
    const { network } = parseNetwork(wellFormed)
    const parameters = { ...network.parameters, b: toTensor([3], b) }
    const read = parseNetwork(formatNetwork({ ...network, parameters })).network.parameters['b']!
    expect([...read.data].map((value, i) => Object.is(value, b[i]))).toEqual([true, true, true])
  })

  it('is the same text when it is saved again', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const text = formatNetwork(network)
        expect(formatNetwork(parseNetwork(text).network)).toBe(text)
      }),
    )
  })

  it('is JSON that holds what the format lists, in its order', () => {
    const { network } = parseNetwork(wellFormed)
    const text = formatNetwork(network)
    expect(JSON.stringify(JSON.parse(text))).toBe(wellFormed)
  })

  it.each(readReferences)('holds all that was read: $name', ({ text, network }) => {
    expect(JSON.parse(formatNetwork(network))).toStrictEqual(JSON.parse(text))
  })

  it('leaves out optional keys that it has no value for', () => {
    const { network } = parseNetwork(wellFormed)
    const none = { title: null, inputVocabulary: null, outputVocabulary: null, initialState: null }
    const written = JSON.parse(formatNetwork({ ...network, ...none })) as object
    const keys = ['format', 'version', 'architecture', 'parameters', 'sequence']
    expect(Object.keys(written)).toEqual(keys)
  })

  it('stands one row of a matrix on a line', () => {
    const text = formatNetwork(parseNetwork(wellFormed).network)
    expect(text).toContain(
      [
        '  "parameters": {',
        '    "U": [',
        '      [0.1, 0.2],',
        '      [0.3, 0.4],',
        '      [0.5, 0.6]',
        '    ],',
      ].join('\n'),
    )
    expect(text).toContain('    "c": [0.1, 0.2]\n  },\n  "initialState": [0, 0, 0],\n')
    expect(text).toMatch(/^\{\n {2}"format": "unfold-network",\n[^]*[^ ]\n\}\n$/)
  })
})

describe('a file that is unusual but right', () => {
  it('may carry any text as its title', () => {
    for (const title of ['', '<script>alert(1)</script>', '__proto__', 'x'.repeat(1e6)])
      expect(parseNetwork(change({ title: JSON.stringify(title) })).network.title).toBe(title)
  })

  it('may do without its optional keys', () => {
    const without = change({
      title: undefined,
      inputVocabulary: undefined,
      outputVocabulary: undefined,
      initialState: undefined,
    })
    const none = { title: null, inputVocabulary: null, outputVocabulary: null, initialState: null }
    expect(parseNetwork(without).network).toMatchObject(none)
  })

  it('may write a class index as −0 or 1.0', () => {
    const { network } = parseNetwork(change({ 'sequence.inputs': '[-0,1.0,10e-1]' }))
    expect(network.sequence.inputs).toStrictEqual([0, 1, 1])
  })

  it('may hold a large matrix, and is read fast', () => {
    const n = 256
    const square = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => i / ++j))
    const text = change({
      'architecture.hiddenSize': String(n),
      'parameters.U': JSON.stringify(square.map(() => [1, 2])),
      'parameters.W': JSON.stringify(square),
      'parameters.V': JSON.stringify(square.slice(0, 2)),
      'parameters.b': JSON.stringify(square[2]),
      initialState: undefined,
    })
    const start = performance.now()
    expect(parseNetwork(text).network.parameters['W']!.data[3 * n + 6]).toBe(3 / 7)
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe('keys that this version does not know', () => {
  it('are kept out and named, at every level', () => {
    const extra = {
      zoom: '2',
      'architecture.dropout': '0.5',
      'parameters.X': '[1]',
      'sequence.weights': '[]',
    }
    const { network, unknownKeys } = parseNetwork(change(extra))
    expect(network).toStrictEqual(parseNetwork(wellFormed).network)
    expect(unknownKeys).toEqual(Object.keys(extra))
  })

  it('do no harm where they are names of the prototype', () => {
    const hostile = '"__proto__":{"polluted":1,"title":7},"constructor":1,"toString":2,"valueOf":3,'
    const text = wellFormed.replaceAll('{', `{${hostile}`)
    const { network, unknownKeys } = parseNetwork(text)
    expect(network).toStrictEqual(parseNetwork(wellFormed).network)
    expect(unknownKeys).toHaveLength(16)
    expect(unknownKeys).toContain('__proto__')
    expect(unknownKeys).toContain('parameters.constructor')
    expect(Object.getPrototypeOf(network.parameters)).toBe(Object.prototype)
    expect('polluted' in {}).toBe(false)
  })

  it('are named in at most 40 characters', () => {
    const { unknownKeys } = parseNetwork(change({ ['k'.repeat(100)]: '1' }))
    expect(unknownKeys).toEqual([`${'k'.repeat(39)}…`])
  })

  it('are not cut through the middle of a character', () => {
    const { unknownKeys } = parseNetwork(change({ [`${'k'.repeat(38)}🙂🙂`]: '1' }))
    expect(unknownKeys).toEqual([`${'k'.repeat(38)}…`])
  })
})
