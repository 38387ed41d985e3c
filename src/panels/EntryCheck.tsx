/** EntryCheck: the one number that is taken apart, if it is a gradient, beside the central difference of the loss. */
import { compare } from '../engine/check'
import type { GraphNode } from '../engine/unfold'
import { storyOf } from '../store/unfold'
import { Difference } from './Check'
import { useDictionary, useIsPlaying, useUnfold } from './useUnfold'

interface Props {
  readonly node: GraphNode
  readonly entry: number
}

export const EntryCheck = ({ node, entry }: Props) => {
  const unfold = useUnfold()
  const { explain } = useDictionary()
  const isPlaying = useIsPlaying()
  const { network, trace } = storyOf(unfold)
  if (isPlaying) return null
  const { runner } = unfold.derived.planOf(network)
  return (
    <>
      <h4>{explain.isRight}</h4>
      <Difference comparison={compare(runner, network, trace, node, entry)} />
    </>
  )
}
