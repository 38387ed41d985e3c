/** Shortcuts: keys → commands of the table; and the walk along the edges of the graph. */
import type { GraphNode } from '../engine/unfold'
import { type Chord, type Place, commands } from '../store/commands'
import { select } from '../store/actions/view'
import type { Unfold } from '../store/unfold'

/** Listens to the whole page; gives back what stops it. `openKeys` shows the list of keys. */
export const listenToKeys = (unfold: Unfold, openKeys: () => void): (() => void) => {
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return
    if (document.querySelector('dialog[open]')) return
    if (walk(unfold, event)) return event.preventDefault()
    const target = event.target as Element
    for (const { chords, isEnabled, perform, needsDialog } of commands)
      for (const chord of chords) {
        if (!matches(chord, event) || !isAt(chord.place, target)) continue
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
  return () => {
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

const isText = (target: Element): boolean =>
  target.matches('input:not([type=radio], [type=checkbox], [type=file]), textarea')

const isAt = (place: Place, target: Element): boolean => {
  switch (place) {
    case 'everywhere':
      return true
    case 'notText':
      return !isText(target)
    case 'free':
      return target.closest('button, input, select, textarea, a, [role=button]') === null
    case 'stage':
      return target === document.body || target.closest('.stage') !== null
  }
}

/** Arrow keys on a variable lead along the graph; Enter and Space select it. */
const walk = (unfold: Unfold, event: KeyboardEvent): boolean => {
  const element = (event.target as Element).closest<SVGElement>('.stage [data-key]')
  if (!element || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
  const { graph } = unfold.derived.planOf(unfold.store.getState().document.network).runner
  const node = graph.byKey.get(element.dataset.key!)
  if (!node) return false
  if (event.key === 'Enter' || event.key === ' ') {
    select(unfold, node.key)
    focusNode(node.key)
    return true
  }
  const next = neighbour(element, event.key)
  if (!next) return event.key.startsWith('Arrow')
  element.setAttribute('tabindex', '-1')
  next.setAttribute('tabindex', '0')
  next.focus()
  return true
}

const focusNode = (key: GraphNode['key']): void =>
  document.querySelector<SVGElement>(`.stage [data-key="${CSS.escape(key)}"]`)?.focus()

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The variable nearest in the direction of an arrow, in the same row or column first. */
const neighbour = (element: SVGElement, key: string): SVGElement | null => {
  const direction = directions[key]
  if (!direction) return null
  const [dx, dy] = direction
  const middle = (e: Element) => {
    const { x, y, width, height } = e.getBoundingClientRect()
    return [x + width / 2, y + height / 2] as const
  }
  const [x, y] = middle(element)
  const ahead = [...document.querySelectorAll<SVGElement>('.stage .box')]
    .filter((other) => other !== element)
    .map((other) => {
      const [ox, oy] = middle(other)
      const [along, aside] = [
        (ox - x) * dx + (oy - y) * dy,
        Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx),
      ]
      return { other, along, aside }
    })
    .filter(({ along, aside }) => along > 4 && aside <= along * 2)
    .toSorted((a, b) => a.along + 4 * a.aside - (b.along + 4 * b.aside))
  return ahead[0]?.other ?? null
}
