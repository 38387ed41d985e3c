/** Changed by: the same network on another input, and what differs then. */
import type { Network, SequenceInput } from './network'
import { type Trace, valueOf } from './run'

/** t from 1. */
export const withInputAt = (network: Network, t: number, input: SequenceInput): Network => ({
  ...network,
  sequence: {
    ...network.sequence,
    inputs: network.sequence.inputs.map((old, i) => (i === t - 1 ? input : old)),
  },
})

/** The ids of all nodes whose value differs in any bit between two runs of one graph. */
export const changedBy = (before: Trace, after: Trace): ReadonlySet<number> =>
  new Set(
    before.graph.nodes
      .filter((node) => {
        const [old, now] = [valueOf(before, node), valueOf(after, node)]
        return old.some((value, i) => !Object.is(value, now[i]))
      })
      .map(({ id }) => id),
  )
