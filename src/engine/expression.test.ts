/** Expression, tested: what each function of the little tree is worth, and what a tree reads. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UnfoldError } from './error'
import {
  type Expression,
  type FunctionName,
  apply,
  edge,
  evaluate,
  functionNames,
  gradient,
  leavesOf,
  number,
  output,
  summandsOf,
} from './expression'
import { type Tensor, toRows, toTensor } from './tensor'

const value = (fn: FunctionName, ...tensors: readonly Tensor[]): Tensor =>
  evaluate(apply(fn, ...tensors.map((_, i) => edge(i))), (leaf) =>
    leaf.kind === 'edge' ? tensors[leaf.index]! : scalar(NaN),
  )

const scalar = (x: number) => toTensor([], [x])
const vector = (...data: readonly number[]) => toTensor([data.length], data)
const matrix = (rows: number, data: readonly number[]) => toTensor([rows, data.length / rows], data)

const anyNumber = fc.double({ min: -5, max: 5, noNaN: true })
const anyVector = fc.array(anyNumber, { minLength: 1, maxLength: 6 }).map((data) => vector(...data))
const anyMatrix = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([m, n]) =>
    fc
      .array(anyNumber, { minLength: m * n, maxLength: m * n })
      .map((data) => toTensor([m, n], data)),
  )

const examples: Record<FunctionName, readonly [args: readonly Tensor[], result: Tensor]> = {
  add: [[vector(1, 2), vector(3, 5), vector(10, 20)], vector(14, 27)],
  subtract: [[scalar(1), vector(3, 5)], vector(-2, -4)],
  times: [[vector(2, 3), vector(5, 7)], vector(10, 21)],
  scale: [[vector(2, 3), scalar(5)], vector(10, 15)],
  product: [[matrix(2, [1, 2, 3, 4, 5, 6]), vector(1, 10, 100)], vector(321, 654)],
  transpose: [[matrix(2, [1, 2, 3, 4, 5, 6])], matrix(3, [1, 4, 2, 5, 3, 6])],
  diag: [[vector(2, 3)], matrix(2, [2, 0, 0, 3])],
  outer: [[vector(2, 3), vector(5, 7, 11)], matrix(2, [10, 14, 22, 15, 21, 33])],
  dot: [[vector(2, 3), vector(5, 7)], scalar(31)],
  square: [[vector(-3, 2)], vector(9, 4)],
  tanh: [[vector(0, 0.5)], vector(0, Math.tanh(0.5))],
  sigmoid: [[vector(0, Math.log(3))], vector(0.5, 0.75)],
  relu: [[vector(-3, 0, 2)], vector(0, 0, 2)],
  positive: [[vector(-3, 0, 2)], vector(0, 0, 1)],
  softmax: [[vector(0, Math.log(3))], vector(0.25, 0.75)],
  logSumExp: [[vector(0, Math.log(3))], scalar(Math.log(4))],
  logOnePlusExp: [[vector(0, Math.log(3))], scalar(Math.log(8))],
  pick: [[vector(5, 7, 9), scalar(2)], scalar(9)],
  argmax: [[vector(1, 5, 3, 5)], scalar(1)],
  draw: [[vector(0.25, 0.5, 0.25), scalar(0.75)], scalar(2)],
  oneHot: [[scalar(1), vector(5, 7, 9)], vector(0, 1, 0)],
}

describe.each(functionNames)('%s', (fn) => {
  it('has the value of the example', () => {
    const [args, { shape, data }] = examples[fn]
    const found = value(fn, ...args)
    expect(found.shape).toEqual(shape)
    found.data.forEach((entry, i) => expect(entry).toBeCloseTo(data[i]!, 14))
  })
})

describe('the value of an expression', () => {
  it('is a number, a leaf’s tensor, or what its function makes of its arguments', () => {
    const expression = apply('subtract', number(1), apply('square', output))
    const environment = () => vector(2, 3)
    expect(evaluate(expression, environment)).toEqual(vector(-3, -8))
    expect(evaluate(gradient, environment)).toEqual(vector(2, 3))
    expect(evaluate(number(4), environment)).toEqual(scalar(4))
  })

  it('is 0 for an empty sum, and the one term for a sum of one', () => {
    expect(value('add')).toEqual(scalar(0))
    expect(value('add', vector(3, 4))).toEqual(vector(3, 4))
  })

  it('adds from left to right', () => {
    expect(value('add', scalar(1), scalar(1e100), scalar(-1e100))).toEqual(scalar(0))
    expect(value('product', matrix(1, [1, 1e100, -1e100]), vector(1, 1, 1))).toEqual(vector(0))
  })

  it('keeps a vector of one entry a vector beside a scalar', () => {
    expect(value('subtract', scalar(1), vector(3)).shape).toEqual([1])
    expect(value('times', vector(3), scalar(2)).shape).toEqual([1])
  })

  it('refuses what does not fit, and names the shapes', () => {
    const refused = (fn: FunctionName, ...tensors: readonly Tensor[]) =>
      expect(() => value(fn, ...tensors)).toThrow(UnfoldError)
    refused('add', vector(1, 2), vector(1, 2, 3))
    refused('times', vector(1, 2, 3, 4), matrix(2, [1, 2, 3, 4]))
    refused('product', matrix(2, [1, 2, 3, 4]), vector(1, 2, 3))
    expect(() => value('subtract', vector(1), vector(1, 2))).toThrow('[1] [2]')
  })

  it('leaves its arguments as they were', () => {
    for (const fn of functionNames) {
      const before = examples[fn][0].map(({ data }) => [...data])
      value(fn, ...examples[fn][0])
      expect(examples[fn][0].map(({ data }) => [...data])).toEqual(before)
    }
  })
})

describe('the functions', () => {
  it('agree: diag(u) v is u times v, and the transpose of a transpose is the matrix', () => {
    fc.assert(
      fc.property(anyVector, (u) => {
        expect([...value('product', value('diag', u), u).data]).toEqual(
          [...value('square', u).data].map((x) => x + 0),
        )
      }),
    )
    fc.assert(
      fc.property(anyMatrix, (m) => {
        expect(value('transpose', value('transpose', m))).toEqual(m)
        const columns = toRows(m)[0]!.map((_, j) => toRows(m).map((row) => row[j]))
        expect(toRows(value('transpose', m))).toEqual(columns)
      }),
    )
  })

  it('agree: softmax is exp(z − logSumExp z), adds up to 1, and knows no shift', () => {
    fc.assert(
      fc.property(anyVector, anyNumber, (z, shift) => {
        const softmax = value('softmax', z)
        const powers = value('subtract', z, value('logSumExp', z)).data.map(Math.exp)
        const shifted = value('softmax', value('add', z, scalar(shift)))
        softmax.data.forEach((share, i) => {
          expect(share).toBeCloseTo(powers[i]!, 12)
          expect(share).toBeCloseTo(shifted.data[i]!, 12)
        })
        expect(softmax.data.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
      }),
    )
  })

  it('agree: picking an entry is multiplying with its one-hot', () => {
    fc.assert(
      fc.property(anyVector, fc.nat(), (z, i) => {
        const index = scalar(i % z.data.length)
        const products = value('times', z, value('oneHot', index, z)).data
        expect(products.reduce((a, b) => a + b, 0)).toBe(value('pick', z, index).data[0]! + 0)
      }),
    )
  })
})

describe('what an expression reads', () => {
  it('is each of its leaves once, in order', () => {
    const expression = apply('add', edge(2), apply('product', edge(0), output), edge(2), gradient)
    expect(leavesOf(expression)).toEqual([edge(2), edge(0), output, gradient])
    expect(leavesOf(number(1))).toEqual([])
    expect(leavesOf(edge(3))).toEqual([edge(3)])
  })

  it('is all that evaluating it asks for', () => {
    const anyExpression = fc.letrec<{ tree: Expression }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(edge(0), edge(1), output, gradient, number(2)),
        fc
          .tuple(fc.constantFrom('add', 'times', 'subtract'), tie('tree'), tie('tree'))
          .map(([fn, a, b]) => apply(fn, a, b)),
      ),
    })).tree
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const asked = new Set<string>()
        evaluate(expression, (leaf) => {
          asked.add(JSON.stringify(leaf))
          return vector(1, 2)
        })
        expect(leavesOf(expression).map((leaf) => JSON.stringify(leaf))).toEqual([...asked])
      }),
    )
  })

  it('falls into the summands of its outermost sum', () => {
    const sum = apply('add', edge(0), apply('add', edge(1), edge(2)))
    expect(summandsOf(sum)).toEqual([edge(0), apply('add', edge(1), edge(2))])
    expect(summandsOf(edge(1))).toEqual([edge(1)])
    expect(summandsOf(apply('add'))).toEqual([])
  })
})
