/** SceneSwitch: which view of the network the large pane shows. */
import { useEffect, useRef } from 'react'
import type { SceneId } from '../store/store'
import { setScene } from '../store/actions/view'
import { useDictionary, useUnfold, useValue } from './useUnfold'

export const SceneSwitch = () => {
  const unfold = useUnfold()
  const { scenes } = useDictionary()
  const scene = useValue((state) => state.scene)
  const ids = Object.keys(scenes.names) as SceneId[]
  const bar = useRef<HTMLFieldSetElement>(null)
  // Where the tabs are wider than the screen, however it is turned and in whatever language, the chosen one is seen whole.
  useEffect(() => {
    const chosen = bar.current?.querySelector(':checked')?.parentElement
    if (!chosen) return undefined
    const observer = new ResizeObserver(() => {
      const { offsetLeft, offsetWidth } = chosen
      bar.current!.scrollLeft = offsetLeft - (bar.current!.clientWidth - offsetWidth) / 2
    })
    for (const it of [bar.current!, ...bar.current!.children]) observer.observe(it)
    return () => observer.disconnect()
  }, [scene])
  // One view is no choice.
  if (ids.length < 2) return null
  return (
    <fieldset ref={bar} className="scenes" role="radiogroup" aria-label={scenes.label}>
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
