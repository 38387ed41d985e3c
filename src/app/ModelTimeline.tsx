/** ModelTimeline: the stage's timeline under the graphical model: the same playhead, moved from here, too. */
import { useLayoutEffect, useRef } from 'react'
import { useUnfold, useValue } from '../panels/useUnfold'
import { createTimeline } from '../stage/timeline'
import { spokenSentence } from '../store/unfold'
import { toPicture } from '../stage/toPicture'

export const ModelTimeline = () => {
  const svg = useRef<SVGSVGElement>(null)
  const unfold = useUnfold()
  const document = useValue((state) => state.document)
  const grain = useValue((state) => state.grain)
  const room = useValue((state) => state.room)
  const view = useValue((state) => state.view)
  const running = useValue((state) => state.running)
  const language = useValue((state) => state.language)
  useLayoutEffect(() => {
    const { clock } = unfold
    const timeline = createTimeline(svg.current!, {
      scrub: (playhead) => clock.jump(playhead),
      sentence: () => spokenSentence(unfold),
    })
    const move = () => {
      const { playhead } = clock.store.getState()
      timeline.move(playhead)
      timeline.say(Math.floor(playhead))
    }
    timeline.update(toPicture(unfold))
    timeline.look([-Infinity, Infinity])
    move()
    const stop = clock.store.subscribe(move)
    return () => {
      stop()
      timeline.destroy()
    }
    // Drawn anew when one of these changes; what it shows is read from the store.
  }, [unfold, document, grain, room, view, running, language])
  return <svg ref={svg} className="drawing timeline-drawing" />
}
