/** Operation: the type of a row in the table of operations, and the makers of rows that are alike. */
import { type Expression, apply, edge, gradient, output } from './expression'
import { type Random, between, integerBetween, vectorBetween } from './random'
import { type Shape, type Tensor, toTensor } from './tensor'

export type Slab = Float64Array

/** Where one use of an operation finds its numbers: addresses and lengths of its inputs, edge by edge. */
export interface Call {
  readonly out: number
  readonly size: number
  readonly inputs: Int32Array
  readonly sizes: Int32Array
}

/** Uses of an operation at neighbouring times, from the last back to the first: addresses fall by a stride a step. */
export interface Series {
  readonly last: Call
  readonly count: number
  readonly outStride: number
  readonly inputStrides: Int32Array
}

/** A vector-Jacobian product: what the gradient of an operation's value sends back along one edge. */
export interface Vjp {
  /** Writes (does not add) the contribution of edge `index` at `into[at…]`. */
  readonly contribute: (
    values: Slab,
    gradients: Slab,
    call: Call,
    index: number,
    into: Slab,
    at: number,
  ) => void
  /** Adds the contributions of all steps of a series, last step first; null where edges of this slot are never shared over time. */
  readonly addOverTime:
    | ((
        values: Slab,
        gradients: Slab,
        series: Series,
        index: number,
        into: Slab,
        at: number,
      ) => void)
    | null
  /** The same as a formula, of an operation with `arity` edges. */
  readonly formula: (arity: number, index: number) => Expression
}

/**
 * Why an edge carries no gradient at all: a class has no neighbours; what is read is given with the
 * data and depends on no parameter; the value jumps, and between its jumps it is flat.
 */
export type Absence = 'discrete' | 'constant' | 'flat'

export type SlotName =
  | 'bias'
  | 'matrix'
  | 'vector'
  | 'logits'
  | 'target'
  | 'oneHotTarget'
  | 'probabilities'
  | 'draw'
  | 'flags'
  | 'term'

/** What a row of the table gives. */
export interface Operation {
  /** Slots that are filled once, then a group of slots that repeats. */
  readonly slots: { readonly once: readonly SlotName[]; readonly repeated: readonly SlotName[] }
  /** Shape of the value; throws operation.shape where the inputs do not fit. */
  readonly shape: (inputs: readonly Shape[]) => Shape
  readonly forward: (values: Slab, call: Call) => void
  readonly formula: (arity: number) => Expression
  readonly vjp: Readonly<Partial<Record<SlotName, Vjp | Absence>>>
  /** For an operation with kinks: numbers that change when an input crosses one. */
  readonly regime: ((values: Slab, call: Call) => readonly number[]) | null
  /** Random inputs from the operation's domain, away from kinks. */
  readonly example: (random: Random) => readonly Tensor[]
}

/** A row as it is written down: every part, and for each of its slots a VJP, or it does not compile. */
export interface Row<Slot extends SlotName> extends Operation {
  readonly slots: { readonly once: readonly Slot[]; readonly repeated: readonly Slot[] }
  readonly vjp: Readonly<Record<NoInfer<Slot>, Vjp | Absence>>
}

export const row = <const Slot extends SlotName>(parts: Row<Slot>): Operation => parts

/** The slot that edge `index` of an operation fills. */
export const slotAt = ({ slots }: Operation, index: number): SlotName =>
  index < slots.once.length
    ? slots.once[index]!
    : slots.repeated[(index - slots.once.length) % slots.repeated.length]!

export const vjpAt = (operation: Operation, index: number): Vjp | Absence =>
  operation.vjp[slotAt(operation, index)]!

export const exampleVector = (random: Random, n = integerBetween(random, 1, 9)): Tensor =>
  toTensor([n], vectorBetween(random, n, -2, 2))

/** A row that maps each entry: f, its formula, and f′ as a function of the entry and its value. */
export const elementwise = (row: {
  readonly f: (x: number) => number
  readonly slope: (x: number, y: number) => number
  readonly formula: (x: Expression) => Expression
  readonly slopeFormula: (x: Expression, y: Expression) => Expression | null
  readonly kinkAt: number | null
}): Operation => ({
  slots: { once: ['vector'], repeated: [] },
  shape: ([shape]) => shape!,
  forward: (values, { out, size, inputs }) => {
    const { f } = row
    const from = inputs[0]!
    for (let i = 0; i < size; i++) values[out + i] = f(values[from + i]!)
  },
  formula: () => row.formula(edge(0)),
  vjp: {
    vector: {
      contribute: (values, gradients, { out, size, inputs }, _, into, at) => {
        const { slope } = row
        const from = inputs[0]!
        for (let i = 0; i < size; i++)
          into[at + i] = slope(values[from + i]!, values[out + i]!) * gradients[out + i]!
      },
      addOverTime: null,
      formula: () => {
        const slope = row.slopeFormula(edge(0), output)
        return slope ? apply('product', apply('diag', slope), gradient) : gradient
      },
    },
  },
  regime:
    row.kinkAt === null
      ? null
      : (values, { inputs, size }) =>
          Array.from(values.subarray(inputs[0]!, inputs[0]! + size), (x) =>
            Number(x > row.kinkAt!),
          ),
  example: (random) => {
    const { shape, data } = exampleVector(random)
    const kink = row.kinkAt
    if (kink === null) return [{ shape, data }]
    const side = () => (random() < 0.5 ? -1 : 1)
    return [{ shape, data: data.map(() => kink + side() * between(random, 0.01, 2)) }]
  },
})
