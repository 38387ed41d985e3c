/** LoopPanel: a state as f(f(…)) and as g(t)(…), another input tried out, and why f is what is learned. */
import { argumentsOf, doArgumentsGrow, writtenArgumentsOf } from '../engine/ancestors'
import { compose } from '../engine/compose'
import { countParameters } from '../engine/sharing'
import type { GraphNode } from '../engine/unfold'
import { loopWords } from '../i18n/loop'
import {
  byName,
  byNumbers,
  texOfComposition,
  texOfNumbers,
  texOfWhole,
} from '../notation/composition'
import { timesBeside } from '../notation/tex'
import { valueOf } from '../engine/run'
import { shapeOf } from '../engine/memory'
import { stateAt } from '../engine/states'
import { Formula } from './Formula'
import { TrialChoice, TrialOutcome } from './LoopTrial'
import { MathName } from './MathName'
import { depthOf, elided } from './loopFormulas'
import { Prose } from './Prose'
import { useLoop, useLoopValue, useOut } from './useLoop'
import { useDictionary, useNames, useUnfold, useValue, useWords } from './useUnfold'

/** More arguments of g(t) are left out in the middle. */
const mostArguments = 8

export const LoopPanel = () => {
  const { derived } = useUnfold()
  const loop = useLoop()
  const network = useValue(({ document }) => document.network)
  const asked = useLoopValue(({ t }) => t)
  useLoopValue(({ trial }) => trial)
  const { graph } = derived.planOf(network).runner
  const state = stateAt(graph, asked ?? graph.tau)
  if (!state) return null
  const run = loop.trialRun()
  return (
    <div className="loop-panel">
      <div className="loop-controls">
        <AskedTime state={state} />
        <TrialChoice />
      </div>
      <Composition state={state} />
      <section className="loop-outcome">
        <Dependence state={state} />
        {run && <TrialOutcome run={run} state={state} />}
      </section>
      <Learned state={state} />
    </div>
  )
}

interface StateProps {
  readonly state: GraphNode
}

const AskedTime = ({ state }: StateProps) => {
  const words = useWords(loopWords)
  const { derived } = useUnfold()
  const loop = useLoop()
  const network = useValue(({ document }) => document.network)
  const t = useLoopValue((it) => it.t)
  const { graph } = derived.planOf(network).runner
  const names = useNames(graph.cell)
  const ask = (text: string) => {
    const time = Number(text)
    if (text === '') loop.ask(null)
    else if (Number.isInteger(time) && time >= 1 && time <= graph.tau) loop.ask(time)
  }
  return (
    <div className="loop-control">
      <label className="loop-field">
        <b>{words.composition}</b>
        <MathName names={names} node={{ ...state, t: null }} isGradient={false} />
        {'('}
        <input
          type="number"
          min={1}
          max={graph.tau}
          placeholder="t"
          value={t ?? ''}
          aria-label={words.time}
          onChange={({ target }) => ask(target.value)}
        />
        {')'}
      </label>
      {t !== null && (
        <button type="button" className="loop-button" onClick={() => loop.ask(null)}>
          {words.release}
        </button>
      )}
    </div>
  )
}

/** In step with the picture, as far as copies are out; a state that is asked about is written out whole. */
const Composition = ({ state }: StateProps) => {
  const words = useWords(loopWords)
  const { derived } = useUnfold()
  const loop = useLoop()
  const network = useValue(({ document }) => document.network)
  const t = useLoopValue((it) => it.t)
  const out = useOut()
  const trace = loop.trialRun()?.trace ?? derived.traceOf(network)
  const { graph } = trace
  const named = useNames(graph.cell)
  const wanted = t ?? Math.max(1, out)
  const isFolded = t === null && out === 0
  const depth = Math.min(wanted, depthOf(graph, state))
  const composition = compose(graph, state, depth)
  const names = byName(named, isFolded ? timesBeside(state.t!) : undefined)
  const nested = texOfComposition(composition, elided(names, wanted > depth))
  const inputs = writtenArgumentsOf(graph, state)
  return (
    <div className="loop-formula">
      <Formula tex={`${names(state)} = ${nested}`} />
      {wanted === state.t && (
        <Formula tex={`= ${texOfWhole(state.t, inputs, mostArguments, names)}`} />
      )}
      <span className="beside">
        {isFolded ? '(10.5)' : wanted === state.t ? '(10.5–10.6)' : ''}
      </span>
      {!isFolded && (
        <span className="loop-numbers" title={words.numbers(state.key)}>
          <Formula tex={`= ${texOfComposition(composition, byNumbers(trace))}`} />{' '}
          <Formula tex={`= ${texOfNumbers(valueOf(trace, state))}`} />
        </span>
      )}
    </div>
  )
}

const Dependence = ({ state }: StateProps) => {
  const words = useWords(loopWords)
  const { list } = useDictionary()
  const { derived } = useUnfold()
  const network = useValue(({ document }) => document.network)
  const t = useLoopValue((it) => it.t)
  const { graph } = derived.planOf(network).runner
  const names = useNames(graph.cell)
  const given = argumentsOf(graph, state)
  // What else of the step before is computed, not given: its function has a name of its own.
  const past = compose(graph, state, 1).args?.map(({ node }) => node) ?? []
  const others = past
    .filter(({ kind, of, t: time }) => (kind === 'computed' || time === 0) && of !== state.of)
    .filter(({ of }) => 'source' in of && of.source.kind === 'computed')
    .map((node) => names.letter(node))
  const [starts, inputs] = [true, false].map((isStart) =>
    given.filter((node) => (node.t === 0) === isStart).map(({ key }) => key),
  ) as [string[], string[]]
  return (
    <>
      <h3>{words.dependence}</h3>
      <p>
        <Prose>
          {t === null
            ? words.timeHint
            : words.dependsOn(state.key, list(shortened(inputs)), list(starts))}
        </Prose>
      </p>
      {others.map((letter) => (
        <p key={letter}>{words.otherFunction(letter)}</p>
      ))}
    </>
  )
}

/** A long list shows its first entries and its last. */
const shortened = (keys: readonly string[]): readonly string[] =>
  keys.length > 6 ? [...keys.slice(0, 3), '…', keys.at(-1)!] : keys

const Learned = ({ state }: StateProps) => {
  const words = useWords(loopWords)
  const { derived } = useUnfold()
  const network = useValue(({ document }) => document.network)
  const { graph, memory, architecture } = derived.planOf(network).runner
  const names = useNames(graph.cell)
  const { counts, shared, unshared } = countParameters(graph, memory)
  const inputs = writtenArgumentsOf(graph, state).length
  const isGrowing = doArgumentsGrow(graph, stateAt(graph, 1)!)
  const [whole, next] = [`g(${state.t})`, `g(${state.t! + 1})`]
  return (
    <section>
      <h3>{words.learned}</h3>
      <p>
        <Prose>{isGrowing ? words.whyF(whole, inputs, next) : words.sameG(whole, inputs)}</Prose>
      </p>
      <dl className="loop-counts">
        <dt>
          {words.shared} <i>|θ|</i>
        </dt>
        <dd>
          <span className="loop-sum">
            {counts.map(({ parameter, size: numbers }, i) => (
              <span key={parameter.key}>
                {i > 0 && ', '}
                <MathName names={names} node={parameter} isGradient={false} />{' '}
                {shapeOf(architecture, parameter).join('×')}
                {parameter.of.dimensions.length > 1 && ` = ${numbers}`}
              </span>
            ))}
          </span>
          <Bar share={shared / unshared} />
          <b>{words.total(shared)}</b> {words.anyLength}
        </dd>
        <dt>{words.unshared}</dt>
        <dd>
          <span className="loop-sum">
            {unshared === graph.tau * shared
              ? `τ · |θ| = ${graph.tau} · ${shared}`
              : counts.map(({ size: numbers, uses }) => `${uses} · ${numbers}`).join(' + ')}
          </span>
          <Bar share={1} />
          <b>{words.total(unshared)}</b> {words.thisLength(graph.tau, unshared / shared)}
        </dd>
      </dl>
    </section>
  )
}

const Bar = ({ share }: { readonly share: number }) => (
  <span className="loop-count" aria-hidden="true">
    <span style={{ width: `${100 * share}%` }} />
  </span>
)
