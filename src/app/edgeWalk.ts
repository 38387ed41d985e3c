/** Edge walk: by keys from a variable along its arrows, forward and back; each says what it carries. */
import { select as pick } from 'd3'
import { gradientSummands, valueSummands } from '../engine/inline'
import { evaluateTerm } from '../engine/term'
import { edgeWords } from '../i18n/edges'
import { toList } from '../notation/numbers'
import { stepOut } from '../store/actions/explain'
import { selectHalf } from '../store/actions/view'
import { type Unfold, storyOf } from '../store/unfold'
import { isBias } from '../layout/links'
import type { Way } from '../stage/links'

/** Focuses the first arrow of a variable, or its last; false where it has none that can be seen. */
export const enterEdges = (unfold: Unfold, key: string, isLast: boolean): boolean => {
  const marks = edgesOf(unfold, key)
  const mark = isLast ? marks.at(-1) : marks[0]
  if (mark) focus(unfold, mark, key)
  return mark !== undefined
}

/** On an arrow: to the next one, to what it leads to, or back to the variable; false for other keys. */
export const moveOnEdges = (
  unfold: Unfold,
  element: SVGPathElement,
  pressed: string,
  leave: (key: string) => void,
): boolean => {
  const home = element.dataset.home!
  if (pressed === 'Escape') {
    // What was chosen from here is let go first; one is still on the arrow.
    if (element.dataset.chosen === unfold.store.getState().selection) stepOut(unfold)
    else leave(home)
    return true
  }
  if (pressed === 'Enter' || pressed === ' ') {
    const { phase, link } = wayOf(element)
    const { nodes } = storyOf(unfold).trace.graph
    const { key } = nodes[phase === 'forward' ? link.to : link.from]!
    element.dataset.chosen = key
    selectHalf(unfold, key, phase)
    return true
  }
  const step = steps[pressed]
  if (step === undefined) return false
  const marks = edgesOf(unfold, home)
  const next = marks[marks.indexOf(element) + step]
  if (next) focus(unfold, next, home)
  return true
}

const steps: Readonly<Record<string, number>> = {
  ...{ ArrowRight: 1, ArrowDown: 1 },
  ...{ ArrowLeft: -1, ArrowUp: -1 },
}

const wayOf = (element: SVGPathElement): Way => pick<SVGPathElement, Way>(element).datum()

/** What comes in, what goes out, and the same on the way back; only what has been under way can be seen there. */
const edgesOf = (unfold: Unfold, key: string): readonly SVGPathElement[] => {
  const { trace } = storyOf(unfold)
  const { id } = trace.graph.byKey.get(key)!
  const order = ({ phase, link }: Way) =>
    (phase === 'forward' ? 0 : 2) + ((phase === 'forward') === (link.to === id) ? 0 : 1)
  return [...document.querySelectorAll<SVGPathElement>('.stage path.near')]
    .filter((element) => {
      const way = wayOf(element)
      const isOwn = way.link.from === id || way.link.to === id
      return isOwn && (way.phase === 'forward' || hasActed(unfold, way))
    })
    .toSorted((a, b) => order(wayOf(a)) - order(wayOf(b)))
}

const hasActed = ({ store, derived, clock }: Unfold, { phase, link }: Way): boolean => {
  const { document: edited, grain } = store.getState()
  const { progress, schedule } = derived.planOf(edited.network)
  const finished = Math.ceil(clock.store.getState().playhead)
  return progress.hasActed(phase, link.id, schedule.steps[grain][finished - 1]?.to ?? 0)
}

const focus = (unfold: Unfold, element: SVGPathElement, home: string): void => {
  element.dataset.home = home
  element.setAttribute('tabindex', '-1')
  element.setAttribute('role', 'button')
  element.setAttribute('aria-label', sentenceOf(unfold, wayOf(element)))
  keepTold(unfold)
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

const kept = new WeakSet<Unfold>()

/** What has been said of an arrow is said in the language, and with the names, that are chosen later. */
const keepTold = (unfold: Unfold): void => {
  if (kept.has(unfold)) return
  kept.add(unfold)
  unfold.store.subscribe(({ language, notation }, before) => {
    if (language === before.language && notation === before.notation) return
    for (const element of document.querySelectorAll<SVGPathElement>('.stage path.near[aria-label]'))
      element.setAttribute('aria-label', sentenceOf(unfold, wayOf(element)))
  })
}

const sentenceOf = (unfold: Unfold, way: Way): string => {
  const { trace, names } = storyOf(unfold)
  const { graph } = trace
  const { phase, link, isCut } = way
  const isForward = phase === 'forward'
  const [from, to] = [graph.nodes[link.from]!, graph.nodes[link.to]!]
  const summands = isForward ? valueSummands(graph, to) : gradientSummands(graph, from, 'graph')
  const summand = summands.find(({ edges }) => edges.includes(link.id))
  const words = edgeWords[unfold.store.getState().language]
  const facts = {
    from: names.spokenReading({ node: isForward ? from : to, isGradient: !isForward }),
    to: names.spokenReading({ node: isForward ? to : from, isGradient: !isForward }),
    by: link.parameter === null || isBias(link) ? null : names.spoken(graph.nodes[link.parameter]!),
    numbers:
      summand && hasActed(unfold, way) ? toList(evaluateTerm(trace, summand.term).data) : null,
  }
  return `${words[phase](facts)}${isCut ? `; ${words.cut}` : ''}`
}
