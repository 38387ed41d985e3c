/** Chain: a network as P(y(1), …, y(τ)) = Π P(y(t) | y(1), …, y(t−1)): step t reads y(t−1), the first step what the sequence begins with. */
import type { Network, SequenceInput } from '../network'
import { type Runner, createRunner, fillGiven, graphOf } from '../run'
import { range } from '../unfold'

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
  if (!reading) return null
  const blank = withOutputs(
    network,
    reading,
    range(1, tau).map(() => 0),
  )
  return chainOf(createRunner(graphOf(blank), network.architecture), blank, reading)
}

/** The chain of a runner whose graph is that of `network`. */
export const chainOf = (runner: Runner, network: Network, reading: readonly number[]): Chain => {
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
  }
}

/** Each factor ŷ(t)[y(t)] of the probability of y. */
export const factorsOf = (chain: Chain, y: readonly number[]): readonly number[] =>
  y.map((symbol, i) => {
    const factor = chain.predict(i + 1)[symbol]!
    chain.choose(i + 1, symbol)
    return factor
  })
