/** StagePane: the elements of the stage, and the wires from store and clock to D3. React never renders inside. */
import { useLayoutEffect, useRef } from 'react'
import { dictionaryOf, currentSentence, type Unfold } from '../store/unfold'
import { openEntry, point } from '../store/actions/explain'
import { timeAt, xAt } from '../layout/timeAt'
import { select, setFoldOpen, setRoom, setZoomLevel } from '../store/actions/view'
import { createFolded } from '../stage/createFolded'
import type { Hairlines } from '../stage/createHairlines'
import { createStage } from '../stage/createStage'
import type { Picture, StageActions } from '../stage/picture'
import { StageTools } from '../panels/StageTools'
import { useDictionary, useUnfold } from '../panels/useUnfold'
import './hairlines.css'
import { moveAlongTime } from './moveAlongTime'

export const StagePane = () => {
  const unfold = useUnfold()
  const { stage } = useDictionary()
  const scroller = useRef<HTMLDivElement>(null)
  const unfoldedSvg = useRef<SVGSVGElement>(null)
  const foldedSvg = useRef<SVGSVGElement>(null)
  const timelineSvg = useRef<SVGSVGElement>(null)
  const hairlinesSvg = useRef<SVGSVGElement>(null)
  useLayoutEffect(
    () =>
      wire(unfold, {
        scroller: scroller.current!,
        graph: unfoldedSvg.current!,
        folded: foldedSvg.current!,
        timeline: timelineSvg.current!,
        hairlines: hairlinesSvg.current!,
      }),
    [unfold],
  )
  return (
    <main className="stage" aria-label={stage.region}>
      <div ref={scroller} className="scroller">
        <svg ref={foldedSvg} className="drawing folded-drawing" />
        <svg ref={unfoldedSvg} className="drawing" />
      </div>
      <svg ref={timelineSvg} className="drawing timeline-drawing" />
      <svg ref={hairlinesSvg} className="hairlines" aria-hidden="true" />
      <StageTools />
    </main>
  )
}

interface Elements {
  readonly scroller: HTMLElement
  readonly graph: SVGSVGElement
  readonly folded: SVGSVGElement
  readonly timeline: SVGSVGElement
  readonly hairlines: SVGSVGElement
}

/** Ties the drawings to store and clock; gives back what unties them. */
const wire = (unfold: Unfold, elements: Elements): (() => void) => {
  const { scroller, graph: unfoldedSvg, folded: foldedSvg } = elements
  const { store, clock } = unfold
  const actions: StageActions = {
    // What is selected opens its numbers; pressed beside them it is let go.
    select: (key, cell) => {
      const { selection } = store.getState()
      if (key === null || selection !== key) select(unfold, key)
      else if (cell) openEntry(unfold, { key, ...cell })
      else select(unfold, null)
    },
    point: (pointed) => point(unfold, pointed),
    scrub: (playhead) => clock.jump(playhead),
    openFold: () => setFoldOpen(unfold, true),
    sentence: () => currentSentence(unfold),
  }
  const stage = createStage(elements, actions)
  const folded = createFolded(foldedSvg, actions)
  let hairlines: Hairlines | null = null
  let isHere = true
  let isAsked = false
  // They come when something is first pointed at, focused or selected.
  const whenAsked = ['pointerover', 'focusin'] as const
  const loadHairlines = () => {
    for (const type of whenAsked) scroller.removeEventListener(type, loadHairlines)
    if (isAsked) return
    isAsked = true
    void import('../stage/createHairlines').then(({ createHairlines }) => {
      if (!isHere) return
      hairlines = createHairlines(elements.hairlines, scroller.parentElement!)
      hairlines.update(store.getState().selection)
    })
  }
  for (const type of whenAsked) scroller.addEventListener(type, loadHairlines)
  let { layout } = toPicture(unfold)
  /** The stretch that can be seen, in the layout's pixels. */
  const view = (): readonly [number, number] => {
    const { zoom } = layout
    const origin = unfoldedSvg.getBoundingClientRect().left
    const { left, right } = scroller.getBoundingClientRect()
    // Where the folded graph stays in place it covers what is under it.
    const covered = Math.max(left, foldedSvg.getBoundingClientRect().right)
    return [(covered - origin) / zoom, (right - origin) / zoom]
  }
  let seen = view()
  const look = () => stage.look((seen = view()))
  const update = () => {
    const picture = toPicture(unfold)
    const isMoved = layout !== picture.layout
    layout = picture.layout
    stage.update(picture, seen)
    folded.update(picture)
    if (picture.selection !== null) loadHairlines()
    hairlines?.update(picture.selection)
    stage.paint(clock.store.getState().playhead)
    // Asking the page makes it lay itself out: only where something may have moved.
    if (isMoved) look()
  }
  const currentColumn = () => {
    const { schedule, grain } = toPicture(unfold)
    const step = schedule.steps[grain][Math.max(0, Math.ceil(clock.store.getState().playhead) - 1)]
    return layout.columns.find(({ t }) => t === step?.t)
  }
  const follow = () => {
    const column = currentColumn()
    // What can be seen is remembered: asking the page here would make it lay itself out at every step.
    const [left, right] = seen
    if (!column || (left <= 0 && right >= layout.width)) return
    if (column.x < left || column.x + column.width > right)
      scroller.scrollBy({ left: (column.center - (left + right) / 2) * layout.zoom })
  }
  /** What is selected elsewhere, by its name or in an equation, comes into view. */
  const bring = (key: string | null) => {
    const box = layout.boxes.find((each) => each.key === key)
    if (!box) return
    const [left, right] = view()
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    const { top, bottom } = scroller.getBoundingClientRect()
    const origin = unfoldedSvg.getBoundingClientRect().top
    const [first, last] = [(top - origin) / layout.zoom, (bottom - origin) / layout.zoom]
    scroller.scrollBy({
      left: x < left || x > right ? (x - (left + right) / 2) * layout.zoom : 0,
      top: y < first || y > last ? (y - (first + last) / 2) * layout.zoom : 0,
    })
  }
  const measure = () =>
    setRoom(unfold, {
      width: scroller.clientWidth - foldedSvg.getBoundingClientRect().width,
      height: scroller.parentElement!.clientHeight,
    })
  const timeAtClient = (clientX: number) =>
    timeAt(layout.columns, (clientX - unfoldedSvg.getBoundingClientRect().left) / layout.zoom)
  const keepAt = (time: number, clientX: number) => {
    const x = unfoldedSvg.getBoundingClientRect().left + xAt(layout.columns, time) * layout.zoom
    scroller.scrollBy({ left: x - clientX, behavior: 'instant' })
  }
  /** Where columns become wider or narrower from: the present one if it is seen, else the middle. */
  const center = (): number => {
    const column = currentColumn()
    const [left, right] = view()
    const x =
      column && column.center > left && column.center < right ? column.center : (left + right) / 2
    return unfoldedSvg.getBoundingClientRect().left + x * layout.zoom
  }
  let isHeld = false
  const stopMoving = moveAlongTime({
    scroller,
    level: () => store.getState().view.zoomLevel,
    timeAt: timeAtClient,
    zoomTo: (level, time, clientX) => {
      isHeld = true
      setZoomLevel(unfold, level)
      isHeld = false
      keepAt(time, clientX)
    },
  })
  const observer = new ResizeObserver(measure)
  observer.observe(scroller.parentElement!)
  scroller.addEventListener('scroll', look, { passive: true })
  let finished = -1
  const unsubscribe = [
    store.subscribe((state, before) => {
      const relevant = [
        'document',
        'selection',
        'grain',
        'order',
        'language',
        'theme',
        'room',
        'view',
      ] as const
      const isCut = state.explaining.cuts !== before.explaining.cuts
      const isZoomed = state.view.zoomLevel !== before.view.zoomLevel && !isHeld
      const kept = isZoomed ? center() : 0
      const time = isZoomed ? timeAtClient(kept) : 0
      if (isCut || relevant.some((key) => state[key] !== before[key])) update()
      if (isZoomed) keepAt(time, kept)
      if (state.selection !== before.selection) bring(state.selection)
      if (state.pointed !== before.pointed) stage.point(state.pointed)
    }),
    clock.store.subscribe(({ playhead }) => {
      stage.paint(playhead)
      if (finished !== (finished = Math.ceil(playhead))) follow()
    }),
  ]
  measure()
  update()
  look()
  return () => {
    for (const stop of unsubscribe) stop()
    observer.disconnect()
    scroller.removeEventListener('scroll', look)
    stopMoving()
    stage.destroy()
    folded.destroy()
    isHere = false
    for (const type of whenAsked) scroller.removeEventListener(type, loadHairlines)
    hairlines?.destroy()
  }
}

export const toPicture = (unfold: Unfold): Picture => {
  const { store, derived } = unfold
  const { document, grain, selection, room, theme, view, explaining } = store.getState()
  const { network } = document
  const { schedule, progress } = derived.planOf(network)
  const layout = derived.layoutOf(network, room, view)
  return {
    network,
    trace: derived.shownTraceOf(network, explaining.cuts),
    schedule,
    progress,
    grain,
    layout,
    places: derived.placesOf(layout, schedule.steps[grain]),
    selection,
    scales: derived.scalesOf(network, theme),
    dictionary: dictionaryOf(unfold),
  }
}
