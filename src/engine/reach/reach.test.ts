/** Reach, tested: the shares of the losses add up to the gradient, agree with differences, and come from the Jacobians' product. */
import { describe, expect, it } from 'vitest'
import { smallChain } from '../../../testing/chains'
import { labelsFor, randomWiredNetwork } from '../../../testing/networks'
import { compare } from '../check'
import type { Network } from '../network'
import { type Runner, type Trace, createRunner, gradientOf, graphOf, run, valueOf } from '../run'
import { type Tensor, toTensor } from '../tensor'
import { nodeAt, range, unfold } from '../unfold'
import { createEnding } from '../model/ending'
import { clipByNorm } from './clip'
import { createSlopes, jacobiansOf, recurrentMatrices } from './jacobian'
import { statesOf } from '../states'
import { singularValues, spectralRadius } from './spectrum'
import { lengthOf, toTriangle, triangleNumbers } from './triangle'

const seeds = range(0, 79)

const runOf = (network: Network) => {
  const runner = createRunner(graphOf(network), network.architecture)
  const trace = run(runner, network)
  return { network, runner, trace, triangle: createTriangle(runner, trace, Infinity) }
}

const createTriangle = (runner: Runner, trace: Trace, budget: number) =>
  toTriangle(runner, trace, triangleNumbers(runner, trace, budget))

const several = seeds.find((seed) => runOf(randomWiredNetwork(seed)).triangle.losses.length > 3)!

const expectClose = (actual: ArrayLike<number>, expected: ArrayLike<number>, within: number) => {
  expect(actual.length).toBe(expected.length)
  for (let i = 0; i < expected.length; i++)
    expect(Math.abs(actual[i]! - expected[i]!)).toBeLessThan(
      within * Math.max(1, Math.abs(expected[i]!)),
    )
}

/** With teacher forcing a target is an input, too: without it the run would be another. */
const isForced = ({ architecture }: Network): boolean => architecture.feedback === 'target'

/** A network alone in its loss at step j: every other target is left out. */
const withLossAt = (network: Network, j: number): Network => ({
  ...network,
  sequence: {
    ...network.sequence,
    // A single target belongs to the last step, and is alone already.
    targets: network.sequence.targets.map((target, i, all) =>
      i + 1 === j || all.length < network.sequence.inputs.length ? target : null,
    ),
  },
})

describe('the shares of the losses in the gradient of a state', () => {
  it('add up to it', () => {
    for (const seed of seeds) {
      const { trace, triangle } = runOf(randomWiredNetwork(seed))
      triangle.states.forEach((state, column) => {
        const gradient = gradientOf(trace, state)
        if (!gradient) return
        const sum = new Float64Array(gradient.length)
        triangle.losses.forEach((_, row) =>
          triangle.vector(row, column)?.forEach((g, i) => (sum[i]! += g)),
        )
        expectClose(sum, gradient, 1e-12)
      })
    }
  })

  it('add up to it where a step has more than one loss', () => {
    for (const seed of seeds.slice(0, 10)) {
      const { network, classes } = smallChain(seed)
      const request = { network, labels: labelsFor(network), seed, bias: 0, endSymbol: classes - 1 }
      const { cell, parameters } = createEnding('stop', request)!
      const graph = unfold(cell, network.sequence.inputs.length, () => true)
      const runner = createRunner(graph, network.architecture)
      const trace = run(runner, { ...network, parameters })
      const { losses, states, vector } = createTriangle(runner, trace, Infinity)
      expect(losses.length).toBeGreaterThan(graph.tau)
      states.forEach((state, column) => {
        const sum = new Float64Array(gradientOf(trace, state)!.length)
        losses.forEach((_, row) => vector(row, column)?.forEach((g, i) => (sum[i]! += g)))
        expectClose(sum, gradientOf(trace, state)!, 1e-12)
      })
    }
  })

  it('are each the gradient of that loss alone', () => {
    for (const seed of seeds.slice(0, 30)) {
      const { network, trace, triangle } = runOf(randomWiredNetwork(seed))
      if (isForced(network)) continue
      triangle.losses.forEach((loss, row) => {
        const alone = runOf(withLossAt(network, loss.t!))
        triangle.states.forEach((state, column) => {
          const own = nodeAt(alone.trace.graph, state.key.replace(/\(.*/, ''), state.t)!
          const zero = new Float64Array(valueOf(trace, state).length)
          const expected = gradientOf(alone.trace, own) ?? zero
          expectClose(triangle.vector(row, column) ?? zero, expected, 1e-12)
        })
      })
    }
  })

  it('agree with central differences', () => {
    for (const seed of seeds.slice(0, 16)) {
      const { network, triangle } = runOf(randomWiredNetwork(seed))
      if (isForced(network)) continue
      triangle.losses.forEach((loss, row) => {
        const { runner, trace } = runOf(withLossAt(network, loss.t!))
        triangle.states.forEach((state, column) => {
          const vector = triangle.vector(row, column)
          const node = nodeAt(trace.graph, state.key.replace(/\(.*/, ''), state.t)!
          vector?.forEach((g, entry) => {
            const { difference, crossesKink } = compare(runner, network, trace, node, entry)
            if (!crossesKink) expectClose([g], [difference], 1e-7)
          })
        })
      })
    }
  })

  it('never come from a loss that is earlier than the state', () => {
    for (const seed of seeds) {
      const { triangle } = runOf(randomWiredNetwork(seed))
      triangle.losses.forEach(({ t }, row) =>
        triangle.states.forEach((state, column) => {
          if (state.t! > t!) expect(triangle.norm(row, column)).toBeNull()
        }),
      )
    }
  })

  it('have the norms that are kept of them', () => {
    const { triangle } = runOf(randomWiredNetwork(several))
    triangle.losses.forEach((_, row) =>
      triangle.states.forEach((_, column) => {
        const vector = triangle.vector(row, column)
        expect(triangle.norm(row, column)).toBe(vector && lengthOf(vector))
      }),
    )
  })

  it('are those of fewer losses, the last among them, where all would take too long', () => {
    const { runner, trace, triangle } = runOf(randomWiredNetwork(several))
    const few = createTriangle(runner, trace, 1)
    expect(few.stride).toBeGreaterThan(1)
    expect(few.losses.at(-1)).toBe(triangle.losses.at(-1))
    expect(few.losses.length).toBeLessThan(triangle.losses.length)
  })
})

const transposedTimes = ({ shape: [rows, columns], data }: Tensor, v: Float64Array) =>
  Float64Array.from({ length: columns! }, (_, j) =>
    range(0, rows! - 1).reduce((sum, i) => sum + data[i * columns! + j]! * v[i]!, 0),
  )

describe('the Jacobian of a step', () => {
  it('sends the share of a loss one step back', () => {
    for (const seed of seeds) {
      const { runner, trace, triangle } = runOf(randomWiredNetwork(seed))
      const jacobians = jacobiansOf(runner, trace, range(1, trace.graph.tau))
      const columnOf = (t: number) => triangle.states.findIndex((state) => state.t === t)
      for (const { t, matrix } of jacobians)
        triangle.losses.forEach((loss, row) => {
          const now = triangle.vector(row, columnOf(t))
          const before = triangle.vector(row, columnOf(t - 1))
          // Up to its own loss, the only way back from a state is through the state before.
          if (loss.t! < t || !now) return
          const zero = new Float64Array(matrix.shape[1]!)
          expectClose(transposedTimes(matrix, now), before ?? zero, 1e-12)
        })
    }
  })

  it('is the slope of the activation times the recurrent matrix', () => {
    for (const seed of seeds) {
      const { network, runner, trace } = runOf(randomWiredNetwork(seed))
      if (network.architecture.recurrence !== 'hidden') continue
      const [recurrent] = recurrentMatrices(trace.graph)
      expect(recurrent!.isDirect).toBe(true)
      const W = network.parameters[recurrent!.name]!
      const n = W.shape[0]!
      const slopesOf = createSlopes(runner, trace)
      for (const { t, matrix } of jacobiansOf(runner, trace, range(1, trace.graph.tau))) {
        const slopes = slopesOf(nodeAt(trace.graph, 'h', t)!)!
        expectClose(
          matrix.data,
          W.data.map((w, i) => w * slopes[Math.floor(i / n)]!),
          1e-14,
        )
      }
    }
  })

  it('is not longer than its factors', () => {
    for (const seed of seeds.slice(0, 40)) {
      const { network, runner, trace } = runOf(randomWiredNetwork(seed))
      if (network.architecture.recurrence !== 'hidden') continue
      const largest = singularValues(network.parameters.W!)[0]!
      const slopesOf = createSlopes(runner, trace)
      for (const { t, matrix } of jacobiansOf(runner, trace, range(1, trace.graph.tau))) {
        const slopes = slopesOf(nodeAt(trace.graph, 'h', t)!)!
        const bound = largest * Math.max(...slopes)
        expect(singularValues(matrix)[0]).toBeLessThanOrEqual(bound * (1 + 1e-12))
      }
    }
  })

  it('has a step less than there are states', () => {
    const { runner, trace } = runOf(randomWiredNetwork(4))
    const states = statesOf(trace.graph)
    expect(jacobiansOf(runner, trace, range(1, trace.graph.tau)).length).toBe(states.length - 1)
  })
})

const matrix = (rows: readonly (readonly number[])[]): Tensor =>
  toTensor([rows.length, rows[0]!.length], rows.flat())

describe('the spectrum', () => {
  it.each([
    [
      'a diagonal',
      [
        [3, 0],
        [0, -4],
      ],
      [4, 3],
      4,
    ],
    [
      'a rotation',
      [
        [0, -1],
        [1, 0],
      ],
      [1, 1],
      1,
    ],
    [
      'a nilpotent matrix',
      [
        [0, 5],
        [0, 0],
      ],
      [5, 0],
      0,
    ],
    [
      'the golden shear',
      [
        [1, 1],
        [0, 1],
      ],
      [(1 + Math.sqrt(5)) / 2, (Math.sqrt(5) - 1) / 2],
      1,
    ],
    [
      'zero',
      [
        [0, 0],
        [0, 0],
      ],
      [0, 0],
      0,
    ],
    ['one number', [[-2]], [2], 2],
    [
      'ones',
      [
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ],
      [3, 0, 0],
      3,
    ],
  ])('of %s is known', (_, rows, values, radius) => {
    expectClose(singularValues(matrix(rows)), values, 1e-12)
    expectClose([spectralRadius(matrix(rows))!], [radius], 1e-7)
  })

  it('of a matrix that is not square has singular values alone', () => {
    for (const rows of [
      [
        [3, 0, 0],
        [0, 4, 0],
      ],
      [
        [3, 0],
        [0, 4],
        [0, 0],
      ],
    ]) {
      expectClose(singularValues(matrix(rows)), [4, 3], 1e-12)
      expect(spectralRadius(matrix(rows))).toBeNull()
    }
  })

  it('of entries near the ends of what a float64 holds is found, and scales with them', () => {
    const tiny = matrix([
      [1e-320, 1e-320],
      [0, 1e-310],
    ])
    expect(singularValues(tiny)[0]! / 1e-310).toBeCloseTo(1, 6)
    expect(spectralRadius(tiny)! / 1e-310).toBeCloseTo(1, 6)
    const far = matrix([
      [1e280, -3e18],
      [-2e170, -6e217],
    ])
    expect(singularValues(far)[0]! / 1e280).toBeCloseTo(1, 12)
    const large = matrix([
      [1e200, 1e200],
      [-1e200, 1e200],
    ])
    expect(spectralRadius(large)! / 1e200).toBeCloseTo(Math.SQRT2, 12)
  })

  it('of what is not finite is not a number, and takes no time', () => {
    expect(
      singularValues(
        matrix([
          [NaN, 1],
          [1, 1],
        ]),
      ),
    ).toEqual([NaN, NaN])
    expect(
      spectralRadius(
        matrix([
          [Infinity, 1],
          [1, 1],
        ]),
      ),
    ).toBeNaN()
  })
})

describe('clipping by norm', () => {
  const parts = [Float64Array.of(3), Float64Array.of(0, -4)]

  it('shortens what is longer than the threshold, in its direction', () => {
    expect(clipByNorm(parts, 1)).toEqual({
      ...{ norm: 5, factor: 0.2 },
      parts: [Float64Array.of(3 * 0.2), Float64Array.of(0, -4 * 0.2)],
    })
  })

  it('leaves alone what is not', () => {
    for (const threshold of [5, 6])
      expect(clipByNorm(parts, threshold)).toMatchObject({ factor: 1, parts })
    expect(clipByNorm([new Float64Array(2)], 1)).toMatchObject({ norm: 0, factor: 1 })
  })

  it('measures what would overflow or vanish when squared', () => {
    expect(lengthOf(Float64Array.of(3e200, 4e200))).toBeCloseTo(5e200, -190)
    expect(lengthOf(Float64Array.of(3e-200, 4e-200)) / 5e-200).toBeCloseTo(1, 12)
    expect(lengthOf(Float64Array.of(NaN, Infinity))).toBeNaN()
  })
})
