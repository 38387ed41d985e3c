/** Dictionaries, tested: every text is there in every language, says something, and is a translation. */
import { describe, expect, it } from 'vitest'
import { randomNetwork, wirings } from '../../testing/networks'
import type { Role } from '../engine/cells/cell'
import { withRemaining } from '../engine/cells/withRemaining'
import { withStop } from '../engine/cells/withStop'
import type { ErrorFacts, ErrorKey, Expected, Found } from '../engine/error'
import { activations } from '../engine/network'
import { operationNames } from '../engine/operations'
import { cellOf, graphOf } from '../engine/run'
import { grains } from '../engine/schedule'
import { errorWords } from './errors/errorWords'
import { gradientWords } from './gradient'
import { dictionaries, languages } from './index'
import type { Dictionary } from './en'
import type { Facts } from './facts'

const { en, zh } = dictionaries
const spoken = Object.entries(dictionaries)

type Leaf = string | ((...args: readonly never[]) => string)

/** Every text of a dictionary with its path. */
const leavesOf = (value: object, path = ''): readonly (readonly [string, Leaf])[] =>
  Object.entries(value).flatMap(([key, inner]: [string, Leaf | object]) =>
    typeof inner === 'object'
      ? leavesOf(inner, `${path}${key}.`)
      : [[`${path}${key}`, inner] as const],
  )

const facts: Facts = {
  isPassedOn: true,
  ...{ name: 'h(2)', t: 2, operation: 'tanh', reads: 'a', wants: 'b', probability: '25%' },
  ...{
    value: '1.386',
    sources: ['a(3)', 'o(2)'],
    ways: 2,
    parameters: ['U', 'W', 'b'],
    part: 1,
    parts: 2,
  },
}

/** Facts of steps with and without symbols, a target, a past, several sources. */
const allFacts: readonly Facts[] = [
  facts,
  { ...facts, t: 1 },
  { ...facts, isPassedOn: false },
  { ...facts, t: 0, name: 'h(0)' },
  { ...facts, reads: null },
  { ...facts, wants: null, probability: null },
  { ...facts, reads: null, wants: null, probability: null },
  { ...facts, operation: null },
  { ...facts, sources: ['o(2)'], ways: 1, parts: 1 },
  { ...facts, ways: 0 },
  { ...facts, parameters: ['c'], part: 2, parts: 2 },
  ...operationNames.map((operation) => ({ ...facts, operation })),
]

const expectedKinds: { readonly [K in Expected['kind']]: readonly Expected[] } = {
  matrix: [
    { kind: 'matrix', rows: 3, columns: 4 },
    { kind: 'matrix', rows: 1, columns: 1 },
  ],
  vector: [
    { kind: 'vector', length: 5 },
    { kind: 'vector', length: 1 },
  ],
  list: [
    { kind: 'list', length: 6 },
    { kind: 'list', length: null },
  ],
  texts: [{ kind: 'texts', length: 7 }],
  integer: [
    { kind: 'integer', min: 1, max: null },
    { kind: 'integer', min: 1, max: 8 },
  ],
  class: [
    { kind: 'class', size: 9, or: null },
    { kind: 'class', size: 9, or: 'vector' },
    { kind: 'class', size: 9, or: 'none' },
  ],
  oneOf: [
    { kind: 'oneOf', values: ['tanh', 'relu'] },
    { kind: 'oneOf', values: ['tanh'] },
    { kind: 'oneOf', values: [] },
  ],
  object: [{ kind: 'object' }],
  number: [{ kind: 'number' }],
  text: [{ kind: 'text' }],
  distinct: [{ kind: 'distinct' }],
}

const foundKinds: { readonly [K in Found['kind']]: readonly Found[] } = {
  nothing: [{ kind: 'nothing' }],
  value: [{ kind: 'value', text: '"both"' }],
  length: [{ kind: 'length', length: 11 }],
  row: [{ kind: 'row', row: 2, length: 12 }],
  notFinite: [{ kind: 'notFinite', at: 'parameters.U[0][1]' }],
}

const path = 'parameters.W'

const errorFacts: { readonly [K in ErrorKey]: readonly ErrorFacts[K][] } = {
  'operation.shape': [{ operation: 'affine', found: '[3] [4×5]' }],
  'run.tooLarge': [{ numbers: 68_000_000, limit: 67_108_864 }],
  'file.notJson': [{ at: { line: 2, column: 5 } }, { at: null }],
  'file.tooLarge': [{ megabytes: 65.5, limit: 64 }],
  'file.wrongFormat': [{ expected: 'unfold-network', found: '"other"' }],
  'file.newerVersion': [{ expected: 1, found: '2' }],
  'file.key': Object.values(expectedKinds)
    .flat()
    .flatMap((expected) =>
      Object.values(foundKinds)
        .flat()
        .map((found) => ({ path, expected, found })),
    ),
  'file.unreadable': [{ detail: 'gone' }],
}

const nonsense = /undefined|NaN|\[object|=>|\bnull\b(?! \(no target\))(?!（无目标）)/

const expectText = (text: string, where: string): void => {
  expect(text, where).toMatch(/\S/)
  expect(text, where).toBe(text.trim())
  expect(text, where).not.toMatch(nonsense)
}

/** Paths of the texts that are the same in both languages, for a reason: letters, signs, names, numbers. */
const shared = [
  /^functions\.(tanh|sigmoid|relu|softmax)$/,
  /^file\.example\.hello$/,
  /^timeline\.(norm|time)$/,
  /^transport\.progress$/,
  /^inspector\.probability$/,
]
const isShared = (path: string): boolean => shared.some((pattern) => pattern.test(path))

describe('the languages', () => {
  it('have the same texts, each a text or a function in both', () => {
    const kinds = (dictionary: Dictionary) =>
      leavesOf(dictionary).map(([path, leaf]) => `${path}: ${typeof leaf}`)
    expect(kinds(zh)).toEqual(kinds(en))
    expect(kinds(en).length).toBeGreaterThan(150)
  })

  it('differ in every text that is not made of signs or names', () => {
    const english = new Map(leavesOf(en))
    const same = leavesOf(zh).filter(
      ([path, leaf]) => typeof leaf === 'string' && leaf === english.get(path) && !isShared(path),
    )
    expect(same.map(([path]) => path)).toEqual([])
  })

  it('are each of their own script', () => {
    for (const [path, leaf] of leavesOf(en))
      if (typeof leaf === 'string' && !/example/.test(path))
        expect(leaf, path).not.toMatch(/\p{Script=Han}/u)
    for (const [path, leaf] of leavesOf(zh))
      if (typeof leaf === 'string' && !isShared(path)) expect(leaf, path).toMatch(/\p{Script=Han}/u)
  })

  it('have codes and names of their own', () => {
    for (const [key, { code }] of Object.entries(languages)) {
      expect(code.startsWith(key)).toBe(true)
      expect(Intl.getCanonicalLocales(code)).toEqual([code])
    }
    const names = Object.values(languages).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe.each(spoken)('in %s', (language, dictionary) => {
  it('no text is empty', () => {
    for (const [path, leaf] of leavesOf(dictionary))
      if (typeof leaf === 'string') expectText(leaf, path)
  })

  it('every role and every operation has its words', () => {
    const cells = wirings.map((wiring) => cellOf({ ...randomNetwork(0).architecture, ...wiring }))
    const roles = [...cells, withStop(cells[0]!), withRemaining(cells[0]!)]
      .flatMap(({ variables }) => variables)
      .map(({ role }) => role)
    expect(Object.keys(dictionary.roles).toSorted()).toEqual([...new Set(roles)].toSorted())
    expect(Object.keys(dictionary.functions).toSorted()).toEqual(operationNames.toSorted())
    for (const name of activations) expectText(dictionary.functions[name], name)
    for (const grain of grains) expectText(dictionary.transport.grains[grain], grain)
  })

  it('every sentence about a variable or a step can be said of any facts', () => {
    const { about, narration } = dictionary
    for (const facts of allFacts) {
      for (const role of Object.keys(dictionary.roles) as Role[])
        for (const [kind, sentences] of Object.entries({
          ...{ about, forward: narration.forward, backward: narration.backward },
        }))
          expectText(sentences[role](facts), `${kind} ${role} ${JSON.stringify(facts)}`)
      for (const sentence of ['forwardTime', 'backwardTime', 'share', 'arrives'] as const)
        expectText(narration[sentence](facts), `${sentence} ${JSON.stringify(facts)}`)
    }
    for (const reads of ['a', null])
      for (const isTouched of [true, false])
        expectText(narration.start({ reads, tau: 3, isTouched }), 'start')
  })

  it('a sentence holds the facts that it is about', () => {
    const { narration, about } = dictionary
    for (const part of ['∇h(2)', '∇a(3)', '∇o(2)'])
      expect(
        narration.backward.state({ ...facts, name: '∇h(2)', sources: ['∇a(3)', '∇o(2)'] }),
      ).toContain(part)
    expect(narration.forward.stepLoss({ ...facts, name: 'L(2)' })).toMatch(/L\(2\).*1\.386.*b/)
    expect(narration.arrives(facts)).toMatch(/h\(2\).*a\(3\).*o\(2\).*1.*2/)
    for (const part of facts.parameters) expect(narration.share(facts)).toContain(part)
    expect(about.probabilities(facts)).toMatch(/b.*25%/)
    expect(about.input(facts)).toMatch(/2.*a/)
  })

  it('every error has a sentence, with every kind of what was expected and found', () => {
    const errors = errorWords[language as 'en' | 'zh']
    expect(Object.keys(errors).toSorted()).toEqual(Object.keys(errorFacts).toSorted())
    const sentencesOf = <K extends ErrorKey>(key: K) =>
      errorFacts[key].map((facts) => (errors[key] as (facts: ErrorFacts[K]) => string)(facts))
    for (const key of Object.keys(errorFacts) as ErrorKey[]) {
      const sentences = sentencesOf(key)
      for (const sentence of sentences) expectText(sentence, key)
      expect(new Set(sentences).size).toBe(sentences.length)
    }
    for (const sentence of sentencesOf('file.key')) expect(sentence).toContain(path)
  })

  it('an error names the numbers that were expected and found', () => {
    const errors = errorWords[language as 'en' | 'zh']
    const say = (expected: Expected, found: Found) => errors['file.key']({ path, expected, found })
    const matrix = say(expectedKinds.matrix[0]!, foundKinds.row[0]!)
    for (const number of ['3', '4', '2', '12']) expect(matrix).toContain(number)
    expect(say(expectedKinds.oneOf[0]!, foundKinds.value[0]!)).toMatch(/"tanh".*"relu".*"both"/)
    expect(say(expectedKinds.class[1]!, foundKinds.nothing[0]!)).toMatch(/0.*8/)
    expect(say(expectedKinds.integer[1]!, foundKinds.length[0]!)).toMatch(/1.*8.*11/)
    expect(errors['file.tooLarge']({ megabytes: 65.5, limit: 64 })).toMatch(/65\.5.*64/)
  })

  it('every other function says something, of one and of many', () => {
    const { top, transport, timeline, stage, inspector, list, count, percent } = dictionary
    const texts = [
      ...[list(['a']), list(['a', 'b']), list(['a', 'b', 'c']), count(12345), percent(0.5)],
      ...[percent(0), percent(1), percent(1e-9)],
      ...[top.targetHint('∅'), top.inputVectors(1), top.inputVectors(5), top.hiddenRange(1, 64)],
      ...[top.newWeightsHint('Glorot'), transport.progress(3, 40), timeline.normLabel('h')],
      ...[timeline.time(3), stage.symbol('y(2)', 'a')],
      stage.node({ key: 'h(2)', values: null, gradient: null }),
      stage.node({ key: 'h(2)', values: '1, 2', gradient: null }),
      stage.node({ key: 'h(2)', values: '1, 2', gradient: '3, 4' }),
      ...[inspector.startText(1), inspector.startText(4), inspector.gradientTitle('x')],
      ...[inspector.equation('10.8'), inspector.probability('ello')],
    ]
    texts.forEach((text, i) => expectText(text, String(i)))
  })

  it('any function given numbers and names says something without a gap', () => {
    // Whatever takes numbers, texts or lists alone; those that take facts are walked above.
    const isRecord = /^(about|narration)\.|^(list|stage\.node)$/
    for (const [path, leaf] of leavesOf(dictionary)) {
      if (typeof leaf === 'string' || isRecord.test(path)) continue
      const args = path.match(/paths$/) ? [['a', 'b']] : [2, 3, 4]
      expectText((leaf as (...args: readonly unknown[]) => string)(...args), path)
    }
  })

  it('the accessible name of a variable begins with its key, then its values, then its gradient', () => {
    const name = dictionary.stage.node({ key: 'h(2)', values: '0.1, 0.2', gradient: '0.3, 0.4' })
    expect(name).toMatch(/^h\(2\).*0\.1, 0\.2.*0\.3, 0\.4/)
    expect(dictionary.stage.symbol('y(2)', 'a')).toMatch(/^y\(2\).*a/)
  })

  it('a list names all, in order', () => {
    expect(dictionary.list(['a', 'b', 'c'])).toMatch(/a.*b.*c/)
    expect(dictionary.list([])).toBe('')
  })
})

it('English tells one from many', () => {
  const { top } = en
  expect(top.inputVectors(1)).toMatch(/1 vector\b/)
  expect(top.inputVectors(2)).toMatch(/2 vectors\b/)
  expect(gradientWords.en.paths(['a(2)'], ['o(1)'])).toMatch(/1 path leads.*o\(1\)/)
})

it('the symbols of a sequence may be anything, and stay as they are', () => {
  const reads = '<b>&"今🙂'
  for (const { narration } of [en, zh])
    expect(
      narration.start({ reads, tau: graphOf(randomNetwork(1)).tau, isTouched: false }),
    ).toContain(reads)
})
