/** Ways out: edits after which a run that came to no number comes to its end; only those that do are offered. */
import { createRunner, graphOf, run } from '../engine/run'
import type { Network } from '../engine/network'
import type { Tensor } from '../engine/tensor'
import { change, setSeed, undo } from './actions/edit'
import { type Document, withSeed } from './document'
import type { Unfold } from './unfold'

export type WayOut = 'undo' | 'scale' | 'draw'

interface Way {
  readonly id: WayOut
  /** The network that it leads to, if it leads anywhere. */
  readonly network: (unfold: Unfold) => Network | undefined
  readonly take: (unfold: Unfold) => void
}

const documentOf = ({ store }: Unfold): Document => store.getState().document

const ways: readonly Way[] = [
  {
    id: 'undo',
    network: ({ store }) => store.temporal.getState().pastStates.at(-1)?.document?.network,
    take: undo,
  },
  {
    id: 'scale',
    network: (unfold) => withCalmParameters(documentOf(unfold).network),
    take: (unfold) =>
      change(unfold, (document) => ({
        ...document,
        network: withCalmParameters(document.network),
        isSeeded: false,
      })),
  },
  {
    id: 'draw',
    network: (unfold) => withSeed(documentOf(unfold), documentOf(unfold).seed + 1).network,
    take: (unfold) => setSeed(unfold, documentOf(unfold).seed + 1),
  },
]

export const waysOut = (unfold: Unfold): readonly WayOut[] =>
  ways
    .filter(({ network }) => {
      const next = network(unfold)
      // As it would run: as it is given, as it is trained, or on its own.
      return next !== undefined && isSound(unfold.derived.runningOf(next))
    })
    .map(({ id }) => id)

export const takeWayOut = (unfold: Unfold, id: WayOut): void =>
  ways.find((way) => way.id === id)!.take(unfold)

const isSound = (network: Network): boolean => {
  const trace = run(createRunner(graphOf(network), network.architecture), network)
  return trace.values.every(Number.isFinite) && trace.gradients.every(Number.isFinite)
}

/** Every matrix so small that no row or column of sizes adds up to more than 1: then nothing grows by it, on the way there or back. */
export const withCalmParameters = (network: Network): Network => {
  const { parameters, initialState } = network
  return {
    ...network,
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, tensor]) => [name, calmed(tensor)]),
    ),
    initialState: initialState && calmed({ shape: [initialState.length], data: initialState }).data,
  }
}

const calmed = ({ shape, data }: Tensor): Tensor => {
  const largest = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (largest === 0) return { shape, data }
  const columns = shape.length > 1 ? shape[1]! : 1
  // Of sizes as shares of the largest: their sums are numbers, whatever the sizes.
  const [rowSums, columnSums]: [number[], number[]] = [[], []]
  data.forEach((value, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns]
    const share = Math.abs(value) / largest
    rowSums[row] = (rowSums[row] ?? 0) + share
    columnSums[column] = (columnSums[column] ?? 0) + share
  })
  const sum = shape.length > 1 ? Math.max(...rowSums, ...columnSums) : 1
  return largest <= 1 / sum
    ? { shape, data }
    : { shape, data: data.map((value) => value / largest / sum) }
}
