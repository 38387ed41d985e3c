/** Malformed: network files that must be refused, each with the key of the error and the path that it names. Plain data. */
import type { ErrorKey } from '../src/engine/error'

export interface Malformed {
  readonly name: string
  readonly text: string
  readonly key: ErrorKey
  /** The file's key that is at fault, where the error names one. */
  readonly path?: string
}

const whole = {
  format: 'unfold-network',
  version: 1,
  title: 'two in, three hidden, two out',
  architecture: {
    cell: 'rnn',
    recurrence: 'hidden',
    readout: 'every-step',
    activation: 'tanh',
    inputSize: 2,
    hiddenSize: 3,
    outputSize: 2,
  },
  inputVocabulary: ['a', 'b'],
  outputVocabulary: ['a', 'b'],
  parameters: {
    U: [
      [0.1, 0.2],
      [0.3, 0.4],
      [0.5, 0.6],
    ],
    W: [
      [0.1, 0.2, 0.3],
      [0.4, 0.5, 0.6],
      [0.7, 0.8, 0.9],
    ],
    V: [
      [0.1, 0.2, 0.3],
      [0.4, 0.5, 0.6],
    ],
    b: [0.1, 0.2, 0.3],
    c: [0.1, 0.2],
  },
  initialState: [0, 0, 0],
  sequence: { inputs: [0, 1, [0.5, 0.5]], targets: [1, null, 0] },
}

/** What every other text here differs from in one place; this one is fine. */
export const wellFormed = JSON.stringify(whole)

/** The well-formed file with other values, given as JSON, at some paths; undefined takes a key out. */
export const change = (changes: Readonly<Record<string, string | undefined>>): string => {
  const copy: Fields = structuredClone(whole)
  const values = new Map<string, string>()
  for (const [path, json] of Object.entries(changes)) {
    const keys = path.split('.')
    const last = keys.pop()!
    const holder = keys.reduce((object, key) => object[key] as Fields, copy)
    // A mark that stands for the value, which may be no JSON at all.
    holder[last] = json === undefined ? undefined : `<${path}>`
    values.set(`"<${path}>"`, json ?? '')
  }
  return JSON.stringify(copy).replaceAll(/"<[^>]*>"/g, (mark) => values.get(mark)!)
}

type Fields = Record<string, unknown>

/** A wrong value at a path; the error names the path, or `at` where it can be more exact. */
const wrong = (name: string, path: string, json: string, at = path): Malformed => ({
  name,
  text: change({ [path]: json }),
  key: 'file.key',
  path: at,
})

const needed = [
  'format',
  'version',
  'architecture',
  'architecture.cell',
  'architecture.recurrence',
  'architecture.readout',
  'architecture.activation',
  'architecture.inputSize',
  'architecture.hiddenSize',
  'architecture.outputSize',
  'parameters',
  'parameters.U',
  'parameters.W',
  'parameters.V',
  'parameters.b',
  'parameters.c',
  'sequence',
  'sequence.inputs',
  'sequence.targets',
]

const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`

const noJson: readonly Malformed[] = [
  { name: 'an empty file', text: '', key: 'file.notJson' },
  { name: 'white space alone', text: ' \n\t', key: 'file.notJson' },
  { name: 'text that is not JSON', text: 'h(t) = tanh a(t)', key: 'file.notJson' },
  { name: 'a web page', text: '<!doctype html><p>404</p>', key: 'file.notJson' },
  { name: 'a file cut short', text: wellFormed.slice(0, 300), key: 'file.notJson' },
  { name: 'a file with something after its end', text: `${wellFormed}}`, key: 'file.notJson' },
  { name: 'a comma too many', text: change({ 'parameters.c': '[0.1,0.2,]' }), key: 'file.notJson' },
  { name: 'NaN in a matrix', text: change({ 'parameters.b': '[NaN,0,0]' }), key: 'file.notJson' },
  {
    name: 'Infinity as a bias',
    text: change({ 'parameters.c': '[Infinity,0]' }),
    key: 'file.notJson',
  },
  { name: 'brackets that never close', text: '['.repeat(10_000), key: 'file.notJson' },
]

const notThisFormat: readonly Malformed[] = [
  { name: 'a list instead of an object', text: '[1,2,3]', key: 'file.key', path: 'format' },
  { name: 'null instead of an object', text: 'null', key: 'file.key', path: 'format' },
  { name: 'a number instead of an object', text: '42', key: 'file.key', path: 'format' },
  {
    name: 'a text instead of an object',
    text: '"unfold-network"',
    key: 'file.key',
    path: 'format',
  },
  { name: 'an object without keys', text: '{}', key: 'file.key', path: 'format' },
  { name: '10,000 nested lists', text: deep, key: 'file.key', path: 'format' },
  {
    name: 'a format that only the prototype has',
    text: `{"__proto__":${wellFormed}}`,
    key: 'file.key',
    path: 'format',
  },
  { name: 'another format', text: change({ format: '"unfold-trace"' }), key: 'file.wrongFormat' },
  { name: 'a format that is no text', text: change({ format: '1' }), key: 'file.wrongFormat' },
  { name: 'null as the format', text: change({ format: 'null' }), key: 'file.wrongFormat' },
  { name: 'a newer version', text: change({ version: '2' }), key: 'file.newerVersion' },
  {
    name: 'a newer version of another shape',
    text: '{"format":"unfold-network","version":7}',
    key: 'file.newerVersion',
  },
  wrong('a version written as text', 'version', '"1"'),
  wrong('version 0', 'version', '0'),
  wrong('a negative version', 'version', '-1'),
  wrong('half a version', 'version', '1.5'),
  wrong('an infinite version', 'version', '1e999'),
]

const wrongText: readonly Malformed[] = [
  wrong('a number as the title', 'title', '7'),
  wrong('null as the title', 'title', 'null'),
  wrong('an object with toString as the title', 'title', '{"toString":"x","length":1}'),
  wrong('10,000 nested lists as the title', 'title', deep),
  wrong('a vocabulary too short', 'inputVocabulary', '["a"]'),
  wrong('a vocabulary too long', 'outputVocabulary', '["a","b","c"]'),
  wrong('a text as a vocabulary', 'inputVocabulary', '"ab"'),
  wrong('an object as a vocabulary', 'inputVocabulary', '{"0":"a","1":"b","length":2}'),
  wrong('a number in a vocabulary', 'inputVocabulary', '["a",1]', 'inputVocabulary[1]'),
  wrong('the same text twice', 'outputVocabulary', '["a","a"]', 'outputVocabulary[1]'),
]

const wrongArchitecture: readonly Malformed[] = [
  wrong('a text as the architecture', 'architecture', '"rnn"'),
  wrong('a list as the architecture', 'architecture', '["rnn"]'),
  wrong('null as the architecture', 'architecture', 'null'),
  wrong('an unknown cell', 'architecture.cell', '"transformer"'),
  wrong('a cell named as a method of objects', 'architecture.cell', '"constructor"'),
  wrong('an unknown recurrence', 'architecture.recurrence', '"both"'),
  wrong('an unknown readout', 'architecture.readout', '"never"'),
  wrong(
    'recurrence through the output, of nothing that is named',
    'architecture.recurrence',
    '"output"',
    'architecture.feedback',
  ),
  {
    name: 'one output at the end, of what is fed back',
    text: change({
      ...{ 'architecture.recurrence': '"output"', 'architecture.readout': '"last-step"' },
      'architecture.feedback': '"logits"',
    }),
    key: 'file.key',
    path: 'architecture.readout',
  },
  {
    name: 'feedback that is drawn at random',
    text: change({
      ...{ 'architecture.recurrence': '"output"', 'architecture.feedback': '"sample"' },
    }),
    key: 'file.key',
    path: 'architecture.feedback',
  },
  {
    name: 'W of hidden recurrence where the output goes round',
    text: change({
      ...{ 'architecture.recurrence': '"output"', 'architecture.feedback': '"logits"' },
    }),
    key: 'file.key',
    path: 'parameters.W',
  },
  wrong(
    'a target for each step where there is one output',
    'architecture.readout',
    '"last-step"',
    'sequence.targets',
  ),
  {
    name: 'no target where there is one output',
    text: change({ 'architecture.readout': '"last-step"', 'sequence.targets': '[null]' }),
    key: 'file.key',
    path: 'sequence.targets[0]',
  },
  wrong('feedback of hidden recurrence', 'architecture.feedback', '"logits"'),
  wrong('an unknown activation', 'architecture.activation', '"softplus"'),
  wrong('an activation in capitals', 'architecture.activation', '"Tanh"'),
  wrong('a list with an activation', 'architecture.activation', '["tanh"]'),
  wrong('size 0', 'architecture.inputSize', '0'),
  wrong('a negative size', 'architecture.hiddenSize', '-3'),
  wrong('a fractional size', 'architecture.hiddenSize', '2.5'),
  wrong('a size as text', 'architecture.outputSize', '"2"'),
  wrong('an infinite size', 'architecture.outputSize', '1e999'),
  wrong('an input size that U lacks', 'architecture.inputSize', '3', 'inputVocabulary'),
  wrong('a hidden size that U lacks', 'architecture.hiddenSize', '4', 'parameters.U'),
  wrong('a hidden size of 1,000,000,000', 'architecture.hiddenSize', '1e9', 'parameters.U'),
  wrong('an output size beyond all memory', 'architecture.outputSize', '1e300', 'outputVocabulary'),
]

const wrongParameters: readonly Malformed[] = [
  wrong('a list as the parameters', 'parameters', '[]'),
  wrong('U with a row too few', 'parameters.U', '[[1,2],[3,4]]'),
  wrong('U with a longer row', 'parameters.U', '[[1,2],[3,4,5],[6,7]]'),
  wrong('U with an empty row', 'parameters.U', '[[1,2],[3,4],[]]'),
  wrong('W with a longer row', 'parameters.W', '[[1,2,3],[1,2,3,4],[1,2,3]]'),
  wrong('V turned round', 'parameters.V', '[[1,2],[3,4],[5,6]]'),
  wrong('W as one list', 'parameters.W', '[1,2,3,4,5,6,7,8,9]'),
  wrong('a row that is null', 'parameters.U', '[[1,2],null,[5,6]]', 'parameters.U[1]'),
  wrong('a number as text in U', 'parameters.U', '[[1,2],[3,"4"],[5,6]]', 'parameters.U[1][1]'),
  wrong('null in W', 'parameters.W', '[[1,2,3],[1,2,3],[null,2,3]]', 'parameters.W[2][0]'),
  wrong('a list as a number', 'parameters.b', '[1,[2],3]', 'parameters.b[1]'),
  wrong('1e999 in V', 'parameters.V', '[[1,2,3],[1,1e999,3]]'),
  wrong('−1e999 in c', 'parameters.c', '[0,-1e999]'),
  wrong('b too short', 'parameters.b', '[1,2]'),
  wrong('b as a column', 'parameters.b', '[[1],[2],[3]]', 'parameters.b[0]'),
  wrong('a number as c', 'parameters.c', '0'),
  wrong('U as an object with a length', 'parameters.U', '{"0":[1,2],"1":[3,4],"length":3}'),
  wrong('an initial state too long', 'initialState', '[0,0,0,0]'),
  wrong('null as the initial state', 'initialState', 'null'),
  wrong('truth as the initial state', 'initialState', '[0,0,true]', 'initialState[2]'),
]

const wrongSequence: readonly Malformed[] = [
  wrong('a list as the sequence', 'sequence', '[0,1]'),
  wrong('no inputs at all', 'sequence.inputs', '[]'),
  wrong('a text as the inputs', 'sequence.inputs', '"aba"'),
  wrong('an input beyond the classes', 'sequence.inputs', '[0,2,1]', 'sequence.inputs[1]'),
  wrong('a negative input', 'sequence.inputs', '[-1,0,1]', 'sequence.inputs[0]'),
  wrong('a fractional input', 'sequence.inputs', '[0,0.5,1]', 'sequence.inputs[1]'),
  wrong('a symbol as an input', 'sequence.inputs', '[0,"b",1]', 'sequence.inputs[1]'),
  wrong('null as an input', 'sequence.inputs', '[0,1,null]', 'sequence.inputs[2]'),
  wrong('a vector too short', 'sequence.inputs', '[0,[1],1]', 'sequence.inputs[1]'),
  wrong('an infinite input', 'sequence.inputs', '[0,[1,1e999],1]', 'sequence.inputs[1]'),
  wrong('a text in a vector', 'sequence.inputs', '[0,[1,"x"],1]', 'sequence.inputs[1][1]'),
  wrong('targets too short', 'sequence.targets', '[0,1]'),
  wrong('targets too long', 'sequence.targets', '[0,1,0,1]'),
  wrong('a target beyond the classes', 'sequence.targets', '[0,1,2]', 'sequence.targets[2]'),
  wrong('a negative target', 'sequence.targets', '[0,-1,1]', 'sequence.targets[1]'),
  wrong('a fractional target', 'sequence.targets', '[0,1,0.1]', 'sequence.targets[2]'),
  wrong('a vector as a target', 'sequence.targets', '[0,[0,1],1]', 'sequence.targets[1]'),
]

export const malformed: readonly Malformed[] = [
  ...noJson,
  ...notThisFormat,
  ...needed.map((path): Malformed => ({
    name: `${path} missing`,
    text: change({ [path]: undefined }),
    key: 'file.key',
    path,
  })),
  ...wrongText,
  ...wrongArchitecture,
  ...wrongParameters,
  ...wrongSequence,
]
