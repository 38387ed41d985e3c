/** Typeset: formulas are typeset once for all times; the times are put into a copy, and only they change from step to step. */

export type Render = (tex: string, element: HTMLElement) => void

/** A time in parentheses above a letter: `h^{(3)}`. */
const timeAbove = /(?<=\^\{\()\d+(?=\)\})/g
/** Numerals that no formula holds, one for each time that is told apart. */
const firstStandIn = 80907000
const commonStart = '80907'
const standIns = /80907\d{3}/g

const mostKept = 500
/** Copies of one formula that wait for a place. */
const mostSpare = 8

/** A formula as it stands in one place; its texts that hold times, and what they are made from. */
interface Copy {
  readonly stem: string
  readonly node: Node
  readonly slots: readonly { readonly text: Text; readonly pattern: string }[]
}

export interface Typesetter {
  /** Puts a formula into a place, as all that is in it. */
  readonly put: (tex: string, place: Element) => void
  /** The place is gone: another may have its copy. */
  readonly leave: (place: Element) => void
}

/** What is kept does not grow beyond bounds. */
export const createTypesetter = (render: Render): Typesetter => {
  const kept = new Map<string, HTMLElement>()
  const spare = new Map<string, Copy[]>()
  const copies = new WeakMap<Element, Copy>()
  const elementOf = (stem: string): HTMLElement => {
    let element = kept.get(stem)
    if (!element) {
      element = document.createElement('span')
      render(stem, element)
      if (kept.size >= mostKept) {
        kept.clear()
        spare.clear()
      }
      kept.set(stem, element)
    }
    return element
  }
  const leave = (place: Element) => {
    const copy = copies.get(place)
    if (!copy) return
    copies.delete(place)
    const others = spare.get(copy.stem)
    if (!others) spare.set(copy.stem, [copy])
    else if (others.length < mostSpare) others.push(copy)
  }
  return {
    leave,
    put: (tex, place) => {
      const times = [...new Set(tex.match(timeAbove))]
      const stem = tex.replace(timeAbove, (time) => `${firstStandIn + times.indexOf(time)}`)
      let copy = copies.get(place)
      if (copy?.stem !== stem) {
        leave(place)
        copy = spare.get(stem)?.pop() ?? toCopy(stem, elementOf(stem))
        copies.set(place, copy)
      }
      putIn(copy, times)
      if (place.firstChild !== copy.node) place.replaceChildren(copy.node)
    },
  }
}

const toCopy = (stem: string, element: HTMLElement): Copy => {
  const node = element.firstChild!.cloneNode(true)
  const slots: { text: Text; pattern: string }[] = []
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  // The source of the formula stands in one text, a time elsewhere in one of its own.
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    if (text.nodeValue!.includes(commonStart))
      slots.push({ text: text as Text, pattern: text.nodeValue! })
  return { stem, node, slots }
}

const putIn = ({ slots }: Copy, times: readonly string[]): void => {
  for (const { text, pattern } of slots) {
    const written = pattern.replace(standIns, (all) => times[Number(all) - firstStandIn]!)
    if (text.nodeValue !== written) text.nodeValue = written
  }
}
