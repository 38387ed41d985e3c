/** GradientPart: what a gradient is the sum of: formula, shapes, numbers; each summand can be held back. */
import { Suspense, lazy } from 'react'
import { aliveNodes } from '../engine/alive'
import { summandsOfGradient } from '../engine/explain'
import { type Summand, gradientSummands } from '../engine/inline'
import { type GraphNode, absenceOf, whyNoGradient } from '../engine/unfold'
import { gradientWords } from '../i18n/gradient'
import { texOf, texOfGradient, texOfGradientSum, timesBeside, timesByNumber } from '../notation/tex'
import { arrivedGradient } from '../store/progress'
import { storyOf } from '../store/unfold'
import { CutButton } from './CutButton'
import { Equation } from './Equation'
import { EquationFrame, NumbersButton } from './EquationFrame'
import { FormChoice } from './FormChoice'
import { Kept } from './Kept'
import { Prose } from './Prose'
import { SummandNumbers } from './SummandNumbers'
import { Terms, isSameTerms } from './Terms'
import { NotYet } from './NotYet'
import { ReadingPlace } from './ReadingPlace'
import type { ValueProps } from './valueProps'
import { useSideBranch } from './useSideBranch'
import { useSight } from './useSight'
import {
  useDictionary,
  useField,
  useGap,
  useNames,
  useNetwork,
  useUnfold,
  useValue,
  useWords,
} from './useUnfold'

// With the check itself.
const CheckResult = lazy(async () => ({ default: (await import('./Check')).CheckResult }))

export { NotYet, ReadingPlace }

interface GradientProps extends ValueProps {
  /** The column of the step under the playhead: the share that a parameter is shown with. */
  readonly t: number | null
}

export const GradientPart = (props: GradientProps) => {
  const { node, done, isBrief, isSelected, t, origin, children } = props
  const { graph } = storyOf(useUnfold()).trace
  if (!node.carries)
    return isBrief ? null : (
      <>
        <None node={node} />
        {children}
      </>
    )
  // A step of many variables: symbols alone.
  const isOverview = origin !== null
  const isShare = node.kind === 'parameter' && !isSelected
  const share = isShare
    ? summandsOfGradient(graph, node).find(({ at }) => (at.t ?? graph.tau) === t)
    : undefined
  return (
    <section className="part gradient">
      {isSelected && (
        <p className="paths">
          <Paths node={node} />
          <Suspense>
            <CheckResult node={node} done={done} isSelected />
          </Suspense>
        </p>
      )}
      {share && !isOverview ? (
        <ShareOfStep {...props} share={share} />
      ) : isBrief || share ? (
        <Brief {...props} share={share} />
      ) : (
        <Full {...props} />
      )}
      {isSelected && <Ends node={node} />}
    </section>
  )
}

/** Why a variable has no gradient. */
const None = ({ node }: { readonly node: GraphNode }) => {
  const { patterns } = useDictionary()
  const words = useWords(gradientWords)
  const gap = useGap()
  const metAgain = useSideBranch(node)
  const why = whyNoGradient(storyOf(useUnfold()).trace.graph, node)
  return (
    <p className="note">
      {why
        ? patterns.absence[why]
        : node.outputs.length === 0 && node.kind === 'computed'
          ? words.sideBranch + gap + (metAgain || words.notInLoss)
          : words.noGradient}
    </p>
  )
}

/** Edges on which no gradient comes back, and why. */
const Ends = ({ node }: { readonly node: GraphNode }) => {
  const { patterns } = useDictionary()
  const words = useWords(gradientWords)
  const { graph } = storyOf(useUnfold()).trace
  const names = useNames(graph.cell)
  return node.outputs.map((id) => {
    const edge = graph.edges[id]!
    const why = absenceOf(graph, edge)
    return (
      why && (
        <p className="note" key={id}>
          <Prose>{`${words.toward(names.text(graph.nodes[edge.to]!))} ${patterns.absence[why]}`}</Prose>
        </p>
      )
    )
  })
}

/** Through what the loss depends on it. */
const Paths = ({ node }: { readonly node: GraphNode }) => {
  const words = useWords(gradientWords)
  const { graph } = storyOf(useUnfold()).trace
  const names = useNames(graph.cell)
  const arriving = summandsOfGradient(graph, node)
  // From a step without a target nothing comes back.
  const isAlive = ({ at }: (typeof arriving)[number]) => aliveNodes(graph)[at.id] === 1
  const leading = arriving.filter(isAlive)
  if (isTerminal(graph.cell.objective, node) || (arriving.length === 1 && leading.length === 1))
    return null
  const namesOf = (all: typeof arriving) => all.map(({ at }) => names.text(at))
  const text =
    node.kind === 'parameter'
      ? words.sharedPaths(arriving.length)
      : leading.length > 0
        ? words.paths(namesOf(leading), namesOf(arriving.filter((one) => !isAlive(one))))
        : words.noPath
  // Apart from what follows on the line.
  return <Prose>{`${text} `}</Prose>
}

const isTerminal = (objective: string, { of }: GraphNode): boolean => of.name === objective

/** The book stops at t = 1. */
const equationNumber = (tau: number, { of, t }: GraphNode): string | null =>
  t === 0 ? null : ((t === tau ? of.equations.backwardAtEnd : null) ?? of.equations.backward)

interface BriefProps extends GradientProps {
  readonly share: ReturnType<typeof summandsOfGradient>[number] | undefined
}

const Brief = ({ node, origin, share }: BriefProps) => {
  const { graph } = storyOf(useUnfold()).trace
  const names = useNames(graph.cell)
  const timeName = origin === null ? timesByNumber : timesBeside(origin)
  const name = texOfGradient(names, node, timeName)
  return (
    <Equation
      tex={
        isTerminal(graph.cell.objective, node)
          ? `${name} = 1`
          : share
            ? `${name} \\mathrel{+}= ${texOf(names, graph, share, timeName)}`
            : texOfGradientSum(names, graph, node, 3, timeName)
      }
      number={equationNumber(graph.tau, node)}
    />
  )
}

interface ShareProps extends GradientProps {
  readonly share: ReturnType<typeof summandsOfGradient>[number]
}

/** What the step adds to a parameter's gradient; with its numbers where they are asked for. */
const ShareOfStep = ({ node, share, done }: ShareProps) => {
  const unfold = useUnfold()
  const words = useWords(gradientWords)
  const sight = useSight()
  const network = useNetwork()
  const hasNumbers = useValue(({ explaining }) => explaining.hasNumbers) === true
  const { trace } = sight
  const { graph } = trace
  const hasArrived = unfold.derived.planOf(network).progress.hasActed('backward', share.edge, done)
  const tex = `${texOfGradient(sight.names, node, timesByNumber)} \\mathrel{+}= ${texOf(sight.names, graph, share, timesByNumber)}`
  const summand = gradientSummands(graph, node, 'graph').find(({ edges }) =>
    edges.includes(share.edge),
  )!
  return (
    <>
      <Equation
        tex={tex}
        number={equationNumber(graph.tau, node)}
        more={<NumbersButton hasNumbers={hasNumbers} />}
        numbers={
          hasNumbers && hasArrived && <SummandNumbers node={node} summand={summand} sight={sight} />
        }
      />
      {/* Of several, the last one's is shown: there is room that is kept for longer equations. */}
      <p className="share-hint">{words.inLedger(share.at.t ?? graph.tau)}</p>
    </>
  )
}

const Full = ({ node, done, isSelected, children }: GradientProps) => {
  const unfold = useUnfold()
  const { explain } = useDictionary()
  const words = useWords(gradientWords)
  const gap = useGap()
  const sight = useSight()
  const network = useNetwork()
  const { form, ...explaining } = useField('explaining')
  const hasNumbers = explaining.hasNumbers ?? isSelected
  const { trace } = sight
  const { graph, cuts } = trace
  const name = texOfGradient(sight.names, node)
  const number = equationNumber(graph.tau, node)
  if (isTerminal(graph.cell.objective, node))
    return (
      <>
        <Equation tex={`${name} = 1`} number={number} />
        {children}
      </>
    )
  const arrived = unfold.derived.planOf(network).progress.gradient(node, done)
  const isReady = arrived.count > 0
  const summands = gradientSummands(graph, node, form)
  // What is passed by in a step has its other form when it is asked for.
  const hasForms =
    isSelected &&
    !isSameTerms(summands, gradientSummands(graph, node, form === 'book' ? 'graph' : 'book'))
  const adds = summands.length > 1 && node.kind !== 'parameter'
  const numbers = isReady ? arrivedGradient(trace, node, arrived) : null
  // The other is said below the value, where there is one that was computed.
  const hints = [hasForms && words.formHints[form], node.kind !== 'computed' && explain.hint]
    .filter(Boolean)
    .join(gap)
  const below =
    summands.length > 1
      ? ({ edges }: Summand) => <CutButton edge={graph.edges[edges[0]!]!} />
      : undefined
  return (
    <>
      <EquationFrame number={number} forms={hasForms && <FormChoice />} hasNumbers={hasNumbers}>
        <Terms
          phase="backward"
          node={node}
          tex={name}
          summands={summands}
          count={arrived.count}
          numbers={numbers}
          sight={sight}
          hasNumbers={hasNumbers && isReady}
          below={below}
          cuts={cuts}
        />
      </EquationFrame>
      {children}
      {isReady && isSelected && hints && (
        <p className="hint">
          <Prose>{hints}</Prose>
        </p>
      )}
      {adds && arrived.count === arrived.all && (
        <Kept summands={summands} cuts={cuts} sum={numbers!} sight={sight} />
      )}
      {!isReady && <NotYet node={node} isGradient />}
    </>
  )
}
