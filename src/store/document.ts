/** Document: what undo covers: the network and where its weights come from. Edits are pure functions of it. */
import type { Cell, Variable } from '../engine/cells/cell'
import {
  type Activation,
  type Feedback,
  type Network,
  type Wiring,
  targetAt,
} from '../engine/network'
import { type Labels, initialise, isInitial, only, refit } from '../engine/refit'
import { cellOf } from '../engine/run'
import { type GraphNode, range } from '../engine/unfold'
import { joinSymbols, noTarget, splitSymbols } from './symbols'

export interface Document {
  readonly network: Network
  /** New weights are drawn from it. */
  readonly seed: number
  /** All weights there are were drawn from it: none was read from a file or set. */
  readonly isSeeded: boolean
  /** Keep symbols that the text does not use, as for a network that was trained on more. */
  readonly keepsVocabulary: boolean
  /** Losses that are switched off, so that they can be switched on again; null where none is. */
  readonly silenced: Silenced | null
  /** What is fed back, or was when output was last fed back: another pattern feeds back nothing. */
  readonly fedBack: Feedback
  /** What had a target at every step, while one at the end stands in its place; null where nothing does. */
  readonly aside: Aside | null
}

/** With any other sequence at the end, what was set aside is forgotten. */
export interface Aside {
  readonly atEnd: Network['sequence']
  readonly everyStep: Network['sequence']
}

/** The targets that were taken away, by time, from one sequence: with any other they are forgotten. */
export interface Silenced {
  readonly sequence: Network['sequence']
  readonly targets: ReadonlyMap<number, number>
}

/** As in the book's figure of the pattern: what goes round is o itself. */
const firstFeedback: Feedback = 'logits'

export const openDocument = (network: Network, seed: number): Document => {
  const used = new Set([...symbolsRead(network), ...symbolsWanted(network)])
  const known = [...inputSymbols(network), ...outputSymbols(network)]
  const named = network.inputVocabulary !== null && network.outputVocabulary !== null
  return {
    network,
    seed,
    isSeeded: isDrawn(network, seed),
    keepsVocabulary: !named || known.some((symbol) => !used.has(symbol)),
    silenced: null,
    fedBack: network.architecture.feedback ?? firstFeedback,
    aside: null,
  }
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
  range(1, network.sequence.inputs.length).map((t) => {
    const target = targetAt(network.sequence, t)
    return target === null ? null : outputSymbols(network)[target]!
  })

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

/** Is there one output, at the end, whose target is a class? */
export const hasOneTarget = ({ architecture }: Network): boolean =>
  architecture.readout === 'last-step'

/** Null where the text holds no symbol. The target follows where it was the input shifted by one. */
export const withInput = (document: Document, text: string): Document | null => {
  const read = splitSymbols(text, inputSymbols(document.network))
  if (read.length === 0) return null
  const { network } = document
  // The same again is no edit: the last target stays.
  if (text === inputText(network)) return document
  const before = symbolsWanted(network)
  const wanted = hasOneTarget(network)
    ? read.map((_, i) => (i + 1 === read.length ? before.at(-1)! : null))
    : isShifted(network)
      ? read.map((_, i) => read[i + 1] ?? null)
      : read.map((_, i) => before[i] ?? null)
  return withSymbols(document, read, wanted)
}

/** Of one output at the end: which class it should be; null where there is no such class. */
export const withClass = (document: Document, label: string): Document | null => {
  const { network } = document
  const target = outputSymbols(network).indexOf(label)
  if (target < 0) return null
  const { inputs, targets } = network.sequence
  if (targets[0] === target) return document
  return {
    ...document,
    network: { ...network, title: null, sequence: { inputs, targets: [target] } },
  }
}

/** The text of the field "Classes". */
export const classesText = (network: Network): string => outputSymbols(network).join(', ')

/** Names for the classes, and how many there are. One that is only renamed keeps its weights; null where a name is empty or stands twice. */
export const withClasses = (document: Document, text: string): Document | null => {
  const labels = text.split(/[,，、]/).map((label) => label.trim())
  if (labels.includes('') || new Set(labels).size < labels.length) return null
  const { network } = document
  const { architecture, sequence } = network
  const old = outputSymbols(network)
  // Names that no class can have stand for what is left out, so that no weight is taken from there.
  const outputVocabulary = old.map((_, i) => labels[i] ?? `,${i}`)
  const renamed = { ...network, title: null, outputVocabulary }
  const targets = sequence.targets.map((y) => y && Math.min(y, labels.length - 1))
  return refitted(
    { ...document, network: { ...renamed, outputVocabulary: labels } },
    { ...architecture, outputSize: labels.length },
    renamed,
    { ...sequence, targets },
  )
}

/** The same data through another wiring: what still fits keeps its weights, and targets stay where they still have a step. */
export const withWiring = (before: Document, wiring: Wiring): Document => {
  const { recurrence, readout, feedback } = wiring
  const document = { ...before, fedBack: feedback ?? before.fedBack }
  const { network, aside } = document
  const { architecture, sequence } = network
  const wired = { ...architecture, ...({ recurrence, readout, feedback } as Wiring) }
  if (readout === architecture.readout) return refitted(document, wired)
  // Back from a visit, the very targets that were left.
  if (aside?.atEnd === sequence) return refitted(document, wired, network, aside.everyStep)
  const { inputs } = sequence
  const all = range(1, inputs.length).map((t) => targetAt(sequence, t))
  const last = all.findLast((target) => target !== null) ?? 0
  if (readout === 'every-step')
    return refitted(document, wired, network, { inputs, targets: shifted(network, last) })
  const atEnd = { inputs, targets: [last] }
  const left = { ...document, aside: { atEnd, everyStep: sequence } }
  return refitted(left, wired, network, atEnd)
}

/** As targets of every step: the next inputs, as far as they are among the outputs; the last is the one that there was. */
const shifted = (network: Network, last: number): readonly (number | null)[] => {
  const [read, known] = [symbolsRead(network), outputSymbols(network)]
  return read.map((_, i) => {
    if (i + 1 === read.length) return last
    const place = known.indexOf(read[i + 1] ?? '')
    return place < 0 ? null : place
  })
}

/** Symbols beyond the last input are left out; missing ones are steps without a target. */
export const withTarget = (document: Document, text: string): Document => {
  if (hasOneTarget(document.network)) return withClass(document, text.trim()) ?? document
  const typed = splitSymbols(text, outputSymbols(document.network))
  const { inputs } = document.network.sequence
  const wanted = inputs.map((_, i) => {
    const symbol = typed[i]
    return symbol === undefined || symbol === noTarget ? null : symbol
  })
  return withSymbols(document, symbolsRead(document.network), wanted)
}

/** The targets of switched-off losses, by time. */
export const silencedTargets = ({ network, silenced }: Document): ReadonlyMap<number, number> =>
  silenced?.sequence === network.sequence ? silenced.targets : new Map()

/** Switches losses on and off; null where nothing changes, or where the one loss that there is would go. */
export const withLosses = (document: Document, isOn: (t: number) => boolean): Document | null => {
  const { network } = document
  const { sequence } = network
  if (hasOneTarget(network)) return null
  const before = silencedTargets(document)
  const silenced = new Map<number, number>()
  const targets = sequence.targets.map((now, i) => {
    const target = now ?? before.get(i + 1) ?? null
    if (target === null || isOn(i + 1)) return target
    silenced.set(i + 1, target)
    return null
  })
  if (targets.every((target, i) => target === sequence.targets[i])) return null
  const changed = { ...sequence, targets }
  return {
    ...document,
    network: { ...network, sequence: changed },
    silenced: { sequence: changed, targets: silenced },
  }
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
  return {
    ...document,
    seed,
    isSeeded: true,
    network: { ...network, parameters, initialState: null },
  }
}

const isDrawn = (network: Network, seed: number): boolean =>
  isInitial({ ...network, cell: cellOf(network.architecture), labels: labelsOf(network) }, seed)

/** The first of these seeds and of the small ones that draws the weights of the network; null: none does. */
export const seedOf = (network: Network, likely: readonly number[]): number | null =>
  [...likely, ...range(0, 999)].find((seed) => isDrawn(network, seed)) ?? null

/** Is every target but the last the next input? */
const isShifted = (network: Network): boolean => {
  const [read, wanted] = [symbolsRead(network), symbolsWanted(network)]
  return read.every((_, i) => i + 1 === read.length || wanted[i] === read[i + 1])
}

/** The target that would follow the input, where there is one of its own, which stays when the input changes; else null. */
export const targetToFollow = (document: Document): string | null => {
  const { network } = document
  const read = symbolsRead(network)
  // Nobody has chosen those of an example, as long as it is what was opened.
  if (network.title !== null || hasOneTarget(network) || read.includes(null)) return null
  const [outputs, silenced] = [outputSymbols(network), silencedTargets(document)]
  const wanted = symbolsWanted(network).map((symbol, i) => symbol ?? outputs[silenced.get(i + 1)!])
  const isOwn = wanted.some((symbol, i) => i + 1 < read.length && symbol !== read[i + 1])
  const followed = wanted.map((symbol, i) => read[i + 1] ?? symbol ?? noTarget)
  return isOwn ? joinSymbols(followed, outputs) : null
}

const withSymbols = (
  document: Document,
  read: readonly (string | null)[],
  wanted: readonly (string | null)[],
): Document => {
  const { network, keepsVocabulary } = document
  const [oldIn, oldOut] = [inputSymbols(network), outputSymbols(network)]
  const hasClasses = hasOneTarget(network)
  const isShared =
    !hasClasses && oldIn.length === oldOut.length && oldIn.every((s, i) => s === oldOut[i])
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
  const outputVocabulary = hasClasses ? oldOut : follow(oldOut, both ?? outUse)
  const title = null
  const sequence = {
    inputs: isVectors
      ? network.sequence.inputs
      : read.map((symbol) => inputVocabulary.indexOf(symbol!)),
    targets: wanted
      .slice(hasClasses ? -1 : 0)
      .map((symbol) => (symbol === null ? null : outputVocabulary.indexOf(symbol))),
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
    outputVocabulary: hasClasses ? network.outputVocabulary : outputVocabulary,
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
  const [oldCell, cell] = [cellOf(before.architecture), cellOf(architecture)]
  const [oldLabels, labels] = [labelsOf(before), labelsOf(changed)]
  const old = { cell: oldCell, labels: oldLabels, parameters: before.parameters }
  const { parameters } = refit(cell, old, labels, seed)
  const [oldStart, start] = [startOf(oldCell), startOf(cell)]
  const state = network.initialState
  const places = new Map(oldLabels[oldStart.dimensions[0]!].map((label, i) => [label, i]))
  const initialState =
    state && oldStart.name === start.name
      ? Float64Array.from(labels[start.dimensions[0]!], (label) => state[places.get(label)!] ?? 0)
      : null
  return { ...document, network: { ...changed, parameters, initialState } }
}

/** What exists before the first step. */
const startOf = ({ variables }: Cell): Variable =>
  variables.find(({ times }) => times === 'initial')!

export const labelsOf = (network: Network): Labels => ({
  input: inputSymbols(network),
  hidden: numbered(network.architecture.hiddenSize),
  output: outputSymbols(network),
  one: only,
})
