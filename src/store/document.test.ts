/** Document, tested: an edit changes what was asked for, keeps what fits, and never makes what could not be saved. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Kind, createNetwork, randomFileNetwork, wirings } from '../../testing/networks'
import { hell, textNetwork } from '../../testing/unfold'
import { type Network, activations } from '../engine/network'
import { cellOf, createRunner, graphOf, run } from '../engine/run'
import { range } from '../engine/unfold'
import { formatNetwork, parseNetwork } from '../formats/network'
import {
  type Document,
  inputSymbols,
  inputText,
  openDocument,
  outputSymbols,
  symbolsRead,
  symbolsWanted,
  targetSymbol,
  targetText,
  targetToFollow,
  hasOneTarget,
  withActivation,
  withClass,
  withClasses,
  withHiddenSize,
  withInput,
  withLosses,
  withSeed,
  withTarget,
  withWiring,
} from './document'
import { noTarget, splitSymbols } from './symbols'

const graphemes = (text: string) => splitSymbols(text, [])
const unique = (symbols: readonly (string | null)[]) =>
  [...new Set(symbols.filter((symbol) => symbol !== null))].toSorted()

/** Of letters that come back, so that vocabularies meet. */
const anyWord = fc.string({ unit: fc.constantFrom(...'abcdé今🙂 '), minLength: 1, maxLength: 9 })
/** Of anything that can be typed or pasted. */
const anyText = fc
  .oneof(
    anyWord,
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 9 }),
  )
  .filter((text) => !text.includes(noTarget))

const typed = (document: Document, text: string): Document => withInput(document, text)!

const opened = openDocument(hell, 7)

/** A weight by the symbols or hidden units that it joins. */
const weight = (network: Network, name: string, row: string | number, column: string | number) => {
  const { parameters } = network
  const place = (label: string | number, symbols: readonly string[]) =>
    typeof label === 'number' ? label : symbols.indexOf(label)
  const columns = parameters[name]!.shape[1] ?? 1
  const i = place(row, outputSymbols(network)) * columns + place(column, inputSymbols(network))
  return parameters[name]!.data[i]!
}

/** The columns of U, the rows of V and the entries of c that belong to a symbol. */
const weightsOf = (network: Network, symbol: string): readonly (readonly number[])[] => {
  const units = range(0, network.architecture.hiddenSize - 1)
  return [
    inputSymbols(network).includes(symbol) ? units.map((i) => weight(network, 'U', i, symbol)) : [],
    outputSymbols(network).includes(symbol)
      ? [...units.map((i) => weight(network, 'V', symbol, i)), weight(network, 'c', symbol, 0)]
      : [],
  ]
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, i) => Object.is(value, b[i]))

/** Can be saved, read back to the same bits, and run. */
const expectSound = ({ network }: Document): void => {
  expect(parseNetwork(formatNetwork(network))).toStrictEqual({ network, unknownKeys: [] })
  const { values } = run(createRunner(graphOf(network), network.architecture), network)
  expect(values.every(Number.isFinite)).toBe(true)
}

describe('typing what is read', () => {
  it('makes a step for each character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { network } = typed(opened, text)
        expect(symbolsRead(network)).toEqual(graphemes(text))
        expect(network.sequence.targets).toHaveLength(graphemes(text).length)
        expect(inputText(network)).toBe(text)
      }),
    )
  })

  it('changes nothing where the text is empty', () => {
    expect(withInput(opened, '')).toBeNull()
  })

  it('lets the target follow where it was the input shifted by one', () => {
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const before = typed(opened, first)
        const { network } = typed(before, second)
        const read = graphemes(second)
        expect(symbolsWanted(network).slice(0, -1)).toEqual(read.slice(1))
      }),
    )
  })

  it('leaves the target alone where it was something else', () => {
    const other = openDocument(textNetwork('abba', 'aaaa', 2), 7)
    const { network } = typed(other, 'babab')
    expect(symbolsWanted(network)).toEqual(['a', 'a', 'a', 'a', null])
    expect(targetText(typed(other, 'ab').network)).toBe('aa')
  })

  it('again, as it is, changes nothing', () => {
    fc.assert(
      fc.property(anyWord, anyWord, (text, target) => {
        const before = withTarget(typed(opened, text), target)
        const [read, wanted] = [graphemes(text), symbolsWanted(before.network)]
        fc.pre(read.some((_, i) => i + 1 < read.length && wanted[i] !== read[i + 1]))
        expect(typed(before, text)).toEqual(before)
      }),
    )
  })

  it('again, as it is, keeps the last target where the others are the next inputs', () => {
    expect(typed(opened, 'hell')).toEqual(opened)
    const single = openDocument(textNetwork('a', 'z', 2), 7)
    expect(typed(single, 'a')).toEqual(single)
  })
})

describe('typing what should be said', () => {
  it('sets a target for each input, by its place', () => {
    fc.assert(
      fc.property(anyWord, anyWord, (text, target) => {
        const { network } = withTarget(typed(opened, text), target)
        const wanted = graphemes(target)
        expect(symbolsRead(network)).toEqual(graphemes(text))
        expect(symbolsWanted(network)).toEqual(graphemes(text).map((_, i) => wanted[i] ?? null))
      }),
    )
  })

  it('reads ∅ and what is missing as no target, and leaves out what is beyond the last input', () => {
    const wanted = (text: string) => symbolsWanted(withTarget(opened, text).network)
    expect(wanted('e∅lo')).toEqual(['e', null, 'l', 'o'])
    expect(wanted('el')).toEqual(['e', 'l', null, null])
    expect(wanted('elloxyz')).toEqual(['e', 'l', 'l', 'o'])
    expect(wanted('')).toEqual([null, null, null, null])
  })

  it('shows what was typed, up to the last target', () => {
    for (const text of ['ello', 'e∅lo', '∅∅∅o', 'el', ''])
      expect(targetText(withTarget(opened, text).network)).toBe(text)
    expect(targetText(withTarget(opened, 'el∅∅').network)).toBe('el')
  })

  it('again, as it is, changes nothing', () => {
    fc.assert(
      fc.property(anyWord, anyWord, (text, target) => {
        const before = withTarget(typed(opened, text), target)
        expect(withTarget(before, targetText(before.network))).toEqual(before)
      }),
    )
  })

  it('keeps inputs that are vectors, with their vocabulary or without', () => {
    for (const inputs of ['vectors', 'mixed'] as const)
      for (const seed of range(0, 19)) {
        const kind: Kind = {
          ...{ inputSize: 3, hiddenSize: 2, outputSize: 3, tau: 4, activation: 'tanh', inputs },
          ...{ targets: 0.7, hasInitialState: seed % 2 === 1 },
        }
        const network = createNetwork(seed, kind)
        if (network.sequence.inputs.every((input) => typeof input === 'number')) continue
        const named = { ...network, inputVocabulary: ['p', 'q', 'r'] }
        for (const of of [network, named]) {
          const edited = withTarget(openDocument(of, 7), 'ab∅a').network
          expect(edited.sequence.inputs).toEqual(of.sequence.inputs)
          expect(edited.inputVocabulary).toEqual(of.inputVocabulary)
          for (const name of ['U', 'W', 'b'])
            expect(edited.parameters[name]).toEqual(of.parameters[name])
          expect(symbolsWanted(edited)).toEqual(['a', 'b', null, 'a'])
          expectSound(withTarget(openDocument(of, 7), 'ab∅a'))
        }
      }
  })
})

describe('the vocabulary', () => {
  it('holds what the text uses, and nothing else', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (first, text, target) => {
        const { network } = withTarget(typed(typed(opened, first), text), target)
        const used = unique([...symbolsRead(network), ...symbolsWanted(network)])
        expect(inputSymbols(network).toSorted()).toEqual(used)
        expect(outputSymbols(network).toSorted()).toEqual(used)
      }),
    )
  })

  it('is kept in its order, what is new after it', () => {
    expect(inputSymbols(hell)).toEqual([...'helo'])
    expect(inputSymbols(typed(opened, 'olxeh').network)).toEqual([...'helox'])
  })

  it('of what is read is not that of what is said, where it was not before', () => {
    const apart = { ...textNetwork('ab', 'ba', 2), outputVocabulary: ['b', 'a'] }
    const { network } = withTarget(openDocument(apart, 7), 'xy')
    expect(inputSymbols(network)).toEqual(['a', 'b'])
    expect(outputSymbols(network)).toEqual(['x', 'y'])
  })

  it('never is empty', () => {
    const apart = { ...textNetwork('ab', 'ba', 2), outputVocabulary: ['b', 'a'] }
    const silent = withTarget(openDocument(apart, 7), '')
    expect(outputSymbols(silent.network)).toHaveLength(1)
    expectSound(silent)
  })

  it('that a file opened with more than its text uses is kept', () => {
    const { inputVocabulary, parameters } = textNetwork('abcdef', 'bcdef', 3)
    const shared = [inputVocabulary!.indexOf('a'), inputVocabulary!.indexOf('b')]
    const file: Network = {
      ...textNetwork('abcdef', 'bcdef', 3),
      sequence: { inputs: shared, targets: [shared[1]!, null] },
    }
    const document = openDocument(file, 7)
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: 1, maxLength: 4 }), (texts) => {
        const { network } = texts.reduce(typed, document)
        expect(inputSymbols(network).slice(0, 6)).toEqual(inputVocabulary)
        expect(parameters.W).toEqual(network.parameters.W)
        for (const symbol of inputVocabulary!)
          expect(weightsOf(network, symbol)).toEqual(weightsOf(file, symbol))
      }),
    )
  })

  it('that a file does not name is its class numbers, and is kept', () => {
    const file = createNetwork(1, {
      ...{ inputSize: 3, hiddenSize: 2, outputSize: 4, tau: 3, activation: 'relu' },
      ...{ inputs: 'classes', targets: 1, hasInitialState: false },
    })
    const document = openDocument(file, 7)
    expect(inputSymbols(file)).toEqual(['0', '1', '2'])
    const { network } = typed(document, '21a')
    expect(inputSymbols(network)).toEqual(['0', '1', '2', 'a'])
    expect(outputSymbols(network).slice(0, 4)).toEqual(['0', '1', '2', '3'])
    expect(network.sequence.inputs).toEqual([2, 1, 3])
  })

  it('gives each target its symbol, and other variables none', () => {
    const graph = graphOf(withTarget(opened, 'e∅lo').network)
    const { network } = withTarget(opened, 'e∅lo')
    const symbols = graph.nodes.flatMap((node) => targetSymbol(network, node) ?? [])
    expect(symbols).toEqual(['e', 'l', 'o'])
  })
})

describe('weights', () => {
  it('whose symbols are still there are kept bit for bit', () => {
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const [before, after] = [typed(opened, first), typed(typed(opened, first), second)]
        const kept = inputSymbols(after.network).filter((s) =>
          inputSymbols(before.network).includes(s),
        )
        for (const symbol of kept) {
          const [old, now] = [weightsOf(before.network, symbol), weightsOf(after.network, symbol)]
          expect(old.every((list, i) => same(list, now[i]!))).toBe(true)
        }
        for (const name of ['W', 'b'])
          expect(after.network.parameters[name]).toEqual(before.network.parameters[name])
      }),
    )
  })

  it('of new symbols depend on the seed alone, not on what was typed before', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 4 }), anyWord, (ways, last) => {
        const fresh = withSeed(typed(opened, last), 7).network
        const start = withSeed(typed(opened, 'xyz'), 7)
        const { network } = [...ways, last].reduce(typed, start)
        for (const symbol of graphemes(last))
          expect(weightsOf(network, symbol)).toEqual(weightsOf(fresh, symbol))
      }),
    )
  })

  it('of a new symbol are others for another seed', () => {
    const with7 = typed(opened, 'hellx').network
    const with8 = typed({ ...opened, seed: 8 }, 'hellx').network
    expect(weightsOf(with7, 'x')[0]).not.toEqual(weightsOf(with8, 'x')[0])
    expect(weightsOf(with7, 'h')).toEqual(weightsOf(with8, 'h'))
  })

  it('drawn anew come from the new seed alone, and the state begins at zero again', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(29), (seed, of) => {
        const { network, seed: kept } = withSeed(openDocument(randomFileNetwork(of), 3), seed)
        const again = withSeed(withSeed(openDocument(randomFileNetwork(of), 4), 5), seed)
        expect(kept).toBe(seed)
        expect(network.parameters).toEqual(again.network.parameters)
        expect(network.initialState).toBeNull()
        expect(network.sequence).toEqual(randomFileNetwork(of).sequence)
        const other = withSeed(openDocument(randomFileNetwork(of), 3), seed + 1).network
        expect(other.parameters.W).not.toEqual(network.parameters.W)
      }),
    )
  })
})

describe('another number of hidden units', () => {
  const anySize = fc.integer({ min: 1, max: 12 })

  it('keeps the rows and columns of those that stay', () => {
    fc.assert(
      fc.property(fc.nat(39), anySize, (seed, size) => {
        const before = openDocument(randomFileNetwork(seed), 7)
        const old = before.network
        const { network } = withHiddenSize(before, size)
        const units = range(0, Math.min(old.architecture.hiddenSize, size) - 1)
        const wide = (name: string, of: Network) => of.parameters[name]!.shape[1] ?? 1
        const at = (of: Network, name: string, i: number, j: number) =>
          of.parameters[name]!.data[i * wide(name, of) + j]
        for (const i of units) {
          const isHidden = old.architecture.recurrence === 'hidden'
          for (const j of isHidden ? units : range(0, old.architecture.outputSize - 1))
            expect(at(network, 'W', i, j)).toBe(at(old, 'W', i, j))
          range(0, old.architecture.inputSize - 1).forEach((j) => {
            expect(at(network, 'U', i, j)).toBe(at(old, 'U', i, j))
          })
          range(0, old.architecture.outputSize - 1).forEach((k) => {
            expect(at(network, 'V', k, i)).toBe(at(old, 'V', k, i))
          })
          expect(at(network, 'b', i, 0)).toBe(at(old, 'b', i, 0))
        }
        expect(network.parameters.c).toEqual(old.parameters.c)
        expect(network.architecture).toEqual({ ...old.architecture, hiddenSize: size })
        expect(network.sequence).toEqual(old.sequence)
      }),
    )
  })

  it('keeps the initial state of those that stay, zero for those that are new', () => {
    fc.assert(
      fc.property(fc.nat(39), anySize, (seed, size) => {
        const before = randomFileNetwork(seed)
        const { initialState } = withHiddenSize(openDocument(before, 7), size).network
        const isHidden = before.architecture.recurrence === 'hidden'
        const wanted =
          before.initialState && isHidden
            ? Float64Array.from({ length: size }, (_, i) => before.initialState![i] ?? 0)
            : before.initialState
        expect(initialState).toEqual(wanted)
      }),
    )
  })

  it('and back again is the same network, where units were only added', () => {
    fc.assert(
      fc.property(fc.nat(39), fc.nat(5), (seed, more) => {
        const before = openDocument(randomFileNetwork(seed), 7)
        const { hiddenSize } = before.network.architecture
        const after = withHiddenSize(withHiddenSize(before, hiddenSize + more), hiddenSize)
        expect(after).toEqual(before)
      }),
    )
  })
})

describe('another activation', () => {
  it('changes nothing else', () => {
    for (const activation of activations) {
      const { network } = withActivation(opened, activation)
      expect(network).toEqual({ ...hell, architecture: { ...hell.architecture, activation } })
    }
  })
})

describe('another wiring', () => {
  const anyWiring = fc.constantFrom(...wirings.filter(({ feedback }) => feedback !== 'sample'))

  it('keeps U, V, b, c, and W where its shape fits; else W comes from the seed', () => {
    fc.assert(
      fc.property(fc.nat(59), anyWiring, (seed, wiring) => {
        const before = openDocument(randomFileNetwork(seed), 7)
        const { network } = withWiring(before, wiring)
        const { W: oldW, ...kept } = before.network.parameters
        const { W, ...parameters } = network.parameters
        expect(parameters).toEqual(kept)
        const fits = String(W!.shape) === String(oldW!.shape)
        if (fits) expect(W).toEqual(oldW)
        else expect(W).toEqual(withSeed(withWiring(before, wiring), 7).network.parameters['W'])
        expect(network.sequence.inputs).toEqual(before.network.sequence.inputs)
        expect(network.sequence.targets.at(-1)).toBe(
          wiring.readout === before.network.architecture.readout
            ? before.network.sequence.targets.at(-1)
            : (before.network.sequence.targets.findLast((target) => target !== null) ?? 0),
        )
      }),
    )
  })

  it('and back gives the targets of a word that were the next symbols', () => {
    const there = withWiring(opened, wirings[1]!)
    expect(there.network.sequence.targets).toHaveLength(1)
    expect(withWiring(there, wirings[0]!).network.sequence).toEqual(opened.network.sequence)
  })

  it('and back leaves the targets as they were, unless another class was chosen meanwhile', () => {
    const banana = withTarget(typed(opened, 'banana'), 'anana')
    const there = withClass(withWiring(banana, wirings[1]!), 'a')!
    for (const back of [withWiring(there, wirings[0]!), withWiring(there, wirings[2]!)])
      expect(targetText(back.network)).toBe('anana')
    const chosen = withWiring(withClass(there, 'n')!, wirings[0]!)
    expect(targetText(chosen.network)).toBe('ananan')
  })
})

describe('names for classes', () => {
  const atEnd = withWiring(opened, wirings[1]!)

  it('may change without a weight, by their places', () => {
    const { network } = withClasses(atEnd, 'w, x, y, z')!
    expect(outputSymbols(network)).toEqual(['w', 'x', 'y', 'z'])
    expect(network.parameters).toEqual(atEnd.network.parameters)
    expect(network.sequence).toEqual(atEnd.network.sequence)
  })

  it('may become fewer or more: those that stay keep their rows', () => {
    const { V, c } = atEnd.network.parameters
    const two = withClasses(atEnd, 'positive, negative')!.network
    const { hiddenSize } = two.architecture
    expect(two.architecture.outputSize).toBe(2)
    expect([...two.parameters['V']!.data]).toEqual([...V!.data.subarray(0, 2 * hiddenSize)])
    expect([...two.parameters['c']!.data]).toEqual([...c!.data.subarray(0, 2)])
    expect(two.sequence.targets[0]).toBeLessThan(2)
    const five = withClasses(atEnd, 'a, b, c, d, e')!.network
    expect([...five.parameters['V']!.data.subarray(0, V!.data.length)]).toEqual([...V!.data])
  })

  it('are refused where one is empty or stands twice', () => {
    for (const text of ['', 'a,', 'a, a', ' , b']) expect(withClasses(atEnd, text)).toBeNull()
  })

  it('are what the target may be', () => {
    const two = withClasses(atEnd, 'positive, negative')!
    expect(withClass(two, 'negative')!.network.sequence.targets).toEqual([1])
    expect(withClass(two, 'neutral')).toBeNull()
  })
})

describe('any edits, one after another,', () => {
  type Edit = (document: Document) => Document
  const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
    anyText.map(
      (text): Edit =>
        (document) =>
          typed(document, text),
    ),
    anyText.map(
      (text): Edit =>
        (document) =>
          withTarget(document, text),
    ),
    fc.constantFrom('', '∅', '∅a∅').map(
      (text): Edit =>
        (document) =>
          withTarget(document, text),
    ),
    fc.integer({ min: 1, max: 6 }).map(
      (size): Edit =>
        (document) =>
          withHiddenSize(document, size),
    ),
    fc.constantFrom(...activations).map(
      (name): Edit =>
        (document) =>
          withActivation(document, name),
    ),
    fc.constantFrom(...wirings.filter(({ feedback }) => feedback !== 'sample')).map(
      (wiring): Edit =>
        (document) =>
          withWiring(document, wiring),
    ),
    fc.array(fc.constantFrom('yes', 'no', 'a', 'b'), { maxLength: 4 }).map(
      (labels): Edit =>
        (document) =>
          hasOneTarget(document.network)
            ? (withClasses(document, labels.join(', ')) ?? document)
            : document,
    ),
    fc.nat(9).map(
      (seed): Edit =>
        (document) =>
          withSeed(document, seed),
    ),
  )
  const anyStart = fc.oneof(
    fc.constant(hell),
    fc.nat(39).map(randomFileNetwork),
    anyWord.map((text) => textNetwork(text, text, 2)),
  )

  it('give a network that can be saved, opened and run', () => {
    fc.assert(
      fc.property(anyStart, fc.array(anyEdit, { maxLength: 6 }), (start, edits) => {
        const document = edits.reduce((last, edit) => edit(last), openDocument(start, 7))
        expectSound(document)
        expect(Object.keys(document.network.parameters)).toEqual(
          cellOf(document.network.architecture).parameters.map(({ name }) => name),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('leave the document that they began with as it was', () => {
    const before = structuredClone(opened)
    fc.assert(
      fc.property(anyEdit, (edit) => {
        edit(opened)
        expect(opened).toEqual(before)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a target of its own', () => {
  it('is told from one that follows the input, whatever the last step should say, and can follow', () => {
    expect(targetToFollow(opened)).toBeNull()
    expect(targetToFollow(withTarget(opened, 'ellx'))).toBeNull()
    const own = withTarget(opened, 'xy')
    expect(targetToFollow(own)).toBe(`ell${noTarget}`)
    // An example that is as it was opened has those of its file.
    const example = { ...own, network: { ...own.network, title: 'an example' } }
    expect(targetToFollow(example)).toBeNull()
    // It stays when the input changes; once it follows it does not.
    expect(targetText(typed(own, 'halo').network)).toBe('xy')
    expect(targetToFollow(withTarget(own, targetToFollow(own)!))).toBeNull()
  })

  it('is none where a loss is switched off, or one output is at the end', () => {
    expect(targetToFollow(withLosses(opened, (t) => t > 2)!)).toBeNull()
    const atEnd = { recurrence: 'hidden', readout: 'last-step', feedback: null } as const
    expect(targetToFollow(withWiring(withTarget(opened, 'xy'), atEnd))).toBeNull()
  })
})
