/** SceneSwitch: which view of the network the large pane shows. */
import type { SceneId } from '../store/store'
import { setScene } from '../store/actions/view'
import { useDictionary, useUnfold, useValue } from './useUnfold'

export const SceneSwitch = () => {
  const unfold = useUnfold()
  const { scenes } = useDictionary()
  const scene = useValue((state) => state.scene)
  const ids = Object.keys(scenes.names) as SceneId[]
  // One view is no choice.
  if (ids.length < 2) return null
  return (
    <fieldset className="scenes" role="radiogroup" aria-label={scenes.label}>
      {ids.map((id) => (
        <label key={id}>
          <input
            type="radio"
            name="scene"
            checked={scene === id}
            onChange={() => setScene(unfold, id)}
          />
          <span>{scenes.names[id]}</span>
        </label>
      ))}
    </fieldset>
  )
}
