/** Explain: what is pointed at, the number that is taken apart and the way to it, and which gradients are held back. */
import type { EquationForm } from '../../engine/inline'
import { type EntryPlace, type Explaining, type Pointed, type State, noCuts } from '../store'
import type { Unfold } from '../unfold'
import { select, shareUnder, viewShowing } from './view'

const explain = ({ store }: Unfold, change: Partial<Explaining>): void =>
  store.setState({ explaining: { ...store.getState().explaining, ...change } })

export const point = ({ store }: Unfold, pointed: Pointed | null): void => {
  if (pointed !== store.getState().pointed) store.setState({ pointed })
}

const isSamePlace = (a: EntryPlace, b: EntryPlace): boolean =>
  a.key === b.key && a.isGradient === b.isGradient && a.entry === b.entry

/** The numbers passed on the way, the present one last; none where something else has been selected since. */
export const trailOf = ({ selection, explaining: { trail } }: State): readonly EntryPlace[] =>
  trail.at(-1)?.key === selection ? trail : noTrail

const noTrail: readonly EntryPlace[] = []

/** Takes one number apart, as the start of a new trail; what is open already is closed. */
export const openEntry = (unfold: Unfold, place: EntryPlace): void => {
  const open = trailOf(unfold.store.getState()).at(-1)
  goAlong(unfold, place.key, open && isSamePlace(open, place) ? [] : [place])
}

/** One number further: to what it was made from, or to what uses it. A number already passed is gone back to. */
export const followEntry = (unfold: Unfold, place: EntryPlace): void => {
  const trail = trailOf(unfold.store.getState())
  const passed = trail.findIndex((one) => isSamePlace(one, place))
  goAlong(unfold, place.key, passed < 0 ? [...trail, place] : trail.slice(0, passed + 1))
}

/** One of the numbers of what is read about: it is gone on to from the one that is open, or takes its place where both are of one variable. */
export const goOnToEntry = (unfold: Unfold, place: EntryPlace): void => {
  const open = trailOf(unfold.store.getState()).at(-1)
  if (!open || (isSamePlace(open, place) && open.term === place.term)) openEntry(unfold, place)
  else if (open.key === place.key && open.isGradient === place.isGradient)
    turnToEntry(unfold, place)
  else followEntry(unfold, place)
}

/** Another entry of the same variable, in the place of the present one. */
export const turnToEntry = (unfold: Unfold, place: EntryPlace): void =>
  goAlong(unfold, place.key, [...trailOf(unfold.store.getState()).slice(0, -1), place])

/** One number back; from the first of them to the variable, and from there to nothing selected. */
export const stepOut = (unfold: Unfold): void => {
  const trail = trailOf(unfold.store.getState())
  const before = trail.at(-2)
  if (before) goAlong(unfold, before.key, trail.slice(0, -1))
  else if (trail.length > 0) closeEntry(unfold)
  else select(unfold, null)
}

export const closeEntry = (unfold: Unfold): void => explain(unfold, { trail: [] })

export const goAlong = (
  unfold: Unfold,
  selection: string | null,
  trail: readonly EntryPlace[],
): void =>
  unfold.store.setState({
    selection,
    view: viewShowing(unfold, selection),
    pointed: null,
    explaining: { ...shareUnder(unfold.store.getState().explaining, selection), trail },
  })

export const openShare = (unfold: Unfold, share: Explaining['share']): void =>
  explain(unfold, { share })

export const setForm = (unfold: Unfold, form: EquationForm): void => explain(unfold, { form })

export const setNumbers = (unfold: Unfold, hasNumbers: boolean): void =>
  explain(unfold, { hasNumbers })

/** `cut`: `h(2) a(3)`: the gradient that a(3) would send back to h(2) is held back, or let through again. */
export const toggleCut = (unfold: Unfold, cut: string): void => {
  const cuts = new Set(unfold.store.getState().cuts)
  if (!cuts.delete(cut)) cuts.add(cut)
  unfold.store.setState({ cuts })
}

export const restoreCuts = ({ store }: Unfold): void => store.setState({ cuts: noCuts })
