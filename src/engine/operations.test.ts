/** Operations, tested: each row by being in the table, on random examples from its domain. */
import { describe, expect, it } from 'vitest'
import { type Environment, evaluate, leavesOf } from './expression'
import { type Call, type Operation, type Vjp, slotAt, vjpAt } from './operation'
import { operationNames, operations } from './operations'
import { type Random, between, createRandom, integerBetween, vectorBetween } from './random'
import { type Tensor, toTensor } from './tensor'

const seeds = Array.from({ length: 60 }, (_, seed) => seed)

describe.each(operationNames)('%s', (name) => {
  const operation = operations[name]

  it('has a VJP, or a reason for none, for each of its slots and for nothing else', () => {
    const slots = [...operation.slots.once, ...operation.slots.repeated]
    expect(Object.keys(operation.vjp).toSorted()).toEqual(slots.toSorted())
  })

  it('gives a value of the shape that its shape rule says', () => {
    for (const use of uses(operation)) {
      const shape = operation.shape(use.inputs.map((input) => input.shape))
      expect(evaluate(operation.formula(use.inputs.length), use.environment).shape).toEqual(shape)
      // What stands behind its place is left alone.
      expect(use.values.subarray(use.call.out + use.call.size)).toEqual(margin)
      expect(use.value().every(Number.isFinite)).toBe(true)
    }
  })

  it('computes what its formula says', () => {
    for (const use of uses(operation))
      expectClose(
        use.value(),
        evaluate(operation.formula(use.inputs.length), use.environment).data,
        1e-12,
      )
  })

  it('reads, in its formula, its own edges and each of them', () => {
    for (const { inputs } of uses(operation)) {
      const leaves = leavesOf(operation.formula(inputs.length))
      const edges = leaves.map((leaf) => (leaf.kind === 'edge' ? leaf.index : leaf.kind))
      expect(edges.toSorted()).toEqual(inputs.map((_, i) => i).toSorted())
    }
  })

  it('reads, in the formula of a VJP, its own edges, its value and its gradient', () => {
    for (const { inputs } of uses(operation))
      for (const { vjp, index } of vjpsOf(operation, inputs.length))
        for (const leaf of leavesOf(vjp.formula(inputs.length, index)))
          if (leaf.kind === 'edge') expect(leaf.index).toBeLessThan(inputs.length)
          else expect(['output', 'gradient']).toContain(leaf.kind)
  })

  it('sends back what the formulas of its VJPs say', () => {
    for (const use of uses(operation))
      for (const { vjp, index } of vjpsOf(operation, use.inputs.length)) {
        const formula = evaluate(vjp.formula(use.inputs.length, index), use.environment)
        expect(formula.shape).toEqual(use.inputs[index]!.shape)
        expectClose(contribution(use, vjp, index), formula.data, 1e-12)
      }
  })

  it('sends back what finite differences say', () => {
    for (const use of uses(operation))
      for (const { vjp, index } of vjpsOf(operation, use.inputs.length))
        expectClose(contribution(use, vjp, index), differences(use, index), 1e-7)
  })

  it('writes a contribution over whatever stood there, and nowhere else', () => {
    for (const use of uses(operation))
      for (const { vjp, index } of vjpsOf(operation, use.inputs.length)) {
        const size = use.inputs[index]!.data.length
        const into = new Float64Array(size + 5).fill(7)
        vjp.contribute(use.values, use.gradients, use.call, index, into, 2)
        expect([...into.subarray(0, 2), ...into.subarray(2 + size)]).toEqual([7, 7, 7, 7, 7])
        expect(into.subarray(2, 2 + size)).toEqual(contribution(use, vjp, index))
      }
  })

  it('adds over time, from the last step to the first, what it would send back at each step', () => {
    for (const seed of seeds) {
      const random = createRandom(seed)
      const { values, gradients, calls, inputs } = seriesOf(operation, random)
      for (const { vjp, index } of vjpsOf(operation, inputs.length)) {
        if (!vjp.addOverTime) continue
        const strides = calls.map(sharedAt(index))
        const last = strides.at(-1)!
        const before = strides.at(-2) ?? last
        const size = inputs[index]!.data.length
        const sum = vectorBetween(random, size, -1, 1)
        const into = new Float64Array([...sum, 7])
        const series = {
          last,
          count: calls.length,
          outStride: last.out - before.out,
          inputStrides: last.inputs.map((at, i) => at - before.inputs[i]!),
        }
        for (const call of strides.toReversed()) {
          const step = new Float64Array(size)
          vjp.contribute(values, gradients, call, index, step, 0)
          step.forEach((value, i) => (sum[i]! += value))
        }
        vjp.addOverTime(values, gradients, series, index, into, 0)
        expect(into).toEqual(new Float64Array([...sum, 7]))
      }
    }
  })

  it('has no VJP where an input is a class, and its examples are whole numbers there', () => {
    for (const { inputs } of uses(operation))
      inputs.forEach((input, index) => {
        if (vjpAt(operation, index) !== 'discrete') return
        expect(input.data.every(Number.isInteger)).toBe(true)
        expect(slotAt(operation, index)).toBe('target')
      })
  })

  it('draws its examples away from kinks, and names the side of each', () => {
    for (const use of uses(operation)) {
      if (!operation.regime) continue
      const side = operation.regime(use.values, use.call)
      use.inputs.forEach((input, index) =>
        input.data.forEach((_, entry) => {
          for (const change of [-1e-5, 1e-5])
            expect(operation.regime!(moved(use, index, entry, change), use.call)).toEqual(side)
        }),
      )
      use.values.forEach((value, i) => (use.values[i] = -value))
      expect(operation.regime(use.values, use.call)).not.toEqual(side)
    }
  })
})

describe('a row', () => {
  it('refuses inputs that do not fit, and names their shapes', () => {
    const { affine, softmax, crossEntropy, sum } = operations
    const refused = (operation: Operation, ...shapes: readonly (readonly number[])[]) =>
      expect(() => operation.shape(shapes)).toThrow('operation.shape')
    refused(affine, [3], [3, 2], [4])
    refused(affine, [3], [2, 3], [3])
    refused(affine, [3], [3, 2])
    refused(affine, [], [3, 2], [2])
    refused(softmax, [2, 2])
    refused(softmax, [2], [2])
    refused(crossEntropy, [3], [3])
    refused(crossEntropy, [])
    refused(sum, [], [1])
    expect(() => affine.shape([[3], [3, 2], [4]])).toThrow('[3] [3×2] [4]')
  })

  it('stays finite where exp would overflow', () => {
    const use = useOf(operations.softmax, [toTensor([3], [-1000, 0, 1000])])
    expect(use.value()).toEqual(new Float64Array([0, 0, 1]))
    const loss = useOf(operations.crossEntropy, [toTensor([2], [1000, -1000]), toTensor([], [1])])
    expect(loss.value()).toEqual(new Float64Array([2000]))
    expect(contribution(loss, operations.crossEntropy.vjp.logits as Vjp, 0)).toEqual(
      new Float64Array([1, -1]).map((sign) => sign * loss.gradients[loss.call.out]!),
    )
  })

  it('is 0 where a sum is empty', () => {
    expect(useOf(operations.sum, []).value()).toEqual(new Float64Array([0]))
  })
})

/** One use of an operation: inputs side by side in a slab, then its value, then a margin. */
interface Use {
  readonly operation: Operation
  readonly inputs: readonly Tensor[]
  readonly values: Float64Array
  readonly gradients: Float64Array
  readonly call: Call
  readonly environment: Environment
  readonly value: () => Float64Array
}

const margin = new Float64Array(3).fill(Math.PI)

const uses = (operation: Operation): readonly Use[] =>
  seeds.map((seed) => useOf(operation, operation.example(createRandom(seed)), seed))

const useOf = (operation: Operation, inputs: readonly Tensor[], seed = 1): Use => {
  const shape = operation.shape(inputs.map((input) => input.shape))
  const call = callOf(inputs, shape)
  const values = new Float64Array(call.out + call.size + margin.length)
  inputs.forEach(({ data }, i) => values.set(data, call.inputs[i]!))
  values.set(margin, call.out + call.size)
  const gradients = vectorBetween(createRandom(seed + 1000), values.length, -2, 2)
  operation.forward(values, call)
  const value = () => values.slice(call.out, call.out + call.size)
  const at = (slab: Float64Array) => toTensor(shape, slab.slice(call.out, call.out + call.size))
  const environment: Environment = (leaf) =>
    leaf.kind === 'edge' ? inputs[leaf.index]! : at(leaf.kind === 'output' ? values : gradients)
  return { operation, inputs, values, gradients, call, environment, value }
}

const callOf = (inputs: readonly Tensor[], shape: readonly number[]): Call => {
  const sizes = Int32Array.from(inputs, ({ data }) => data.length)
  let next = 0
  const places = sizes.map((size) => (next += size) - size)
  return { out: next, size: shape.reduce((a, b) => a * b, 1), inputs: places, sizes }
}

const vjpsOf = (operation: Operation, arity: number) =>
  Array.from({ length: arity }, (_, index) => ({ vjp: vjpAt(operation, index), index })).filter(
    (found): found is { vjp: Vjp; index: number } => typeof found.vjp !== 'string',
  )

const contribution = ({ values, gradients, call, inputs }: Use, vjp: Vjp, index: number) => {
  const into = new Float64Array(inputs[index]!.data.length)
  vjp.contribute(values, gradients, call, index, into, 0)
  return into
}

const moved = ({ values, call }: Use, index: number, entry: number, change: number) => {
  const copy = values.slice()
  copy[call.inputs[index]! + entry]! += change
  return copy
}

/** Central differences of ∇value · value, with respect to each entry of one input. */
const differences = (use: Use, index: number): Float64Array =>
  use.inputs[index]!.data.map((value, entry) => {
    const epsilon = 6e-6 * Math.max(1, Math.abs(value))
    const weighed = (change: number) => {
      const values = moved(use, index, entry, change)
      use.operation.forward(values, use.call)
      let sum = 0
      for (let i = use.call.out; i < use.call.out + use.call.size; i++)
        sum += values[i]! * use.gradients[i]!
      return sum
    }
    return (weighed(epsilon) - weighed(-epsilon)) / (2 * epsilon)
  })

/** Uses at neighbouring times, in slabs of random numbers: each input has a place at each time. */
const seriesOf = (operation: Operation, random: Random) => {
  const inputs = operation.example(random)
  const call = callOf(inputs, operation.shape(inputs.map((input) => input.shape)))
  const stride = call.out + call.size + integerBetween(random, 0, 3)
  const count = integerBetween(random, 1, between(random, 0, 1) < 0.9 ? 7 : 250)
  const shifted = (k: number) => ({
    ...call,
    out: call.out + k * stride,
    inputs: call.inputs.map((at) => at + k * stride),
  })
  return {
    inputs,
    calls: Array.from({ length: count }, (_, k) => shifted(k)),
    values: vectorBetween(random, stride * count, -2, 2),
    gradients: vectorBetween(random, stride * count, -2, 2),
  }
}

/** The same call with one input at the place that all steps share. */
const sharedAt =
  (index: number) =>
  (call: Call, _: number, [first]: readonly Call[]): Call => ({
    ...call,
    inputs: call.inputs.map((at, i) => (i === index ? first!.inputs[i]! : at)),
  })

const expectClose = (found: Float64Array, expected: Float64Array, bound: number) => {
  expect(found.length).toBe(expected.length)
  const worst = found.reduce((worst, value, i) => {
    const scale = Math.max(1, Math.abs(value), Math.abs(expected[i]!))
    return Math.max(worst, Math.abs(value - expected[i]!) / scale)
  }, 0)
  expect(worst).toBeLessThanOrEqual(bound)
}
