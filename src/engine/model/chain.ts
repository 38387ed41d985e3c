/** Chain: a network as P(y(1), …, y(τ)) = Π P(y(t) | y(1), …, y(t−1)): step t reads y(t−1), the first step what the sequence begins with. */
import type { Network, SequenceInput } from '../network'
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

/** For each output class, the input class that stands for the same symbol; null where some output cannot be read. */
export const readingOf = (network: Network): readonly number[] | null => {
  const { architecture, inputVocabulary, outputVocabulary } = network
  const { recurrence, readout, inputSize, outputSize } = architecture
  if (recurrence !== 'hidden' || readout !== 'every-step') return null
  const numbered = (n: number) => range(0, n - 1).map(String)
  const inputs = inputVocabulary ?? numbered(inputSize)
  const places = (outputVocabulary ?? numbered(outputSize)).map((symbol) => inputs.indexOf(symbol))
  return places.includes(-1) ? null : places
}

/** The network on the sequence in which step t reads y(t−1): its run is the chain on y. */
export const withOutputs = (
  network: Network,
  reading: readonly number[],
  y: readonly number[],
): Network => {
  const inputs: readonly SequenceInput[] = [
    network.sequence.inputs[0]!,
    ...y.slice(0, -1).map((symbol) => reading[symbol]!),
  ]
  return { ...network, sequence: { inputs, targets: y } }
}

/** A chain of τ steps, or null where the network cannot read what it puts out. */
export const createChain = (network: Network, tau: number): Chain | null => {
  const reading = readingOf(network)
  return reading && chainWith(network, cellOf(network.architecture), reading, tau)
}

/** The chain of a network whose cell has been added to; its parameters must be there. */
export const chainWith = (
  network: Network,
  cell: Cell,
  reading: readonly number[],
  tau: number,
): Chain => {
  const y = range(1, tau).map(() => 0)
  const runner = createRunner(
    unfold(cell, tau, () => true),
    network.architecture,
  )
  return chainOf(runner, withOutputs(network, reading, y), reading)
}

const chainOf = (runner: Runner, network: Network, reading: readonly number[]): Chain => {
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
    classes: reading.length,
    tau: graph.tau,
    predict: (t) => {
      for (const { operation, call } of instructions[t - 1]!) operation.forward(values, call)
      const { at, size } = outputs[t - 1]!
      return values.subarray(at, at + size)
    },
    choose: (t, y) => {
      values[targets[t - 1]!.at] = y
      const next = inputs[t]
      if (!next) return
      values.fill(0, next.at, next.at + next.size)
      values[next.at + reading[y]!] = 1
    },
    stop: stops.length > 0 ? (t) => values[stops[t - 1]!.at]! : null,
  }
}

/** Each factor ŷ(t)[y(t)] of the probability of y. */
export const factorsOf = (chain: Chain, y: readonly number[]): readonly number[] =>
  y.map((symbol, i) => {
    const factor = chain.predict(i + 1)[symbol]!
    chain.choose(i + 1, symbol)
    return factor
  })
