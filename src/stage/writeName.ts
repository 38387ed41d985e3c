/** WriteName: a name as the stage shows it: a letter in italics or a word upright, what it joins low behind it, its time raised. */
import type { GraphNode } from '../engine/unfold'
import { type Names, isWordy, toTime } from '../notation/names'
import { createMark, writeText } from './write'

export const writeName = (
  text: SVGTextElement,
  names: Names,
  named: Pick<GraphNode, 'of' | 't'>,
  isStacked = false,
): void => {
  /** How far what was written last stands below the line. */
  let below = 0
  const write = (kind: string, content: string, offset: number) => {
    const part = createMark('tspan', { class: kind })
    if (offset !== below) part.setAttribute('dy', String(offset - below))
    below = offset
    part.textContent = content
    text.append(part)
    return part
  }
  text.replaceChildren()
  names.parts(named).forEach(({ stem, index }, i) => {
    if (i > 0) write('word', ' + ', 0)
    const part = write(isWordy(stem) ? 'word' : 'letter', stem, 0)
    if (i > 0 && isStacked) {
      part.setAttribute('x', text.getAttribute('x')!)
      part.setAttribute('dy', '15')
    }
    if (index) write(isWordy(stem) ? 'word low' : 'low', index, 4)
  })
  const time = toTime(named)
  if (time) write('time', time, -6).setAttribute('dx', '1')
}

/** The name of a matrix beside its arrow, anew only where another one stands. */
export const writeParameter = (text: SVGTextElement, names: Names, parameter: GraphNode): void => {
  const parts = names.parts(parameter)
  const content = parts.map(({ stem, index }) => stem + index).join(' + ')
  // A letter needs no parts.
  if (content.length === 1) writeText(text, content)
  else if (text.textContent !== content) writeName(text, names, parameter)
}
