/** Narration: the one sentence that says what a step has just done, or what a variable is. */
import { aliveNodes } from '../engine/alive'
import type { Bad } from '../engine/firstBad'
import { shapeOf } from '../engine/memory'
import { type Trace, valueOf } from '../engine/run'
import { type Grain, type Schedule, type Step } from '../engine/schedule'
import { type Graph, type GraphNode, nodeAt } from '../engine/unfold'
import { type Network, targetAt } from '../engine/network'
import type { Dictionary } from '../i18n/en'
import type { Facts } from '../i18n/facts'
import { type Names, toIndexText, toVisible } from '../notation/names'
import { toCellText, toDigits } from '../notation/numbers'
import { symbolsRead, symbolsWanted } from './document'

/** A run, its sequence in symbols, and the language to speak of it. */
export interface Story {
  readonly network: Network
  readonly trace: Trace
  readonly schedule: Schedule
  readonly dictionary: Dictionary
  readonly names: Names
  readonly isTouched: boolean
}

/** The sentence of the step that was finished last; at 0, what to do first. */
export const sentenceOf = (story: Story, grain: Grain, finished: number): string => {
  const { narration } = story.dictionary
  const { graph } = story.trace
  const step = story.schedule.steps[grain][finished - 1]
  if (!step)
    return narration.start({
      ...{ reads: textRead(story.network), tau: graph.tau },
      isTouched: story.isTouched,
    })
  const node = graph.nodes[step.nodes[0]!]!
  const arriving = step.nodes.map((id) => graph.nodes[id]!)
  const { t } = step
  if (t === null && step.nodes.length > 1) return togetherOf(story, grain, step)
  const facts = factsOf(story, step, node)
  if (grain === 'timeStep')
    return step.phase === 'forward'
      ? narration.forwardTime({ ...facts, value: lossText(story, t ?? graph.tau) })
      : narration.backwardTime(facts)
  if (facts.parts > 1) return narration.arrives(facts)
  if (arriving.every(({ kind }) => kind === 'parameter')) return narration.share(facts)
  return 'role' in node.of ? narration[step.phase][node.of.role](facts) : ''
}

/** Which number it is that is none: `∇h(2)[1]`. */
export const placeOf = ({ trace, names }: Story, { node, phase, entry }: Bad): string => {
  const index = toIndexText(shapeOf(trace.architecture, node), entry)
  return names.reading({ node, isGradient: phase === 'backward' }) + index
}

/** Why the run goes no further. */
export const stopOf = (story: Story, bad: Bad): string =>
  story.dictionary.narration.stops(placeOf(story, bad), toCellText(bad.value))

/** What happens at all steps at once. */
const togetherOf = (
  { trace: { graph }, dictionary, names }: Story,
  grain: Grain,
  step: Step,
): string => {
  const { together } = dictionary.narration
  const nodes = step.nodes.map((id) => graph.nodes[id]!)
  const isForward = step.phase === 'forward'
  if (grain === 'timeStep') return together[isForward ? 'forwardStep' : 'backwardStep'](graph.tau)
  const readings = nodes.map((node) => ({ node: { ...node, t: null }, isGradient: !isForward }))
  const all = [...new Set(readings.map(names.reading))]
  const isShare = nodes.every(({ kind }) => kind === 'parameter')
  return together[isShare ? 'share' : step.phase](all, graph.tau)
}

/** What a variable is, in a word or two. */
export const roleOf = ({ dictionary }: Story, { of, t }: GraphNode): string => {
  if (!('role' in of)) return dictionary.inspector.sharedRole
  if (t !== 0) return dictionary.roles[of.role]
  return dictionary.starts[of.role === 'state' ? 'state' : 'output']
}

/** What a variable is, for somebody who has not met it; of what is not computed when `done` contributions are, no number is told. */
export const aboutNode = (story: Story, node: GraphNode, done: number): string =>
  'role' in node.of
    ? story.dictionary.about[node.of.role]({
        ...commonFacts(story, node.t, done),
        name: story.names.text(node),
        operation: node.operation,
        isPassedOn: isPassedOn(story.trace.graph, node),
        sources: sourcesOf(story, node),
      })
    : ''

/** What exists before the first step is what every step reads of the one before; no step comes after the last one. */
const isPassedOn = ({ tau }: Graph, { of, t }: GraphNode): boolean =>
  'times' in of && of.times === 'initial' && t !== tau

/** All of it, where it is short. */
const textRead = (network: Network): string | null => {
  const read = symbolsRead(network)
  const isText = read.length <= mostSymbols && read.every((symbol) => symbol !== null)
  return isText ? toVisible(read.join('')) : null
}
const mostSymbols = 16

const visible = (symbol: string | null | undefined): string | null =>
  symbol ? toVisible(symbol) : null

const commonFacts = (
  { network, trace, schedule, dictionary }: Story,
  time: number | null,
  done = Infinity,
): Facts => {
  const t = time ?? trace.graph.tau
  const wants = visible(symbolsWanted(network)[t - 1])
  const target = targetAt(network.sequence, t)
  const { graph } = trace
  const variable = graph.cell.variables.find(({ role }) => role === 'probabilities')
  const probabilities = variable && nodeAt(graph, variable.symbol, t)
  return {
    name: '',
    t,
    operation: null,
    isPassedOn: false,
    reads: visible(symbolsRead(network)[t - 1]),
    wants,
    probability:
      target === null || !probabilities || schedule.valueReady[probabilities.id]! > done
        ? null
        : dictionary.percent(valueOf(trace, probabilities)[target]!),
    value: null,
    sources: [],
    ways: 0,
    parameters: [],
    part: 1,
    parts: 1,
  }
}

const factsOf = (story: Story, step: Step, node: GraphNode): Facts => {
  const { trace, schedule } = story
  const { graph } = trace
  const isForward = step.phase === 'forward'
  const contributions = schedule.contributions.slice(step.from, step.to)
  const edges = contributions.flatMap((contribution) =>
    contribution.edges.map((id) => graph.edges[id]!),
  )
  const ends = edges.map(({ from, to }) => graph.nodes[isForward ? from : to]!)
  const isShare = node.kind === 'parameter'
  const variables = ends.filter(({ kind }) => kind !== 'parameter')
  const nameOf = (each: GraphNode) => story.names.reading({ node: each, isGradient: !isForward })
  const parameters = step.nodes
    .map((id) => graph.nodes[id]!)
    .filter(({ kind }) => kind === 'parameter')
  const whole = schedule.steps.variable.find(({ from, to }) => from <= step.from && step.to <= to)
  const consumer = isForward ? node : ends[0]
  return {
    ...commonFacts(story, step.t),
    name: nameOf(node),
    t: node.t ?? step.t ?? graph.tau,
    operation: consumer?.operation ?? null,
    isPassedOn: isPassedOn(graph, node),
    value: node.of.dimensions.length === 0 ? toDigits(valueOf(trace, node)[0]!, 3) : null,
    sources: [...new Set((variables.length > 0 ? variables : ends).map(nameOf))],
    ways: isForward ? 0 : new Set(ends.filter(({ id }) => aliveNodes(graph)[id])).size,
    parameters: parameters.map((parameter) => story.names.text(parameter)),
    part: whole && !isShare ? step.from - whole.from + 1 : 1,
    parts: whole && !isShare && step.to - step.from === 1 ? whole.to - whole.from : 1,
  }
}

const lossText = ({ trace }: Story, t: number): string | null => {
  const { graph } = trace
  const variable = graph.cell.variables.find(({ role }) => role === 'stepLoss')
  const node = variable && nodeAt(graph, variable.symbol, t)
  return node ? toDigits(valueOf(trace, node)[0]!, 3) : null
}

const sourcesOf = ({ trace: { graph }, names }: Story, node: GraphNode): readonly string[] =>
  node.inputs
    .map((id) => graph.nodes[graph.edges[id]!.from]!)
    .filter(({ kind }) => kind !== 'parameter')
    .map((each) => names.text(each))
