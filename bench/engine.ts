/** Engine: time of a pass beside the peer, growth with τ and n_h, and memory. A pass keeps the whole trace. */
import { createMemory } from '../src/engine/memory'
import type { Network } from '../src/engine/network'
import {
  type Trace,
  createRunner,
  gradientOf,
  graphOf,
  objectiveOf,
  run,
  valueOf,
} from '../src/engine/run'
import { createNetwork } from '../testing/networks'
import { type Plan, interleave, printTable, ratioOf, short, shortRange, spreadOf } from './measure'
import { createPeer, disagreement } from './peer'

/** n_x = n_y, n_h, τ */
type Size = readonly [n: number, hiddenSize: number, tau: number]

const sizes: readonly Size[] = [
  [8, 8, 8],
  [64, 128, 100],
  [128, 256, 1000],
]

export const bench = (): void => {
  besidePeer()
  growthWithTau()
  growthWithHiddenSize()
  memory()
}

const besidePeer = (): void => {
  const rows = sizes.map((size) => {
    const network = networkOf(size)
    const runner = createRunner(graphOf(network), network.architecture)
    const peer = createPeer(network)
    const difference = disagreement(peer(), ours(run(runner, network)))
    if (!(difference <= 1e-6)) throw new Error(`The peer's numbers differ by ${difference}.`)
    const { engine, other, preparation } = interleave(
      {
        engine: () => run(runner, network),
        other: peer,
        preparation: () => createRunner(graphOf(network), network.architecture),
      },
      planFor(size),
    )
    const ratio = ratioOf(other, engine)
    return [
      size.join(', '),
      ...[short(spreadOf(engine).median), short(spreadOf(other).median)],
      ...[short(ratio.median), shortRange(ratio)],
      ...[short(spreadOf(preparation).median), difference.toExponential(0)],
    ]
  })
  printTable('A pass: forward and backward, whole trace kept (ms)', [
    [
      ...['n_x = n_y, n_h, τ', 'Unfold', 'recurrent-js', 'ratio', 'quartiles'],
      ...['graph + runner', 'difference'],
    ],
    ...rows,
  ])
}

const growthWithTau = (): void => {
  const lengths = [30, 100, 300, 1000, 3000]
  const times = interleave(passes(lengths.map((tau) => [16, 64, tau])), {
    warmUpMs: 300,
    turnMs: 100,
    rounds: 9,
  })
  const perStep = lengths.map((tau, i) => [tau, (1000 * spreadOf(times[i]!).median) / tau] as const)
  const medians = perStep.map(([, time]) => time)
  printTable('Growth with τ (n_x = n_y = 16, n_h = 64)', [
    ['τ', ...lengths.map(String), 'largest / smallest'],
    ['µs a step', ...medians.map(short), short(Math.max(...medians) / Math.min(...medians))],
  ])
}

const growthWithHiddenSize = (): void => {
  const hidden = [8, 16, 32, 64, 128, 256, 512]
  const times = interleave(passes(hidden.map((size) => [16, size, 100])), {
    warmUpMs: 200,
    turnMs: 50,
    rounds: 7,
  })
  const medians = hidden.map((_, i) => spreadOf(times[i]!).median)
  printTable('Growth with n_h (n_x = n_y = 16, τ = 100)', [
    ['n_h', ...hidden.map(String)],
    ['ms a pass', ...medians.map(short)],
    ['× the one before', '', ...medians.slice(1).map((time, i) => short(time / medians[i]!))],
  ])
}

const memory = (): void => {
  const bytes = (size: Size) => {
    const network = networkOf(size)
    const { values, gradients } = createMemory(graphOf(network), network.architecture)
    return 8 * (values + gradients)
  }
  printTable('Trace, bytes a step', [
    ['n_x = n_y, n_h', 'Unfold', '8 (4 n_h + 3 n_y + n_x + 1)', 'ratio', 'bound'],
    ...sizes.map(([n, hiddenSize]) => {
      const found = (bytes([n, hiddenSize, 20]) - bytes([n, hiddenSize, 10])) / 10
      const needed = 8 * (4 * hiddenSize + 3 * n + n + 1)
      return [`${n}, ${hiddenSize}`, `${found}`, `${needed}`, short(found / needed), '1.25']
    }),
  ])
}

const networkOf = ([n, hiddenSize, tau]: Size): Network =>
  createNetwork(1, {
    ...{ inputSize: n, hiddenSize, outputSize: n, tau, activation: 'tanh' },
    ...{ inputs: 'vectors', targets: 1, hasInitialState: false },
  })

/** A pass for each size, by its place in the list. */
const passes = (sizes: readonly Size[]): Readonly<Record<number, () => unknown>> =>
  Object.fromEntries(
    sizes.map((size, i) => {
      const network = networkOf(size)
      const runner = createRunner(graphOf(network), network.architecture)
      return [i, () => run(runner, network)]
    }),
  )

/** More rounds where a pass is short. */
const planFor = ([n, hiddenSize, tau]: Size): Plan =>
  n * hiddenSize * tau > 1e7
    ? { warmUpMs: 1000, turnMs: 200, rounds: 9 }
    : { warmUpMs: 500, turnMs: 60, rounds: 31 }

const ours = (trace: Trace) => ({
  loss: valueOf(trace, objectiveOf(trace.graph))[0]!,
  gradients: Object.fromEntries(
    trace.graph.nodes
      .filter(({ kind }) => kind === 'parameter')
      .map((node) => [node.key, gradientOf(trace, node)!]),
  ),
})
