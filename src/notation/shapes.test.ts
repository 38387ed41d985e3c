/** Shapes, tested: the sizes beside an equation are those of its terms, and fit together. */
import { describe, expect, it } from 'vitest'
import { createNetwork, randomNetwork, randomWiredNetwork } from '../../testing/networks'
import { type Bound, formulaOf, summandsOfGradient } from '../engine/explain'
import { apply, edge } from '../engine/expression'
import { shapeOf } from '../engine/memory'
import { activations } from '../engine/network'
import { type Trace, createRunner, graphOf, run } from '../engine/run'
import { toTerm } from '../engine/term'
import { range } from '../engine/unfold'
import { shapesInWords, shapesOfTerm, toShapeText } from './shapes'

const traceOf = (network = randomNetwork(1)) =>
  run(createRunner(graphOf(network), network.architecture), network)

const shapesOf = (trace: Trace, bound: Bound) => shapesOfTerm(trace, toTerm(trace.graph, bound))

const trace = traceOf(
  createNetwork(1, {
    ...{ inputSize: 4, hiddenSize: 3, outputSize: 2, tau: 2, activation: 'tanh' },
    ...{ inputs: 'classes', targets: 1, hasInitialState: false },
  }),
)
const node = (key: string) => trace.graph.byKey.get(key)!
const valueShapes = (key: string) => shapesOf(trace, formulaOf(node(key))!)
const gradientShapes = (key: string) =>
  summandsOfGradient(trace.graph, node(key)).map((bound) => shapesOf(trace, bound))

describe('a shape', () => {
  it('is 1 for a number, its length for a vector, rows × columns for a matrix', () => {
    expect([[], [3], [3, 4], [1], [1, 1]].map(toShapeText)).toEqual([
      ...['1', '3', '(3×4)', '1', '(1×1)'],
    ])
  })
})

describe('the shapes of a value', () => {
  it('of a weighted sum are those of its bias, its matrices and its vectors', () => {
    expect(valueShapes('a(2)')).toBe('3 + (3×3)(3) + (3×4)(4)')
    expect(valueShapes('o(1)')).toBe('2 + (2×3)(3)')
  })

  it('of a function of each entry are the length of the vector', () => {
    expect(valueShapes('h(1)')).toBe('3')
    expect(valueShapes('yhat(1)')).toBe('2')
  })

  it('of a loss are those of numbers', () => {
    expect(valueShapes('L(1)')).toBe('1')
    expect(valueShapes('L')).toBe('1 + 1')
  })
})

describe('the shapes of a gradient', () => {
  it('of a state are transposed matrices with the gradients that they take back', () => {
    expect(gradientShapes('h(1)')).toEqual(['(3×3)(3)', '(3×2)(2)'])
    expect(gradientShapes('x(1)')).toEqual(['(4×3)(3)'])
  })

  it('of a pre-activation are the slope as a diagonal matrix, and a vector', () => {
    expect(gradientShapes('a(1)')).toEqual(['(3×3)(3)'])
  })

  it('of a matrix are a column with a row', () => {
    expect(gradientShapes('U')).toEqual(['(3×1)(1×4)', '(3×1)(1×4)'])
    expect(gradientShapes('V')).toEqual(['(2×1)(1×3)', '(2×1)(1×3)'])
  })

  it('of logits are a vector times a number', () => {
    expect(gradientShapes('o(1)')).toEqual(['2 · 1'])
  })
})

it('are said in words, for whoever does not read them', () => {
  const words = {
    matrix: (rows: number, columns: number) => `${rows} by ${columns}`,
    numbers: (n: number) => `${n} numbers`,
    times: 'times',
  }
  for (const [text, said] of [
    ['3', '3 numbers'],
    ['3 = (3×12)(12)', '3 numbers = 3 by 12 times 12 numbers'],
    ['(3×1)(1×4)', '3 by 1 times 1 by 4'],
    ['4 · 1', '4 numbers times 1 numbers'],
    ['(3×3)(3×3)(3)', '3 by 3 times 3 by 3 times 3 numbers'],
  ] as const)
    expect(shapesInWords(text, words)).toBe(said)
})

it('a sum inside a product stands in brackets', () => {
  const sum = apply('add', edge(0), edge(0))
  const expression = apply('product', edge(1), sum)
  expect(shapesOf(trace, { expression, at: node('a(2)') })).toBe('(3×3)(3 + 3)')
})

it('all products fit, and give the shape on the left, for every node of every network', () => {
  for (const seed of range(0, activations.length * 10)) {
    const trace = traceOf(randomWiredNetwork(seed))
    for (const node of trace.graph.nodes) {
      const wanted = shapeOf(trace.architecture, node).join('×') || '1'
      const formula = formulaOf(node)
      const bounds = [...(formula ? [formula] : []), ...summandsOfGradient(trace.graph, node)]
      for (const bound of bounds)
        for (const term of shapesOf(trace, bound).split(' + ').filter(Boolean))
          expect(fitted(term)).toBe(wanted)
    }
  }
})

/** What a product of shapes gives; `misfit` where they do not go together. */
const fitted = (term: string): string => {
  const factors = term.split(' · ').filter((factor) => factor !== '1')
  const shapes = factors.flatMap((factor) =>
    factor.startsWith('(') ? factor.slice(1, -1).split(')(') : [factor],
  )
  if (shapes.length === 0) return '1'
  return shapes.reduce((left, right) => {
    const [, columns] = left.split('×')
    const [rows, ...rest] = right.split('×')
    return columns === rows ? [left.split('×')[0]!, ...rest].join('×') : 'misfit'
  })
}
