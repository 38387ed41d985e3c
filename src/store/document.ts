/** Document: what undo covers: the network and where its weights come from. Edits are pure functions of it. */
import type { Activation, Network } from '../engine/network'
import { type Labels, initialise, refit } from '../engine/refit'
import { cellOf } from '../engine/run'
import { type GraphNode, range } from '../engine/unfold'
import { joinSymbols, noTarget, splitSymbols } from './symbols'

export interface Document {
  readonly network: Network
  /** New weights are drawn from it. */
  readonly seed: number
  /** Keep symbols that the text does not use, as for a network that was trained on more. */
  readonly keepsVocabulary: boolean
}

export const openDocument = (network: Network, seed: number): Document => {
  const used = new Set([...symbolsRead(network), ...symbolsWanted(network)])
  const known = [...inputSymbols(network), ...outputSymbols(network)]
  const named = network.inputVocabulary !== null && network.outputVocabulary !== null
  return { network, seed, keepsVocabulary: !named || known.some((symbol) => !used.has(symbol)) }
}

const numbered = (n: number): readonly string[] => range(0, n - 1).map(String)

/** A symbol for each class, the number of the class where the file names none. */
export const inputSymbols = ({ inputVocabulary, architecture }: Network): readonly string[] =>
  inputVocabulary ?? numbered(architecture.inputSize)
export const outputSymbols = ({ outputVocabulary, architecture }: Network): readonly string[] =>
  outputVocabulary ?? numbered(architecture.outputSize)

/** The symbol of each step, or null where the input is a vector. */
export const symbolsRead = (network: Network): readonly (string | null)[] =>
  network.sequence.inputs.map((input) =>
    typeof input === 'number' ? inputSymbols(network)[input]! : null,
  )

/** The wanted symbol of each step, or null where there is no target. */
export const symbolsWanted = (network: Network): readonly (string | null)[] =>
  network.sequence.targets.map((target) =>
    target === null ? null : outputSymbols(network)[target]!,
  )

/** The symbol of a target; null for any other variable. */
export const targetSymbol = (network: Network, { of, t }: GraphNode): string | null =>
  'role' in of && of.role === 'target' && t !== null
    ? (symbolsWanted(network)[t - 1] ?? null)
    : null

/** The text of the field "Input"; empty where inputs are vectors. */
export const inputText = (network: Network): string =>
  joinSymbols(
    symbolsRead(network).filter((symbol) => symbol !== null),
    inputSymbols(network),
  )

/** The text of the field "Target": ends at the last target; a gap shows as ∅. */
export const targetText = (network: Network): string => {
  const wanted = symbolsWanted(network)
  const end = wanted.findLastIndex((symbol) => symbol !== null) + 1
  return joinSymbols(
    wanted.slice(0, end).map((symbol) => symbol ?? noTarget),
    outputSymbols(network),
  )
}

/** Null where the text holds no symbol. The target follows where it was the input shifted by one. */
export const withInput = (document: Document, text: string): Document | null => {
  const read = splitSymbols(text, inputSymbols(document.network))
  if (read.length === 0) return null
  const { network } = document
  // The same again is no edit: the last target stays.
  if (text === inputText(network)) return document
  const wanted = isShifted(network)
    ? read.map((_, i) => read[i + 1] ?? null)
    : read.map((_, i) => symbolsWanted(network)[i] ?? null)
  return withSymbols(document, read, wanted)
}

/** Symbols beyond the last input are left out; missing ones are steps without a target. */
export const withTarget = (document: Document, text: string): Document => {
  const typed = splitSymbols(text, outputSymbols(document.network))
  const { inputs } = document.network.sequence
  const wanted = inputs.map((_, i) => {
    const symbol = typed[i]
    return symbol === undefined || symbol === noTarget ? null : symbol
  })
  return withSymbols(document, symbolsRead(document.network), wanted)
}

export const withHiddenSize = (document: Document, hiddenSize: number): Document =>
  refitted(document, { ...document.network.architecture, hiddenSize })

export const withActivation = (document: Document, activation: Activation): Document => ({
  ...document,
  network: {
    ...document.network,
    architecture: { ...document.network.architecture, activation },
  },
})

/** All weights drawn anew; the initial state is zero again. */
export const withSeed = (document: Document, seed: number): Document => {
  const { network } = document
  const { parameters } = initialise(cellOf(network.architecture), labelsOf(network), seed)
  return { ...document, seed, network: { ...network, parameters, initialState: null } }
}

/** Is every target but the last the next input? */
const isShifted = (network: Network): boolean => {
  const [read, wanted] = [symbolsRead(network), symbolsWanted(network)]
  return read.every((_, i) => i + 1 === read.length || wanted[i] === read[i + 1])
}

const withSymbols = (
  document: Document,
  read: readonly (string | null)[],
  wanted: readonly (string | null)[],
): Document => {
  const { network, keepsVocabulary } = document
  const [oldIn, oldOut] = [inputSymbols(network), outputSymbols(network)]
  const isShared = oldIn.length === oldOut.length && oldIn.every((s, i) => s === oldOut[i])
  const [inUse, outUse] = [read, wanted].map((all) => all.filter((s) => s !== null)) as [
    string[],
    string[],
  ]
  const follow = (old: readonly string[], used: readonly string[]) => {
    const kept = keepsVocabulary ? old : old.filter((symbol) => used.includes(symbol))
    const all = [...new Set([...kept, ...used])]
    return all.length > 0 ? all : old.slice(0, 1)
  }
  const both = isShared ? [...inUse, ...outUse] : null
  // A file of vectors keeps its inputs until symbols are typed.
  const isVectors = read.some((symbol) => symbol === null)
  const inputVocabulary = isVectors ? oldIn : follow(oldIn, both ?? inUse)
  const outputVocabulary = follow(oldOut, both ?? outUse)
  const title = null
  const sequence = {
    inputs: isVectors
      ? network.sequence.inputs
      : read.map((symbol) => inputVocabulary.indexOf(symbol!)),
    targets: wanted.map((symbol) => (symbol === null ? null : outputVocabulary.indexOf(symbol))),
  }
  const architecture = {
    ...network.architecture,
    inputSize: inputVocabulary.length,
    outputSize: outputVocabulary.length,
  }
  const named = {
    ...network,
    title,
    inputVocabulary: isVectors ? network.inputVocabulary : inputVocabulary,
    outputVocabulary,
  }
  return refitted({ ...document, network: named }, architecture, network, sequence)
}

/** The same network in other sizes; what still fits keeps its weights. */
const refitted = (
  document: Document,
  architecture: Network['architecture'],
  before = document.network,
  sequence = document.network.sequence,
): Document => {
  const { network, seed } = document
  const changed = { ...network, architecture, sequence }
  const old = { labels: labelsOf(before), parameters: before.parameters }
  const { parameters } = refit(cellOf(architecture), old, labelsOf(changed), seed)
  const state = network.initialState
  const initialState =
    state && Float64Array.from({ length: architecture.hiddenSize }, (_, i) => state[i] ?? 0)
  return { ...document, network: { ...changed, parameters, initialState } }
}

const labelsOf = (network: Network): Labels => ({
  input: inputSymbols(network),
  hidden: numbered(network.architecture.hiddenSize),
  output: outputSymbols(network),
})
