/** LoopScene: how a loop becomes a graph: the elements, and the wires from store and travel to D3. */
import { useLayoutEffect, useRef } from 'react'
import type { Graph } from '../engine/unfold'
import { toFolded } from '../layout/folded'
import { toLayout } from '../layout/layout'
import { createUnfolding, withoutGradients } from '../layout/unfolding'
import { LoopBar } from '../panels/LoopBar'
import { LoopPanel } from '../panels/LoopPanel'
import { useUnfold } from '../panels/useUnfold'
import { createHairlines } from '../stage/createHairlines'
import { type LoopPicture, createLoopStage } from '../stage/createLoopStage'
import { ancestorsOf } from '../engine/ancestors'
import { select } from '../store/actions/view'
import { stateAt, stateOf } from '../engine/states'
import { loopOf } from '../store/loop'
import { type Unfold, dictionaryOf, namesOf, spokenSentence } from '../store/unfold'
import './loop.css'

export const LoopScene = () => {
  const unfold = useUnfold()
  const graph = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => wire(unfold, graph.current!), [unfold])
  return (
    <div className="loop">
      <LoopBar />
      <div ref={graph} className="loop-graph">
        <div className="scroller">
          <svg className="drawing" />
        </div>
        <svg className="hairlines" aria-hidden="true" />
      </div>
      <LoopPanel />
    </div>
  )
}

/** In pixels: what track and timeline, which are not drawn here, take of a stage; and what is left to the panel below. */
const undrawn = 140
const panelHeight = 340
const leastHeight = 360
/** The same in a low window, where no more than the bar above and the drawing are seen at once. */
const undrawnLow = 92
const barHeight = 76

/** Ties the drawing to store and travel; gives back what unties them. */
const wire = (unfold: Unfold, root: HTMLElement): (() => void) => {
  const { store } = unfold
  const loop = loopOf(unfold)
  const { travel } = loop
  const [drawing, overlay] = [...root.querySelectorAll('svg')] as [SVGSVGElement, SVGSVGElement]
  const stage = createLoopStage(drawing, {
    // A state that is pressed is asked about; anything else is selected, as everywhere.
    select: (key) => {
      const { graph } = unfold.derived.planOf(store.getState().document.network).runner
      const node = key === null ? undefined : graph.byKey.get(key)
      if (node && node.of === stateOf(graph) && node.t! > 0)
        loop.ask(loop.store.getState().t === node.t ? null : node.t)
      const { selection } = store.getState()
      select(unfold, selection === key ? null : key)
    },
    point: () => {},
    scrub: () => {},
    openFold: () => {},
    sentence: () => spokenSentence(unfold),
  })
  const hairlines = createHairlines(overlay, root)
  const scene = root.closest('main')!
  let forwardOf: { readonly graph: Graph; readonly forward: Graph } | null = null
  const forwardGraph = (graph: Graph): Graph => {
    if (forwardOf?.graph !== graph) forwardOf = { graph, forward: withoutGradients(graph) }
    return forwardOf.forward
  }
  const paint = () => {
    stage.paint(travel.store.getState().position)
    hairlines.update(store.getState().selection)
  }
  let shown: LoopPicture
  const update = () => {
    shown = toLoopPicture(unfold, forwardGraph, root.clientWidth, scene.clientHeight)
    stage.update(shown)
    paint()
  }
  /** The time that was brought into sight last: of the state that is asked about, or the first, once all is out; 0: the loop, and what leaves it. */
  let broughtAt = 0
  const bringIntoSight = () => {
    const { t } = loop.store.getState()
    const before = broughtAt
    broughtAt = travel.store.getState().position < shown.picture.trace.graph.tau ? 0 : (t ?? 1)
    if (broughtAt === before) return
    const { picture, folded } = shown
    const { boxes, zoom } = picture.layout
    const key = broughtAt > 0 ? stateAt(picture.trace.graph, broughtAt)?.key : null
    const box = boxes.find((each) => each.key === key)
    const scroller = drawing.parentElement!
    const left = box ? (folded.width + box.x) * zoom : 0
    // At the right: what it depends on lies before it.
    const past = box ? left + box.width * zoom + 16 - scroller.clientWidth : 0
    if (scroller.scrollLeft < past || scroller.scrollLeft > left) scroller.scrollLeft = past
  }
  const observer = new ResizeObserver(update)
  observer.observe(scene)
  const relevant = [
    'document',
    'running',
    'selection',
    'language',
    'theme',
    'notation',
    'view',
  ] as const
  const unsubscribe = [
    store.subscribe((state, before) => {
      if (relevant.some((key) => state[key] !== before[key])) update()
    }),
    loop.store.subscribe(() => {
      update()
      bringIntoSight()
    }),
    travel.store.subscribe((state, before) => {
      if (state.position !== before.position) paint()
      bringIntoSight()
    }),
  ]
  update()
  return () => {
    for (const stop of unsubscribe) stop()
    observer.disconnect()
    travel.pause()
    hairlines.destroy()
    stage.destroy()
  }
}

const toLoopPicture = (
  unfold: Unfold,
  forwardGraph: (graph: Graph) => Graph,
  width: number,
  sceneHeight: number,
): LoopPicture => {
  const { store, derived } = unfold
  const { document, grain, selection, theme, view } = store.getState()
  const loop = loopOf(unfold)
  const { t } = loop.store.getState()
  const trial = loop.trialRun()
  const network = trial?.network ?? derived.runningOf(document.network)
  const { schedule, progress, runner } = derived.planOf(document.network)
  const graph = forwardGraph(runner.graph)
  const left = sceneHeight - barHeight
  const height =
    left < leastHeight
      ? left + undrawnLow
      : Math.max(leastHeight, sceneHeight - panelHeight) + undrawn
  const lay = (zoom: number) =>
    toLayout(
      graph,
      runner.memory,
      { width: width - foldedWidth * zoom, height },
      view,
      derived.nameWidthOf(graph),
    )
  const { zoom } = lay(1)
  const laid = lay(zoom)
  const folded = toFolded(graph, laid)
  const first = laid.columns.find(({ t: time }) => time === 1)!
  const fit = [laid.width, first.x + first.width]
    .map((right) => width / ((folded.width + right) * laid.zoom))
    .find((each) => each >= leastFit)
  const layout = { ...laid, zoom: laid.zoom * Math.min(1, fit ?? 1) }
  const state = t === null ? undefined : stateAt(runner.graph, t)
  return {
    picture: {
      ...{ network, schedule, progress, grain, layout, selection },
      trace: trial?.trace ?? derived.traceOf(document.network),
      end: schedule.steps[grain].length,
      places: derived.placesOf(layout, schedule.steps[grain]),
      // Those of the run itself, so that a colour means the same number.
      scales: derived.scalesOf(document.network, theme),
      dictionary: dictionaryOf(unfold),
      names: namesOf(unfold, graph.cell),
    },
    folded,
    at: createUnfolding(graph, layout, folded, width / layout.zoom),
    lit: state ? ancestorsOf(runner.graph, state) : null,
    changed: trial?.changed ?? null,
  }
}

const foldedWidth = 124
/** All is drawn so much smaller where all is seen so, or else the copy that stays beside the loop. */
const leastFit = 0.7
