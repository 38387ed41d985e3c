/** LikelihoodPart: the probability of the targets as a chain of conditionals (10.15–10.16), with the numbers of the run that is shown. */
import {
  type Factor,
  type Likelihood,
  chainConditions,
  conditionsOf,
  likelihoodOf,
} from '../../engine/likelihood'
import { type Graph, type GraphNode, range } from '../../engine/unfold'
import type { Names } from '../../notation/names'
import { texOfFactor, texOfWhole } from '../../notation/likelihood'
import { goToTime } from '../../store/actions/running'
import { Formula } from '../Formula'
import { Prose } from '../Prose'
import { useGap, useNames, useNetwork, useUnfold } from '../useUnfold'
import { FactorTable } from './FactorTable'
import { type Lit, useRunningWords, useShownRun } from './useRunning'

export const LikelihoodPart = ({ lit }: { readonly lit: Lit }) => {
  const { likelihood: words } = useRunningWords()
  const gap = useGap()
  const { derived } = useUnfold()
  const network = useNetwork()
  const trace = derived.traceOf(network)
  const { graph } = trace
  const names = useNames(graph.cell)
  const likelihood = likelihoodOf(trace)
  const { factors } = likelihood
  const way = wayOf(graph, likelihood)
  const skipped = range(1, graph.tau).filter((t) => !factors.some((factor) => factor.t === t))
  return (
    <section className="likelihood" aria-labelledby="likelihood-title">
      <h2 id="likelihood-title">{words.title}</h2>
      {way === null ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>
            <Prose>
              {words.way[way]}
              {way !== 'single' && factors.length < graph.tau && gap + words.skipped(skipped)}
            </Prose>
          </p>
          {way !== 'alone' && (
            <Chain
              {...{ names, factors, lit, tau: graph.tau }}
              name={words.chain}
              left={texOfWhole(names, factors, inputsOf(graph))}
              number="10.15–10.16"
              conditions={(factor) => chainConditions(graph, factors, factor)}
            />
          )}
          <Chain
            {...{ names, factors, lit, tau: graph.tau }}
            name={words.network}
            left="-L"
            number={null}
            conditions={(factor) => conditionsOf(graph, factor)}
          />
          {network.architecture.feedback && <OfRun />}
          <FactorTable trace={trace} likelihood={likelihood} lit={lit} />
        </>
      )}
    </section>
  )
}

/** Only a network that is fed what it put out runs in more ways than one. */
const OfRun = () => {
  const { likelihood: words } = useRunningWords()
  const { way, loss } = useShownRun()
  return <p>{words.ofRun(way, loss)}</p>
}

type Way = keyof ReturnType<typeof useRunningWords>['likelihood']['way']

/** Told by what the last factor is made from; null where there is no factor. */
const wayOf = (graph: Graph, { factors }: Likelihood): Way | null => {
  const last = factors.at(-1)
  if (!last) return null
  const returning = graph.nodes.some(({ of }) => 'role' in of && of.role === 'fedBack')
  if (returning) return 'alone'
  const isTaught = graph.edges.some(
    ({ from, to }) => isTarget(graph.nodes[from]!) && graph.nodes[to]!.t !== graph.nodes[from]!.t,
  )
  if (isTaught) return 'taught'
  return graph.nodes.filter(({ of }) => 'role' in of && of.role === 'probabilities').length === 1 &&
    graph.tau > 1
    ? 'single'
    : 'independent'
}

const isTarget = ({ of }: GraphNode): boolean => 'role' in of && of.role === 'target'
const inputsOf = ({ nodes }: Graph): readonly GraphNode[] =>
  nodes.filter(({ of }) => 'role' in of && of.role === 'input')

/** More terms are left out in the middle. */
const mostTerms = 5

interface ChainProps {
  readonly names: Names
  readonly factors: readonly Factor[]
  readonly lit: Lit
  readonly tau: number
  readonly name: string
  readonly left: string
  readonly number: string | null
  readonly conditions: (factor: Factor) => readonly GraphNode[]
}

/** The last step first, as in the book. */
const Chain = ({ names, factors, lit, tau, name, left, number, conditions }: ChainProps) => {
  const unfold = useUnfold()
  const { likelihood: words } = useRunningWords()
  const latest = factors.toReversed()
  const terms: readonly (Factor | null)[] =
    latest.length > mostTerms ? [...latest.slice(0, 2), null, ...latest.slice(-2)] : latest
  return (
    <div className="chain" role="group" aria-label={name}>
      <p className="soft">
        {name} {number && `(${number})`}
      </p>
      <p className="chain-terms">
        <span>
          <Formula tex={`${left} =`} />
        </span>
        {terms.map((factor, i) => (
          <span key={factor?.t ?? 'gap'}>
            {i > 0 && <Formula tex="+" />}
            {factor ? (
              <button
                type="button"
                className={factor.t === lit.t ? 'lit' : undefined}
                title={words.goTo(factor.t)}
                onPointerEnter={() => lit.light(factor.t)}
                onPointerLeave={() => lit.light(null)}
                onFocus={() => lit.light(factor.t)}
                onBlur={() => lit.light(null)}
                onClick={() => goToTime(unfold, factor.t)}
              >
                <Formula tex={texOfFactor(names, factor, conditions(factor), tau)} />
              </button>
            ) : (
              <Formula tex="\cdots" />
            )}
          </span>
        ))}
      </p>
    </div>
  )
}
