/** SceneBar: which view of the network is shown, and which design pattern it follows. */
import { PatternControl } from './PatternControl'
import { RunningControl } from './RunningControl'
import { SceneSwitch } from './SceneSwitch'
import { compact, useMedia } from './useMedia'
import { useDictionary, useValue } from './useUnfold'

export const SceneBar = () => {
  const { scenes } = useDictionary()
  const isCompact = useMedia(compact)
  // On a small screen these wait among the settings, unless they are what the view is about.
  const isAsked = useValue(({ scene }) => scene === 'running')
  return (
    <nav className="scene-bar" aria-label={scenes.label}>
      <SceneSwitch />
      {!isCompact && <PatternControl />}
      <RunningControl isBrief={isCompact && !isAsked} />
    </nav>
  )
}
