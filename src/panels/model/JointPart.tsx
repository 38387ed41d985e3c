/** JointPart: every sequence enumerated: that they sum to 1, and the most likely. */
import { type Table, indexOf, mostLikely, totalOf } from '../../engine/model/joint'
import { toDigits } from '../../notation/numbers'
import type { ChainFacts } from '../../store/model/modelFacts'
import { Bar } from './ChainPart'
import { Part } from './Part'
import { useModelFacts, useModelWords } from './useModel'
import { useGap } from '../useUnfold'

const listed = 8

export const JointPart = ({ chain }: { readonly chain: ChainFacts }) => {
  const words = useModelWords().joint
  const gap = useGap()
  const { tau } = useModelFacts()
  const { joint } = chain
  if (!joint)
    return (
      <Part title={words.title}>
        <p>{words.none}</p>
      </Part>
    )
  const steps = joint.times.length
  return (
    <Part title={words.title}>
      <p>
        {words.lead(joint.probabilities.length, steps)}{' '}
        <strong className="joint-total">{totalOf(joint).toFixed(12)}</strong>
        {words.stop}
        {steps < tau && gap + words.prefix(tau, steps)}
      </p>
      <Likely joint={joint} y={chain.y.slice(0, steps)} />
    </Part>
  )
}

const Likely = ({ joint, y }: { readonly joint: Table; readonly y: readonly number[] }) => {
  const words = useModelWords().joint
  const { symbols } = useModelFacts()
  const first = mostLikely(joint, listed)
  const onScreen = { y, probability: joint.probabilities[indexOf(joint, y)]! }
  const key = (sequence: readonly number[]) => sequence.join(' ')
  const isListed = first.some((likely) => key(likely.y) === key(y))
  const rows = isListed ? first : [...first, onScreen]
  const most = rows[0]!.probability
  const rest = joint.probabilities.length - rows.length
  return (
    <table className="factors">
      <caption>{words.likely}</caption>
      <thead>
        <tr>
          <th scope="col">{words.sequence}</th>
          <th scope="col">{words.probability}</th>
          <th scope="col" aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={key(row.y)} className={key(row.y) === key(y) ? 'current' : undefined}>
            <th scope="row">
              <span className="symbol">{row.y.map((symbol) => symbols[symbol]).join(' ')}</span>
              {key(row.y) === key(y) && <span className="soft"> {words.onScreen}</span>}
            </th>
            <td className="number">{toDigits(row.probability, 4)}</td>
            <td aria-hidden="true">
              <Bar share={row.probability / most} />
            </td>
          </tr>
        ))}
      </tbody>
      {rest > 0 && (
        <tfoot>
          <tr>
            <td>{words.rest(rest)}</td>
            <td className="number">
              {toDigits(1 - rows.reduce((sum, row) => sum + row.probability, 0), 4)}
            </td>
            <td aria-hidden="true" />
          </tr>
        </tfoot>
      )}
    </table>
  )
}
