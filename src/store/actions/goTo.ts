/** GoTo: to a variable, a parameter or one number by its name. */
import { shapeOf } from '../../engine/memory'
import type { Shape } from '../../engine/tensor'
import { type Unfold, namesOf } from '../unfold'
import { openEntry } from './explain'
import { select, selectHalf } from './view'

/** Selects the variable or parameter of that name, the state of that time (`40`), or opens one number of it (`W[0][1]`, `∇h(2)[0]`), as the notation has it or else the book; false where there is none. */
export const goTo = (unfold: Unfold, name: string): boolean => {
  const { runner } = unfold.derived.planOf(unfold.store.getState().document.network)
  const { graph } = runner
  const { text, closed } = namesOf(unfold, graph.cell)
  // A letter with its hat may be one character or two.
  const tight = (words: string) => words.replace(/\s+/g, '').normalize('NFD')
  // A keyboard has no nabla.
  const [, nabla, wanted, indices] = /^(∇?)(.*?)((?:\[\d+\])*)$/.exec(
    tight(name).replace(/^grad(?=\w)/, '∇'),
  )!
  const find = (words: string) =>
    graph.nodes.find((each) =>
      [text(each), closed(each)].some((called) => tight(called) === words),
    ) ?? graph.byKey.get(words)
  const time = /^(?:t=)?(\d+)$/.exec(wanted!)?.[1]
  const node = time
    ? graph.nodes.find(({ of, t }) => t === Number(time) && 'role' in of && of.role === 'state')
    : // `h3` is typed sooner than `h(3)`.
      (find(wanted!) ?? find(wanted!.replace(/^(\D+?)[_^]?(\d+)$/, '$1($2)')))
  if (!node) return false
  // What is chosen already may have been scrolled away: it is chosen anew, and comes into view.
  if (unfold.store.getState().selection === node.key) select(unfold, null)
  if (!indices) selectHalf(unfold, node.key, nabla ? 'backward' : 'forward')
  else {
    const entry = entryAt(shapeOf(runner.architecture, node), indices.match(/\d+/g)!.map(Number))
    if (entry === null) return false
    openEntry(unfold, { key: node.key, isGradient: nabla !== '', entry })
  }
  return true
}

/** The place of `[i][j]` in a shape, row by row; null where there is none. */
const entryAt = (shape: Shape, indices: readonly number[]): number | null =>
  indices.length === shape.length && indices.every((index, i) => index < shape[i]!)
    ? indices.reduce((place, index, i) => place * shape[i]! + index, 0)
    : null
