/** RunningControl: how the network runs, where it feeds its output back; comes in a chunk of its own. */
import { Suspense, lazy } from 'react'
import { late } from './late'
import { useValue } from './useUnfold'

const RunningBar = lazy(async () => ({
  default: (await import('./running/RunningBar')).RunningBar,
}))

export const RunningControl = ({ isBrief }: { readonly isBrief: boolean }) => {
  const feedback = useValue(({ document }) => document.network.architecture.feedback)
  return (
    feedback && (
      <div className={isBrief ? 'running-place brief' : 'running-place'}>
        <Suspense fallback={late}>
          <RunningBar isBrief={isBrief} />
        </Suspense>
      </div>
    )
  )
}
