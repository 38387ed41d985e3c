/** Network: network files ↔ networks. */
import type { Cell } from '../engine/cells/cell'
import { shapeOf } from '../engine/memory'
import {
  type Architecture,
  type Network,
  type Sequence,
  type Wiring,
  activations,
  givenFeedbacks,
} from '../engine/network'
import { cellOf } from '../engine/run'
import { type Shape, type Tensor, toRows, toTensor } from '../engine/tensor'
import { parseDocument } from './document'
import { type Json, formatJson } from './json'
import {
  type Fields,
  type Parse,
  classIndex,
  classOrVector,
  list,
  matrix,
  oneOf,
  optional,
  size,
  text,
  texts,
  vector,
} from './parse'

export { maxFileBytes, requireSize } from './document'

export interface ParsedNetwork {
  readonly network: Network
  /** Paths of keys that this version does not know; they are kept out of the network. */
  readonly unknownKeys: readonly string[]
}

const format = 'unfold-network'
const version = 1

/** Keys are checked in the order in which the format lists them; the first that is wrong throws UnfoldError. */
export const parseNetwork = (source: string): ParsedNetwork => {
  const root = parseDocument(source, format, version)
  const title = root.read('title', optional(text))
  const architecture = toArchitecture(root.inside('architecture'))
  const cell = cellOf(architecture)
  const network = {
    title,
    architecture,
    inputVocabulary: root.read('inputVocabulary', optional(texts(architecture.inputSize))),
    outputVocabulary: root.read('outputVocabulary', optional(texts(architecture.outputSize))),
    parameters: toParameters(root.inside('parameters'), cell, architecture),
    initialState: root.read('initialState', optional(vector(stateSize(cell, architecture)))),
    sequence: toSequence(root.inside('sequence'), architecture),
  }
  return { network, unknownKeys: root.unread() }
}

/** JSON from which `parseNetwork` reads the same bits. A number that is not finite becomes null, which it refuses. */
export const formatNetwork = (network: Network): string => formatJson(toNetworkFile(network))

/** What a network file holds, in the order in which the format lists it. */
export const toNetworkFile = (network: Network): Json => {
  const { architecture, parameters, sequence } = network
  return {
    format,
    version,
    title: network.title ?? undefined,
    architecture: {
      cell: architecture.cell,
      recurrence: architecture.recurrence,
      readout: architecture.readout,
      feedback: architecture.feedback ?? undefined,
      activation: architecture.activation,
      inputSize: architecture.inputSize,
      hiddenSize: architecture.hiddenSize,
      outputSize: architecture.outputSize,
    },
    inputVocabulary: network.inputVocabulary ?? undefined,
    outputVocabulary: network.outputVocabulary ?? undefined,
    parameters: Object.fromEntries(
      cellOf(architecture).parameters.map(({ name }) => [name, tensorToJson(parameters[name]!)]),
    ),
    initialState: network.initialState ?? undefined,
    sequence: { inputs: sequence.inputs, targets: sequence.targets },
  }
}

/** A matrix as a list of its rows, a vector as a list, a scalar as a number. */
export const tensorToJson = (tensor: Tensor): Json => {
  if (tensor.shape.length === 0) return tensor.data[0]!
  return tensor.shape.length === 1 ? tensor.data : toRows(tensor)
}

const toArchitecture = ({ read }: Fields): Architecture => {
  const cell = read('cell', oneOf(['rnn']))
  const wiring = toWiring(read)
  const activation = read('activation', oneOf(activations))
  const inputSize = read('inputSize', size)
  const hiddenSize = read('hiddenSize', size)
  const outputSize = read('outputSize', size)
  return { cell, ...wiring, activation, inputSize, hiddenSize, outputSize }
}

/** Where it is the state that goes round, there is nothing to feed back; where it is the output, there is one at every step. */
const toWiring = (read: Fields['read']): Wiring => {
  const recurrence = read('recurrence', oneOf(['hidden', 'output']))
  if (recurrence === 'hidden') {
    const readout = read('readout', oneOf(['every-step', 'last-step']))
    read('feedback', optional(oneOf([])))
    return { recurrence, readout, feedback: null }
  }
  const readout = read('readout', oneOf(['every-step']))
  return { recurrence, readout, feedback: read('feedback', oneOf(givenFeedbacks)) }
}

/** The cell says which parameters there are, and of what shape. */
const toParameters = (
  { read }: Fields,
  cell: Cell,
  architecture: Architecture,
): Network['parameters'] =>
  Object.fromEntries(
    cell.parameters.map((parameter) => {
      const shape = shapeOf(architecture, { of: parameter })
      return [parameter.name, toTensor(shape, read(parameter.name, numbers(shape)))]
    }),
  )

const numbers = ([rows, columns]: Shape): Parse<Float64Array> =>
  columns === undefined ? vector(rows!) : matrix(rows!, columns)

const stateSize = (cell: Cell, architecture: Architecture): number => {
  const state = cell.variables.find(({ times }) => times === 'initial')!
  return shapeOf(architecture, { of: state })[0]!
}

const toSequence = (
  { read }: Fields,
  { inputSize, outputSize, readout }: Architecture,
): Sequence => {
  const inputs = read('inputs', list(classOrVector(inputSize), null))
  if (readout === 'last-step')
    return { inputs, targets: read('targets', list(classIndex(outputSize, null), 1)) }
  const target = classIndex(outputSize, 'none')
  const targets = read(
    'targets',
    list((value, path) => (value === null ? null : target(value, path)), inputs.length),
  )
  return { inputs, targets }
}
