/** SceneBar: which view of the network is shown, and which design pattern it follows. */
import { PatternControl } from './PatternControl'
import { SceneSwitch } from './SceneSwitch'

export const SceneBar = () => (
  <div className="scene-bar">
    <SceneSwitch />
    <PatternControl />
  </div>
)
