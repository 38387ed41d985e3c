/** SceneBar: which view of the network is shown, and which design pattern it follows. */
import { PatternControl } from './PatternControl'
import { SceneSwitch } from './SceneSwitch'
import { useDictionary } from './useUnfold'

export const SceneBar = () => {
  const { scenes } = useDictionary()
  return (
    <nav className="scene-bar" aria-label={scenes.label}>
      <SceneSwitch />
      <PatternControl />
    </nav>
  )
}
