/** Tex, tested: every formula can be typeset, and says what it was made from. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNetwork } from '../../testing/networks'
import { bookNames } from '../../testing/names'
import { readTex, typeset } from '../../testing/tex'
import type { Cell, Variable } from '../engine/cells/cell'
import { type Bound, formulaOf, summandsOfGradient } from '../engine/explain'
import {
  type Expression,
  type FunctionName,
  apply,
  edge,
  functionNames,
  gradient,
  number,
  output,
} from '../engine/expression'
import { activations } from '../engine/network'
import { vjpAt } from '../engine/operation'
import { type OperationName, operationNames, operations } from '../engine/operations'
import { createRandom } from '../engine/random'
import { graphOf } from '../engine/run'
import { type Graph, unfold } from '../engine/unfold'
import { hueOf } from './names'
import { texOf, texOfGradient, texOfGradientSum, texOfNode } from './tex'

const networks = activations.map((activation, seed) =>
  createNetwork(seed, {
    ...{ inputSize: 2, hiddenSize: 3, outputSize: 2, tau: 4, activation },
    ...{ inputs: 'classes', targets: seed === 1 ? 0.5 : 1, hasInitialState: seed === 2 },
  }),
)
const graphs = networks.map(
  (network) => [network.architecture.activation, graphOf(network)] as const,
)
const graph = graphs[0]![1]
const node = (key: string, of = graph) => of.byKey.get(key)!

describe.each(graphs)('with %s,', (_, graph) => {
  it('the name, the value and the gradient of every node can be typeset', () => {
    for (const node of graph.nodes) {
      typeset(texOfNode(bookNames(graph.cell), node))
      typeset(texOfGradient(bookNames(graph.cell), node))
      for (const most of [2, 3, 100])
        typeset(texOfGradientSum(bookNames(graph.cell), graph, node, most))
      for (const { expression, at } of summandsOfGradient(graph, node))
        typeset(
          `${texOfGradient(bookNames(graph.cell), node)} \\mathrel{+}= ${texOf(bookNames(graph.cell), graph, { expression, at })}`,
        )
      const formula = formulaOf(node)
      if (!formula) continue
      typeset(
        `${texOfNode(bookNames(graph.cell), node)} = ${texOf(bookNames(graph.cell), graph, formula)}`,
      )
    }
  })
})

it('typesetting refuses what TeX does not know', () => {
  expect(() => typeset('\\operatornam{diag}')).toThrow(/operatornam/)
  expect(() => typeset('{h}^{(2)}^{2}')).toThrow(/superscript/)
  expect(() => typeset('\\left(x')).toThrow(/right/)
})

/** A cell that does nothing but apply one operation at every step. */
const cellFor = (name: OperationName): Cell => {
  const equations = { forward: null, backward: null, backwardAtEnd: null }
  const shapes = operations[name].example(createRandom(1)).map(({ shape }) => shape)
  const given = shapes.flatMap(({ length }, i): readonly Variable[] =>
    length === 2
      ? []
      : [
          {
            ...{ name: `z${i}`, symbol: 'z', role: 'input', equations, needsTarget: false },
            ...{ dimensions: length === 0 ? [] : ['hidden'], times: 'each' },
            source: { kind: 'inputs' },
          },
        ],
  )
  return {
    parameters: shapes.flatMap(({ length }, i) =>
      length === 2 ? [{ name: `z${i}`, dimensions: ['hidden', 'hidden'], equations }] : [],
    ),
    variables: [
      ...given,
      {
        ...{ name: 'u', symbol: 'u', role: 'state', equations, needsTarget: false },
        ...{ dimensions: ['hidden'], times: 'each' },
        source: {
          kind: 'computed',
          operation: name,
          inputs: shapes.map((_, i) => ({ from: `z${i}`, delay: 0 })),
        },
      },
    ],
    objective: 'u',
  }
}

describe.each(operationNames)('the row %s', (name) => {
  const graph = unfold(cellFor(name), 2, () => true)
  const at = graph.byKey.get('u(2)')!

  it('has a formula that can be typeset and read', () => {
    expectReadable(graph, formulaOf(at)!)
  })

  it('has VJPs that can be typeset and read', () => {
    at.inputs.forEach((_, index) => {
      const vjp = vjpAt(operations[name], index)
      if (typeof vjp !== 'string')
        expectReadable(graph, { expression: vjp.formula(at.inputs.length, index), at })
    })
  })
})

describe('a formula', () => {
  const at = node('a(2)')
  const tex = (expression: Expression) => texOf(bookNames(graph.cell), graph, { expression, at })
  const [b, W, h, U] = [0, 1, 2, 3].map(edge) as [Expression, Expression, Expression, Expression]

  it('has parentheses round a sum inside a product', () => {
    expect(tex(apply('product', W, apply('add', h, b)))).toMatch(/\\left\(.*\+.*\\right\)$/)
    expect(tex(apply('add', b, apply('product', W, h)))).not.toContain('\\left(')
  })

  it('has parentheses round a difference that is taken away, not round one from which is taken', () => {
    const difference = apply('subtract', b, h)
    expect(tex(apply('subtract', h, difference))).toMatch(/- \\left\(.*-.*\\right\)$/)
    expect(tex(apply('subtract', difference, h))).not.toContain('\\left(')
  })

  it('has parentheses round a name with a time that is squared or turned, and none round one without', () => {
    expect(tex(apply('square', h))).toMatch(/^\\left\(.*\\right\)\^\{2\}$/)
    expect(tex(apply('transpose', output))).toMatch(/^\\left\(.*\\right\)\^\{\\top\}$/)
    expect(tex(apply('transpose', W))).not.toContain('\\left(')
    expect(tex(apply('square', b))).not.toContain('\\left(')
  })

  it('reads back as what it was made from, whatever it is made from', () => {
    fc.assert(
      fc.property(anyExpression, (expression) => expectReadable(graph, { expression, at })),
      { numRuns: 300 },
    )
  })

  it('names the variables of the same and of the step before', () => {
    const formula = tex(formulaOf(at)!.expression)
    expect(formula).toContain('h^{(1)}')
    expect(formula).toContain('x^{(2)}')
    expect(formula).not.toContain('h^{(2)}')
  })

  it('shows the matrices in their hues, and nothing else', () => {
    const colours = (text: string) =>
      [...text.matchAll(/\\htmlClass\{hue-(\d)\}\{(\w)\}/g)].map(([, hue, name]) => [
        name,
        Number(hue),
      ])
    const { cell } = graph
    expect(colours(tex(formulaOf(at)!.expression))).toEqual([
      ['W', hueOf(cell, 'W')],
      ['U', hueOf(cell, 'U')],
    ])
    expect(
      colours(texOfGradientSum(bookNames(graph.cell), graph, node('h(2)'), 3)).toSorted(),
    ).toEqual([
      ['V', hueOf(cell, 'V')],
      ['W', hueOf(cell, 'W')],
    ])
    expect(colours(texOfGradient(bookNames(cell), node('U')))).toEqual([['U', hueOf(cell, 'U')]])
    for (const { key, of } of graph.nodes)
      expect(colours(texOfNode(bookNames(cell), node(key))).length).toBe(
        of.name in { U, V: 0, W: 0 } ? 1 : 0,
      )
    expect(typeset(tex(U))).toContain(`hue-${hueOf(cell, 'U')}`)
  })
})

describe('a name', () => {
  it('has its hat, and its time as a superscript in parentheses', () => {
    expect(texOfNode(bookNames(graph.cell), node('yhat(2)'))).toBe('\\hat{y}^{(2)}')
    expect(texOfNode(bookNames(graph.cell), node('h(0)'))).toBe('h^{(0)}')
    expect(texOfNode(bookNames(graph.cell), node('L'))).toBe('L')
  })

  it('of a gradient is ∇ with a vector, and a fraction with a number', () => {
    expect(texOfGradient(bookNames(graph.cell), node('h(2)'))).toMatch(/^\\nabla\s*h\^\{\(2\)\}$/)
    for (const key of ['L', 'L(2)'])
      expect(texOfGradient(bookNames(graph.cell), node(key))).toMatch(
        /frac.*\\partial L.*\\partial/,
      )
  })
})

describe('a gradient as a sum', () => {
  const terms = (key: string, most = 99) =>
    texOfGradientSum(bookNames(graph.cell), graph, node(key), most).split(' = ')[1]!.split(' + ')

  it('has a term for every edge that sends something back', () => {
    for (const each of graph.nodes)
      if (each.carries && each.outputs.length > 0)
        expect(terms(each.key)).toHaveLength(summandsOfGradient(graph, each).length)
    expect(terms('h(2)')).toHaveLength(2)
    expect(terms('h(4)')).toHaveLength(1)
  })

  it('is 0 where nothing comes back', () => {
    const none = createNetwork(1, {
      ...{ inputSize: 1, hiddenSize: 1, outputSize: 1, tau: 2, activation: 'tanh' },
      ...{ inputs: 'classes', targets: 0, hasInitialState: false },
    })
    const silent = graphOf(none)
    expect(texOfGradientSum(bookNames(silent.cell), silent, node('o(1)', silent), 3)).toMatch(
      / = 0$/,
    )
  })

  it('leaves out the middle where there are more terms than wanted', () => {
    const all = terms('W')
    expect(all).toHaveLength(4)
    expect(terms('W', 3)).toEqual([all[0], all[1], '\\cdots', all[3]])
    expect(terms('W', 4)).toEqual(all)
  })
})

/** The functions of a formula; two kinds of product read alike. */
const arities: Readonly<Record<FunctionName, readonly [number, number]>> = {
  ...{
    add: [2, 3],
    subtract: [2, 2],
    times: [2, 2],
    scale: [2, 2],
    product: [2, 2],
    outer: [2, 2],
    dot: [2, 2],
  },
  ...{ transpose: [1, 1], diag: [1, 1], square: [1, 1], tanh: [1, 1], sigmoid: [1, 1] },
  ...{ relu: [1, 1], positive: [1, 1], softmax: [1, 1], logSumExp: [1, 1], logOnePlusExp: [1, 1] },
  ...{ argmax: [1, 1], draw: [2, 2], pick: [2, 2], oneHot: [2, 2] },
}

const anyLeaf = fc.constantFrom(edge(0), edge(1), edge(2), edge(4), output, gradient, number(1))

const treeOf = (depth: number): fc.Arbitrary<Expression> =>
  depth === 0
    ? anyLeaf
    : fc.oneof(
        anyLeaf,
        fc.constantFrom(...functionNames).chain((fn) => {
          const [least, most] = arities[fn]
          const args = fc.array(treeOf(depth - 1), { minLength: least, maxLength: most })
          // What is transposed in a product of vectors is one that the operation reads.
          return args.map(([a, ...rest]) => {
            if (fn === 'outer') return apply(fn, a!, edge(2))
            return fn === 'dot' ? apply(fn, edge(2), a!) : apply(fn, a!, ...rest)
          })
        }),
      )

const anyExpression: fc.Arbitrary<Expression> = treeOf(4)

/** 2×2 matrices stand for everything: their product depends on the order, not on brackets. */
type Square = readonly [number, number, number, number]

const entrywise =
  (f: (...entries: readonly number[]) => number) =>
  (...args: readonly Square[]): Square =>
    [0, 1, 2, 3].map((i) => f(...args.map((arg) => arg[i]!))) as unknown as Square

const turned = ([a, b, c, d]: Square): Square => [a, c, b, d]

const times = ([a, b, c, d]: Square, [e, f, g, h]: Square): Square =>
  [
    ...[a * e + b * g, a * f + b * h],
    ...([c * e + d * g, c * f + d * h] as const),
  ] as unknown as Square

const add = entrywise((...terms) => terms.reduce((total, term) => total + term, 0))

/** Any function will do that no other is mistaken for. */
const meanings: Readonly<Record<FunctionName, (...args: readonly Square[]) => Square>> = {
  add,
  subtract: entrywise((a, b) => a! - b!),
  times: (a, b) => times(a!, b!),
  scale: (a, b) => times(a!, b!),
  product: (a, b) => times(a!, b!),
  outer: (a, b) => times(a!, turned(b!)),
  dot: (a, b) => times(turned(a!), b!),
  transpose: (a) => turned(a!),
  diag: entrywise((a) => Math.sin(a!)),
  square: entrywise((a) => Math.cos(a!)),
  tanh: entrywise((a) => Math.sin(a! + 1)),
  sigmoid: entrywise((a) => Math.sin(a! + 2)),
  relu: entrywise((a) => Math.sin(a! + 3)),
  positive: entrywise((a) => Math.cos(a! * 2)),
  softmax: entrywise((a) => Math.cos(a! * 3)),
  logSumExp: entrywise((a) => Math.cos(a! + 0.5)),
  logOnePlusExp: entrywise((a) => Math.cos(a! + 7)),
  argmax: entrywise((a) => Math.cos(a! * 5)),
  draw: entrywise((a, b) => Math.cos(a! + 3 * b!)),
  pick: entrywise((a, b) => Math.sin(a! + 5 * b!)),
  oneHot: entrywise((a) => Math.sin(a! * 7)),
}

const same = (value: number): Square => [value, value / 2, value / 3, value / 5]

/** The formula can be typeset, and a reader who knows precedence alone makes of it what it was made from. */
const expectReadable = (graph: Graph, { expression, at }: Bound): void => {
  const tex = texOf(bookNames(graph.cell), graph, { expression, at })
  typeset(tex)
  const leaves = [...at.inputs.map((_, i) => edge(i)), output, gradient]
  const random = createRandom(7)
  const names = new Map<string, Square>()
  const valueOfName = (leaf: Expression): Square => {
    const name = texOf(bookNames(graph.cell), graph, { expression: leaf, at })
    if (!names.has(name)) names.set(name, [random(), random(), random(), random()])
    return names.get(name)!
  }
  leaves.forEach(valueOfName)
  const meaning = (tree: Expression): Square => {
    if (tree.kind === 'number') return same(tree.value)
    if (tree.kind !== 'apply') return valueOfName(tree)
    return meanings[tree.fn](...tree.args.map(meaning))
  }
  const call = (fn: string, ...args: readonly Square[]) => meanings[fn as FunctionName](...args)
  const read = readTex(tex, { names, number: same, call })
  const meant =
    expression.kind === 'apply' && expression.args.length === 0 ? same(0) : meaning(expression)
  read.forEach((entry, i) => expect(entry, tex).toBeCloseTo(meant[i]!, 9))
}
