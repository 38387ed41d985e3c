/** ManyPart: many samples counted by a worker, beside the exact joint, with the error that chance allows. */
import { max, scaleLinear } from 'd3'
import { chiSquareOf } from '../../engine/model/chiSquare'
import { samplingError } from '../../engine/model/histogram'
import { type Table, indexOf, mostLikely } from '../../engine/model/joint'
import { toDigits } from '../../notation/numbers'
import { causeOf, cancelSamples, drawSamples } from '../../store/model/drawSamples'
import { type Many, sampleSizes } from '../../store/model/modelStore'
import { useDictionary, useGap, useUnfold } from '../useUnfold'
import { ModelLegend } from './ModelLegend'
import { Part } from './Part'
import { useModel, useModelFacts, useModelStore, useModelWords } from './useModel'

export const ManyPart = ({ joint }: { readonly joint: Table }) => {
  const unfold = useUnfold()
  const gap = useGap()
  const store = useModelStore()
  const words = useModelWords().many
  const { count } = useDictionary()
  const { network } = useModelFacts()
  const samples = useModel((state) => state.samples)
  const many = useModel((state) => state.many)
  const cause = useModel(causeOf)
  const drawn = many?.network === network ? many : null
  return (
    <Part title={words.title}>
      <p>{words.lead}</p>
      <div className="model-controls">
        <select
          className="speed"
          aria-label={words.size}
          value={samples}
          onChange={({ target }) => store.setState({ samples: Number(target.value) })}
        >
          {sampleSizes.map((size) => (
            <option key={size} value={size}>
              {count(size)}
            </option>
          ))}
        </select>
        {drawn?.isRunning ? (
          <button type="button" className="outlined" onClick={() => cancelSamples(unfold)}>
            {words.cancel}
          </button>
        ) : (
          <button type="button" className="solid" onClick={() => drawSamples(unfold)}>
            {words.draw(samples)}
          </button>
        )}
        {drawn && (
          <>
            <progress value={drawn.done} max={drawn.all} aria-label={words.title} />
            <span role="status">{words.progress(drawn.done, drawn.all)}</span>
          </>
        )}
      </div>
      <Histogram joint={joint} many={drawn} />
      {drawn && drawn.done > 0 && !drawn.isRunning && (
        <p className="model-result">
          <Verdict joint={joint} many={drawn} />
          {drawn.cause !== cause && gap + words.stale}
        </p>
      )}
    </Part>
  )
}

const level = 0.01

const Verdict = ({ joint, many }: { readonly joint: Table; readonly many: Many }) => {
  const words = useModelWords().many
  const gap = useGap()
  const { statistic, degrees, pValue } = chiSquareOf(many.counts, joint.probabilities)
  const say = pValue >= level ? words.agrees : words.disagrees
  return (
    <>
      {say(toDigits(statistic, 4), degrees, toDigits(pValue, 3))}
      {pValue < level && many.policy !== 'ancestral' && gap + words.notModel}
    </>
  )
}

const listed = 10
const row = 24
const box = { width: 440, left: 116, right: 62, top: 6 }

const Histogram = ({ joint, many }: { readonly joint: Table; readonly many: Many | null }) => {
  const words = useModelWords().many
  const { symbols } = useModelFacts()
  const done = many?.done ?? 0
  // Where every symbol is one character, no space between them is needed.
  const isShort = symbols.every((symbol) => symbol.length === 1)
  const rows = mostLikely(joint, listed).map(({ y, probability }) => {
    const error = done > 0 ? 2 * samplingError(probability, done) : 0
    return {
      name: y.map((symbol) => symbols[symbol]).join(isShort ? '' : ' '),
      ...{ probability, error },
      share: done > 0 ? many!.counts[indexOf(joint, y)]! / done : null,
    }
  })
  const spoken = rows
    .map(
      ({ name, probability, share }) =>
        `${name}: ${toDigits(probability, 3)}${share === null ? '' : `, ${toDigits(share, 3)}`}`,
    )
    .join('; ')
  const most = max(rows, ({ probability, error, share }) =>
    Math.max(probability + error, share ?? 0),
  )
  const x = scaleLinear([0, most || 1], [box.left, box.width - box.right])
  const height = box.top + rows.length * row + 4
  return (
    <figure className="plot histogram">
      <ModelLegend exact={words.exact} sampled={words.sampled} />
      <svg
        className="drawing"
        viewBox={`0 0 ${box.width} ${height}`}
        role="img"
        aria-label={words.chart(spoken)}
      >
        {rows.map(({ name, probability, error, share }, i) => {
          const y = box.top + i * row + row / 2
          const [low, high] = [x(Math.max(0, probability - error)), x(probability + error)]
          const isOut = share !== null && Math.abs(share - probability) > error
          return (
            <g key={i}>
              <text className="symbol" x={box.left - 8} y={y + 4} textAnchor="end">
                {name.length > 13 ? `${name.slice(0, 12)}…` : name}
              </text>
              <rect
                className="exact"
                x={box.left}
                width={x(probability) - box.left}
                y={y - 8}
                height={16}
              />
              {done > 0 && (
                <path
                  className="error"
                  d={`M${low},${y - 5}v10M${low},${y}H${high}M${high},${y - 5}v10`}
                />
              )}
              {share !== null && (
                <circle
                  className={isOut ? 'sampled out' : 'sampled'}
                  cx={x(share)}
                  cy={y}
                  r={4.5}
                />
              )}
              <text className="soft" x={box.width - 4} y={y + 4} textAnchor="end">
                {toDigits(probability, 3)}
              </text>
            </g>
          )
        })}
      </svg>
    </figure>
  )
}
