/** SceneBar: which view of the network is shown, and which design pattern it follows. */
import { Suspense, lazy } from 'react'
import { PatternControl } from './PatternControl'
import { SceneSwitch } from './SceneSwitch'
import { useDictionary, useValue } from './useUnfold'

const RunningBar = lazy(async () => ({
  default: (await import('./running/RunningBar')).RunningBar,
}))

export const SceneBar = () => {
  const { scenes } = useDictionary()
  // Asked where there is a teacher, where the two are compared, and where it runs otherwise than as it is given.
  const isRunAsked = useValue(
    ({ document, running, scene }) =>
      document.network.architecture.feedback === 'target' ||
      (document.network.architecture.feedback !== null &&
        (scene === 'running' || running.way !== 'given')),
  )
  return (
    <nav className="scene-bar" aria-label={scenes.label}>
      <SceneSwitch />
      <PatternControl />
      <Suspense fallback={null}>{isRunAsked && <RunningBar />}</Suspense>
    </nav>
  )
}
