/** Refit, tested: what fits is kept, and a weight does not depend on the way that led to its labels. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomNetwork } from '../../testing/networks'
import { type Fitted, type Labels, initialise, refit } from './refit'
import { cellOf } from './run'

const cell = cellOf(randomNetwork(0).architecture)

const labels = (input: string, hidden: number, output: string): Labels => ({
  input: input.split(''),
  hidden: Array.from({ length: hidden }, (_, i) => String(i + 1)),
  output: output.split(''),
  one: [''],
})

/** A weight by the names of its row and column. */
const weight = ({ labels, parameters }: Fitted, name: string, row: string, column: string) => {
  const [rows, columns] = cell.parameters.find((parameter) => parameter.name === name)!.dimensions
  const [i, j] = [labels[rows!].indexOf(row), columns ? labels[columns].indexOf(column) : 0]
  return parameters[name]!.data[i * (columns ? labels[columns].length : 1) + j]
}

const limitOf = (name: string, { hidden }: Labels): number =>
  ['U', 'W', 'V'].includes(name) ? Math.sqrt(3 / hidden.length) : 0

const names = cell.parameters.map(({ name }) => name)
const anySymbols = fc
  .uniqueArray(fc.constantFrom(...'abcdefgh'.split('')), { minLength: 1, maxLength: 6 })
  .map((symbols) => symbols.join(''))
const anyLabels = fc
  .tuple(anySymbols, fc.integer({ min: 1, max: 6 }), anySymbols)
  .map((parts) => labels(...parts))

describe('parameters drawn from a seed', () => {
  it('are the same for the same seed and labels, and others for another seed', () => {
    fc.assert(
      fc.property(anyLabels, fc.integer(), (labels, seed) => {
        expect(initialise(cell, labels, seed)).toEqual(initialise(cell, labels, seed))
        const other = initialise(cell, labels, seed + 1)
        expect(other.parameters.W).not.toEqual(initialise(cell, labels, seed).parameters.W)
      }),
    )
  })

  it('have the shapes of the cell, lie within the limit, and biases are 0', () => {
    fc.assert(
      fc.property(anyLabels, fc.integer(), (labels, seed) => {
        const { parameters } = initialise(cell, labels, seed)
        expect(Object.keys(parameters)).toEqual(names)
        for (const { name, dimensions } of cell.parameters) {
          const { shape, data } = parameters[name]!
          expect(shape).toEqual(dimensions.map((dimension) => labels[dimension].length))
          expect(data).toHaveLength(shape.reduce((a, b) => a * b, 1))
          for (const value of data) {
            expect(Math.abs(value)).toBeLessThanOrEqual(limitOf(name, labels))
            if (dimensions.length === 1) expect(value).toBe(0)
          }
        }
      }),
    )
  })

  it('differ from one parameter to another, also where rows and columns have the same names', () => {
    const { parameters } = initialise(cell, labels('123', 3, '123'), 1)
    expect(parameters.U!.data[0]).not.toBe(parameters.W!.data[0])
    expect(parameters.V!.data[0]).not.toBe(parameters.W!.data[0])
  })

  it('fill the range evenly', () => {
    const { parameters } = initialise(cell, labels('abcdefgh', 60, 'ab'), 3)
    const limit = Math.sqrt(3 / 60)
    const scaled = [...parameters.W!.data].map((value) => value / limit)
    const mean = (f: (value: number) => number) =>
      scaled.reduce((sum, value) => sum + f(value), 0) / scaled.length
    expect(mean((value) => value)).toBeCloseTo(0, 1)
    expect(mean((value) => value * value)).toBeCloseTo(1 / 3, 1)
    expect(Math.max(...scaled)).toBeGreaterThan(0.99)
  })
})

describe('parameters for other labels', () => {
  it('keep every weight whose labels are kept, wherever they stand now', () => {
    fc.assert(
      fc.property(anyLabels, anyLabels, fc.integer(), (before, after, seed) => {
        const old = initialise(cell, before, seed)
        const fitted = refit(cell, old, after, seed + 1)
        for (const { name, dimensions } of cell.parameters) {
          const kept = (k: 0 | 1) =>
            dimensions[k]
              ? after[dimensions[k]].filter((x) => before[dimensions[k]!].includes(x))
              : ['']
          for (const row of kept(0))
            for (const column of kept(1))
              expect(weight(fitted, name, row, column)).toBe(weight(old, name, row, column))
        }
      }),
    )
  })

  it('that are a hidden unit more keep all old weights', () => {
    const old = initialise(cell, labels('abc', 4, 'xy'), 1)
    const more = refit(cell, old, labels('abc', 5, 'xy'), 1)
    const rows = [...more.parameters.W!.data].flatMap((value, i) =>
      i % 5 < 4 && i < 20 ? [value] : [],
    )
    expect(rows).toEqual([...old.parameters.W!.data])
    expect(more.parameters.U!.data.subarray(0, 12)).toEqual(old.parameters.U!.data)
    expect(refit(cell, more, old.labels, 1)).toEqual(old)
  })

  it('keep weights that were set by hand, biases among them', () => {
    const old = initialise(cell, labels('abc', 2, 'xy'), 1)
    old.parameters.b!.data[1] = 0.25
    old.parameters.U!.data[2] = -7
    const fitted = refit(cell, old, labels('zc', 3, 'xy'), 1)
    expect(fitted.parameters.b!.data).toEqual(new Float64Array([0, 0.25, 0]))
    expect(weight(fitted, 'U', '1', 'c')).toBe(-7)
  })

  it('do not depend on the way that led to them, whatever symbols came and went', () => {
    const ways = fc.array(fc.shuffledSubarray('abcdef'.split(''), { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(ways, fc.integer(), (ways, seed) => {
        const all = ways.map((symbols) => labels(symbols.join(''), 4, symbols.join('')))
        expect(walk(all, seed)).toEqual(initialise(cell, all.at(-1)!, seed))
      }),
    )
  })

  it('depend on that way by their limit alone, where sizes change', () => {
    fc.assert(
      fc.property(
        fc.array(anyLabels, { minLength: 1, maxLength: 6 }),
        fc.integer(),
        (way, seed) => {
          const fitted = walk(way, seed)
          const fresh = initialise(cell, way.at(-1)!, seed)
          for (const name of ['U', 'W', 'V']) {
            const limits = way.map((labels) => limitOf(name, labels) / limitOf(name, way.at(-1)!))
            fitted.parameters[name]!.data.forEach((value, i) => {
              const factor = value / fresh.parameters[name]!.data[i]!
              expect(Math.min(...limits.map((limit) => Math.abs(limit - factor)))).toBeLessThan(
                1e-12,
              )
            })
          }
        },
      ),
    )
  })
})

const walk = ([first, ...rest]: readonly Labels[], seed: number): Fitted =>
  rest.reduce((fitted, labels) => refit(cell, fitted, labels, seed), initialise(cell, first!, seed))
