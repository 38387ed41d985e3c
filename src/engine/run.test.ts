/** Run, tested: on 200 random networks every number against finite differences, formulas and sums of contributions. */
import { describe, expect, it } from 'vitest'
import {
  type Kind,
  createNetwork,
  randomWiredNetwork,
  wiringName,
  wirings,
} from '../../testing/networks'
import { compare, hasKinks, tolerance } from './check'
import {
  type Bound,
  evaluateBound,
  formulaOf,
  summandsOfGradient,
  summandsOfValue,
} from './explain'
import { createMemory } from './memory'
import { type Network, activations, targetAt } from './network'
import {
  type Trace,
  contributionOf,
  createRunner,
  gradientOf,
  graphOf,
  run,
  tensorOf,
  valueOf,
} from './run'
import { toTensor } from './tensor'
import { type GraphNode, nodeAt, unfold } from './unfold'

const seeds = Array.from({ length: 200 }, (_, seed) => seed)

const cases = seeds.map((seed) => {
  const network = randomWiredNetwork(seed)
  const runner = createRunner(graphOf(network), network.architecture)
  return { network, runner, trace: run(runner, network) }
})

describe('200 random networks', () => {
  it('have every size, activation, kind of input and pattern of targets', () => {
    const networks = cases.map(({ network }) => network)
    const values = (of: (network: Network) => unknown) => new Set(networks.map(of)).size
    expect(values(({ architecture }) => architecture.activation)).toBe(activations.length)
    expect(values(({ architecture }) => architecture.inputSize)).toBe(6)
    expect(values(({ architecture }) => architecture.hiddenSize)).toBe(6)
    expect(values(({ architecture }) => architecture.outputSize)).toBe(6)
    expect(values(({ sequence }) => sequence.inputs.length)).toBe(8)
    expect(values(({ initialState }) => initialState === null)).toBe(2)
    expect(values(({ sequence }) => sequence.targets.every((y) => y === null))).toBe(2)
    expect(values(({ sequence }) => sequence.targets.includes(null))).toBe(2)
    expect(values(({ architecture }) => wiringName(architecture))).toBe(wirings.length)
    const inputs = new Set(networks.flatMap(({ sequence }) => sequence.inputs.map((x) => typeof x)))
    expect([...inputs].toSorted()).toEqual(['number', 'object'])
  })

  it('have gradients that finite differences agree with, entry by entry, wherever there is one', () => {
    let [compared, crossing] = [0, 0]
    const checked = new Set<string>()
    for (const { network, runner, trace } of cases)
      for (const node of carrying(trace))
        for (let entry = 0; entry < valueOf(trace, node).length; entry++) {
          const comparison = compare(runner, network, trace, node, entry)
          compared += 1
          if (comparison.crossesKink) {
            expect(hasKinks(runner)).toBe(true)
            crossing += 1
          } else if (comparison.disagreement > tolerance)
            expect.unreachable(`${network.title}: ${node.key} ${JSON.stringify(comparison)}`)
          checked.add(node.t === 0 ? node.key : node.of.name)
        }
    expect([...checked].toSorted()).toEqual(
      [
        ...['L', 'Lt', 'U', 'V', 'W', 'a', 'b', 'c', 'h', 'o', 'x', 'yhat'],
        ...['h(0)', 'o(0)', 's(0)', 'y(0)', 'yhat(0)'],
      ].toSorted(),
    )
    expect(compared).toBeGreaterThan(20_000)
    expect(crossing).toBeLessThan(compared / 1000)
  })

  it('have the values that their formulas give', () => {
    for (const { trace } of cases)
      for (const node of computed(trace))
        expectClose(evaluateBound(trace, formulaOf(node)!).data, valueOf(trace, node))
  })

  it('have values that are their summands, added from left to right, to the last bit', () => {
    for (const { trace } of cases)
      for (const node of computed(trace))
        expectSameBits(addedBound(trace, summandsOfValue(node), node), valueOf(trace, node), node)
  })

  it('have gradients that are what their out-edges send back, added in order, to the last bit', () => {
    for (const { trace } of cases)
      for (const node of carrying(trace)) {
        if (node.of.name === trace.graph.cell.objective) continue
        const arriving = node.outputs
          .map((id) => contributionOf(trace, trace.graph.edges[id]!))
          .filter((contribution) => contribution !== null)
        expectSameBits(
          added(arriving, node.kind === 'parameter', valueOf(trace, node).length),
          gradientOf(trace, node)!,
          node,
        )
      }
  })

  it('have contributions that their formulas give, in the order in which they are added', () => {
    for (const { trace } of cases)
      for (const node of carrying(trace))
        for (const { edge, ...bound } of summandsOfGradient(trace.graph, node))
          expectClose(
            evaluateBound(trace, bound).data,
            contributionOf(trace, trace.graph.edges[edge]!)!,
          )
  })

  it('add to the gradient of a parameter from the last step to the first', () => {
    for (const { network, trace } of cases)
      for (const node of trace.graph.nodes.filter(({ kind }) => kind === 'parameter')) {
        const times = node.outputs.map((id) => trace.graph.nodes[trace.graph.edges[id]!.to]!.t)
        const { tau } = trace.graph
        const isReadout = network.architecture.readout === 'last-step' && 'Vc'.includes(node.key)
        expect(times).toEqual(isReadout ? [tau] : range(tau).toReversed())
      }
  })

  it('have no L(t) where a step has no target, and then nothing comes back to o(t) but by what is fed back', () => {
    for (const { network, trace } of cases)
      for (const t of range(trace.graph.tau)) {
        const { readout, feedback } = network.architecture
        const target = targetAt(network.sequence, t)
        const node = (symbol: string) => nodeAt(trace.graph, symbol, t)
        expect(node('L') !== undefined).toBe(target !== null)
        // What is fed back is a zero vector where there is no target.
        expect(node('y') !== undefined).toBe(target !== null || feedback === 'target')
        expect(node('yhat') !== undefined).toBe(readout === 'every-step' || t === trace.graph.tau)
        if (target !== null || !node('o')) continue
        if (feedback === 'target')
          expect(valueOf(trace, node('y')!).every((value) => value === 0)).toBe(true)
        if (feedback === 'logits' || feedback === 'probabilities') continue
        expect(gradientOf(trace, node('o')!)!.every((value) => value === 0)).toBe(true)
      }
  })

  it('have a loss that is the sum of the losses of their steps, and 0 without any target', () => {
    for (const { trace } of cases) {
      const steps = range(trace.graph.tau).flatMap((t) => {
        const node = nodeAt(trace.graph, 'L', t)
        return node ? [valueOf(trace, node)[0]!] : []
      })
      const loss = valueOf(trace, nodeAt(trace.graph, 'L', null)!)[0]
      expect(loss).toBe(steps.reduce((sum, value) => sum + value, 0))
    }
  })

  it('give the same bits when run again, and leave the network as it was', () => {
    for (const { network, runner, trace } of cases.slice(0, 20)) {
      const before = structuredClone(network)
      expect(run(runner, network).gradients).toEqual(trace.gradients)
      expect(network).toEqual(before)
    }
  })

  it('give no gradient where none can flow', () => {
    for (const { network, trace } of cases.slice(0, 70))
      for (const node of trace.graph.nodes) {
        const isProbabilities = network.architecture.feedback === 'probabilities'
        const ends = isProbabilities ? ['y'] : ['yhat', 'y', 's', 'u']
        // A gradient of what stands before the first step is of use: it can be learnt.
        const expected = node.t === 0 || !ends.includes(node.of.name)
        expect(gradientOf(trace, node) !== null, node.key).toBe(expected)
        for (const id of node.outputs) {
          const edge = trace.graph.edges[id]!
          expect(contributionOf(trace, edge) !== null).toBe(edge.carries)
        }
      }
  })
})

describe('a hand check', () => {
  const one = (shape: readonly number[]) => toTensor(shape, [1])
  const zero = toTensor([1], [0])
  const network: Network = {
    ...createNetwork(1, { ...kind(1, 1, 2), activation: 'identity', targets: 1 }),
    parameters: { U: one([1, 1]), W: one([1, 1]), V: one([1, 1]), b: zero, c: zero },
    initialState: null,
    sequence: { inputs: [[1], [1]], targets: [0, 0] },
  }

  it('with U = W = V = 1 and x = (1, 1) gives h = (1, 2)', () => {
    const trace = traceOf(network)
    const h = [1, 2].map((t) => valueOf(trace, nodeAt(trace.graph, 'h', t)!)[0])
    expect(h).toEqual([1, 2])
  })

  it('takes 0 for an initial state that is not given', () => {
    const trace = traceOf(network)
    expect([...valueOf(trace, nodeAt(trace.graph, 'h', 0)!)]).toEqual([0])
    const given = traceOf({ ...network, initialState: new Float64Array([3]) })
    expect(valueOf(given, nodeAt(given.graph, 'h', 2)!)[0]).toBe(5)
  })

  it('reads a class as a one-hot x, the same as the vector', () => {
    const three = createNetwork(5, { ...kind(3, 4, 2), inputs: 'classes' })
    const vectors = three.sequence.inputs.map((input) => [0, 1, 2].map((i) => Number(i === input)))
    const same = { ...three, sequence: { ...three.sequence, inputs: vectors } }
    expect(traceOf(three).values).toEqual(traceOf(same).values)
    expect(traceOf(three).gradients).toEqual(traceOf(same).gradients)
  })

  it('keeps what overflows as it comes out', () => {
    const huge = toTensor([1, 1], [1e200])
    const trace = traceOf({
      ...network,
      parameters: { ...network.parameters, U: huge, W: huge, V: huge },
    })
    expect(valueOf(trace, nodeAt(trace.graph, 'o', 2)!)[0]).toBe(Infinity)
    expect(valueOf(trace, nodeAt(trace.graph, 'L', null)!)[0]).toBeNaN()
  })

  it('refuses parameters of a graph whose shapes do not fit', () => {
    const graph = graphOf(network)
    const crooked = {
      ...graph.cell,
      parameters: graph.cell.parameters.map((parameter) =>
        parameter.name === 'U'
          ? { ...parameter, dimensions: ['hidden', 'hidden'] as const }
          : parameter,
      ),
    }
    const nodes = graph.nodes.map((node) =>
      node.key === 'U' ? { ...node, of: crooked.parameters[0]! } : node,
    )
    const architecture = { ...network.architecture, hiddenSize: 2 }
    expect(() => createRunner({ ...graph, nodes }, architecture)).toThrow('operation.shape')
  })
})

describe('a cell with outputs at some steps only', () => {
  it('adds to V and c at those steps alone, from the last to the first', () => {
    for (const { network } of cases.filter(
      ({ network: { sequence, architecture } }) =>
        sequence.targets.includes(null) && architecture.recurrence === 'hidden',
    )) {
      const { cell, tau } = graphOf(network)
      const variables = cell.variables.map((variable) =>
        variable.role === 'logits' || variable.role === 'probabilities'
          ? { ...variable, needsTarget: true }
          : variable,
      )
      const { targets } = network.sequence
      const graph = unfold({ ...cell, variables }, tau, (t) => targets[t - 1] !== null)
      const runner = createRunner(graph, network.architecture)
      const trace = run(runner, network)
      for (const node of graph.nodes.filter(({ kind }) => kind === 'parameter')) {
        const terms = node.outputs.map((id) => contributionOf(trace, graph.edges[id]!)!)
        const sum = added(terms, true, valueOf(trace, node).length)
        expectSameBits(sum, gradientOf(trace, node)!, node)
      }
      const V = nodeAt(graph, 'V', null)!
      expect(V.outputs).toHaveLength(targets.filter((target) => target !== null).length)
      const comparison = compare(runner, network, trace, V, 0)
      if (!comparison.crossesKink) expect(comparison.disagreement).toBeLessThan(tolerance)
    }
  })
})

describe('memory', () => {
  it.each([
    [8, 8],
    [64, 128],
    [128, 256],
  ])('grows with τ by little more than one trace of a step (n_x = n_y = %i, n_h = %i)', (n, nh) => {
    const bytes = (tau: number) => {
      const network = createNetwork(1, { ...kind(n, nh, tau), targets: 1 })
      const { values, gradients } = createMemory(graphOf(network), network.architecture)
      return 8 * (values + gradients)
    }
    const aStep = bytes(11) - bytes(10)
    expect(aStep).toBeLessThanOrEqual(1.25 * 8 * (4 * nh + 3 * n + n + 1))
    expect(bytes(100) - bytes(10)).toBe(90 * aStep)
  })

  it('leaves no gap where every step has a target', () => {
    const network = createNetwork(1, { ...kind(3, 4, 5), targets: 1 })
    const { values, size } = createMemory(graphOf(network), network.architecture)
    expect(values).toBe(size.reduce((a, b) => a + b))
  })

  it('is refused, before anything is allocated, where a trace would not fit', () => {
    const architecture = { ...cases[0]!.network.architecture, hiddenSize: 10_000 }
    expect(() => createMemory(cases[0]!.runner.graph, architecture)).toThrow('run.tooLarge')
  })

  it('gives each node a place of its own', () => {
    for (const { runner } of cases.slice(0, 40)) {
      const { address, size, values, gradients } = runner.memory
      const uses = new Uint8Array(values)
      for (const { id, carries } of runner.graph.nodes) {
        uses.subarray(address[id]!, address[id]! + size[id]!).forEach((_, i) => {
          uses[address[id]! + i]! += 1
        })
        if (carries) expect(address[id]! + size[id]!).toBeLessThanOrEqual(gradients)
      }
      expect(Math.max(...uses)).toBe(1)
    }
  })
})

function kind(n: number, hiddenSize: number, tau: number): Kind {
  return {
    ...{ inputSize: n, outputSize: n, hiddenSize, tau, activation: 'tanh' },
    ...{ inputs: 'vectors', targets: 0.5, hasInitialState: false },
  }
}

const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

const traceOf = (network: Network): Trace =>
  run(createRunner(graphOf(network), network.architecture), network)

const carrying = ({ graph }: Trace) => graph.nodes.filter(({ carries }) => carries)

const computed = ({ graph }: Trace) => graph.nodes.filter(({ kind }) => kind === 'computed')

const addedBound = (trace: Trace, summands: readonly Bound[], node: GraphNode) =>
  added(
    summands.map((summand) => evaluateBound(trace, summand).data),
    false,
    tensorOf(trace, node).data.length,
  )

/** The sum from left to right; a parameter's starts from 0, others from their first term. */
const added = (terms: readonly Float64Array[], fromZero: boolean, size: number): Float64Array => {
  const zero = new Float64Array(size)
  const [first, rest] = fromZero ? [zero, terms] : [terms[0] ?? zero, terms.slice(1)]
  return rest.reduce((sum, term) => sum.map((value, i) => value + term[i]!), first)
}

const expectSameBits = (found: Float64Array, expected: Float64Array, { key }: GraphNode) => {
  if (found.length !== expected.length || found.some((value, i) => !Object.is(value, expected[i])))
    expect.unreachable(`${key}: ${found.join(' ')} instead of ${expected.join(' ')}`)
}

const expectClose = (found: Float64Array, expected: Float64Array) => {
  expect(found.length).toBe(expected.length)
  found.forEach((value, i) => {
    const scale = Math.max(1, Math.abs(value), Math.abs(expected[i]!))
    if (!(Math.abs(value - expected[i]!) <= 1e-12 * scale)) expect(value).toBe(expected[i])
  })
}
