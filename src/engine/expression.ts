/** Expression: the little tree that formulas are made of. It can be evaluated here and printed by notation. */
import { UnfoldError } from './error'
import { type Shape, type Tensor, isSameShape, sizeOf, toTensor } from './tensor'

/** A leaf names what an operation reads: one of its edges, its own value, or the gradient of that value. */
export type Leaf =
  | { readonly kind: 'edge'; readonly index: number }
  | { readonly kind: 'output' }
  | { readonly kind: 'gradient' }

export type Expression =
  | Leaf
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'apply'; readonly fn: FunctionName; readonly args: readonly Expression[] }

/** What each leaf stands for in one use of an operation. */
export type Environment = (leaf: Leaf) => Tensor

export const edge = (index: number): Expression => ({ kind: 'edge', index })
export const output: Expression = { kind: 'output' }
export const gradient: Expression = { kind: 'gradient' }
export const number = (value: number): Expression => ({ kind: 'number', value })
export const apply = (fn: FunctionName, ...args: readonly Expression[]): Expression => ({
  kind: 'apply',
  fn,
  args,
})

/** The value of an expression, each sum and product taken from left to right. */
export const evaluate = (expression: Expression, environment: Environment): Tensor => {
  if (expression.kind === 'number') return scalar(expression.value)
  if (expression.kind !== 'apply') return environment(expression)
  const args = expression.args.map((arg) => evaluate(arg, environment))
  return (functions[expression.fn] as (...args: readonly Tensor[]) => Tensor)(...args)
}

/** The leaves that an expression reads, each once, in order; found once, though thousands of nodes have the same formula. */
export const leavesOf = (expression: Expression): readonly Leaf[] => {
  let leaves = known.get(expression)
  if (!leaves) known.set(expression, (leaves = findLeaves(expression)))
  return leaves
}

const known = new WeakMap<Expression, readonly Leaf[]>()

const findLeaves = (expression: Expression): readonly Leaf[] => {
  if (expression.kind === 'number') return []
  if (expression.kind !== 'apply') return [expression]
  const seen = new Map<string, Leaf>()
  for (const arg of expression.args)
    for (const leaf of leavesOf(arg)) seen.set(JSON.stringify(leaf), leaf)
  return [...seen.values()]
}

/** The summands of a sum, in order; anything else is its own single summand. */
export const summandsOf = (expression: Expression): readonly Expression[] =>
  expression.kind === 'apply' && expression.fn === 'add' ? expression.args : [expression]

const scalar = (value: number): Tensor => toTensor([], [value])

const mapped = (f: (value: number) => number) => (x: Tensor) => ({
  shape: x.shape,
  data: x.data.map(f),
})

/** Entry by entry; a scalar goes with every entry. */
const paired = (f: (a: number, b: number) => number) => (a: Tensor, b: Tensor) => {
  const isScalar = (x: Tensor) => x.shape.length === 0
  const { shape } = isScalar(a) ? b : a
  if (!isScalar(b) && !isSameShape(shape, b.shape)) throw mismatch('paired', a.shape, b.shape)
  const at = (x: Tensor, i: number) => x.data[isScalar(x) ? 0 : i]!
  return toTensor(
    shape,
    Array.from({ length: sizeOf(shape) }, (_, i) => f(at(a, i), at(b, i))),
  )
}

const mismatch = (operation: string, ...shapes: readonly Shape[]) =>
  new UnfoldError('operation.shape', {
    operation,
    found: shapes.map((shape) => `[${shape.join('×')}]`).join(' '),
  })

const addition = paired((a, b) => a + b)

/** Matrix times vector: m×n, n → m. Each sum runs from the first column to the last. */
const product = (matrix: Tensor, vector: Tensor): Tensor => {
  const [rows, columns] = matrix.shape as readonly [number, number]
  if (vector.data.length !== columns) throw mismatch('product', matrix.shape, vector.shape)
  const result = new Float64Array(rows)
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) result[i]! += matrix.data[i * columns + j]! * vector.data[j]!
  return { shape: [rows], data: result }
}

const transpose = ({ shape, data }: Tensor): Tensor => {
  const [rows, columns] = shape as readonly [number, number]
  const result = new Float64Array(data.length)
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) result[j * rows + i] = data[i * columns + j]!
  return { shape: [columns, rows], data: result }
}

const diag = ({ data }: Tensor): Tensor => {
  const n = data.length
  const result = new Float64Array(n * n)
  for (let i = 0; i < n; i++) result[i * (n + 1)] = data[i]!
  return { shape: [n, n], data: result }
}

const outer = (u: Tensor, v: Tensor): Tensor =>
  toTensor(
    [u.data.length, v.data.length],
    [...u.data].flatMap((a) => [...v.data].map((b) => a * b)),
  )

/** log Σ exp z, shifted by the largest entry so that nothing overflows. */
const logSumExp = (z: Tensor): Tensor => {
  const top = z.data.reduce((a, b) => Math.max(a, b), -Infinity)
  return scalar(top + Math.log(z.data.reduce((sum, value) => sum + Math.exp(value - top), 0)))
}

/** log(1 + exp z), which never overflows. */
const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))

const softmax = (z: Tensor): Tensor => {
  const top = z.data.reduce((a, b) => Math.max(a, b), -Infinity)
  const powers = z.data.map((value) => Math.exp(value - top))
  const total = powers.reduce((a, b) => a + b, 0)
  return { shape: z.shape, data: powers.map((power) => power / total) }
}

/** The smallest index at which the largest entry stands. */
const argmax = (z: Tensor): Tensor =>
  scalar(z.data.reduce((best, value, i) => (value > z.data[best]! ? i : best), 0))

/** The class on whose stretch of [0, 1) a number falls, where each is as long as its probability. */
const draw = (p: Tensor, u: Tensor): Tensor => {
  let [index, reached] = [0, p.data[0]!]
  while (index + 1 < p.data.length && !(u.data[0]! < reached)) reached += p.data[++index]!
  return scalar(index)
}

/** The functions that an expression may apply, each with its value. Notation has a row for each. */
const functions = {
  add: (...terms: readonly Tensor[]) =>
    terms.length === 0 ? scalar(0) : terms.reduce((sum, term) => addition(sum, term)),
  subtract: paired((a, b) => a - b),
  /** Entry by entry. */
  times: paired((a, b) => a * b),
  /** Anything times a scalar. */
  scale: paired((a, b) => a * b),
  product,
  transpose,
  diag,
  outer,
  /** The inner product of two vectors. */
  dot: (u: Tensor, v: Tensor) =>
    scalar(u.data.reduce((sum, value, i) => sum + value * v.data[i]!, 0)),
  square: mapped((value) => value * value),
  tanh: mapped(Math.tanh),
  sigmoid: mapped((value) => 1 / (1 + Math.exp(-value))),
  relu: mapped((value) => (value <= 0 ? 0 : value)),
  /** 1 where positive, else 0. */
  positive: mapped((value) => (value > 0 ? 1 : 0)),
  softmax,
  logSumExp,
  /** Σ log(1 + exp z). */
  logOnePlusExp: (z: Tensor) => scalar(z.data.reduce((sum, value) => sum + softplus(value), 0)),
  /** The entry of a vector at a class index. */
  pick: (z: Tensor, index: Tensor) => scalar(z.data[index.data[0]!]!),
  argmax,
  draw,
  /** A vector as long as `like`: 1 at a class index, else 0. */
  oneHot: (index: Tensor, like: Tensor) => ({
    shape: like.shape,
    data: like.data.map((_, i) => (i === index.data[0] ? 1 : 0)),
  }),
} as const satisfies Record<string, (...args: never[]) => Tensor>

export type FunctionName = keyof typeof functions
export const functionNames = Object.keys(functions) as readonly FunctionName[]
