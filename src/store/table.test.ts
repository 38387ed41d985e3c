/** Table, tested: every number of a run is in it once, in its place, whatever the pattern. */
import { describe, expect, it } from 'vitest'
import { randomWiredNetwork } from '../../testing/networks'
import { hell, openUnfold } from '../../testing/unfold'
import { overflowing } from '../../testing/overflow'
import { readCsv } from '../../testing/readCsv'
import { shapeOf } from '../engine/memory'
import { createRunner, gradientOf, graphOf, run, valueOf } from '../engine/run'
import { range } from '../engine/unfold'
import { toggleCut } from './actions/explain'
import { tableFile } from './actions/tableFile'
import { columnsOf, groupsOf, nodeIn, toCsvRows } from './table'

const cases = range(0, 69).map((seed) => {
  const network = randomWiredNetwork(seed)
  const trace = run(createRunner(graphOf(network), network.architecture), network)
  return { network, trace }
})

describe('rows and columns', () => {
  it('hold each variable at each time once, and its gradient if it carries one', () => {
    for (const { trace } of cases) {
      const { graph } = trace
      const columns = columnsOf(graph)
      for (const isGradient of [false, true]) {
        const found = groupsOf(trace)
          .filter((group) => group.isGradient === isGradient)
          .flatMap((group) => columns.flatMap((column) => nodeIn(graph, group, column) ?? []))
          .filter(({ carries }) => !isGradient || carries)
          .map(({ id }) => id)
        const wanted = graph.nodes
          .filter(({ kind, carries }) => kind !== 'parameter' && (!isGradient || carries))
          .map(({ id }) => id)
        expect(found.toSorted((a, b) => a - b)).toEqual(wanted)
      }
    }
  })

  it('come in the order of the cell, a gradient after its value, and of time', () => {
    for (const { trace } of cases) {
      const groups = groupsOf(trace)
      const symbols = trace.graph.cell.variables.map(({ symbol }) => symbol)
      const places = groups.map(
        ({ symbol, isGradient }) => 2 * symbols.indexOf(symbol) + Number(isGradient),
      )
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      const times = columnsOf(trace.graph)
      expect(times.at(-1)).toBe(null)
      expect(times.slice(0, -1)).toEqual(range(times[0]!, trace.graph.tau))
    }
  })
})

describe('the file', () => {
  it('has every number of the run, to the last bit, in the row and the column that name it', () => {
    for (const { network, trace } of cases) {
      const [header, ...rows] = toCsvRows(trace, network) as [
        string[],
        ...(string | number | null)[][],
      ]
      const byName = new Map(rows.map((row) => [row.slice(0, 3).join(' '), row]))
      expect(byName.size).toBe(rows.length)
      let count = 0
      for (const node of trace.graph.nodes)
        for (const [kind, numbers] of [
          ['value', valueOf(trace, node)],
          ['gradient', gradientOf(trace, node)],
        ] as const)
          numbers?.forEach((value, i) => {
            const symbol = 'symbol' in node.of ? node.of.symbol : node.key
            const [first, columns] = shapeOf(trace.architecture, node)
            const index =
              columns !== undefined
                ? `[${Math.floor(i / columns)}][${i % columns}]`
                : first === undefined
                  ? ''
                  : `[${i}]`
            const row = byName.get(`${symbol} ${kind} ${index}`)
            const column = header.indexOf(node.t === null ? 'no time' : `t=${node.t}`)
            expect(row?.[column]).toBe(value)
            count++
          })
      const written = rows.flatMap((row) => row.slice(4)).filter((field) => field !== null)
      expect(written).toHaveLength(count)
    }
  })

  it('is of the run itself: nothing in it is cut, all of it is there before the first step', () => {
    const { unfold } = openUnfold(hell)
    const before = tableFile(unfold)
    toggleCut(unfold, 'h(2) a(3)')
    unfold.clock.jump(9)
    expect(tableFile(unfold)).toEqual(before)
    expect(readCsv(before.text)).toHaveLength(before.rows + 1)
    expect(new Set(readCsv(before.text).map(({ length }) => length)).size).toBe(1)
  })

  it('says what is no number', () => {
    const { unfold } = openUnfold(overflowing.state.network)
    const rows = readCsv(tableFile(unfold).text)
    const [a] = rows.filter(([variable, kind]) => variable === 'a' && kind === 'value')
    expect(a!.slice(-5)).toEqual(['1', '1e+100', '1e+200', '1e+300', 'Infinity'])
  })
})
