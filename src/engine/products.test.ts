/** Products, tested: what is written out with numbers alone comes to what the formula does, for every row of the table. */
import { describe, expect, it } from 'vitest'
import { exampleOf } from '../../testing/examples'
import { apply, edge, evaluate } from './expression'
import { vjpAt } from './operation'
import { operationNames, operations } from './operations'
import { type Scalar, entriesIn, entryOf } from './products'
import { toTensor } from './tensor'
import { range } from './unfold'

const seeds = range(1, 12)

const expectEntries = (
  expression: Parameters<typeof entryOf>[0],
  environment: Parameters<typeof entryOf>[1],
) => {
  const whole = evaluate(expression, environment)
  whole.data.forEach((value, i) => {
    const written = entryOf(expression, environment, i)
    expect(Math.abs(written.value - value)).toBeLessThanOrEqual(
      1e-12 * Math.max(1, Math.abs(value)),
    )
    expect(recomputed(written)).toBe(written.value)
    const read = entriesIn(written).map(({ leaf, entry }) => environment(leaf).data[entry])
    expect(read).not.toContain(undefined)
  })
}

/** The same from the leaves up, by what the parts are called. */
const recomputed = (scalar: Scalar): number => {
  if (scalar.kind !== 'apply') return scalar.value
  const args = scalar.args.map(recomputed)
  const [a, b] = args as [number, number]
  switch (scalar.fn) {
    case 'add':
      return args.reduce((total, arg) => total + arg, 0)
    case 'largest':
      return args.reduce((most, arg) => Math.max(most, arg), -Infinity)
    case 'subtract':
      return a - b
    case 'times':
      return a * b
    case 'divide':
      return a / b
    case 'square':
      return a * a
    case 'exp':
      return Math.exp(a)
    case 'log':
      return Math.log(a)
    case 'tanh':
      return Math.tanh(a)
    case 'sigmoid':
      return 1 / (1 + Math.exp(-a))
    case 'relu':
      return a <= 0 ? 0 : a
    case 'positive':
      return a > 0 ? 1 : 0
  }
}

describe.each(operationNames)('of the row %s,', (name) => {
  it('every entry of the value is what its products come to', () => {
    for (const seed of seeds) {
      const { arity, environment } = exampleOf(name, seed)
      expectEntries(operations[name].formula(arity), environment)
    }
  })

  it('every entry of every VJP is what its products come to', () => {
    for (const seed of seeds) {
      const { arity, environment } = exampleOf(name, seed)
      for (const index of range(0, arity - 1)) {
        const vjp = vjpAt(operations[name], index)
        if (typeof vjp !== 'string') expectEntries(vjp.formula(arity, index), environment)
      }
    }
  })
})

describe('an entry', () => {
  const [M, u, v] = [toTensor([2, 3], [1, 2, 3, 4, 5, 6]), [7, 8, 9], [10, 11]] as const
  const tensors = [M, toTensor([3], u), toTensor([2], v)]
  const environment = (leaf: Parameters<Parameters<typeof entryOf>[1]>[0]) =>
    tensors[leaf.kind === 'edge' ? leaf.index : 0]!
  const products = (scalar: Scalar): readonly string[] => {
    if (scalar.kind !== 'apply') return [String(scalar.value)]
    if (scalar.fn === 'add') return scalar.args.flatMap(products)
    return [scalar.args.map((arg) => arg.value).join(' × ')]
  }

  it('of matrix times vector is a row times a column', () => {
    const written = entryOf(apply('product', edge(0), edge(1)), environment, 1)
    expect(products(written)).toEqual(['4 × 7', '5 × 8', '6 × 9'])
    expect(written.value).toBe(122)
  })

  it('of a transposed matrix times vector is a column times a column', () => {
    const transposed = apply('product', apply('transpose', edge(0)), edge(2))
    expect(products(entryOf(transposed, environment, 2))).toEqual(['3 × 10', '6 × 11'])
  })

  it('of an outer product is one product', () => {
    expect(products(entryOf(apply('outer', edge(2), edge(1)), environment, 4))).toEqual(['11 × 8'])
  })

  it('leaves out what stands off a diagonal', () => {
    const scaled = apply('product', apply('diag', edge(1)), edge(1))
    expect(products(entryOf(scaled, environment, 1))).toEqual(['8 × 8'])
  })

  it('names the entries that it reads, with their places', () => {
    const written = entryOf(apply('product', edge(0), edge(1)), environment, 0)
    expect(entriesIn(written)).toEqual([
      { leaf: edge(0), entry: 0 },
      { leaf: edge(1), entry: 0 },
      { leaf: edge(0), entry: 1 },
      { leaf: edge(1), entry: 1 },
      { leaf: edge(0), entry: 2 },
      { leaf: edge(1), entry: 2 },
    ])
  })
})
