/** LoopTrial: another symbol in one place, tried out: what changes, and what does not. */
import { Fragment, type MouseEvent } from 'react'
import { valueOf } from '../engine/run'
import { toTensor } from '../engine/tensor'
import { type GraphNode, range } from '../engine/unfold'
import { loopWords } from '../i18n/loop'
import { toVisible } from '../notation/names'
import { inputSymbols, symbolsRead } from '../store/document'
import { stateOf } from '../engine/states'
import type { TrialRun } from '../store/loop'
import { MathName } from './MathName'
import { NumberGrid } from './NumberGrid'
import { useScales } from './useScales'
import { useLoop, useLoopValue } from './useLoop'
import { useGap, useNames, useUnfold, useValue, useWords } from './useUnfold'

export const TrialChoice = () => {
  const words = useWords(loopWords)
  const loop = useLoop()
  const network = useValue(({ document }) => document.network)
  const trial = useLoopValue((it) => it.trial)
  const place = useLoopValue((it) => it.place)
  const tau = network.sequence.inputs.length
  const t = Math.min(tau, trial?.t ?? place)
  const symbols = inputSymbols(network)
  const read = symbolsRead(network)[t - 1] ?? null
  const choose = (time: number, symbol: number) =>
    loop.try(
      network.sequence.inputs[time - 1] === symbol || symbol < 0 ? null : { t: time, symbol },
    )
  return (
    <div className="loop-control">
      <label className="loop-field">
        <b>{words.trial}</b>
        <i>x</i>(
        <input
          type="number"
          min={1}
          max={tau}
          value={t}
          aria-label={words.trialTime}
          onChange={({ target }) => {
            const time = Number(target.value)
            if (!Number.isInteger(time) || time < 1 || time > tau) return
            loop.look(time)
            if (trial) choose(time, trial.symbol)
          }}
        />
        ) ←
        <select
          aria-label={words.trialSymbol}
          value={trial?.symbol ?? -1}
          onChange={({ target }) => choose(t, Number(target.value))}
        >
          <option value={-1}>{words.asIs(read === null ? words.vector : toVisible(read))}</option>
          {symbols.map((symbol, i) =>
            network.sequence.inputs[t - 1] === i ? null : (
              <option key={i} value={i}>
                {toVisible(symbol)}
              </option>
            ),
          )}
        </select>
      </label>
      {trial && (
        <>
          <button
            type="button"
            className="loop-button"
            onClick={(event) => {
              focusField(event)
              loop.apply()
            }}
          >
            {words.apply}
          </button>
          <button
            type="button"
            className="loop-button"
            onClick={(event) => {
              focusField(event)
              loop.try(null)
            }}
          >
            {words.discard}
          </button>
        </>
      )}
    </div>
  )
}

/** What is pressed goes away with the trial: the focus goes to where that was chosen. */
const focusField = ({ currentTarget }: MouseEvent<HTMLElement>): void =>
  currentTarget.parentElement!.querySelector('select')!.focus({ preventScroll: true })

interface OutcomeProps {
  readonly run: TrialRun
  readonly state: GraphNode
}

/** What comes out otherwise, what does not, and the state before and after. */
export const TrialOutcome = ({ run: { trial, trace, changed }, state }: OutcomeProps) => {
  const words = useWords(loopWords)
  const { derived } = useUnfold()
  const network = useValue(({ document }) => document.network)
  const gap = useGap()
  const scale = useScales().valueScale(state)
  const { graph } = trace
  const names = useNames(graph.cell)
  const variables = graph.nodes.filter(({ kind }) => kind === 'computed')
  const [before, after] = [valueOf(derived.traceOf(network), state), valueOf(trace, state)]
  const columns = [
    { sign: '', caption: words.after, numbers: after },
    { sign: '−', caption: words.before, numbers: before },
    { sign: '=', caption: words.difference, numbers: after.map((v, i) => v - before[i]!) },
  ]
  return (
    <>
      <h3>
        <MathName names={names} node={graph.byKey.get(`x(${trial.t})`)!} isGradient={false} /> ←{' '}
        {toVisible(inputSymbols(network)[trial.symbol]!)}
      </h3>
      <p>
        {words.changes(variables.filter(({ id }) => changed.has(id)).length, variables.length)}
        {gap}
        <strong>{words.nothingBefore(trial.t)}</strong>
      </p>
      <States run={{ trial, trace, changed }} />
      <div className="loop-columns">
        {columns.map(({ sign, caption, numbers }) => (
          <Fragment key={caption}>
            <span aria-hidden="true">{sign}</span>
            <figure>
              <NumberGrid
                tensor={toTensor([numbers.length], numbers)}
                isTransposed={false}
                isPrecise
                scale={scale}
                label={`${state.key} ${caption}`}
                symbol={null}
              />
              <figcaption>
                <MathName names={names} node={state} isGradient={false} /> {caption}
              </figcaption>
            </figure>
          </Fragment>
        ))}
      </div>
    </>
  )
}

/** As many states as stand in a line or two; the rest is seen in the graph. */
const mostStates = 16

const States = ({
  run: { trial, trace, changed },
}: {
  readonly run: Omit<TrialRun, 'network'>
}) => {
  const words = useWords(loopWords)
  const { graph } = trace
  const names = useNames(graph.cell)
  const first = Math.max(1, Math.min(trial.t - 4, graph.tau - mostStates + 1))
  const shown = range(first, Math.min(graph.tau, first + mostStates - 1))
  const states = graph.nodes.filter(
    ({ of, t }) => of === stateOf(graph) && t !== null && shown.includes(t),
  )
  return (
    <ol className="loop-states">
      {states.map((node) => (
        <li key={node.key} className={changed.has(node.id) ? 'changed' : ''}>
          <MathName names={names} node={node} isGradient={false} />
          <span aria-hidden="true">{changed.has(node.id) ? '≠' : '='}</span>
          <span className="off-screen">{changed.has(node.id) ? words.different : words.same}</span>
        </li>
      ))}
    </ol>
  )
}
