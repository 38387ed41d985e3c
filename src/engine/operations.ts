/** Operations: the table from which passes, equations, schedule, narration and checks all derive. Rows, nothing else. */
import { UnfoldError } from './error'
import { apply, edge, gradient, number, output } from './expression'
import {
  addOuterProducts,
  addProduct,
  largest,
  logSumExp,
  multiplyTransposed,
  placeOfDraw,
  placeOfLargest,
} from './kernels'
import { type Operation, elementwise, exampleVector, row } from './operation'
import { integerBetween, vectorBetween } from './random'
import { type Shape, isSameShape, toTensor } from './tensor'

const requireShape = (operation: string, inputs: readonly Shape[], fits: boolean): void => {
  if (fits) return
  const found = inputs.map((shape) => `[${shape.join('×')}]`).join(' ')
  throw new UnfoldError('operation.shape', { operation, found })
}

const rows = {
  /** b + Σ M v: one bias, then pairs of a matrix and the vector it multiplies. */
  affine: row({
    slots: { once: ['bias'], repeated: ['matrix', 'vector'] },
    shape: (inputs) => {
      const bias = inputs[0]!
      let fits = bias.length === 1 && inputs.length % 2 === 1
      for (let i = 1; fits && i < inputs.length; i += 2)
        fits = isSameShape(inputs[i]!, [bias[0]!, ...inputs[i + 1]!])
      requireShape('affine', inputs, fits)
      return bias
    },
    forward: (values, { out, size, inputs, sizes }) => {
      const bias = inputs[0]!
      for (let i = 0; i < size; i++) values[out + i] = values[bias + i]!
      for (let i = 1; i < inputs.length; i += 2)
        addProduct(values, inputs[i]!, inputs[i + 1]!, size, sizes[i + 1]!, out)
    },
    formula: (arity) => {
      const pairs = Array.from({ length: (arity - 1) / 2 }, (_, k) =>
        apply('product', edge(2 * k + 1), edge(2 * k + 2)),
      )
      return apply('add', edge(0), ...pairs)
    },
    vjp: {
      bias: {
        contribute: (_, gradients, { out, size }, __, into, at) => {
          for (let i = 0; i < size; i++) into[at + i] = gradients[out + i]!
        },
        addOverTime: (_, gradients, { last, count, outStride }, __, into, at) => {
          for (let k = 0, out = last.out; k < count; k++, out -= outStride)
            for (let i = 0; i < last.size; i++) into[at + i]! += gradients[out + i]!
        },
        formula: () => gradient,
      },
      matrix: {
        contribute: (values, gradients, { out, size, inputs, sizes }, index, into, at) => {
          const columns = sizes[index + 1]!
          into.fill(0, at, at + size * columns)
          const vector = inputs[index + 1]!
          addOuterProducts(gradients, out, 0, values, vector, 0, 1, size, columns, into, at)
        },
        addOverTime: (values, gradients, series, index, into, at) => {
          const { last, count, outStride, inputStrides } = series
          const v = last.inputs[index + 1]!
          const stride = inputStrides[index + 1]!
          const [rows, columns] = [last.size, last.sizes[index + 1]!]
          addOuterProducts(
            gradients,
            last.out,
            outStride,
            values,
            v,
            stride,
            count,
            rows,
            columns,
            into,
            at,
          )
        },
        formula: (_, index) => apply('outer', gradient, edge(index + 1)),
      },
      vector: {
        contribute: (values, gradients, { out, size, inputs, sizes }, index, into, at) => {
          const matrix = inputs[index - 1]!
          multiplyTransposed(values, matrix, gradients, out, size, sizes[index]!, into, at)
        },
        addOverTime: null,
        formula: (_, index) => apply('product', apply('transpose', edge(index - 1)), gradient),
      },
    },
    regime: null,
    example: (random) => {
      const m = integerBetween(random, 1, 9)
      const pairs = Array.from({ length: integerBetween(random, 1, 3) }, () => {
        const n = integerBetween(random, 1, 9)
        return [toTensor([m, n], vectorBetween(random, m * n, -2, 2)), exampleVector(random, n)]
      })
      return [exampleVector(random, m), ...pairs.flat()]
    },
  }),

  tanh: elementwise({
    f: Math.tanh,
    slope: (_, y) => 1 - y * y,
    formula: (x) => apply('tanh', x),
    slopeFormula: (_, y) => apply('subtract', number(1), apply('square', y)),
    kinkAt: null,
  }),

  sigmoid: elementwise({
    f: (x) => 1 / (1 + Math.exp(-x)),
    slope: (_, y) => y * (1 - y),
    formula: (x) => apply('sigmoid', x),
    slopeFormula: (_, y) => apply('times', y, apply('subtract', number(1), y)),
    kinkAt: null,
  }),

  relu: elementwise({
    // Not a number stays so.
    f: (x) => (x <= 0 ? 0 : x),
    slope: (x) => (x > 0 ? 1 : 0),
    formula: (x) => apply('relu', x),
    slopeFormula: (x) => apply('positive', x),
    kinkAt: 0,
  }),

  identity: elementwise({
    f: (x) => x,
    slope: () => 1,
    formula: (x) => x,
    slopeFormula: () => null,
    kinkAt: null,
  }),

  /** exp z / Σ exp z, shifted by the largest entry. */
  softmax: row({
    slots: { once: ['vector'], repeated: [] },
    shape: (inputs) => {
      requireShape('softmax', inputs, inputs.length === 1 && inputs[0]!.length === 1)
      return inputs[0]!
    },
    forward: (values, { out, size, inputs }) => {
      const from = inputs[0]!
      const top = largest(values, from, size)
      let total = 0
      for (let i = 0; i < size; i++) total += values[out + i] = Math.exp(values[from + i]! - top)
      for (let i = 0; i < size; i++) values[out + i] = values[out + i]! / total
    },
    formula: () => apply('softmax', edge(0)),
    vjp: {
      vector: {
        contribute: (values, gradients, { out, size }, _, into, at) => {
          let inner = 0
          for (let i = 0; i < size; i++) inner += values[out + i]! * gradients[out + i]!
          for (let i = 0; i < size; i++)
            into[at + i] = values[out + i]! * (gradients[out + i]! - inner)
        },
        addOverTime: null,
        formula: () => {
          const jacobian = apply('subtract', apply('diag', output), apply('outer', output, output))
          return apply('product', jacobian, gradient)
        },
      },
    },
    regime: null,
    example: (random) => [exampleVector(random)],
  }),

  /** −log softmax(z)[y] as log Σ exp z − z[y], which never overflows. */
  crossEntropy: row({
    slots: { once: ['logits', 'target'], repeated: [] },
    shape: (inputs) => {
      const fits = inputs.length === 2 && inputs[0]!.length === 1 && inputs[1]!.length === 0
      requireShape('crossEntropy', inputs, fits)
      return []
    },
    forward: (values, { out, inputs, sizes }) => {
      const from = inputs[0]!
      values[out] = logSumExp(values, from, sizes[0]!) - values[from + values[inputs[1]!]!]!
    },
    formula: () => apply('subtract', apply('logSumExp', edge(0)), apply('pick', edge(0), edge(1))),
    vjp: {
      logits: {
        contribute: (values, gradients, { out, inputs, sizes }, _, into, at) => {
          const [from, size, scale] = [inputs[0]!, sizes[0]!, gradients[out]!]
          const top = largest(values, from, size)
          let total = 0
          for (let i = 0; i < size; i++) total += into[at + i] = Math.exp(values[from + i]! - top)
          const target = at + values[inputs[1]!]!
          for (let i = at, end = at + size; i < end; i++)
            into[i] = (into[i]! / total - (i === target ? 1 : 0)) * scale
        },
        addOverTime: null,
        formula: () => {
          const error = apply(
            'subtract',
            apply('softmax', edge(0)),
            apply('oneHot', edge(1), edge(0)),
          )
          return apply('scale', error, gradient)
        },
      },
      target: 'discrete',
    },
    regime: null,
    example: (random) => {
      const logits = exampleVector(random)
      return [logits, toTensor([], [integerBetween(random, 0, logits.data.length - 1)])]
    },
  }),

  /** The same where the target is a one-hot vector y: log Σ exp z − yᵀz. */
  oneHotCrossEntropy: row({
    slots: { once: ['logits', 'oneHotTarget'], repeated: [] },
    shape: (inputs) => {
      const fits = inputs.length === 2 && inputs[0]!.length === 1
      requireShape('oneHotCrossEntropy', inputs, fits && isSameShape(inputs[0]!, inputs[1]!))
      return []
    },
    forward: (values, { out, inputs, sizes }) => {
      const [from, target, size] = [inputs[0]!, inputs[1]!, sizes[0]!]
      let wanted = 0
      for (let i = 0; i < size; i++) wanted += values[target + i]! * values[from + i]!
      values[out] = logSumExp(values, from, size) - wanted
    },
    formula: () => apply('subtract', apply('logSumExp', edge(0)), apply('dot', edge(1), edge(0))),
    vjp: {
      logits: {
        contribute: (values, gradients, { out, inputs, sizes }, _, into, at) => {
          const [from, target, size] = [inputs[0]!, inputs[1]!, sizes[0]!]
          const top = largest(values, from, size)
          let total = 0
          for (let i = 0; i < size; i++) total += into[at + i] = Math.exp(values[from + i]! - top)
          for (let i = 0; i < size; i++)
            into[at + i] = (into[at + i]! / total - values[target + i]!) * gradients[out]!
        },
        addOverTime: null,
        formula: () =>
          apply('scale', apply('subtract', apply('softmax', edge(0)), edge(1)), gradient),
      },
      oneHotTarget: 'constant',
    },
    regime: null,
    example: (random) => {
      const logits = exampleVector(random)
      const target = integerBetween(random, 0, logits.data.length - 1)
      return [
        logits,
        toTensor(
          logits.shape,
          logits.data.map((_, i) => Number(i === target)),
        ),
      ]
    },
  }),

  /** A one-hot vector at the largest entry, the first of several. */
  argmax: row({
    slots: { once: ['logits'], repeated: [] },
    shape: (inputs) => {
      requireShape('argmax', inputs, inputs.length === 1 && inputs[0]!.length === 1)
      return inputs[0]!
    },
    forward: (values, { out, size, inputs }) => {
      values.fill(0, out, out + size)
      values[out + placeOfLargest(values, inputs[0]!, size)] = 1
    },
    formula: () => apply('oneHot', apply('argmax', edge(0)), edge(0)),
    vjp: { logits: 'flat' },
    regime: (values, { inputs, sizes }) => [placeOfLargest(values, inputs[0]!, sizes[0]!)],
    // Largest entries that no other comes near.
    example: (random) => {
      const z = exampleVector(random, integerBetween(random, 2, 9))
      const top = integerBetween(random, 0, z.data.length - 1)
      return [{ shape: z.shape, data: z.data.map((value, i) => (i === top ? 2.5 : value)) }]
    },
  }),

  /** A one-hot vector at the class that a number in [0, 1) draws. */
  sample: row({
    slots: { once: ['probabilities', 'draw'], repeated: [] },
    shape: (inputs) => {
      const fits = inputs.length === 2 && inputs[0]!.length === 1 && inputs[1]!.length === 0
      requireShape('sample', inputs, fits)
      return inputs[0]!
    },
    forward: (values, { out, size, inputs }) => {
      values.fill(0, out, out + size)
      values[out + placeOfDraw(values, inputs[0]!, size, values[inputs[1]!]!)] = 1
    },
    formula: () => apply('oneHot', apply('draw', edge(0), edge(1)), edge(0)),
    vjp: { probabilities: 'flat', draw: 'flat' },
    regime: (values, { inputs, sizes }) => [
      placeOfDraw(values, inputs[0]!, sizes[0]!, values[inputs[1]!]!),
    ],
    // The number falls into the middle of a stretch.
    example: (random) => {
      const n = integerBetween(random, 2, 9)
      const weights = Array.from({ length: n }, () => 0.2 + random())
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      const index = integerBetween(random, 0, n - 1)
      const below = weights.slice(0, index).reduce((sum, weight) => sum + weight, 0)
      return [
        toTensor(
          [n],
          weights.map((weight) => weight / total),
        ),
        toTensor([], [(below + weights[index]! / 2) / total]),
      ]
    },
  }),

  /** −Σ log of the probability σ(z) that each flag s is 1, or 1 − σ(z) that it is 0: Σ log(1 + exp z) − sᵀz. */
  binaryCrossEntropy: row({
    slots: { once: ['logits', 'flags'], repeated: [] },
    shape: (inputs) => {
      const fits = inputs.length === 2 && inputs[0]!.length === 1
      requireShape('binaryCrossEntropy', inputs, fits && isSameShape(inputs[0]!, inputs[1]!))
      return []
    },
    forward: (values, { out, inputs, sizes }) => {
      const [from, flags] = [inputs[0]!, inputs[1]!]
      let loss = 0
      for (let i = 0; i < sizes[0]!; i++) {
        const z = values[from + i]!
        loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - values[flags + i]! * z
      }
      values[out] = loss
    },
    formula: () =>
      apply('subtract', apply('logOnePlusExp', edge(0)), apply('dot', edge(1), edge(0))),
    vjp: {
      logits: {
        contribute: (values, gradients, { out, inputs, sizes }, _, into, at) => {
          const [from, flags, scale] = [inputs[0]!, inputs[1]!, gradients[out]!]
          for (let i = 0; i < sizes[0]!; i++)
            into[at + i] = (1 / (1 + Math.exp(-values[from + i]!)) - values[flags + i]!) * scale
        },
        addOverTime: null,
        formula: () =>
          apply('scale', apply('subtract', apply('sigmoid', edge(0)), edge(1)), gradient),
      },
      flags: 'constant',
    },
    regime: null,
    example: (random) => {
      const logits = exampleVector(random)
      return [
        logits,
        toTensor(
          logits.shape,
          logits.data.map(() => integerBetween(random, 0, 1)),
        ),
      ]
    },
  }),

  /** The sum of scalars. */
  sum: row({
    slots: { once: [], repeated: ['term'] },
    shape: (inputs) => {
      requireShape(
        'sum',
        inputs,
        inputs.every((shape) => shape.length === 0),
      )
      return []
    },
    forward: (values, { out, inputs }) => {
      let total = 0
      for (let i = 0; i < inputs.length; i++) total += values[inputs[i]!]!
      values[out] = total
    },
    formula: (arity) => apply('add', ...Array.from({ length: arity }, (_, i) => edge(i))),
    vjp: {
      term: {
        contribute: (_, gradients, { out }, __, into, at) => {
          into[at] = gradients[out]!
        },
        addOverTime: null,
        formula: () => gradient,
      },
    },
    regime: null,
    example: (random) =>
      Array.from({ length: integerBetween(random, 1, 6) }, () => toTensor([], [4 * random() - 2])),
  }),
} as const satisfies Record<string, Operation>

export type OperationName = keyof typeof rows
export const operations: Readonly<Record<OperationName, Operation>> = rows
export const operationNames = Object.keys(rows) as readonly OperationName[]
