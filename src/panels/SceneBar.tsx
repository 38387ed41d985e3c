/** SceneBar: which view of the network is shown, and which design pattern it follows. */
import { PatternControl } from './PatternControl'
import { SceneSwitch } from './SceneSwitch'
import { compact, useMedia } from './useMedia'
import { useDictionary } from './useUnfold'

export const SceneBar = () => {
  const { scenes } = useDictionary()
  const isCompact = useMedia(compact)
  return (
    <nav className="scene-bar" aria-label={scenes.label}>
      <SceneSwitch />
      {/* On a small screen they wait among the settings. */}
      {!isCompact && <PatternControl />}
    </nav>
  )
}
