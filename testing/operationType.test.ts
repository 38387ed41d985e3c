/**
 * Type of a row: a row of the table that lacks any part does not compile. The type checker is the test here: it
 * reports every `@ts-expect-error` under which nothing is wrong, and every part that has no line.
 */
import { expect, it } from 'vitest'
import { edge, gradient } from '../src/engine/expression'
import {
  type Absence,
  type Operation,
  type Row,
  type SlotName,
  type Vjp,
  elementwise,
  row,
} from '../src/engine/operation'
import { type OperationName, operationNames, operations } from '../src/engine/operations'

type Elementwise = Parameters<typeof elementwise>[0]

const vjp: Vjp = { contribute: () => {}, addOverTime: null, formula: () => gradient }

const whole: Row<'vector' | 'target'> = {
  slots: { once: ['vector', 'target'], repeated: [] },
  shape: ([shape]) => shape!,
  forward: () => {},
  formula: () => edge(0),
  vjp: { vector: vjp, target: 'discrete' },
  regime: null,
  example: () => [],
}

const wholeElementwise: Elementwise = {
  f: (x) => x,
  slope: () => 1,
  formula: (x) => x,
  slopeFormula: () => null,
  kinkAt: null,
}

const without = <T extends object, K extends keyof T>(parts: T, part: K): Omit<T, K> => {
  const { [part]: _, ...rest } = parts
  return rest
}

const lacksPart: Record<keyof Operation, () => unknown> = {
  // @ts-expect-error no slots
  slots: () => row(without(whole, 'slots')),
  // @ts-expect-error no shape rule
  shape: () => row(without(whole, 'shape')),
  // @ts-expect-error no forward
  forward: () => row(without(whole, 'forward')),
  // @ts-expect-error no formula
  formula: () => row(without(whole, 'formula')),
  // @ts-expect-error no VJPs
  vjp: () => row(without(whole, 'vjp')),
  // @ts-expect-error no word on kinks
  regime: () => row(without(whole, 'regime')),
  // @ts-expect-error no example
  example: () => row(without(whole, 'example')),
}

const lacksElementwisePart: Record<keyof Elementwise, () => unknown> = {
  // @ts-expect-error no function
  f: () => elementwise(without(wholeElementwise, 'f')),
  // @ts-expect-error no slope
  slope: () => elementwise(without(wholeElementwise, 'slope')),
  // @ts-expect-error no formula
  formula: () => elementwise(without(wholeElementwise, 'formula')),
  // @ts-expect-error no formula of the slope
  slopeFormula: () => elementwise(without(wholeElementwise, 'slopeFormula')),
  // @ts-expect-error no word on a kink
  kinkAt: () => elementwise(without(wholeElementwise, 'kinkAt')),
}

const lacksVjpPart: Record<keyof Vjp, () => unknown> = {
  // @ts-expect-error no contribution
  contribute: () => row({ ...whole, vjp: { ...whole.vjp, vector: without(vjp, 'contribute') } }),
  // @ts-expect-error no word on sums over time
  addOverTime: () => row({ ...whole, vjp: { ...whole.vjp, vector: without(vjp, 'addOverTime') } }),
  // @ts-expect-error no formula
  formula: () => row({ ...whole, vjp: { ...whole.vjp, vector: without(vjp, 'formula') } }),
}

const wrong: readonly (() => unknown)[] = [
  // @ts-expect-error a slot without its VJP
  () => row({ ...whole, vjp: { vector: vjp } }),
  // @ts-expect-error a repeated slot without its VJP
  () => row({ ...whole, slots: { once: ['vector', 'target'], repeated: ['term'] } }),
  // @ts-expect-error a VJP of a slot that is not there
  () => row({ ...whole, vjp: { vector: vjp, target: 'discrete', term: vjp } }),
  // @ts-expect-error an unknown reason for having none
  () => row({ ...whole, vjp: { vector: vjp, target: 'too hard' } }),
  // @ts-expect-error a slot without a name
  () => row({ ...whole, slots: { once: ['vektor'], repeated: [] } }),
  // @ts-expect-error not a row of the table
  () => operations.softplus,
]

/** Compiles: a row with every part, and reasons and names that there are. */
const right = [row(whole), elementwise(wholeElementwise)]
const absence: Absence = 'discrete'
const slots: readonly SlotName[] = ['bias', 'matrix', 'vector', 'logits', 'target', 'term']

it('has a compile error for each part that a row may lack, and none for a whole row', () => {
  const parts = [lacksPart, lacksElementwisePart, lacksVjpPart].map(Object.keys)
  expect(parts.map(({ length }) => length)).toEqual([7, 5, 3])
  expect([wrong.length, right.length, absence, slots.length]).toEqual([6, 2, 'discrete', 6])
})

it('knows each row of the table by a name of its own', () => {
  const names: readonly OperationName[] = operationNames
  expect(new Set(names).size).toBe(names.length)
  for (const name of names)
    expect(Object.keys(operations[name]).toSorted()).toEqual(Object.keys(lacksPart).toSorted())
})
