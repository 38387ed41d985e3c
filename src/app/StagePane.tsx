/** StagePane: the elements of the stage, and the wires from store and clock to D3. React never renders inside. */
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { OpenShare, State } from '../store/store'
import { spokenSentence, type Unfold } from '../store/unfold'
import { openEntry, point } from '../store/actions/explain'
import { select, selectHalf, setFoldOpen, setRoom, setZoomLevel } from '../store/actions/view'
import { placeInFold } from '../layout/inFold'
import { createFolded } from '../stage/createFolded'
import { createStage } from '../stage/createStage'
import type { StageActions } from '../stage/picture'
import { toPicture } from '../stage/toPicture'
import { StageTools } from '../panels/StageTools'
import { compact } from '../panels/useMedia'
import { useDictionary, useUnfold } from '../panels/useUnfold'
import './hairlines.css'
import { hairlinesWhenAsked } from './hairlinesWhenAsked'
import { createSight } from './sight'
import { whenAsked } from './whenAsked'

const LegendKey = lazy(async () => ({ default: (await import('../panels/LegendKey')).LegendKey }))
const keyId = 'legend-key'

/** A sheet that is opened covers part of the stage. */
export const StagePane = ({ isSheetOpen }: { readonly isSheetOpen: boolean }) => {
  const unfold = useUnfold()
  const { stage } = useDictionary()
  const scroller = useRef<HTMLDivElement>(null)
  const unfoldedSvg = useRef<SVGSVGElement>(null)
  const foldedSvg = useRef<SVGSVGElement>(null)
  const timelineSvg = useRef<SVGSVGElement>(null)
  const legend = useRef<HTMLButtonElement>(null)
  const [hasKey, setKey] = useState(false)
  const hairlinesSvg = useRef<SVGSVGElement>(null)
  const wires = useRef<Wires>(null)
  useLayoutEffect(() => {
    const own = wire(unfold, {
      scroller: scroller.current!,
      graph: unfoldedSvg.current!,
      folded: foldedSvg.current!,
      timeline: timelineSvg.current!,
      legend: legend.current!,
      hairlines: hairlinesSvg.current!,
    })
    wires.current = own
    return own.cut
  }, [unfold])
  useEffect(() => {
    if (isSheetOpen) wires.current!.uncover()
    else if (scroller.current!.style.paddingBottom !== '') {
      scroller.current!.style.paddingBottom = ''
      wires.current!.look()
    }
  }, [isSheetOpen])
  return (
    <main className="stage" aria-label={stage.region}>
      <div ref={scroller} className="scroller">
        <svg ref={foldedSvg} className="drawing folded-drawing" />
        <svg ref={unfoldedSvg} className="drawing" />
      </div>
      <svg ref={timelineSvg} className="drawing timeline-drawing" />
      <svg ref={hairlinesSvg} className="hairlines" aria-hidden="true" />
      <div className="stage-foot">
        <button
          ref={legend}
          type="button"
          className="legend"
          aria-label={stage.colours}
          popoverTarget={keyId}
          onClick={() => setKey(true)}
        />
        <Suspense fallback={null}>{hasKey && <LegendKey id={keyId} />}</Suspense>
        <StageTools />
      </div>
    </main>
  )
}

interface Elements {
  readonly scroller: HTMLElement
  readonly graph: SVGSVGElement
  readonly folded: SVGSVGElement
  readonly timeline: SVGSVGElement
  readonly legend: HTMLElement
  readonly hairlines: SVGSVGElement
}

/** Causes that the drawing hangs on. */
const drawn = [
  'document',
  'selection',
  'grain',
  'order',
  'running',
  'cuts',
  'language',
  'theme',
  'notation',
  'room',
  'view',
] as const satisfies readonly (keyof State)[]

const isDrawnAnew = (state: State, before: State): boolean =>
  drawn.some((key) => state[key] !== before[key])

interface Wires {
  readonly cut: () => void
  /** Brings what the inspector is about out from under its sheet. */
  readonly uncover: () => void
  /** Asks the page what can be seen of the graph. */
  readonly look: () => void
}

/** Ties the drawings to store and clock. */
const wire = (unfold: Unfold, elements: Elements): Wires => {
  const { scroller } = elements
  const { store, clock } = unfold
  /** Under a finger that drags the playhead no page moves away. */
  let isScrubbed = false
  const scrub = (playhead: number, isDone: boolean) => {
    isScrubbed = true
    clock.jump(playhead)
    isScrubbed = false
    if (isDone) sight.settle(boxOfStep())
  }
  const actions = { ...toActions(unfold), scrub }
  const stage = createStage(elements, actions)
  const folded = createFolded(elements.folded, actions)
  const hairlines = hairlinesWhenAsked(
    elements.hairlines,
    scroller,
    () => store.getState().selection,
  )
  let { layout } = toPicture(unfold)
  const sight = createSight(elements, () => layout)
  const look = () => stage.look(sight.look())
  /** What has scrolled by itself has been looked at already. */
  let hasLooked = false
  const onScroll = () => {
    if (!hasLooked) look()
    hasLooked = false
  }
  const update = () => {
    const picture = toPicture(unfold)
    const isMoved = layout !== picture.layout
    layout = picture.layout
    stage.update(picture, sight.seen())
    folded.update(picture)
    hairlines.update(picture.selection)
    stage.paint(clock.store.getState().playhead)
    // Asking the page makes it lay itself out: only where something may have moved.
    if (isMoved) look()
  }
  const currentStep = () => {
    const { schedule, grain } = toPicture(unfold)
    return schedule.steps[grain][Math.max(0, Math.ceil(clock.store.getState().playhead) - 1)]
  }
  const currentColumn = () => {
    const step = currentStep()
    const column = layout.columns.find(({ t }) => t === step?.t)
    const { fold } = layout
    // What is folded away is marked in the fold.
    return column && fold && placeInFold(fold, column.t)
      ? { ...column, x: fold.x, width: fold.width }
      : column
  }
  /** Null where what the step computes has no one place. */
  const boxOfStep = () => {
    const nodes = currentStep()?.nodes ?? []
    return nodes.length === 1 ? (layout.boxOf.get(nodes[0]!) ?? null) : null
  }
  /** In another pattern it would be something else. */
  const shareOf = ({ document, explaining: { share } }: State): OpenShare | null =>
    share?.cell === unfold.derived.planOf(document.network).runner.graph.cell ? share : null
  /** What the inspector is about. */
  const currentBox = () => {
    const { selection } = store.getState()
    // What one step adds to a parameter stands at that step.
    const wanted = endOfShare(shareOf(store.getState())) ?? selection
    if (wanted === null) return boxOfStep()
    return layout.boxes.find(({ key }) => key === wanted) ?? null
  }
  const uncover = () => {
    const box = currentBox()
    look()
    if (box) sight.bring(box.key)
    else sight.follow(currentColumn(), null)
  }
  const measureOnce = () =>
    setRoom(unfold, {
      width: scroller.clientWidth - elements.folded.getBoundingClientRect().width,
      height: scroller.parentElement!.clientHeight - heightOfTools(scroller.parentElement!),
      whole: scroller.clientWidth,
    })
  /** The folded graph grows with the rest and leaves it the less room: once more, until both agree. */
  const measure = () => {
    for (let i = 0; i < 4; i++) {
      const { room } = store.getState()
      measureOnce()
      if (room === store.getState().room) return
    }
  }
  /** Fingers and wheels say themselves what stays in place. */
  let isHeld = false
  const moving = whenAsked(scroller, async () =>
    (await import('./moveAlongTime')).moveAlongTime({
      scroller,
      level: () => store.getState().view.zoomLevel,
      timeAt: sight.timeAtClient,
      zoomTo: (level, time, clientX) => {
        isHeld = true
        setZoomLevel(unfold, level)
        isHeld = false
        sight.keepAt(time, clientX)
      },
    }),
  )
  let heightBefore = -1
  const observer = new ResizeObserver((entries) => {
    // The legend writes other letters at every step: as long as it is as high, there is as much room.
    const isLegend = ({ target }: ResizeObserverEntry) => target !== scroller.parentElement
    const { height } = entries.find(isLegend)?.contentRect ?? { height: heightBefore }
    const isAsHigh = height === heightBefore
    if (entries.every(isLegend) && isAsHigh) return
    heightBefore = height
    const { whole } = store.getState().room
    const { zoom } = layout
    measure()
    // A window that is made narrower, or an inspector that comes beside the graph, leaves in sight what one reads about; so do tools that take a row of it.
    const { room } = store.getState()
    if (isAsHigh && room.whole! > whole!) {
      // Where an inspector beside the graph goes one stays where one was.
      look()
      sight.follow(currentColumn(), null)
    } else if (whole !== room.whole || zoom !== layout.zoom) uncover()
  })
  observer.observe(scroller.parentElement!)
  // What is offered there for a while takes a row of its own where it must, and the graph has less room.
  observer.observe(elements.legend.parentElement!)
  scroller.addEventListener('scroll', onScroll, { passive: true })
  // On a phone the page scrolls, too.
  document.addEventListener('scroll', look, { passive: true })
  let finished = -1
  const unsubscribe = [
    store.subscribe((state, before) => {
      const isZoomed = state.view.zoomLevel !== before.view.zoomLevel && !isHeld
      const kept = isZoomed ? sight.center(currentColumn()) : 0
      const time = isZoomed ? sight.timeAtClient(kept) : 0
      const { zoom } = layout
      if (isDrawnAnew(state, before)) update()
      // The folded graph has another size then, and leaves another room.
      if (state.document !== before.document && zoom !== layout.zoom) measure()
      if (isZoomed) sight.keepAt(time, kept)
      const share = endOfShare(shareOf(state))
      if (share !== null && state.explaining.share !== before.explaining.share) sight.bring(share)
      else if (state.selection !== before.selection && state.selection !== null)
        sight.bring(share ?? state.selection)
      // What is let go leaves the graph to the playhead; what lies over it is put away to see what is below.
      else if (
        (state.selection !== before.selection && !matchMedia(compact).matches) ||
        state.document !== before.document
      ) {
        const { selection } = state
        // What one reads about stays in sight, whatever is edited.
        if (selection !== null) sight.bring(selection)
        else if (clock.store.getState().playhead === 0) sight.toStart(currentColumn(), boxOfStep())
        else sight.follow(currentColumn(), null)
      }
      const pointedIn = (one: State) => one.pointed ?? shareOf(one)?.pointed ?? null
      if (pointedIn(state) !== pointedIn(before)) stage.point(pointedIn(state))
    }),
    clock.store.subscribe(({ playhead }) => {
      // Before anything is written: what is as it was need not be laid out to be scrolled.
      if (
        finished !== (finished = Math.ceil(playhead)) &&
        // Steps are followed whatever is selected.
        (finished === 0 && !isScrubbed
          ? sight.toStart(currentColumn(), boxOfStep())
          : sight.follow(currentColumn(), isScrubbed ? null : boxOfStep()))
      ) {
        hasLooked = true
        look()
      }
      stage.paint(playhead)
    }),
  ]
  sight.look()
  measure()
  update()
  sight.begin(currentColumn(), currentBox())
  look()
  return {
    uncover,
    look,
    cut: () => {
      for (const stop of unsubscribe) stop()
      observer.disconnect()
      scroller.removeEventListener('scroll', onScroll)
      document.removeEventListener('scroll', look)
      for (const part of [stage, folded, hairlines, moving]) part.destroy()
    },
  }
}

/** `W a(3)`: the key of where it is used. */
const endOfShare = (share: OpenShare | null): string | null => share && share.edge.split(' ')[1]!

/** Legend and tools stand over the headings of the stage, or, where that would cover too much, below it. */
const heightOfTools = (stage: HTMLElement): number => {
  const foot = stage.querySelector<HTMLElement>('.stage-foot')!
  return getComputedStyle(foot).position === 'relative' ? foot.offsetHeight : 0
}

const toActions = (unfold: Unfold): Omit<StageActions, 'scrub'> => {
  const { store } = unfold
  return {
    // What is selected opens its numbers; pressed beside them it is let go.
    select: (key, cell, half = cell?.isGradient ? 'backward' : 'forward') => {
      const { selection } = store.getState()
      if (key === null || selection !== key) selectHalf(unfold, key, half)
      else if (cell) openEntry(unfold, { key, ...cell })
      else select(unfold, null)
    },
    point: (pointed) => point(unfold, pointed),
    openFold: () => setFoldOpen(unfold, true),
    sentence: () => spokenSentence(unfold),
  }
}
