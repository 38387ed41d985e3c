/** UseEndingDraw: what a worker has drawn of a way to end; the last one asked for wins. */
import { useEffect, useRef, useState } from 'react'
import type { EndingDraw, EndingDrawn } from '../../engine/model/drawEnding'
import { type EndingDrawer, createEndingDrawer } from '../../store/model/drawEndings'

interface Found {
  readonly draw: EndingDraw
  readonly drawn: EndingDrawn
}

export interface ShownDraw {
  /** Of what is asked for, or, as long as there is nothing of it, of what was. */
  readonly found: Found | null
  readonly isStale: boolean
  readonly state: 'running' | 'finished' | 'cancelled' | 'failed'
  readonly cancel: () => void
  readonly again: () => void
}

export const useEndingDraw = (draw: EndingDraw | null): ShownDraw => {
  const [found, setFound] = useState<Found | null>(null)
  const [stopped, setStopped] = useState<{ draw: EndingDraw | null; hasFailed: boolean } | null>(
    null,
  )
  const drawer = useRef<EndingDrawer>(null)
  const asked = useRef(draw)
  useEffect(() => {
    drawer.current = createEndingDrawer({
      onDrawn: (of, drawn) => setFound({ draw: of, drawn }),
      onFailure: () => setStopped({ draw: asked.current, hasFailed: true }),
    })
    return () => drawer.current!.destroy()
  }, [])
  useEffect(() => {
    asked.current = draw
    if (draw) drawer.current!.draw(draw)
  }, [draw])
  const isStale = found?.draw !== draw
  const isDone = !isStale && found !== null && found.drawn.done === found.draw.samples
  const end = stopped?.draw === draw ? stopped : null
  return {
    ...{ found, isStale },
    state: isDone ? 'finished' : end ? (end.hasFailed ? 'failed' : 'cancelled') : 'running',
    cancel: () => {
      drawer.current!.cancel()
      setStopped({ draw, hasFailed: false })
    },
    again: () => {
      setStopped(null)
      if (draw) drawer.current!.draw(draw)
    },
  }
}
