/** Chain: a network as P(y(1), …, y(τ)) = Π P(y(t) | y(1), …, y(t−1)): step t reads y(t−1), the first step what the sequence begins with. */
import type { Network } from '../network'
import type { Cell } from '../cells/cell'
import { type Runner, cellOf, createRunner, fillGiven } from '../run'
import { range, unfold } from '../unfold'

export interface Chain {
  /** k: how many classes each y(t) may have. */
  readonly classes: number
  readonly tau: number
  /**
   * ŷ(t) = P(y(t) | what was chosen before t), from the network's own forward pass of that step.
   * Steps 1 … t − 1 must have been computed and chosen. The array is reused when step t is computed again.
   */
  readonly predict: (t: number) => Float64Array
  /** y(t) is to be this class, and step t + 1 reads it. */
  readonly choose: (t: number, y: number) => void
  /** P(the sequence ends with step t | what was chosen before t), once step t is computed; null where the cell has no such output. */
  readonly stop: ((t: number) => number) | null
}

/** How a network reads what it put out. */
export interface Reading {
  readonly classes: number
  /** For each output class, the input class that stands for the same symbol; null: it comes back as what the cell feeds back. */
  readonly inputs: readonly number[] | null
  /** How many steps there can be: where y comes back beside x, no more than x has. */
  readonly longest: number
}

/** Null where step t does not read the symbol y(t−1). */
export const readingOf = (network: Network): Reading | null => {
  const { architecture, inputVocabulary, outputVocabulary, sequence } = network
  const { readout, feedback, inputSize, outputSize } = architecture
  if (readout !== 'every-step') return null
  if (feedback !== null)
    return feedback === 'target' || feedback === 'sample'
      ? { classes: outputSize, inputs: null, longest: sequence.inputs.length }
      : null
  const numbered = (n: number) => range(0, n - 1).map(String)
  const known = inputVocabulary ?? numbered(inputSize)
  const inputs = (outputVocabulary ?? numbered(outputSize)).map((symbol) => known.indexOf(symbol))
  return inputs.includes(-1) ? null : { classes: outputSize, inputs, longest: Infinity }
}

/** There is one output, at the end; what comes back is a function of the inputs; or a symbol that is put out is none that can be read. */
export type NoChain = 'atEnd' | 'fedBack' | 'unread'

/** Why step t does not read the symbol y(t−1); null where it does. */
export const noChainOf = (network: Network): NoChain | null => {
  if (readingOf(network)) return null
  const { readout, feedback } = network.architecture
  if (readout === 'last-step') return 'atEnd'
  return feedback === null ? 'unread' : 'fedBack'
}

/** The network on the sequence in which step t reads y(t−1): its run is the chain on y. */
export const withOutputs = (network: Network, reading: Reading, y: readonly number[]): Network => {
  const { architecture, sequence } = network
  if (reading.inputs) {
    const read = y.slice(0, -1).map((symbol) => reading.inputs![symbol]!)
    return { ...network, sequence: { inputs: [sequence.inputs[0]!, ...read], targets: y } }
  }
  return {
    ...network,
    // A symbol that is drawn and fed back is a target that is fed back, once it is known.
    architecture: {
      ...architecture,
      recurrence: 'output',
      readout: 'every-step',
      feedback: 'target',
    },
    sequence: { inputs: sequence.inputs.slice(0, y.length), targets: y },
  }
}

/** A chain of τ steps, or null where the network cannot read what it puts out. */
export const createChain = (network: Network, tau: number): Chain | null => {
  const reading = readingOf(network)
  if (!reading || tau > reading.longest) return null
  const cell = cellOf(withOutputs(network, reading, [0]).architecture)
  return chainWith(network, cell, reading, tau)
}

/** The chain of a network whose cell has been added to; its parameters must be there. */
export const chainWith = (network: Network, cell: Cell, reading: Reading, tau: number): Chain => {
  const blank = withOutputs(
    network,
    reading,
    range(1, tau).map(() => 0),
  )
  const graph = unfold(cell, tau, () => true)
  return chainOf(createRunner(graph, blank.architecture), blank, reading)
}

const chainOf = (runner: Runner, network: Network, reading: Reading): Chain => {
  const { graph, memory } = runner
  const values = new Float64Array(memory.values)
  fillGiven(runner, network, values)
  const instructions = range(1, graph.tau).map((t) =>
    runner.forward.filter(({ node }) => graph.nodes[node]!.t === t),
  )
  const places = (role: string) =>
    graph.nodes
      .filter(({ of, t }) => 'role' in of && of.role === role && t !== null && t > 0)
      .map(({ id }) => ({ at: memory.address[id]!, size: memory.size[id]! }))
  const [inputs, outputs, targets] = [places('input'), places('probabilities'), places('target')]
  const stops = places('stopProbability')
  return {
    classes: reading.classes,
    tau: graph.tau,
    predict: (t) => {
      for (const { operation, call } of instructions[t - 1]!) operation.forward(values, call)
      const { at, size } = outputs[t - 1]!
      return values.subarray(at, at + size)
    },
    choose: (t, y) => {
      if (reading.inputs) {
        values[targets[t - 1]!.at] = y
        if (inputs[t]) putOneHot(values, inputs[t], reading.inputs[y]!)
      } else putOneHot(values, targets[t - 1]!, y)
    },
    stop: stops.length > 0 ? (t) => values[stops[t - 1]!.at]! : null,
  }
}

interface Stretch {
  readonly at: number
  readonly size: number
}

const putOneHot = (values: Float64Array, { at, size }: Stretch, index: number): void => {
  values.fill(0, at, at + size)
  values[at + index] = 1
}

/** Each factor ŷ(t)[y(t)] of the probability of y. */
export const factorsOf = (chain: Chain, y: readonly number[]): readonly number[] =>
  y.map((symbol, i) => {
    const factor = chain.predict(i + 1)[symbol]!
    chain.choose(i + 1, symbol)
    return factor
  })
