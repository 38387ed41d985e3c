/** Products: one entry of a formula, written out with numbers alone: sums of products of entries of what it reads. */
import {
  type Environment,
  type Expression,
  type FunctionName,
  type Leaf,
  evaluate,
} from './expression'
import type { Tensor } from './tensor'

export type ScalarFunction =
  | 'add'
  | 'subtract'
  | 'times'
  | 'divide'
  | 'square'
  | 'exp'
  | 'log'
  | 'tanh'
  | 'sigmoid'
  | 'relu'
  | 'positive'
  | 'largest'

/** Numbers only; each part knows what it comes to. */
export type Scalar =
  | { readonly kind: 'number'; readonly value: number }
  /** An entry of something that the formula reads. */
  | { readonly kind: 'entry'; readonly leaf: Leaf; readonly entry: number; readonly value: number }
  /** 1 where a class is `index`, else 0. */
  | {
      readonly kind: 'isClass'
      readonly of: Scalar
      readonly index: number
      readonly value: number
    }
  | {
      readonly kind: 'apply'
      readonly fn: ScalarFunction
      readonly args: readonly Scalar[]
      readonly value: number
    }

/** Entry `index` of a formula's value (0 of a scalar). Its value is that of `evaluate` up to rounding. */
export const entryOf = (
  expression: Expression,
  environment: Environment,
  index: number,
): Scalar => {
  const known = new Map<Expression, Tensor>()
  const valueOf = (inner: Expression): Tensor => {
    if (!known.has(inner)) known.set(inner, evaluate(inner, environment))
    return known.get(inner)!
  }
  const lower: Lower = (inner, at) => {
    if (inner.kind === 'number') return { kind: 'number', value: inner.value }
    if (inner.kind === 'apply') return rules[inner.fn](inner.args, at, lower, valueOf)
    return { kind: 'entry', leaf: inner, entry: at, value: environment(inner).data[at]! }
  }
  return lower(expression, index)
}

/** The entries that it reads, each once, in the order in which they stand in it. */
export const entriesIn = (scalar: Scalar): readonly { leaf: Leaf; entry: number }[] => {
  const seen = new Map<string, { leaf: Leaf; entry: number }>()
  const visit = (part: Scalar): void => {
    if (part.kind === 'entry')
      seen.set(`${JSON.stringify(part.leaf)} ${part.entry}`, { leaf: part.leaf, entry: part.entry })
    else if (part.kind === 'isClass') visit(part.of)
    else if (part.kind === 'apply') part.args.forEach(visit)
  }
  visit(scalar)
  return [...seen.values()]
}

type Lower = (expression: Expression, index: number) => Scalar

/** How one entry of a function's value is made from entries of its arguments. */
type Rule = (
  args: readonly Expression[],
  index: number,
  lower: Lower,
  valueOf: (expression: Expression) => Tensor,
) => Scalar

const zero: Scalar = { kind: 'number', value: 0 }

const arithmetic: Readonly<Record<ScalarFunction, (...args: readonly number[]) => number>> = {
  add: (...terms) => terms.reduce((sum, term) => sum + term, 0),
  subtract: (a, b) => a! - b!,
  times: (a, b) => a! * b!,
  divide: (a, b) => a! / b!,
  square: (a) => a! * a!,
  exp: (a) => Math.exp(a!),
  log: (a) => Math.log(a!),
  tanh: (a) => Math.tanh(a!),
  sigmoid: (a) => 1 / (1 + Math.exp(-a!)),
  relu: (a) => (a! <= 0 ? 0 : a!),
  positive: (a) => (a! > 0 ? 1 : 0),
  largest: (...all) => all.reduce((most, one) => Math.max(most, one), -Infinity),
}

const call = (fn: ScalarFunction, ...args: readonly Scalar[]): Scalar => ({
  kind: 'apply',
  fn,
  args,
  value: arithmetic[fn](...args.map(({ value }) => value)),
})

const times = (a: Scalar, b: Scalar): Scalar => call('times', a, b)

/** What is not on a diagonal is 0 whatever the numbers are: it adds nothing to a sum. */
const sumOf = (terms: readonly Scalar[]): Scalar => {
  const needed = terms.filter((term) => !isStructuralZero(term))
  return needed.length === 1 ? needed[0]! : call('add', ...needed)
}

const isStructuralZero = (term: Scalar): boolean =>
  term === zero || (term.kind === 'apply' && term.fn === 'times' && term.args.includes(zero))

const mapped =
  (fn: ScalarFunction): Rule =>
  ([x], index, lower) =>
    call(fn, lower(x!, index))

/** Entry by entry; a scalar goes with every entry. */
const paired =
  (fn: ScalarFunction): Rule =>
  ([a, b], index, lower, valueOf) =>
    call(fn, ...[a!, b!].map((arg) => lower(arg, valueOf(arg).shape.length === 0 ? 0 : index)))

const indices = (tensor: Tensor): readonly number[] => [...tensor.data.keys()]

/** exp(z[i] − the largest), for all i: nothing overflows. */
const shiftedPowers = (z: Expression, lower: Lower, value: Tensor) => {
  const all = indices(value)
  const top = all.reduce((best, i) => (value.data[i]! > value.data[best]! ? i : best), 0)
  const largest = call('largest', lower(z, top))
  const power = (i: number) => call('exp', call('subtract', lower(z, i), largest))
  return { largest, power, total: call('add', ...all.map(power)) }
}

/** Discrete: what it comes to is a class, not made of products. */
const evaluated =
  (fn: FunctionName): Rule =>
  (args, index, _, valueOf) => ({
    kind: 'number',
    value: valueOf({ kind: 'apply', fn, args }).data[index]!,
  })

const rules: Readonly<Record<FunctionName, Rule>> = {
  add: (args, index, lower, valueOf) =>
    args.length === 0
      ? zero
      : sumOf(args.map((arg) => lower(arg, valueOf(arg).shape.length === 0 ? 0 : index))),
  subtract: paired('subtract'),
  times: paired('times'),
  scale: paired('times'),
  product: ([matrix, vector], index, lower, valueOf) => {
    const columns = valueOf(vector!).data.length
    return sumOf(
      Array.from({ length: columns }, (_, j) =>
        times(lower(matrix!, index * columns + j), lower(vector!, j)),
      ),
    )
  },
  transpose: ([matrix], index, lower, valueOf) => {
    const [rows, columns] = valueOf(matrix!).shape as readonly [number, number]
    return lower(matrix!, (index % rows) * columns + Math.floor(index / rows))
  },
  diag: ([vector], index, lower, valueOf) => {
    const n = valueOf(vector!).data.length
    return index % (n + 1) === 0 ? lower(vector!, index / (n + 1)) : zero
  },
  outer: ([u, v], index, lower, valueOf) => {
    const columns = valueOf(v!).data.length
    return times(lower(u!, Math.floor(index / columns)), lower(v!, index % columns))
  },
  square: mapped('square'),
  tanh: mapped('tanh'),
  sigmoid: mapped('sigmoid'),
  relu: mapped('relu'),
  positive: mapped('positive'),
  softmax: ([z], index, lower, valueOf) => {
    const { power, total } = shiftedPowers(z!, lower, valueOf(z!))
    return call('divide', power(index), total)
  },
  logSumExp: ([z], _, lower, valueOf) => {
    const { largest, total } = shiftedPowers(z!, lower, valueOf(z!))
    return call('add', largest, call('log', total))
  },
  logOnePlusExp: ([z], _, lower, valueOf) => {
    const one: Scalar = { kind: 'number', value: 1 }
    return sumOf(
      indices(valueOf(z!)).map((i) => call('log', call('add', one, call('exp', lower(z!, i))))),
    )
  },
  pick: ([z, index], _, lower, valueOf) => lower(z!, valueOf(index!).data[0]!),
  oneHot: ([index], at, lower, valueOf) => ({
    kind: 'isClass',
    of: lower(index!, 0),
    index: at,
    value: valueOf(index!).data[0] === at ? 1 : 0,
  }),
  dot: ([u, v], _, lower, valueOf) =>
    sumOf(indices(valueOf(u!)).map((i) => times(lower(u!, i), lower(v!, i)))),
  argmax: evaluated('argmax'),
  draw: evaluated('draw'),
}
