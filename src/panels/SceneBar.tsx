/** SceneBar: which view of the network is shown, and which design pattern it follows. */
import { PatternControl } from './PatternControl'
import { RunningControl } from './RunningControl'
import { SceneSwitch } from './SceneSwitch'
import { phone, useMedia } from './useMedia'
import { useDictionary, useValue } from './useUnfold'

export const SceneBar = () => {
  const { scenes } = useDictionary()
  const isPhone = useMedia(phone)
  // On a phone these wait among the settings, unless they are what the view is about.
  const isAsked = useValue(({ scene }) => scene === 'running')
  return (
    <nav className="scene-bar" aria-label={scenes.label}>
      <SceneSwitch />
      {!isPhone && <PatternControl />}
      <RunningControl isBrief={isPhone && !isAsked} />
    </nav>
  )
}
