/** What is looked at, and how: selection, playhead, grain, language, theme, messages. None of it is an edit. */
import { changeGrain } from '../../engine/frame'
import { type Grain, type Order, type Phase, turnOf } from '../../engine/schedule'
import type { View } from '../../layout/columns'
import type { Room } from '../../layout/layout'
import { type Language, isLoaded, loadLanguage } from '../../i18n'
import type { Notation } from '../../notation/notations'
import type { Theme } from '../../notation/scales'
import type { Explaining, SceneId, UnfoldStore } from '../store'
import type { Unfold } from '../unfold'

export const select = (unfold: Unfold, selection: string | null): void =>
  selectHalf(unfold, selection, 'forward')

/** `half`: by its value, or by its gradient, which is read about first then. */
export const selectHalf = (unfold: Unfold, selection: string | null, half: Phase): void => {
  const { explaining } = unfold.store.getState()
  unfold.store.setState({
    ...{ selection, view: viewShowing(unfold, selection) },
    // It is chosen itself, not the number that was taken apart before.
    explaining: { ...shareUnder(explaining, selection), asked: { half }, trail: [] },
    // What a finger has touched stays pointed at until then.
    ...(selection === null ? { pointed: null } : {}),
  })
}

/** An open share stands under the name of its parameter, or under what is computed: what else is chosen takes its place. */
export const shareUnder = (explaining: Explaining, selection: string | null): Explaining => {
  const { share } = explaining
  if (share === null || selection === null || share.edge.startsWith(`${selection} `))
    return explaining
  return { ...explaining, share: null }
}

/** What is folded away opens where it is asked for. */
export const viewShowing = ({ store, derived }: Unfold, key: string | null): View => {
  const { document, room, view } = store.getState()
  const { byKey } = derived.planOf(document.network).runner.graph
  const t = key === null ? null : (byKey.get(key)?.t ?? null)
  if (t === null || view.isFoldOpen) return view
  const { fold } = derived.layoutOf(document.network, room, view)
  return fold && fold.from <= t && t <= fold.to ? { ...view, isFoldOpen: true } : view
}

/** Keeps what has been done, as whole steps of the other grain. */
export const setGrain = ({ store, clock, derived }: Unfold, grain: Grain): void => {
  const before = store.getState()
  const { schedule } = derived.planOf(before.document.network)
  const finished = Math.ceil(clock.store.getState().playhead)
  store.setState({ grain })
  clock.jump(changeGrain(schedule, before.grain, grain, finished))
}

/** Another order has other steps: keeps the half of the run that has been reached. */
export const setOrder = (unfold: Unfold, order: Order): void =>
  keepHalf(unfold, () => unfold.store.setState({ order }))

export const keepHalf = ({ store, clock, derived }: Unfold, change: () => void): void => {
  const finished = Math.ceil(clock.store.getState().playhead)
  const scheduleOf = () => derived.planOf(store.getState().document.network).schedule
  const { grain } = store.getState()
  const before = scheduleOf()
  const isDone = finished >= before.steps[grain].length
  const isBack = finished >= turnOf(before, grain)
  change()
  const after = scheduleOf()
  clock.jump(isDone ? after.steps[grain].length : isBack ? turnOf(after, grain) : 0)
}

/** One whole time step on or back, at any grain. */
export const stepTime = ({ store, clock, derived }: Unfold, direction: 1 | -1): void => {
  const { document, grain } = store.getState()
  const steps = derived.planOf(document.network).schedule.steps[grain]
  const finished = Math.ceil(clock.store.getState().playhead)
  const isEdge = (k: number) => {
    const [last, next] = [steps[k - 1], steps[k]]
    return !last || !next || last.t !== next.t || last.phase !== next.phase
  }
  let k = finished + direction
  while (k > 0 && k < steps.length && !isEdge(k)) k += direction
  clock.jump(k)
}

/** Wider or narrower by one level. */
export const zoom = (unfold: Unfold, direction: 1 | -1): void =>
  setZoomLevel(unfold, unfold.store.getState().view.zoomLevel + direction)

/** A fraction of a level is a level, too. */
export const setZoomLevel = ({ store }: Unfold, level: number): void => {
  const { view } = store.getState()
  const zoomLevel = Math.max(-8, Math.min(4, level))
  if (zoomLevel !== view.zoomLevel) store.setState({ view: { ...view, zoomLevel } })
}

export const setFoldOpen = ({ store }: Unfold, isFoldOpen: boolean): void =>
  store.setState({ view: { ...store.getState().view, isFoldOpen } })

export const setScene = ({ store }: Unfold, scene: SceneId): void => store.setState({ scene })
export const setSpeed = ({ store }: Unfold, speed: number): void => store.setState({ speed })
/** The language that was asked for last. */
const wantedLanguages = new WeakMap<UnfoldStore, Language>()

/** At once where its words are here, else as soon as they have come, unless another one has been asked for meanwhile. */
export const setLanguage = ({ store }: Unfold, language: Language): void => {
  wantedLanguages.set(store, language)
  const show = () => {
    if (wantedLanguages.get(store) === language) store.setState({ language })
  }
  if (isLoaded(language)) show()
  else void loadLanguage(language).then(show)
}
export const setTheme = ({ store }: Unfold, theme: Theme): void => store.setState({ theme })
export const setNotation = ({ store }: Unfold, notation: Notation): void =>
  store.setState({ notation })
export const setRoom = ({ store }: Unfold, room: Room): void => {
  const { width, height } = store.getState().room
  if (width !== room.width || height !== room.height) store.setState({ room })
}
export const dismiss = ({ store }: Unfold): void => store.setState({ message: null })
