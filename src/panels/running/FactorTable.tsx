/** FactorTable: each factor with its numbers and its column, what they add up to, and the probability itself. */
import { useState } from 'react'
import { type Factor, type Likelihood, conditionsOf } from '../../engine/likelihood'
import { type Trace, valueOf } from '../../engine/run'
import type { GraphNode } from '../../engine/unfold'
import { hueOfStep } from '../../notation/likelihood'
import { toTime, toVisible } from '../../notation/names'
import { toDigits } from '../../notation/numbers'
import { toPowerOfTen } from '../../notation/powersOfTen'
import { goToTime } from '../../store/actions/running'
import { inputSymbols, outputSymbols } from '../../store/document'
import { useNames, useUnfold, useValue } from '../useUnfold'
import { type Lit, useRunningWords } from './useRunning'

/** More factors are folded, unless they are asked for; and so many never are shown at once. */
const mostRows = 12
const ends = 5
const mostOpen = 400

interface Props {
  readonly trace: Trace
  readonly likelihood: Likelihood
  readonly lit: Lit
}

export const FactorTable = ({ trace, likelihood, lit }: Props) => {
  const { likelihood: words } = useRunningWords()
  const [isOpen, setOpen] = useState(false)
  const { factors, log } = likelihood
  const n = factors.length
  const isFolded = n > mostRows && !(isOpen && n <= mostOpen)
  const shown = isFolded ? [...factors.slice(0, ends), ...factors.slice(-ends)] : factors
  const sums = sumsOf(factors)
  const row = (factor: Factor) => (
    <FactorRow
      key={factor.t}
      factor={factor}
      trace={trace}
      lit={lit}
      sum={sums[factors.indexOf(factor)]!}
    />
  )
  return (
    <div className="factor-scroll">
      <table className="factors">
        <caption className="off-screen">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <i className="math-name">t</i>
            </th>
            <th scope="col">{words.columns.factor}</th>
            <th scope="col" className="number">
              {words.columns.p}
            </th>
            <th scope="col" className="number">
              {words.columns.log}
            </th>
            <th scope="col" className="number">
              {words.columns.sum}
            </th>
          </tr>
        </thead>
        <tbody>
          {isFolded ? (
            <>
              {shown.slice(0, ends).map(row)}
              <tr className="rest">
                <td colSpan={3}>{words.rest(n - 2 * ends)}</td>
                <td className="number">
                  {toDigits(
                    factors.slice(ends, -ends).reduce((sum, factor) => sum + factor.log, 0),
                    4,
                  )}
                </td>
                <td className="number">{toDigits(sums[n - ends - 1]!, 4)}</td>
              </tr>
              {shown.slice(ends).map(row)}
            </>
          ) : (
            shown.map(row)
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {words.sum} = −<i className="math-name">L</i>
            </th>
            <td className="number">
              <strong>{toDigits(log, 6)}</strong>
            </td>
          </tr>
          <tr>
            <th scope="row" colSpan={2}>
              {words.product} = <i className="math-name">e</i>
              <sup>
                −<i className="math-name">L</i>
              </sup>
            </th>
            <td className="number">
              <strong>
                <Probability log={log} />
              </strong>
            </td>
          </tr>
        </tfoot>
      </table>
      {n > mostRows && n <= mostOpen && (
        <button type="button" className="running-button" onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.fewer : words.all(n)}
        </button>
      )}
    </div>
  )
}

/** In the order of time; the run adds them in its own order, so the last digits may differ. */
const sumsOf = (factors: readonly Factor[]): readonly number[] => {
  let sum = 0
  return factors.map(({ log }) => (sum += log))
}

interface RowProps {
  readonly factor: Factor
  readonly trace: Trace
  readonly lit: Lit
  readonly sum: number
}

const FactorRow = ({ factor, trace, lit, sum }: RowProps) => {
  const unfold = useUnfold()
  const { likelihood: words } = useRunningWords()
  const { t, target, log } = factor
  const conditions = conditionsOf(trace.graph, factor)
  const named = conditions.length > mostNamed ? [conditions[0]!, conditions.at(-1)!] : conditions
  return (
    <tr
      className={t === lit.t ? 'lit' : undefined}
      onPointerEnter={() => lit.light(t)}
      onPointerLeave={() => lit.light(null)}
    >
      <th scope="row">
        <button
          type="button"
          className={`step-button ${hueOfStep(t, trace.graph.tau)}`}
          title={words.goTo(t)}
          onClick={() => goToTime(unfold, t)}
          onFocus={() => lit.light(t)}
          onBlur={() => lit.light(null)}
        >
          {t}
        </button>
      </th>
      <td className={`named ${hueOfStep(t, trace.graph.tau)}`}>
        <i className="math-name">p</i>(
        <Named node={target} trace={trace} />
        {conditions.length > 0 && ' | '}
        {named.map((node, i) => (
          <span key={node.key}>
            {i > 0 && (named.length < conditions.length ? ', …, ' : ', ')}
            <Named node={node} trace={trace} />
          </span>
        ))}
        )
      </td>
      <td className="number">
        <Probability log={log} />
      </td>
      <td className="number">{toDigits(log, 4)}</td>
      <td className="number">{toDigits(sum, 4)}</td>
    </tr>
  )
}

/** Of more conditions, the first and the last are named. */
const mostNamed = 3

/** `y(2) = l`: with what it is in this run; a vector of numbers with its name alone. */
const Named = ({ node, trace }: { readonly node: GraphNode; readonly trace: Trace }) => {
  const network = useValue(({ document }) => document.network)
  const letter = useNames(trace.graph.cell).letter(node)
  const symbol = symbolOf(
    valueOf(trace, node),
    node,
    'role' in node.of && node.of.role === 'input' ? inputSymbols(network) : outputSymbols(network),
  )
  return (
    <span className="one">
      <span className="math-name">
        <i>{letter}</i>
        <sup>{toTime(node)}</sup>
      </span>
      {symbol !== null && (
        <>
          {' = '}
          <b>{symbol}</b>
        </>
      )}
    </span>
  )
}

/** A class, or a vector with a single 1; ∅ for one of zeros; null for other vectors. */
const symbolOf = (
  values: Float64Array,
  { of }: GraphNode,
  symbols: readonly string[],
): string | null => {
  if (of.dimensions.length === 0) return toVisible(symbols[values[0]!]!)
  if (values.some((value) => value !== 0 && value !== 1)) return null
  const ones = values.reduce((sum, value) => sum + value, 0)
  return ones === 0 ? '∅' : ones === 1 ? toVisible(symbols[values.indexOf(1)]!) : null
}

/** e^log: four digits, or a power of ten, also where a float would be 0. */
const Probability = ({ log }: { readonly log: number }) => {
  if (!Number.isFinite(log) || log > Math.log(1e-4)) return toDigits(Math.exp(log), 4)
  const { mantissa, power } = toPowerOfTen(log, 4)
  return (
    <>
      {mantissa} · 10<sup>−{-power}</sup>
    </>
  )
}
