/** Kept: how much of what two gradients bring is left when they are added: the rest cancels. */
import type { Summand } from '../engine/inline'
import { evaluateTerm } from '../engine/term'
import { toDigits } from '../notation/numbers'
import { keptWords } from '../i18n/kept'
import type { Sight } from './NumericTerm'
import { useDictionary, useWords } from './useUnfold'

interface Props {
  readonly summands: readonly Summand[]
  readonly cuts: ReadonlySet<number>
  readonly sum: Float64Array
  readonly sight: Sight
}

/** More entries are told by the sum of their sizes alone. */
const mostBars = 12

export const Kept = ({ summands, cuts, sum, sight }: Props) => {
  const { percent } = useDictionary()
  const words = useWords(keptWords)
  const parts = summands
    .filter(({ edges }) => !edges.some((id) => cuts.has(id)))
    .map(({ term }) => evaluateTerm(sight.trace, term).data)
    .filter((part) => part.some((value) => value !== 0))
  // Where all but one are cut or 0, nothing cancels.
  if (parts.length < 2) return null
  const brought = sum.map((_, i) => parts.reduce((total, part) => total + Math.abs(part[i]!), 0))
  const size = (all: Float64Array) => all.reduce((total, value) => total + Math.abs(value), 0)
  const whole = size(brought)
  if (!(whole > 0 && whole < Infinity)) return null
  const most = Math.max(...brought)
  return (
    <div className="kept">
      <p className="note">{words.share(percent(size(sum) / whole))}</p>
      {sum.length <= mostBars && <p className="note">{words.legend}</p>}
      {sum.length <= mostBars && (
        <ul aria-label={words.each}>
          {Array.from(sum, (value, i) => (
            <li
              key={i}
              title={words.entry(i, toDigits(value, 4), toDigits(brought[i]!, 4))}
              aria-label={words.entry(i, toDigits(value, 4), toDigits(brought[i]!, 4))}
            >
              {sum.length > 1 && <span className="place">[{i}]</span>}
              <span className="room">
                <span className="brought" style={{ width: `${(100 * brought[i]!) / most}%` }}>
                  <span
                    className="left"
                    style={{ width: `${(100 * Math.abs(value)) / (brought[i]! || 1)}%` }}
                  />
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
