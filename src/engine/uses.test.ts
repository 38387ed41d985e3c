/** Uses, tested: a number goes exactly where it is read: what it is made from and where it goes are one relation. */
import { describe, expect, it } from 'vitest'
import { createNetwork, wirings, wiringName } from '../../testing/networks'
import { gradientSummands, valueSummands } from './inline'
import { entriesIn, entryOf } from './products'
import { createRunner, graphOf, run } from './run'
import { readingOf, tensorOfReading } from './term'
import { usesOf } from './uses'

describe.each(wirings.map((wiring) => [wiringName(wiring), wiring] as const))(
  '%s:',
  (_, wiring) => {
    const network = createNetwork(3, {
      ...{ inputSize: 2, hiddenSize: 2, outputSize: 3, tau: 3, activation: 'tanh', wiring },
      ...{ inputs: 'classes', targets: 1, hasInitialState: false },
    })
    const trace = run(createRunner(graphOf(network), network.architecture), network)
    const { graph, memory } = trace
    const all = graph.nodes.flatMap((node) => [
      { node, isGradient: false },
      ...(node.carries ? [{ node, isGradient: true }] : []),
    ])
    const name = (key: string, isGradient: boolean, entry: number) =>
      `${isGradient ? '∇' : ''}${key}[${entry}]`

    const made = new Set(
      all.flatMap(({ node, isGradient }) =>
        Array.from({ length: memory.size[node.id]! }, (_, entry) => {
          const summands = isGradient
            ? gradientSummands(graph, node, 'graph')
            : valueSummands(graph, node)
          return summands.flatMap(({ term }) =>
            entriesIn(
              entryOf(
                term.expression,
                (leaf) => tensorOfReading(trace, readingOf(term, leaf)),
                entry,
              ),
            ).map(({ leaf, entry: read }) => {
              const from = readingOf(term, leaf)
              return `${name(from.node.key, from.isGradient, read)} → ${name(node.key, isGradient, entry)}`
            }),
          )
        }).flat(),
      ),
    )

    it('every number goes to what is made from it, and to nothing else', () => {
      const used = all.flatMap((reading) =>
        Array.from({ length: memory.size[reading.node.id]! }, (_, entry) =>
          usesOf(trace, reading, entry, 1000).uses.flatMap(({ node, isGradient, entries }) =>
            entries.map(
              (i) =>
                `${name(reading.node.key, reading.isGradient, entry)} → ${name(node.key, isGradient, i)}`,
            ),
          ),
        ).flat(),
      )
      expect(new Set(used)).toEqual(made)
      expect(used).toHaveLength(made.size)
    })

    it('a path leads from the loss to every number of every matrix that is in use', () => {
      const from = new Map<string, string[]>()
      for (const pair of made) {
        const [source, target] = pair.split(' → ') as [string, string]
        from.set(target, [...(from.get(target) ?? []), source])
      }
      const reached = new Set<string>()
      const visit = (one: string): void => {
        if (reached.has(one)) return
        reached.add(one)
        from.get(one)?.forEach(visit)
      }
      visit('L[0]')
      for (const entry of ['U[0]', 'V[0]', 'b[0]', 'c[0]']) expect([...reached]).toContain(entry)
    })
  },
)
