/** Schedule, tested: whatever the network, nothing is computed before what it reads, and everything exactly once. */
import { describe, expect, it } from 'vitest'
import { randomNetwork, randomWiredNetwork } from '../../testing/networks'
import { type Bound, formulaOf, nodeOfLeaf, summandsOfGradient, summandsOfValue } from './explain'
import { leavesOf } from './expression'
import { createRunner, graphOf } from './run'
import { type Schedule, createSchedule, grains, isDecoupled, turnOf } from './schedule'
import { type Graph, range } from './unfold'

const cases = range(0, 79).map((seed) => {
  const network = randomWiredNetwork(seed)
  const graph = graphOf(network)
  return { network, graph, schedule: createSchedule(graph) }
})

/** Those whose steps need not wait for each other, all steps at once. */
const atOnce = range(0, 139)
  .map((seed) => randomWiredNetwork(seed))
  .map((network) => ({ network, graph: graphOf(network) }))
  .filter(({ graph }) => isDecoupled(graph))
  .map((one) => ({ ...one, schedule: createSchedule(one.graph, 'atOnce') }))

describe('all steps at once', () => {
  it('are possible under teacher forcing, whatever the length, and where there is one step', () => {
    for (const { network, graph } of cases) {
      const { feedback } = network.architecture
      expect(isDecoupled(graph)).toBe(feedback === 'target' || graph.tau === 1)
    }
  })

  it('take as many steps whatever the length', () => {
    const counts = atOnce
      .filter(
        ({ network, graph }) => graph.tau > 1 && network.sequence.targets.every((y) => y !== null),
      )
      .map(({ schedule }) => [schedule.steps.timeStep.length, schedule.steps.variable.length])
    expect(new Set(counts.map(String))).toEqual(new Set(['2,15']))
  })
})

describe('the order of a run', () => {
  it('goes forward first, then backward', () => {
    for (const { schedule } of cases) {
      const phases = schedule.contributions.map(({ phase }) => phase)
      expect(phases).toEqual(phases.toSorted().toReversed())
      for (const grain of grains) {
        const turn = turnOf(schedule, grain)
        expect(schedule.steps[grain].slice(0, turn).every(isForward)).toBe(true)
        expect(schedule.steps[grain].slice(turn).some(isForward)).toBe(false)
      }
    }
  })

  it('computes nothing before what it reads', () => {
    for (const { graph, schedule } of [...cases, ...atOnce])
      schedule.contributions.forEach(({ phase, node, edges }, done) => {
        const bounds = boundsOf(graph, phase, node, edges)
        expect(bounds).toHaveLength(Math.min(1, edges.length))
        for (const bound of bounds)
          for (const leaf of leavesOf(bound.expression)) {
            const read = nodeOfLeaf(graph, bound.at, leaf)
            const ready = read.isGradient ? schedule.gradientReady : schedule.valueReady
            expect(ready[read.node.id], `${phase} ${graph.nodes[node]!.key}`).toBeLessThanOrEqual(
              done,
            )
          }
      })
  })

  it('computes every value exactly once, from each of its edges', () => {
    for (const { graph, schedule } of cases) {
      const given = graph.nodes.filter(({ kind }) => kind !== 'computed')
      for (const { id } of given) expect(schedule.valueReady[id]).toBe(0)
      expect(arrivals(schedule, 'forward', given)).toEqual([])
      for (const node of graph.nodes)
        if (node.kind === 'computed') {
          const places = arrivals(schedule, 'forward', [node])
          const edges = places.flatMap((place) => schedule.contributions[place]!.edges)
          expect(edges).toEqual(node.inputs)
          expect(places).toHaveLength(Math.max(1, summandsOfValue(node).length))
          expectNeighbours(places)
          expect(schedule.valueReady[node.id]).toBe(places.at(-1)! + 1)
        }
    }
  })

  it('completes every gradient exactly once, along each of the edges that carry one', () => {
    for (const { graph, schedule } of cases)
      for (const node of graph.nodes) {
        const places = arrivals(schedule, 'backward', [node])
        if (!node.carries) {
          expect(places).toEqual([])
          expect(schedule.gradientReady[node.id]).toBe(Infinity)
          continue
        }
        const edges = places.flatMap((place) => schedule.contributions[place]!.edges)
        expect(edges).toEqual(node.outputs.filter((id) => graph.edges[id]!.carries))
        expect(places).toHaveLength(Math.max(1, edges.length))
        if (node.kind !== 'parameter') expectNeighbours(places)
        expect(schedule.gradientReady[node.id]).toBe(places.at(-1)! + 1)
      }
  })

  it('is the order that the engine follows', () => {
    for (const { network, graph, schedule } of cases) {
      const { memory, forward, backward } = createRunner(graph, network.architecture)
      const nodesOf = (places: readonly number[]) =>
        places.map((place) => schedule.contributions[place]!.node)
      const values = nodesOf(arrivals(schedule, 'forward', graph.nodes))
      expect([...new Set(values)]).toEqual(forward.map(({ node }) => node))
      const gradients = arrivals(
        schedule,
        'backward',
        graph.nodes.filter(({ kind }) => kind !== 'parameter'),
      ).filter((place) => schedule.contributions[place]!.edges.length > 0)
      expect(nodesOf(gradients).map((id) => memory.address[id])).toEqual(
        backward.map(({ at }) => at),
      )
    }
  })
})

describe('the steps of a grain', () => {
  it('cover all contributions without a gap, and none is empty', () => {
    for (const { schedule } of [...cases, ...atOnce])
      for (const grain of grains) {
        const steps = schedule.steps[grain]
        expect(steps.map(({ from }) => from)).toEqual([
          0,
          ...steps.slice(0, -1).map(({ to }) => to),
        ])
        expect(steps.at(-1)!.to).toBe(schedule.contributions.length)
        for (const { from, to } of steps) expect(from).toBeLessThan(to)
      }
  })

  it('end where steps of the finer grains end', () => {
    for (const { schedule } of cases) {
      const ends = grains.map((grain) => new Set(schedule.steps[grain].map(({ to }) => to)))
      expect(isSubset(ends[0]!, ends[1]!)).toBe(true)
      expect(isSubset(ends[1]!, ends[2]!)).toBe(true)
      expect(ends[2]!.size).toBe(schedule.contributions.length)
    }
  })

  it('are 2 τ where a step is a time step: there and back', () => {
    for (const { graph, schedule } of cases) {
      const there = range(1, graph.tau)
      const times = schedule.steps.timeStep.map(({ t }) => t)
      expect(times).toEqual([...there, ...there.toReversed()])
      expect(turnOf(schedule, 'timeStep')).toBe(graph.tau)
    }
  })

  it('have a key each, and name the nodes that receive something', () => {
    for (const { schedule } of [...cases, ...atOnce])
      for (const grain of grains) {
        const steps = schedule.steps[grain]
        expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length)
        for (const { phase, from, to, nodes } of steps) {
          const inside = schedule.contributions.slice(from, to)
          expect(nodes).toEqual([...new Set(inside.map(({ node }) => node))])
          expect(inside.every((contribution) => contribution.phase === phase)).toBe(true)
        }
      }
  })

  it('happen in the column of their nodes; what a column sends to the parameters too', () => {
    for (const { graph, schedule } of cases)
      for (const { t, nodes } of schedule.steps.variable)
        for (const id of nodes) {
          const node = graph.nodes[id]!
          const columns = node.kind === 'parameter' ? range(1, graph.tau) : [node.t ?? graph.tau]
          expect(columns.map((column) => Math.max(1, column))).toContain(t)
        }
  })
})

describe('a network without any target', () => {
  const graph = graphOf({
    ...randomNetwork(1),
    sequence: { inputs: [0, 0, 0], targets: [null, null, null] },
  })
  const schedule = createSchedule(graph)

  it('still computes L, as the sum of nothing', () => {
    const loss = graph.byKey.get('L')!
    expect(arrivals(schedule, 'forward', [loss])).toHaveLength(1)
    expect(schedule.steps.timeStep).toHaveLength(6)
  })

  it('starts the way back at ∂L/∂L = 1, and sets the gradient of each o(t) with no edge', () => {
    for (const key of ['L', 'o(1)', 'o(3)']) {
      const [place] = arrivals(schedule, 'backward', [graph.byKey.get(key)!])
      expect(schedule.contributions[place!]!.edges).toEqual([])
    }
  })
})

const isForward = ({ phase }: { readonly phase: string }) => phase === 'forward'

/** Places of the contributions that reach some nodes in one phase. */
const arrivals = (
  schedule: Schedule,
  phase: string,
  nodes: readonly { readonly id: number }[],
): readonly number[] => {
  const ids = new Set(nodes.map(({ id }) => id))
  return schedule.contributions.flatMap((contribution, place) =>
    contribution.phase === phase && ids.has(contribution.node) ? [place] : [],
  )
}

/** The formulas that a contribution evaluates: the summand that it adds, or what its edges send back. */
const boundsOf = (
  graph: Graph,
  phase: string,
  id: number,
  edges: readonly number[],
): readonly Bound[] => {
  const node = graph.nodes[id]!
  if (phase === 'backward')
    return summandsOfGradient(graph, node).filter(({ edge }) => edges.includes(edge))
  expect(formulaOf(node)).not.toBeNull()
  return summandsOfValue(node).filter(({ expression, at }) =>
    leavesOf(expression).every(
      (leaf) => leaf.kind === 'edge' && edges.includes(at.inputs[leaf.index]!),
    ),
  )
}

const expectNeighbours = (places: readonly number[]) =>
  expect(places).toEqual(range(places[0]!, places.at(-1)!))

const isSubset = (few: ReadonlySet<number>, many: ReadonlySet<number>) =>
  [...few].every((value) => many.has(value))
