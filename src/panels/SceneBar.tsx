/** SceneBar: which view of the network is shown, and which design pattern it follows. */
import { Suspense, lazy } from 'react'
import { PatternControl } from './PatternControl'
import { late } from './late'
import { SceneSwitch } from './SceneSwitch'
import { useDictionary, useValue } from './useUnfold'

const RunningBar = lazy(async () => ({
  default: (await import('./running/RunningBar')).RunningBar,
}))

export const SceneBar = () => {
  const { scenes } = useDictionary()
  const feedback = useValue(({ document }) => document.network.architecture.feedback)
  return (
    <nav className="scene-bar" aria-label={scenes.label}>
      <SceneSwitch />
      <PatternControl />
      <Suspense fallback={late}>{feedback && <RunningBar feedback={feedback} />}</Suspense>
    </nav>
  )
}
