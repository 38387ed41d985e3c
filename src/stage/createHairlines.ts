/** Hairlines: a parameter that is pointed at, focused or selected lights up at every step; a thread from its original in the folded graph goes through all of them. */
import { select } from 'd3'
import { hairline } from '../layout/hairline'
import type { Point } from '../layout/shapes'

export interface Hairlines {
  /** Draws them anew, after anything has moved; `selection`: joined as long as nothing else is. */
  readonly update: (selection: string | null) => void
  readonly destroy: () => void
}

/** `svg` lies over `root`, in which whatever uses a parameter says so by `data-uses`. */
export const createHairlines = (svg: SVGSVGElement, root: HTMLElement): Hairlines => {
  const cover = createCover(svg)
  const lines = select(svg).append('g').attr('mask', `url(#${cover.id})`)
  let selected: string | null = null
  // What is pointed at or focused when they come has been so for a moment.
  const usedNow = (state: 'hover' | 'focus') =>
    root.querySelector<SVGElement>(`[data-uses]:${state}`)?.dataset.uses ?? null
  let pointed = usedNow('hover')
  let focused = usedNow('focus')
  let shown: string | null = null

  const users = (key: string) =>
    [...root.querySelectorAll<SVGGraphicsElement>('[data-uses]')].filter(
      ({ dataset }) => dataset.uses === key,
    )

  const show = () => {
    const key = pointed ?? focused ?? selected
    // What is drawn anew has lost its light: all of it is looked at again.
    for (const element of root.querySelectorAll('.joined')) element.classList.remove('joined')
    const found = key === null ? [] : users(key)
    for (const element of found) element.classList.add('joined')
    shown = found.length > 0 ? key : null
    draw(found)
  }

  const draw = (found: readonly SVGGraphicsElement[]) => {
    const letters = found.filter((element) => element.tagName === 'text')
    const original = letters.find((letter) => letter.closest('.folded'))
    const copies = letters.filter((letter) => original && !letter.closest('.folded'))
    const origin = svg.getBoundingClientRect()
    const middle = (element: Element): Point => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return { x: left + width / 2 - origin.left, y: top + height / 2 - origin.top }
    }
    // Where the folded graph stays in place, copies may have been scrolled under it.
    const covered =
      original && copies.some((copy) => copy.ownerSVGElement !== original.ownerSVGElement)
        ? original.ownerSVGElement!.getBoundingClientRect().right - origin.left
        : -Infinity
    const from = original && middle(original)
    const ends = from ? copies.map(middle).filter(({ x }) => x > covered) : []
    ends.sort((a, b) => a.x - b.x)
    cover.update(ends.length > 0 ? [...root.querySelectorAll(solid)] : [], origin)
    lines
      .selectAll<SVGPathElement, Point>('path')
      .data(ends)
      .join('path')
      .attr('class', original?.classList.value.match(/hue-\d/)?.[0] ?? 'plain')
      .attr('d', (to, i) => hairline(ends[i - 1] ?? from!, to))
  }

  const keyAt = ({ target }: Event): string | null =>
    (target as Element).closest<SVGElement>('[data-uses]')?.dataset.uses ?? null
  const onPointer = (event: Event) => {
    const key = event.type === 'pointerover' ? keyAt(event) : null
    if (key === pointed) return
    pointed = key
    show()
  }
  const onFocus = (event: Event) => {
    focused = event.type === 'focusin' ? keyAt(event) : null
    show()
  }
  const onScroll = () => {
    if (shown !== null) draw(users(shown))
  }
  const listeners = [
    ['pointerover', onPointer],
    ['pointerleave', onPointer],
    ['focusin', onFocus],
    ['focusout', onFocus],
  ] as const
  for (const [type, listener] of listeners) root.addEventListener(type, listener)
  root.addEventListener('scroll', onScroll, { capture: true, passive: true })

  return {
    update: (selection) => {
      selected = selection
      if (selected !== null || pointed !== null || focused !== null || shown !== null) show()
    },
    destroy: () => {
      for (const [type, listener] of listeners) root.removeEventListener(type, listener)
      root.removeEventListener('scroll', onScroll, { capture: true })
      select(svg).selectAll('*').remove()
    },
  }
}

/** What a line goes behind: numbers, names and letters are read through none. */
const solid =
  '.drawing :is(.box .frame, .box circle, .name, .header, .parameter, .links .plus.adds circle, .folded .variable circle)'
/** A line ends a little before what it goes behind. */
const air = 4

/** Each has a name of its own in the page. */
let covers = 0

/** Hides lines where something stands. */
const createCover = (svg: SVGSVGElement) => {
  const id = `hairlines-cover-${(covers += 1)}`
  const mask = select(svg).append('mask').attr('id', id).attr('maskUnits', 'userSpaceOnUse')
  mask.append('rect').attr('width', '100%').attr('height', '100%').attr('fill', 'white')
  mask.attr('x', 0).attr('y', 0).attr('width', '100%').attr('height', '100%')
  const holes = mask.append('g')
  return {
    id,
    update: (elements: readonly Element[], origin: DOMRect): void => {
      holes
        .selectAll<SVGRectElement, DOMRect>('rect')
        .data(elements.map((element) => element.getBoundingClientRect()))
        .join('rect')
        .attr('rx', 6)
        .attr('x', ({ left }) => left - origin.left - air)
        .attr('y', ({ top }) => top - origin.top - air)
        .attr('width', ({ width }) => width + 2 * air)
        .attr('height', ({ height }) => height + 2 * air)
    },
  }
}
