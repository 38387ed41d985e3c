/** Lighten: typeset formulas in fewer elements, each in its place to the pixel: they are laid out anew at every step. */

/** Classes that say what a part is and give it no look. */
const plain = new Set(['mord', 'mopen', 'mclose', 'mrel', 'mbin', 'mpunct', 'mtight', 'minner'])

/** KaTeX's sizes, from `size1` on, in em. */
const sizes = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488]

/** Of what KaTeX has drawn: a script alone is a raised letter and no table, and what has no look of its own is unwrapped. */
export const lighten = (element: Element): void => {
  // What is inside comes first.
  for (const script of [...element.querySelectorAll('.msupsub')].toReversed()) raise(script)
  for (const part of [...element.querySelectorAll('.katex-html span')].toReversed())
    if (part.classList.length > 0 && !part.hasAttribute('style') && isPlain(part))
      part.replaceWith(...part.childNodes)
  for (const strut of element.querySelectorAll<HTMLElement>('.katex-strut'))
    if (isWithinLine(strut)) strut.remove()
  for (const space of element.querySelectorAll<HTMLElement>('.mspace')) widen(space)
  for (const outer of element.querySelectorAll<HTMLElement>('.katex-html')) join(outer)
  for (const outer of element.querySelectorAll<HTMLElement>('.katex')) join(outer)
  element.normalize()
}

/** A space is a margin of what it follows, or of all that it ends. */
const widen = (space: HTMLElement): void => {
  const { previousSibling: before, parentElement: all } = space
  const isLast = space.nextSibling === null && all!.classList.contains('katex-base')
  const other = isLast ? all : before
  // A part of another size has another em.
  if (!(other instanceof HTMLElement) || other.matches('.sizing, .katex-sizing, .mspace')) return
  other.style.marginRight = `${emOf(space.style.marginRight) + emOf(other.style.marginRight)}em`
  space.remove()
}

const emOf = (length: string): number => Number.parseFloat(length || '0')

/** Lines are as high as KaTeX's style sheet makes them; a strut that is no higher does nothing. */
const isWithinLine = ({ style }: HTMLElement): boolean => {
  const below = -emOf(style.verticalAlign)
  return below <= 0.25 && emOf(style.height) - below <= 0.9
}

/** What has one part alone is that part. */
const join = (outer: HTMLElement): void => {
  const [inner, ...others] = outer.children as Iterable<HTMLElement>
  if (!inner || others.length > 0 || !inner.matches('.katex-html, .katex-base')) return
  outer.classList.add(...inner.classList)
  outer.style.marginRight = inner.style.marginRight
  const isHidden = inner.getAttribute('aria-hidden')
  if (isHidden) outer.setAttribute('aria-hidden', isHidden)
  outer.replaceChildren(...inner.childNodes)
}

const isPlain = ({ classList }: Element): boolean => [...classList].every((name) => plain.has(name))

const raise = (script: Element): void => {
  const rows = script.querySelectorAll<HTMLElement>(
    ':scope > .vlist-t > .vlist-r:first-child > .vlist > span',
  )
  const [row] = rows
  const [strut, content] = (row?.children ?? []) as Iterable<HTMLElement>
  const [, from, to] = /reset-size(\d+) size(\d+)/.exec(content?.className ?? '') ?? []
  // Above and below at once only a table can do.
  if (rows.length !== 1 || !to) return
  const ratio = sizes[Number(to) - 1]! / sizes[Number(from) - 1]!
  const up = -Number.parseFloat(row!.style.top) - Number.parseFloat(strut!.style.height)
  content!.style.verticalAlign = `${up / ratio}em`
  content!.style.marginRight = `${emOf(row!.style.marginRight) / ratio}em`
  content!.classList.add('script')
  script.replaceWith(content!)
}
