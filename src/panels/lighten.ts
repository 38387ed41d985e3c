/** Lighten: takes out of a typeset formula the elements that change nothing that is seen or heard: each costs whenever a formula changes. */

/** `formula`: what KaTeX has made. Nothing moves by a pixel. */
export const lighten = (formula: Element): void => {
  for (const source of formula.querySelectorAll('annotation')) source.remove()
  for (const wrapper of formula.querySelectorAll('semantics')) unwrap(wrapper)
  for (const script of formula.querySelectorAll('.msupsub')) raise(script)
  // From the inside out, so that what has become empty or simple is seen to be so.
  for (const element of [...formula.querySelectorAll('mrow, .mord, .katex-sizing')].toReversed())
    simplify(element)
}

const unwrap = (element: Element): void => element.replaceWith(...element.childNodes)

/** A lone superscript is lifted, in place of a table with two struts. */
const raise = (script: Element): void => {
  const [table, more] = script.children
  const column = table?.querySelector(':scope > .vlist-r > .vlist')
  const [place, second] = column?.children ?? []
  const [strut, content] = place?.children ?? []
  const isLone = !more && !second && table!.childElementCount === 1
  if (!isLone || !content || !strut?.matches('.pstrut')) return
  const { style } = place as HTMLElement
  const lift = emOf(style.top) + emOf((strut as HTMLElement).style.height)
  const lifted = document.createElement('span')
  lifted.className = 'lifted'
  lifted.style.top = `${lift.toFixed(4)}em`
  lifted.style.marginRight = style.marginRight
  lifted.append(content)
  script.replaceWith(lifted)
}

const emOf = (length: string): number => Number.parseFloat(length)

/** Classes that only say what a part is: no rule of KaTeX's hangs on them alone. */
const names = new Set(['mord', 'mopen', 'mclose', 'mbin', 'mrel', 'mpunct', 'mtight'])

const isPlain = (element: Element): boolean =>
  !element.hasAttribute('style') && [...element.classList].every((name) => names.has(name))

const simplify = (element: Element): void => {
  const { children } = element
  if (element.localName === 'mrow') {
    if (children.length === 0) element.remove()
    return
  }
  // Letters of one font, one after the other, are one text.
  if ([...children].every((child) => child.childElementCount === 0 && isPlain(child)))
    for (const child of [...children]) unwrap(child)
  element.normalize()
  if (!isPlain(element)) return
  if (element.childNodes.length === 0) element.remove()
  else if (element.childNodes.length === 1 && children.length === 1) unwrap(element)
}
