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
  element.normalize()
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
  content!.style.marginRight = `${Number.parseFloat(row!.style.marginRight || '0') / ratio}em`
  content!.classList.add('script')
  script.replaceWith(content!)
}
