/** StopPlace: where it is said that the run stops at a number that is none, and what can be done; the words come when there are any. */
import { Suspense, lazy } from 'react'
import { reachedBad } from '../store/unfold'
import { useFinished, useUnfold, useValue } from './useUnfold'

const StopNotice = lazy(async () => ({ default: (await import('./StopNotice')).StopNotice }))

export const StopPlace = () => {
  const unfold = useUnfold()
  useFinished()
  useValue(({ document }) => document)
  useValue(({ grain }) => grain)
  useValue(({ cuts }) => cuts)
  const bad = reachedBad(unfold)
  return (
    <div className="stop" role="status">
      {bad && (
        <Suspense fallback={null}>
          <StopNotice bad={bad} />
        </Suspense>
      )}
      {/* In drawings what is no finite number is filled with it. */}
      <svg className="icon" width="0" height="0" aria-hidden="true">
        <pattern
          id="no-number"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" />
          <path d="M1 0V6" />
        </pattern>
      </svg>
    </div>
  )
}
