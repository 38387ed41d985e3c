/** Pointing: what the pointer, a finger or the focus is on, as something that has a place in equations. */
import { pointer, select } from 'd3'
import type { Phase } from '../engine/schedule'
import type { Box, Plus } from '../layout/shapes'
import type { Pointed } from '../store/store'
import { crossAt, type Way } from './links'

/** One set of listeners for the whole drawing. */
export const listenToPointing = (
  root: SVGGElement,
  isSeen: (way: Way) => boolean,
  say: (pointed: Pointed | null) => void,
  /** An arrow is pressed: the variable that it brings something to; its letter: the parameter, by its key; a ⊕: the variable whose gradient it adds. */
  choose: (node: number | string, half: Phase) => void,
): void => {
  const wayAt = (target: Element): Way | null => {
    const near = target.closest<SVGPathElement>('path.near')
    const way = near && select<SVGPathElement, Way>(near).datum()
    return way && isSeen(way) ? way : null
  }
  const pointedAt = (target: Element): Pointed | null => {
    const box = target.closest<SVGGElement>('g.box')
    if (box) {
      const { key } = select<SVGGElement, Box>(box).datum()
      return { phase: 'forward', edges: [], nodes: [key] }
    }
    const way = wayAt(target)
    if (!way) return null
    const { phase, link, matrixEdge } = way
    const edges = [...new Set([link.id, matrixEdge ?? link.id])]
    return { phase, edges, nodes: [] }
  }
  const enter = (event: Event) => {
    const { target } = event
    // Two fingers make columns wider; they point at nothing.
    const { pointerType, isPrimary } = event as PointerEvent
    if (pointerType === 'touch' && !isPrimary) return say(null)
    const pointed = pointedAt(target as Element)
    if (pointed) say(pointed)
  }
  // A finger that is lifted leaves what it has touched pointed at.
  const leave = (event: Event) => {
    const isLifted = (event as PointerEvent).pointerType === 'touch'
    if (!isLifted && pointedAt(event.target as Element)) say(null)
  }
  // The mark of a cut lies beside a variable: near it the way is meant, and leads to what lets it through again.
  root.addEventListener(
    'click',
    (event) => {
      const way = cutAt(root, pointer(event, root))
      if (!way || !isSeen(way)) return
      event.stopPropagation()
      choose(way.link.from, 'backward')
    },
    { capture: true },
  )
  root.addEventListener('click', (event) => {
    const { target } = event
    const letter = (target as Element).closest<SVGTextElement>('text.parameter')
    if (letter) return choose(letter.dataset.uses!, 'forward')
    const plus = (target as Element).closest<SVGGElement>('g.plus')
    if (plus) return choose(select<SVGGElement, Plus>(plus).datum().node, 'backward')
    const way = wayAt(target as Element)
    if (!way) return
    // An arrow ends at a variable, and so does what is round the arrow: pressed there the variable is meant.
    const beside = boxBeside(root, pointer(event, root))
    choose(beside?.node ?? (way.phase === 'forward' ? way.link.to : way.link.from), way.phase)
  })
  root.addEventListener('pointerover', enter)
  root.addEventListener('focusin', enter)
  root.addEventListener('pointerout', leave)
  // A finger that scrolls has touched nothing.
  root.addEventListener('pointercancel', () => say(null))
  root.addEventListener('focusout', leave)
}

/** So near the mark of a cut it is pressed, in the layout's pixels. */
const besideCut = 14

const cutAt = (root: SVGGElement, [x, y]: readonly [number, number]): Way | undefined =>
  [...root.querySelectorAll<SVGPathElement>('path.near')]
    .map((element) => select<SVGPathElement, Way>(element).datum())
    .find(({ isCut, route }) => {
      const [crossX, crossY] = crossAt(route)
      return isCut && Math.hypot(x - crossX, y - crossY) < besideCut
    })

/** So near a variable it is pressed, in the layout's pixels. */
const besideBox = 6

const boxBeside = (root: SVGGElement, [x, y]: readonly [number, number]): Box | undefined =>
  [...root.querySelectorAll<SVGGElement>('g.box')]
    .map((element) => select<SVGGElement, Box>(element).datum())
    .find(
      (box) =>
        Math.abs(x - box.x - box.width / 2) < box.width / 2 + besideBox &&
        Math.abs(y - box.y - box.height / 2) < box.height / 2 + besideBox,
    )
