/** EntryCheck: the one number that is taken apart, if it is a gradient, beside the central difference of the loss. */
import { compare } from '../engine/check'
import { cutsBehind } from '../engine/cutsBehind'
import { shapeOf } from '../engine/memory'
import type { GraphNode } from '../engine/unfold'
import { oneNumberWords } from '../i18n/oneNumber'
import { toIndexText } from '../notation/names'
import { storyOf } from '../store/unfold'
import { Difference } from './Check'
import { useIsPlaying, useUnfold, useWords } from './useUnfold'

interface Props {
  readonly node: GraphNode
  readonly entry: number
}

export const EntryCheck = ({ node, entry }: Props) => {
  const unfold = useUnfold()
  const words = useWords(oneNumberWords)
  const isPlaying = useIsPlaying()
  const { network, trace, names } = storyOf(unfold)
  if (isPlaying) return null
  const { runner } = unfold.derived.planOf(network)
  return (
    <>
      <h4>{words.isRight}</h4>
      <Difference
        name={`${names.closed(node)}${toIndexText(shapeOf(trace.architecture, node), entry)}`}
        comparison={compare(runner, network, trace, node, entry)}
        cuts={cutsBehind(trace)(node)}
      />
    </>
  )
}
