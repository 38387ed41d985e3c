/** Typeset: formulas are typeset once for all times; the times are put into a copy. A step then costs no typesetting. */

export type Render = (tex: string, element: HTMLElement) => void

/** A time in parentheses above a letter: `h^{(3)}`. */
const timeAbove = /(?<=\^\{\()\d+(?=\)\})/g
/** Numerals that no formula holds, one for each time that is told apart. */
const firstStandIn = 80907000
const commonStart = '80907'
const standIns = /80907\d{3}/g

const mostKept = 500

/** Gives a new copy at every call; what is kept does not grow beyond bounds. */
export const createTypesetter = (render: Render): ((tex: string) => Node) => {
  const kept = new Map<string, HTMLElement>()
  return (tex) => {
    const times = [...new Set(tex.match(timeAbove))]
    const stem = tex.replace(timeAbove, (time) => `${firstStandIn + times.indexOf(time)}`)
    let element = kept.get(stem)
    if (!element) {
      element = document.createElement('span')
      render(stem, element)
      if (kept.size >= mostKept) kept.clear()
      kept.set(stem, element)
    }
    const copy = element.cloneNode(true)
    if (times.length > 0) putIn(copy, times)
    return copy
  }
}

const putIn = (copy: Node, times: readonly string[]): void => {
  const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const { nodeValue } = text
    // The source of the formula stands in one text, a time elsewhere in one of its own.
    if (nodeValue!.includes(commonStart))
      text.nodeValue = nodeValue!.replace(standIns, (all) => times[Number(all) - firstStandIn]!)
  }
}
