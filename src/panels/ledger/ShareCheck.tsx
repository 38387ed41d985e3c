/** ShareCheck: what one step adds to a parameter's gradient, beside the central difference of moving that step's copy alone. */
import { useMemo, useState } from 'react'
import { compareShare } from '../../engine/check'
import { cutsBehind } from '../../engine/cutsBehind'
import type { Entry } from '../../engine/ledger'
import { shapeOf } from '../../engine/memory'
import { contributionOf } from '../../engine/run'
import type { GraphNode } from '../../engine/unfold'
import { toIndexText } from '../../notation/names'
import { storyOf } from '../../store/unfold'
import { Comparisons, entriesFor } from '../Check'
import { useIsPlaying, useNames, useUnfold } from '../useUnfold'

interface Props {
  readonly node: GraphNode
  readonly entry: Entry
}

/** Its largest entries. */
export const ShareCheck = ({ node, entry: { edge, t } }: Props) => {
  const unfold = useUnfold()
  const isPlaying = useIsPlaying()
  const [opened, setOpened] = useState<number | null>(null)
  const { network, trace } = storyOf(unfold)
  const names = useNames(trace.graph.cell)
  const comparisons = useMemo(() => {
    if (isPlaying) return []
    const { runner } = unfold.derived.planOf(network)
    const use = trace.graph.edges[edge]!
    const share = contributionOf(trace, use)!
    return largestOf(share, Math.max(1, entriesFor(runner))).map((place) =>
      compareShare(runner, network, trace, use, place),
    )
  }, [unfold, network, trace, edge, isPlaying])
  if (comparisons.length === 0) return null
  return (
    <Comparisons
      about={null}
      comparisons={comparisons}
      cuts={cutsBehind(trace)(trace.graph.nodes[trace.graph.edges[edge]!.to]!)}
      all={trace.memory.size[node.id]!}
      // The step's own copy.
      of={`${names.closed(node)}(${t})`}
      placeOf={(place) => toIndexText(shapeOf(trace.architecture, node), place)}
      opened={opened}
      onOpen={setOpened}
    />
  )
}

const largestOf = (share: Float64Array, most: number): readonly number[] =>
  Array.from(share.keys())
    .toSorted((i, j) => Math.abs(share[j]!) - Math.abs(share[i]!))
    .slice(0, most)
    .toSorted((i, j) => i - j)
