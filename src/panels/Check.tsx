/** Check: a gradient beside central differences of the loss, entry by entry. */
import { type ReactNode, useState } from 'react'
import { type Comparison, compare } from '../engine/check'
import { shapeOf } from '../engine/memory'
import type { Network } from '../engine/network'
import { type Runner, type Trace, gradientOf } from '../engine/run'
import { cutsBehind } from '../engine/cutsBehind'
import type { GraphEdge, GraphNode } from '../engine/unfold'
import { checkWords } from '../i18n/check'
import { toIndexText } from '../notation/names'
import { toDigits } from '../notation/numbers'
import { trailOf } from '../store/actions/explain'
import { storyOf } from '../store/unfold'
import { verdictOf } from './check/verdict'
import { MathName } from './MathName'
import { Prose } from './Prose'
import { useCutNames } from './useCutNames'
import { useGap, useIsPlaying, useUnfold, useValue, useWords } from './useUnfold'

/** Each entry costs two forward passes: the largest ones stand for many, and fewer in a large network. */
const mostEntries = 4
/** Products that may be computed before the page would stutter. */
const budget = 6e6

export const entriesFor = ({ graph, memory }: Runner): number => {
  const products = graph.edges.reduce(
    (sum, { from }) => sum + (graph.nodes[from]!.kind === 'parameter' ? memory.size[from]! : 0),
    0,
  )
  return Math.min(mostEntries, Math.floor(budget / (2 * products)))
}

/** What has been compared in a run, so that steps that change none of it cost nothing. */
const compared = new WeakMap<Trace, Map<string, readonly Comparison[]>>()

/** The largest entries of a gradient, in their order. */
const compareLargest = (
  runner: Runner,
  network: Network,
  trace: Trace,
  node: GraphNode,
  most: number,
): readonly Comparison[] => {
  const gradient = gradientOf(trace, node)
  if (!gradient || most === 0) return []
  const known = compared.get(trace) ?? new Map<string, readonly Comparison[]>()
  compared.set(trace, known)
  const key = `${node.id} ${most}`
  let comparisons = known.get(key)
  if (!comparisons) {
    comparisons = Array.from(gradient.keys())
      .toSorted((i, j) => Math.abs(gradient[j]!) - Math.abs(gradient[i]!))
      .slice(0, most)
      .toSorted((i, j) => i - j)
      .map((entry) => compare(runner, network, trace, node, entry))
    known.set(key, comparisons)
  }
  return comparisons
}

interface CheckProps {
  readonly node: GraphNode
  readonly done: number
  /** Then one entry is compared, however large the network is. */
  readonly isSelected: boolean
}

/** None while it plays, and before there is a gradient. */
const useComparisons = ({ node, done, isSelected }: CheckProps): readonly Comparison[] => {
  const unfold = useUnfold()
  const isPlaying = useIsPlaying()
  const { network, trace, schedule } = storyOf(unfold)
  const { runner } = unfold.derived.planOf(network)
  const isShown = !isPlaying && schedule.gradientReady[node.id]! <= done
  const most = isShown ? Math.max(isSelected ? 1 : 0, entriesFor(runner)) : 0
  return compareLargest(runner, network, trace, node, most)
}

/** Beside the gradient what its check, further down, comes to; a press leads there. */
export const CheckResult = (props: CheckProps) => {
  const words = useWords(checkWords)
  const comparisons = useComparisons(props)
  const cuts = cutsBehind(storyOf(useUnfold()).trace)(props.node)
  const verdicts = comparisons.map((comparison) => verdictOf(comparison, cuts))
  // What is not as it should be comes first.
  const told = verdicts.find(({ verdict }) => verdict !== 'agrees') ?? verdicts[0]
  if (!told) return null
  return (
    <button
      type="button"
      className={`small check-result ${told.verdict}`}
      onClick={({ currentTarget }) => {
        const check = currentTarget.closest('.inspector')?.querySelector('.inspector > .check')
        check?.scrollIntoView({ block: 'nearest' })
        check?.querySelector<HTMLElement>('tbody button')?.focus({ preventScroll: true })
      }}
    >
      {told.sign} {told.verdict === 'agrees' ? words.checked : words.result(words[told.verdict])}
    </button>
  )
}

export const Check = (props: CheckProps) => {
  const { node, isSelected } = props
  const [opened, setOpened] = useState<{ readonly key: string; readonly entry: number } | null>(
    null,
  )
  // What is taken apart above is what one wants to see checked.
  const apart = useValue((state) => {
    const last = trailOf(state).at(-1)
    return last?.isGradient && last.key === node.key ? last.entry : null
  })
  const { trace, names } = storyOf(useUnfold())
  const gradient = gradientOf(trace, node)
  const comparisons = useComparisons(props)
  const shown = opened?.key === node.key ? opened.entry : apart
  if (!gradient || comparisons.length === 0) return null
  return (
    <Comparisons
      about={isSelected ? null : <MathName names={names} node={node} isGradient />}
      comparisons={comparisons}
      cuts={cutsBehind(trace)(node)}
      all={gradient.length}
      of={names.closed(node)}
      placeOf={(entry) => toIndexText(shapeOf(trace.architecture, node), entry) || names.text(node)}
      opened={comparisons.some(({ entry }) => entry === shown) ? shown : null}
      onOpen={(entry) => setOpened({ key: node.key, entry })}
    />
  )
}

interface ComparisonsProps {
  /** What is compared, where that does not stand right above. */
  readonly about: ReactNode
  readonly comparisons: readonly Comparison[]
  /** Those that the gradient lacks something by. */
  readonly cuts: readonly GraphEdge[]
  /** Of how many entries these are some. */
  readonly all: number
  /** The name of the variable. */
  readonly of: string
  /** As `[0][2]`; of a number alone its name. */
  readonly placeOf: (entry: number) => string
  /** The entry whose losses are shown; null: the largest. */
  readonly opened: number | null
  readonly onOpen: (entry: number) => void
}

/** A table of comparisons, and one of them in full. */
export const Comparisons = ({
  about,
  comparisons,
  cuts,
  all,
  of,
  placeOf,
  opened,
  onOpen,
}: ComparisonsProps) => {
  const words = useWords(checkWords)
  const largest = comparisons.reduce((most, one) =>
    Math.abs(one.gradient) > Math.abs(most.gradient) ? one : most,
  )
  const shown = comparisons.find(({ entry }) => entry === opened) ?? largest
  return (
    <section className="check">
      <h3>
        <span>
          {words.check} {about}
        </span>
        <small>{words.checkWhat(comparisons.length, all)}</small>
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.entry}</th>
            <th scope="col">{words.backpropagated}</th>
            <th scope="col">{words.difference}</th>
            <th scope="col">
              <span className="off-screen">{words.verdict}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {comparisons.map((comparison) => (
            <Row
              key={comparison.entry}
              comparison={comparison}
              cuts={cuts}
              place={placeOf(comparison.entry)}
              isShown={comparison === shown}
              onShow={() => onOpen(comparison.entry)}
            />
          ))}
        </tbody>
      </table>
      <Difference name={nameAt(of, placeOf(shown.entry))} comparison={shown} cuts={cuts} />
    </section>
  )
}

/** `h(3)[1]`; of a number alone its name. */
const nameAt = (of: string, place: string): string => (place.startsWith('[') ? `${of}${place}` : of)

interface RowProps extends Omit<DifferenceProps, 'name'> {
  readonly place: string
  readonly isShown: boolean
  readonly onShow: () => void
}

const Row = ({ comparison, cuts, place, isShown, onShow }: RowProps) => {
  const words = useWords(checkWords)
  const { gradient, difference, disagreement } = comparison
  const { verdict, sign } = verdictOf(comparison, cuts)
  return (
    <tr className={verdict}>
      <th scope="row">
        <button
          type="button"
          className="entry"
          aria-label={words.show(place)}
          aria-pressed={isShown}
          onClick={onShow}
        >
          {place}
        </button>
      </th>
      <td>{toDigits(gradient, 7)}</td>
      <td>{toDigits(difference, 7)}</td>
      <td title={words.disagreement(toDigits(disagreement, 2))}>
        {sign} {words[verdict]}
      </td>
    </tr>
  )
}

interface DifferenceProps {
  /** What is moved by ε. */
  readonly name: string
  readonly comparison: Comparison
  readonly cuts: readonly GraphEdge[]
}

/** The two losses, what they make, and what that says. */
export const Difference = ({ name: moved, comparison, cuts }: DifferenceProps) => {
  const words = useWords(checkWords)
  const { lossAbove, lossBelow, epsilon, difference, gradient, disagreement, allowed } = comparison
  const gap = useGap()
  const { verdict } = verdictOf(comparison, cuts)
  // Where the first twelve are the same, all are shown.
  const digits = toDigits(lossAbove, 12) === toDigits(lossBelow, 12) ? 16 : 12
  const lines: readonly (readonly [string, string])[] = [
    [`L(p + ε), p = ${moved}`, toDigits(lossAbove, digits)],
    ['L(p − ε)', toDigits(lossBelow, digits)],
    [words.quotient(toDigits(epsilon, 2)), toDigits(difference, 9)],
    [words.backpropagated, toDigits(gradient, 9)],
  ]
  return (
    <div className="difference">
      <dl>
        {lines.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {verdict === 'cut' ? (
        <Expected cuts={cuts} />
      ) : (
        <p className={verdict}>
          {words.verdicts[verdict](toDigits(disagreement, 2))}
          {verdict === 'agrees' && Math.abs(gradient) < allowed && gradient !== 0 && (
            <>
              {gap}
              {words.verdicts.tooSmall}
            </>
          )}
        </p>
      )}
    </div>
  )
}

/** What is cut makes the two differ; restored, they agree. */
const Expected = ({ cuts }: { readonly cuts: readonly GraphEdge[] }) => {
  const words = useWords(checkWords)
  const nameOfCuts = useCutNames()
  return (
    <p className="cut">
      <Prose>{words.verdicts.cut(nameOfCuts(cuts), cuts.length)}</Prose>
    </p>
  )
}
