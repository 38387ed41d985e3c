/** QueryPart: any P(y(t) | some of the others), with the reason why it is easy or hard. */
import { type Table, conditionalOf } from '../../engine/model/joint'
import { toDigits } from '../../notation/numbers'
import { ask, questionOf, setGiven } from '../../store/model/modelStore'
import { Bar } from './ChainPart'
import { Part, Timed } from './Part'
import { useModel, useModelFacts, useModelStore, useModelWords } from './useModel'
import { Prose } from '../Prose'

export const QueryPart = ({ joint }: { readonly joint: Table }) => {
  const words = useModelWords().query
  const store = useModelStore()
  const { classes, symbols } = useModelFacts()
  const state = useModel((model) => model)
  const { asked, given } = questionOf(state, joint.times.length, classes)
  return (
    <Part title={words.title}>
      <p>
        <Prose>{words.lead}</Prose>
      </p>
      <fieldset className="ask" role="radiogroup" aria-label={words.asked}>
        {joint.times.map((t) => (
          <div key={t} className={t === asked ? 'ask-step asked' : 'ask-step'}>
            <label>
              <input
                type="radio"
                name="asked"
                checked={t === asked}
                onChange={() => ask(store, t)}
              />
              <Timed letter="y" t={t} />
            </label>
            <select
              aria-label={words.knownAt(t)}
              value={given.get(t) ?? ''}
              disabled={t === asked}
              onChange={({ target }) =>
                setGiven(store, t, target.value === '' ? null : Number(target.value))
              }
            >
              <option value="">{t === asked ? '?' : words.unknown}</option>
              {symbols.map((symbol, y) => (
                <option key={symbol} value={y}>
                  {symbol}
                </option>
              ))}
            </select>
          </div>
        ))}
      </fieldset>
      <Answer joint={joint} asked={asked} given={given} />
    </Part>
  )
}

interface AnswerProps {
  readonly joint: Table
  readonly asked: number
  readonly given: ReadonlyMap<number, number>
}

const Answer = ({ joint, asked, given }: AnswerProps) => {
  const words = useModelWords().query
  const { symbols, classes } = useModelFacts()
  const store = useModelStore()
  const { probabilities, evidence } = conditionalOf(joint, asked, given)
  const known = [...given.keys()]
  const missing = (until: number) =>
    joint.times.filter((t) => t < until && t !== asked && !given.has(t)).length
  const last = Math.max(0, ...known)
  const isHard = last > asked
  const terms = classes ** missing(isHard ? last : asked)
  const note = isHard ? words.hard(terms) : terms === 1 ? words.easy : words.before(terms)
  return (
    <div className="answer" role="group" aria-label={words.answer} aria-live="polite">
      <p className="question">
        <i>P</i>(<Timed letter="y" t={asked} />
        {known.length > 0 && ' | '}
        {known
          .toSorted((a, b) => a - b)
          .map((t, i) => (
            <span key={t}>
              {i > 0 && ', '}
              <Timed letter="y" t={t} /> = <span className="symbol">{symbols[given.get(t)!]}</span>
            </span>
          ))}
        )
      </p>
      {evidence > 0 ? (
        <table className="factors">
          <tbody>
            {Array.from(probabilities, (probability, y) => ({ probability, y }))
              .toSorted((a, b) => b.probability - a.probability)
              .slice(0, 8)
              .map(({ probability, y }) => (
                <tr key={y}>
                  <th scope="row">
                    <span className="symbol">{symbols[y]}</span>
                  </th>
                  <td className="number">{toDigits(probability, 4)}</td>
                  <td aria-hidden="true">
                    <Bar share={probability} />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      ) : (
        <p>{words.impossible}</p>
      )}
      <p>
        {note} {known.length > 0 && evidence > 0 && words.evidence(toDigits(evidence, 4))}
      </p>
      {known.length > 0 && (
        <button
          type="button"
          className="outlined"
          onClick={() => store.setState({ given: new Map() })}
        >
          {words.clear}
        </button>
      )}
    </div>
  )
}
