/** PredictionBars: ŷ(t) as a bar for each class; what is wanted and what is said stand out. */
import { toDigits } from '../../notation/numbers'
import type { StepFacts } from '../../store/runningFacts'
import { useRunningWords } from './useRunning'

const height = 46
/** A symbol needs so much room under its bar. */
const symbolWidth = 11
const widest = 26
const sides = 10

interface Props {
  readonly step: StepFacts
  readonly symbols: readonly string[]
  readonly width: number
  /** The probability that is as high as a bar may be. */
  readonly most: number
}

export const PredictionBars = ({ step, symbols, width, most }: Props) => {
  const words = useRunningWords()
  const { t, probabilities, said, wanted } = step
  const each = Math.min(widest, Math.max(1, (width - 2 * sides) / probabilities.length))
  const hasNames = each >= symbolWidth
  const all = each * probabilities.length
  const text = words.probabilities(
    `ŷ(${t})`,
    Array.from(probabilities, (p, i) => `${symbols[i]} ${toDigits(p, 3)}`),
  )
  const gap = each > 4 ? 1 : 0
  return (
    <svg
      className="drawing prediction"
      width={all}
      height={height + (hasNames ? 17 : 0)}
      role="img"
      aria-label={text}
    >
      <title>{text}</title>
      {Array.from(probabilities, (p, i) => {
        // What is not a number has no height.
        const tall = Math.max(1, ((Number.isFinite(p) ? p : 0) / most) * (height - 2))
        const kind = i === wanted ? 'wanted' : i === said ? 'said' : 'other'
        return (
          <g key={i} className={kind}>
            <rect
              x={i * each + gap}
              y={height - tall}
              width={Math.max(0.5, each - 2 * gap)}
              height={tall}
            />
            {hasNames && (
              <text x={(i + 0.5) * each} y={height + 14} textAnchor="middle">
                {symbols[i]}
              </text>
            )}
          </g>
        )
      })}
      <line x1={0} x2={all} y1={height} y2={height} />
    </svg>
  )
}
