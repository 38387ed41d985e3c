/** LengthChart: how probable it is that a sequence ends with each step: exact bars, sampled dots with their error. */
import { max, scaleLinear } from 'd3'
import { samplingError } from '../../engine/model/histogram'
import { toCellText } from '../../notation/numbers'
import { ModelLegend } from './ModelLegend'
import { useModelWords } from './useModel'

interface Props {
  /** By step, from 1. */
  readonly exact: readonly number[]
  /** Shares, longer ones last; null as long as there are no samples. */
  readonly sampled: readonly number[] | null
  readonly samples: number
}

const box = { width: 440, height: 190, left: 8, right: 8, top: 20, bottom: 42 }

const rest = (shares: readonly number[]): number =>
  Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0))

export const LengthChart = ({ exact, sampled, samples }: Props) => {
  const { ending } = useModelWords()
  const isAll = rest(exact) < 1e-9
  const bars = [
    ...exact.map((probability, i) => ({
      name: String(i + 1),
      probability,
      share: sampled?.[i] ?? null,
    })),
    ...(isAll
      ? []
      : [
          {
            name: ending.longer,
            probability: rest(exact),
            share: sampled?.[exact.length] ?? null,
          },
        ]),
  ].map((bar) => ({
    ...bar,
    error: samples > 0 ? 2 * samplingError(bar.probability, samples) : 0,
  }))
  const most = max(bars, ({ probability, error, share }) =>
    Math.max(probability + error, share ?? 0),
  )
  const y = scaleLinear([0, most || 1], [box.height - box.bottom, box.top])
  const each = (box.width - box.left - box.right) / bars.length
  const spoken = bars
    .map(
      ({ name, probability, share }) =>
        `${name}: ${toCellText(probability)}${share === null ? '' : `, ${toCellText(share)}`}`,
    )
    .join('; ')
  return (
    <figure className="plot">
      <ModelLegend exact={ending.exact} sampled={ending.sampled(samples)} />
      <svg
        className="drawing"
        viewBox={`0 0 ${box.width} ${box.height}`}
        role="img"
        aria-label={ending.chart(spoken)}
      >
        {bars.map(({ name, probability, share, error }, i) => {
          const x = box.left + (i + 0.5) * each
          const [low, high] = [y(Math.max(0, probability - error)), y(probability + error)]
          const isOut = share !== null && Math.abs(share - probability) > error
          const width = Math.min(36, each * 0.62)
          return (
            <g key={name}>
              <rect
                className={name === ending.longer ? 'exact rest' : 'exact'}
                x={x - width / 2}
                width={width}
                y={y(probability)}
                height={Math.max(0, y(0) - y(probability))}
              />
              {share !== null && (
                <path
                  className="error"
                  d={`M${x - 5},${low}h10M${x},${low}V${high}M${x - 5},${high}h10`}
                />
              )}
              {share !== null && (
                <circle
                  className={isOut ? 'sampled out' : 'sampled'}
                  cx={x}
                  cy={y(share)}
                  r={4.5}
                />
              )}
              <text
                className="soft"
                x={x}
                y={Math.min(high, y(share ?? 0)) - 8}
                textAnchor="middle"
              >
                {toCellText(probability)}
              </text>
              <text x={x} y={box.height - box.bottom + 17} textAnchor="middle">
                {name}
              </text>
            </g>
          )
        })}
        <text className="soft" x={box.left} y={box.height - 6}>
          {ending.end}
        </text>
      </svg>
    </figure>
  )
}
