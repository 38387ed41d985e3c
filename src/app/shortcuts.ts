/** Shortcuts: keys → commands of the table; and the walk along the edges of the graph. */
import type * as EdgeWalkFile from './edgeWalk'
import { type Direction, neighbourOf } from '../layout/walk'
import { type Chord, type Place, commands } from '../store/commands'
import { isCovered } from '../panels/covers'
import { openEntry } from '../store/actions/explain'
import { select } from '../store/actions/view'
import type { Unfold } from '../store/unfold'

/** Listens to the whole page; gives back what stops it. `openKeys` shows the list of keys. */
export const listenToKeys = (unfold: Unfold, openKeys: () => void): (() => void) => {
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return
    if (leavesField(event) || choosesEnd(event)) return event.preventDefault()
    // What is open over the page has the keys.
    if (isCovered()) return
    if (walk(unfold, event)) return event.preventDefault()
    const target = event.target as Element
    for (const { chords, isEnabled, perform, needsDialog } of commands)
      for (const chord of chords) {
        if (!matches(chord, event) || !isAt(chord.place, target)) continue
        // A key that does nothing here is the browser's; but on the stage it would scroll, and in a field undo what another says.
        if (!isEnabled(unfold) && chord.place !== 'stage' && !isTyped(target)) return
        event.preventDefault()
        if (needsDialog) openKeys()
        else if (isEnabled(unfold)) perform(unfold)
        return
      }
  }
  // Any press completes what moves, and then does its own work.
  const complete = () => {
    const { playhead, isPlaying } = unfold.clock.store.getState()
    if (!isPlaying && !Number.isInteger(playhead)) unfold.clock.jump(Math.ceil(playhead))
  }
  document.addEventListener('keydown', complete, { capture: true })
  document.addEventListener('pointerdown', complete, { capture: true })
  document.addEventListener('keydown', onKey)
  document.addEventListener('focusin', enter)
  document.addEventListener('input', count)
  return () => {
    document.removeEventListener('focusin', enter)
    document.removeEventListener('input', count)
    document.removeEventListener('keydown', complete, { capture: true })
    document.removeEventListener('pointerdown', complete, { capture: true })
    document.removeEventListener('keydown', onKey)
  }
}

const matches = ({ key, shift = false, control = false }: Chord, event: KeyboardEvent): boolean =>
  event.key.toLowerCase() === key.toLowerCase() &&
  (key === '?' || event.shiftKey === shift) &&
  (event.ctrlKey || event.metaKey) === control &&
  !event.altKey

/** What the field said when one came to it, what was last typed in it since, and how much of that is undone. */
let atFirst = ''
let latest: string | null = null
let undone = 0
const enter = ({ target }: Event) => {
  atFirst = (target as HTMLInputElement).value
  latest = null
  undone = 0
}
const count = (event: Event) => {
  const { inputType } = event as InputEvent
  latest = (event.target as HTMLInputElement).value
  undone = inputType === 'historyUndo' ? undone + 1 : inputType === 'historyRedo' ? undone - 1 : 0
}

/** Does a field say what was typed in it since one came to it? Then undo is its own. */
const isOwn = (field: EventTarget | null): boolean => (field as HTMLInputElement).value === latest

/** In a field undo is the browser's own, of what is typed there; some browsers would go on in another field. */
const leavesField = ({ key, target, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean => {
  const pressed = key.toLowerCase()
  if (!(ctrlKey || metaKey) || !isTyped(target as Element)) return false
  if (!isOwn(target)) return pressed === 'y'
  if (pressed === 'z' && !shiftKey) return (target as HTMLInputElement).value === atFirst
  return (pressed === 'z' || pressed === 'y') && undone === 0
}

/** Home and End choose the first and the last of what one chooses among, as the arrows do the next. */
const choosesEnd = ({
  key,
  target,
  ctrlKey,
  metaKey,
  shiftKey,
  altKey,
}: KeyboardEvent): boolean => {
  const place = { Home: 0, End: -1 }[key]
  if (place === undefined || ctrlKey || metaKey || shiftKey || altKey) return false
  if (!(target as Element).matches('[type=radio]')) return false
  const all = (target as Element)
    .closest('[role=radiogroup]')
    ?.querySelectorAll<HTMLElement>('[type=radio]:enabled')
  const end = [...(all ?? [])].at(place)
  end?.focus()
  end?.click()
  return end !== undefined
}

const isTyped = (target: Element): boolean => isText(target) && !target.matches('[type=range]')

const isText = (target: Element): boolean =>
  target.matches('input:not([type=radio], [type=checkbox], [type=file]), textarea')

const isAt = (place: Place, target: Element): boolean => {
  switch (place) {
    case 'notTyped':
      return !isTyped(target) || !isOwn(target)
    case 'notText':
      return !isText(target)
    case 'free':
      return target.closest('button, input, select, textarea, a, [role=button]') === null
    case 'stage':
      // Whoever has pressed a button with the mouse goes on with the arrows.
      return (
        target === document.body || target.closest('.stage, .timeline, .transport button') !== null
      )
  }
}

/** Enter or ↓ on the graph leads to a variable; there the arrows walk along the graph, Enter selects, Alt with ↓ or ↑ leads on to its edges, Escape leads back. */
const walk = (unfold: Unfold, event: KeyboardEvent): boolean => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return false
  const target = event.target as Element
  const edge = target.closest<SVGPathElement>('.stage path.near')
  if (edge) return edges!.moveOnEdges(unfold, edge, event.key, focusNode)
  const element = target.closest<SVGElement>('.stage [data-key]')
  if (event.altKey) {
    if (!element || !['ArrowDown', 'ArrowUp'].includes(event.key)) return false
    void toEdges(unfold, element.dataset.key!, event.key === 'ArrowUp')
    return true
  }
  if (element) return walkFrom(unfold, element.dataset.key!, event.key)
  if (!target.matches('.unfolded') || !['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key))
    return false
  focusNode(entrance(unfold))
  return true
}

type EdgeWalk = typeof EdgeWalkFile

/** The walk along the edges; it comes when it is first asked for. */
let edges: EdgeWalk | null = null

const toEdges = async (unfold: Unfold, key: string, isLast: boolean): Promise<void> => {
  edges ??= await import('./edgeWalk')
  edges.enterEdges(unfold, key, isLast)
}

const walkFrom = (unfold: Unfold, key: string, pressed: string): boolean => {
  if (pressed === 'Enter' || pressed === ' ') {
    // What is selected already opens its first number.
    if (unfold.store.getState().selection === key)
      openEntry(unfold, { key, isGradient: false, entry: 0 })
    else select(unfold, key)
    return true
  }
  if (pressed === 'Escape' && unfold.store.getState().selection === null) {
    document.querySelector<SVGElement>('.stage .unfolded')?.focus()
    return true
  }
  const direction = directions[pressed]
  if (!direction) return false
  const { document: edited, room, view } = unfold.store.getState()
  const next = neighbourOf(unfold.derived.layoutOf(edited.network, room, view), key, direction)
  if (next) focusNode(next)
  return true
}

/** Where the walk begins: at what is selected, else at what the last step was about or went along, else at the first variable. */
const entrance = (unfold: Unfold): string => {
  const { document: edited, selection, grain } = unfold.store.getState()
  const { runner, schedule } = unfold.derived.planOf(edited.network)
  const { nodes, edges: all } = runner.graph
  const finished = Math.floor(unfold.clock.store.getState().playhead)
  const step = schedule.steps[grain][finished - 1]
  const along = schedule.contributions
    .slice(step?.from, step?.to ?? 0)
    .flatMap((contribution) => contribution.edges)
    .flatMap((edge) => [all[edge]!.to, all[edge]!.from])
  const keys = [...(step?.nodes ?? []), ...along].map((id) => nodes[id]!.key)
  return [selection, ...keys].find((key) => key !== null && isWalked(key)) ?? 'x(1)'
}

/** A parameter stands in the folded graph alone: from there the arrows lead nowhere. */
const isWalked = (key: string): boolean => !!elementOf(key)?.closest('.unfolded')

const elementOf = (key: string): SVGElement | null =>
  document.querySelector<SVGElement>(`.stage [data-key="${CSS.escape(key)}"]`)

const focusNode = (key: string): void => {
  const element = elementOf(key)
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowRight: 'right',
  ArrowLeft: 'left',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
