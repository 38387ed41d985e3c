/** Trace files: what the reference cases expect, number for number, and nothing else. */
import { describe, expect, it } from 'vitest'
import { wellFormed } from '../../testing/malformed'
import { type Expectation, readReferences, largestDisagreement } from '../../testing/reference'
import type { Network } from '../engine/network'
import { type Trace, createRunner, gradientOf, graphOf, run, valueOf } from '../engine/run'
import { toTensor } from '../engine/tensor'
import { nodeAt } from '../engine/unfold'
import { formatNetwork, parseNetwork } from './network'
import { formatTrace } from './trace'

type Written = Expectation & Readonly<Record<'format' | 'version' | 'network', unknown>>

const traceOf = (network: Network): Trace =>
  run(createRunner(graphOf(network), network.architecture), network)

const write = (network: Network): Written =>
  JSON.parse(formatTrace(network, traceOf(network))) as Written

/** Every leaf of two documents side by side: other keys or shapes disagree without bound. */
const disagreementOf = (a: unknown, b: unknown): number => {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return largestDisagreement(a, b)
  const [mine, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(mine)
  if (keys.toSorted().join() !== Object.keys(other).toSorted().join()) return Infinity
  return Math.max(0, ...keys.map((key) => disagreementOf(mine[key], other[key])))
}

describe.each(readReferences)('the trace file of $name', ({ network, expected }) => {
  const { format, version, network: written, ...computed } = write(network)

  it('has the keys, shapes and numbers of the case, and no others', () => {
    expect(disagreementOf(computed, expected)).toBeLessThanOrEqual(1e-9)
  })

  it('says what it is and holds the network that was run', () => {
    expect({ format, version }).toEqual({ format: 'unfold-trace', version: 1 })
    expect(written).toEqual(JSON.parse(formatNetwork(network)))
  })
})

describe('a trace file', () => {
  const { network } = parseNetwork(wellFormed)

  it('has the loss of a step only where there is a target', () => {
    const { steps } = write(network)
    expect(steps.map((step) => 'loss' in step)).toEqual([true, false, true])
    const keys = ['t', 'x', 'a', 'h', 'o', 'yhat', 'loss', 'gradients']
    expect(Object.keys(steps[0]!)).toEqual(keys)
  })

  it('has a loss of 0 and gradients of 0 where there is no target at all', () => {
    const sequence = { ...network.sequence, targets: [null, null, null] }
    const { loss, gradients } = write({ ...network, sequence })
    expect([loss, gradients['c'], gradients['initialState']]).toEqual([0, [0, 0], [0, 0, 0]])
  })

  it('holds the very bits of the trace', () => {
    const trace = traceOf(network)
    const { steps, gradients } = write(network)
    expect(steps[1]!['h']).toStrictEqual([...valueOf(trace, nodeAt(trace.graph, 'h', 2)!)])
    const atStart = [...gradientOf(trace, nodeAt(trace.graph, 'h', 0)!)!]
    expect(gradients['initialState']).toStrictEqual(atStart)
  })

  it('counts steps from 1', () => {
    expect(write(network).steps.map(({ t }) => t)).toEqual([1, 2, 3])
  })

  it('has null where a number is not finite, and stays JSON', () => {
    const architecture = { ...network.architecture, activation: 'identity' } as const
    const parameters = { ...network.parameters, b: toTensor([3], [1e308, 1e308, 1e308]) }
    const { loss, steps } = write({ ...network, architecture, parameters })
    expect(loss).toBeNull()
    expect(steps[1]!['h']).toContain(null)
  })
})
