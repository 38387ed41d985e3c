/** SoftmaxFold: round a softmax, what opens the way from scores to the loss. */
import { Suspense, lazy, useState } from 'react'
import { softmaxAround } from '../engine/softmax'
import type { GraphNode } from '../engine/unfold'
import { storyOf } from '../store/unfold'
import { late } from './late'
import { useDictionary, useUnfold } from './useUnfold'

const SoftmaxPart = lazy(async () => ({ default: (await import('./SoftmaxPart')).SoftmaxPart }))

export const SoftmaxFold = ({
  node,
  done,
}: {
  readonly node: GraphNode
  readonly done: number
}) => {
  const { trace, schedule } = storyOf(useUnfold())
  const { explain } = useDictionary()
  const [isOpen, setOpen] = useState(false)
  const place = softmaxAround(trace, node)
  const end = place && (place.probabilities ?? place.loss)
  if (!end || !(schedule.valueReady[end.id]! <= done)) return null
  return (
    <details
      className="softmax-part"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <h3>{explain.softmax}</h3>
      </summary>
      {isOpen && (
        <Suspense fallback={late}>
          <SoftmaxPart place={place} isBack={schedule.gradientReady[place.logits.id]! <= done} />
        </Suspense>
      )}
    </details>
  )
}
